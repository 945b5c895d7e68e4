/** A term used for another: CNTT (công nghệ thông tin) where the document's subject is TTNT (trí tuệ nhân tạo). */
import { warning, type Check } from "./check.ts";

const TTNT = /TTNT|trí tuệ nhân tạo/giu;
const CNTT = /CNTT|công nghệ thông tin/giu;
/** Fewer passages are a mention of the other field, not a slip. */
const FEWEST = 3;

/** Sections that speak of applying CNTT and never of TTNT, in a document about TTNT. */
export const mixedTerms: Check = ({ canonical, sections, metadata }) => {
  if (!/trí tuệ nhân tạo|TTNT/iu.test(metadata.subject)) return [];
  const doubtful = sections.filter((section) => {
    const own = canonical.text.slice(section.start, section.ownEnd);
    return /ứng dụng CNTT/u.test(own) && own.match(TTNT) === null;
  });
  const first = doubtful[0];
  if (first === undefined || doubtful.length < FEWEST) return [];
  const [cntt, ttnt] = [canonical.text.match(CNTT)?.length ?? 0, canonical.text.match(TTNT)?.length ?? 0];
  return [
    warning(
      "terms-mixed",
      {
        vi: `Văn bản dùng lẫn CNTT và TTNT: ghi CNTT (công nghệ thông tin) ${cntt} lần, TTNT (trí tuệ nhân tạo) ${ttnt} lần; ${doubtful.length} đoạn chỉ nói “ứng dụng CNTT” dù tên văn bản là về trí tuệ nhân tạo.`,
        en: `The document mixes CNTT (information technology, ${cntt} times) and TTNT (artificial intelligence, ${ttnt} times); ${doubtful.length} passages speak only of CNTT although its subject is artificial intelligence.`,
      },
      { sectionId: first.id, quote: canonical.text.slice(first.start, first.ownEnd) },
    ),
  ];
};
