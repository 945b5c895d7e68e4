/** What is doubtful about a document; one small check each, one table that lists them. */
import type { Warning } from "../contract/documents.ts";
import type { CanonicalText } from "./canonical-text.ts";
import { letterToNumber, romanToNumber } from "./markers.ts";
import type { DocumentMetadata } from "./metadata.ts";
import { checkTotals } from "./totals.ts";
import type { Section } from "./types.ts";

export interface WarningInput {
  readonly canonical: CanonicalText;
  readonly sections: readonly Section[];
  readonly metadata: DocumentMetadata;
}

type Check = (input: WarningInput) => Warning[];

/** A warning in both languages; the place is null where it stands in no section, the quote where no words show it. */
const warning = (code: string, words: { vi: string; en: string }, place: { sectionId: string | null; quote: string | null }): Warning => ({
  code,
  message: words.vi,
  messageEn: words.en,
  ...place,
});

const draft: Check = ({ metadata }) =>
  metadata.status === "draft"
    ? [
        warning(
          "draft",
          { vi: "Văn bản là dự thảo, chưa được ban hành.", en: "The document is a draft; it has not been issued." },
          { sectionId: "dau-van-ban", quote: null },
        ),
      ]
    : [];

const numberMissing: Check = ({ metadata, canonical }) =>
  metadata.number === null && metadata.kind !== "Văn bản"
    ? [
        warning(
          "number-missing",
          {
            vi: metadata.numberLine === null ? "Văn bản trong kho không ghi số hiệu." : "Số hiệu văn bản để trống trong bản gốc.",
            en:
              metadata.numberLine === null
                ? "The source text states no document number."
                : "The document number is left blank in the source.",
          },
          {
            sectionId: metadata.numberLine?.sectionId ?? "dau-van-ban",
            quote: metadata.numberLine === null ? null : canonical.text.slice(metadata.numberLine.start, metadata.numberLine.end),
          },
        ),
      ]
    : [];

const dateMissing: Check = ({ metadata, canonical }) => {
  const printed = metadata.issuedOnPrinted?.evidence;
  return metadata.issuedOn === null
    ? [
        warning(
          "date-missing",
          { vi: "Ngày ban hành để trống hoặc không đủ trong bản gốc.", en: "The date of issue is blank or incomplete in the source." },
          {
            sectionId: printed?.sectionId ?? "dau-van-ban",
            quote: printed === undefined ? null : canonical.text.slice(printed.start, printed.end),
          },
        ),
      ]
    : [];
};

const truncated: Check = ({ canonical, sections }) =>
  [...canonical.text.matchAll(/\[(?:\.{3}|…)\]/gu)].map((match) => {
    const section = sections.findLast((candidate) => candidate.start <= match.index && match.index < candidate.end);
    return warning(
      "source-truncated",
      {
        vi: `Văn bản nguồn bị cắt (“[...]”) sau ${section?.label ?? "phần cuối"}: phần còn lại không có trong kho.`,
        en: `The source text is cut off (“[...]”) after ${section?.label ?? "the end"}; the rest is not in the collection.`,
      },
      { sectionId: section?.id ?? null, quote: match[0] },
    );
  });

const NUMBERED = new Set(["roman", "article", "number", "alpha"]);
const positionOf = (section: Section): number => {
  const value =
    section.id
      .split(/[.~]/u)
      .findLast((part) => (part !== "" && !/^\d+$/u.test(section.id.split("~")[1] ?? "x") ? true : part !== section.id.split("~")[1])) ??
    "";
  switch (section.kind) {
    case "roman":
      return romanToNumber(value) || Number(value);
    case "article":
      return Number.parseInt(value.slice(1), 10);
    case "alpha":
      return letterToNumber(value);
    default:
      return Number(value);
  }
};

/** Length of the words that show which item is meant. */
const OPENING = 80;

/** The first words of a text, never half a word. */
function openingOf(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length <= OPENING ? line : line.slice(0, line.lastIndexOf(" ", OPENING));
}

/** Numbers that jump or repeat among siblings. */
const numbering: Check = ({ sections, canonical }) => {
  const found: Warning[] = [];
  const last = new Map<string, { position: number; section: Section }>();
  const labels = new Map(sections.map((section) => [section.id, section.label]));
  for (const section of sections) {
    if (!NUMBERED.has(section.kind)) continue;
    const key = `${section.parentId ?? ""}|${section.kind}`;
    const position = positionOf(section);
    const before = last.get(key);
    const printed = section.marker.replace(/[.)]$/u, "");
    const inParent = labels.get(section.parentId ?? "");
    const where = inParent === undefined ? "" : ` ${inParent}`;
    const quote = openingOf(canonical.text.slice(section.start, section.ownEnd));
    if (section.label.includes("bản gốc in")) {
      found.push(
        warning(
          "numbering-misprint",
          { vi: `Số thứ tự in sai: ${section.label}.`, en: `Misprinted number: ${section.label}.` },
          { sectionId: section.id, quote },
        ),
      );
    } else if (before !== undefined && position === before.position) {
      found.push(
        warning(
          "numbering-repeated",
          {
            vi: `Số thứ tự bị lặp: có hai mục cùng đánh số ${printed}${where}.`,
            en: `A number is repeated: two items are numbered ${printed} in${where}.`,
          },
          { sectionId: section.id, quote },
        ),
      );
    } else if (before !== undefined && position > before.position + 1 && !skipsOnlyD(section, before.position, position)) {
      const beforePrinted = before.section.marker.replace(/[.)]$/u, "");
      const missing = position === before.position + 2 ? ` không có mục ${nextMark(before.section, before.position)}` : "";
      found.push(
        warning(
          "numbering-skipped",
          {
            vi: `Số thứ tự nhảy từ ${beforePrinted} sang ${printed}${where}${missing === "" ? "" : `, bản gốc${missing}`}.`,
            en: `Numbering jumps from ${beforePrinted} to ${printed} in${where}.`,
          },
          { sectionId: section.id, quote },
        ),
      );
    }
    last.set(key, { position, section });
  }
  return found;
};

/** Many offices leave out đ between d and e; that is a habit, not a slip. */
function skipsOnlyD(section: Section, before: number, position: number): boolean {
  return section.kind === "alpha" && before === letterToNumber("d") && position === letterToNumber("e");
}

function nextMark(section: Section, position: number): string {
  const printed = section.marker.replace(/[.)]$/u, "");
  return /^\d+$/u.test(printed) ? String(position + 1) : `sau ${printed}`;
}

const totals: Check = ({ canonical, sections }) =>
  checkTotals(canonical.text, sections)
    .filter(({ matches }) => !matches)
    .map((found) =>
      warning(
        "totals-differ",
        {
          vi: `Số liệu không khớp: văn bản ghi ${found.statedText}, nhưng cộng các khoản (${found.parts.join(" + ")}) được ${found.summedText}.`,
          en: `Figures do not add up: the text states ${found.statedText}, but the items (${found.parts.join(" + ")}) sum to ${found.summedText}.`,
        },
        { sectionId: found.sectionId, quote: found.quote },
      ),
    );

const TTNT = /TTNT|trí tuệ nhân tạo/giu;
const CNTT = /CNTT|công nghệ thông tin/giu;

/** CNTT where the document's subject is TTNT: sections that speak of applying CNTT and never of TTNT. */
const mixedTerms: Check = ({ canonical, sections, metadata }) => {
  if (!/trí tuệ nhân tạo|TTNT/iu.test(metadata.subject)) return [];
  const doubtful = sections.filter((section) => {
    const own = canonical.text.slice(section.start, section.ownEnd);
    return /ứng dụng CNTT/u.test(own) && own.match(TTNT) === null;
  });
  const first = doubtful[0];
  if (first === undefined || doubtful.length < 3) return [];
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

/** An annex that the text promises and the file does not hold. */
const annexMissing: Check = ({ canonical, sections }) => {
  const annexes = sections.filter((section) => section.kind === "annex");
  const match = [
    ...canonical.text.matchAll(
      /(?:theo|tại|kèm theo)\s+(?:các\s+)?(?:phụ lục|PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?([IVX]+|\d+)(?!\p{L}))?[^.;)\n]{0,40}/gu,
    ),
  ].find((mention) =>
    mention[1] === undefined
      ? annexes.length === 0
      : !annexes.some((annex) => annex.id === `PL${mention[1]}`) && !(annexes.length === 1 && annexes[0]?.id === "PL"),
  );
  if (match === undefined) return [];
  const section = sections.findLast((candidate) => candidate.start <= match.index && match.index < candidate.ownEnd);
  return [
    warning(
      "annex-missing",
      { vi: "Văn bản nhắc tới phụ lục nhưng phụ lục không có trong tệp.", en: "The text refers to an annex that is not in the file." },
      { sectionId: section?.id ?? null, quote: match[0] },
    ),
  ];
};

const CHECKS: readonly Check[] = [draft, numberMissing, dateMissing, truncated, numbering, totals, mixedTerms, annexMissing];

/** All warnings of a document, in the order of the checks. */
export function findWarnings(input: WarningInput): Warning[] {
  const ids = new Set(input.sections.map((section) => section.id));
  // A document without a head has no section to hang a warning about the head on.
  return CHECKS.flatMap((check) => check(input)).map((found) =>
    found.sectionId === null || ids.has(found.sectionId) ? found : { ...found, sectionId: null },
  );
}
