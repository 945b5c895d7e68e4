/** Sums that do not add up: a stated total against the amounts listed under it, in bullets, in a sentence or in a table. */
import { findAmounts, formatDong, type FoundAmount } from "../language/amounts.ts";
import type { CheckedTotal } from "./checked-total.ts";
import { tableTotals } from "./table-totals.ts";
import type { Section } from "./types.ts";

type Amount = Pick<FoundAmount, "dong" | "text">;

const ITEMS = new Set<Section["kind"]>(["dash", "plus", "alpha", "number"]);
/** Numbered clauses are parts of a sum only where the words above them say so. */
const SAYS_PARTS = /trong đó|bao gồm|gồm|cụ thể|tổng (?:kinh phí|số|cộng|mức|dự toán|nhu cầu)/iu;
/** The sentence lists only some of the parts. */
const LISTS_SOME = /còn lại|số còn|phần còn|ít nhất|khoảng|tối thiểu|tối đa|mỗi|bình quân/iu;
const PARTS_FOLLOW = /(?:,|:|;|\()?\s*(?:trong đó|bao gồm|gồm)(?:\s+có)?\s*:?\s*/iu;
const PART_ENDS = /;|(?<!\d),(?!\d)|,\s|(?<!\p{L})và(?!\p{L})/u;
const LONGEST_SENTENCE = 600;

/** Every total that the text states over amounts listed under it, with whether it adds up. */
export function checkTotals(text: string, sections: readonly Section[]): CheckedTotal[] {
  return [...listTotals(text, sections), ...sentenceTotals(text, sections), ...tableTotals(text, sections)];
}

const withoutBrackets = (text: string): string => text.replaceAll(/\([^()]*\)/gu, (bracket) => " ".repeat(bracket.length));

/** The first amount of an item is its own; those in brackets after it say where it comes from. */
const partOf = (text: string): Amount | undefined => findAmounts(withoutBrackets(text)).at(0);

function itemsOf(sections: readonly Section[]): ReadonlyMap<string | null, readonly Section[]> {
  const items = new Map<string | null, Section[]>();
  for (const section of sections) {
    if (!ITEMS.has(section.kind)) continue;
    const before = items.get(section.parentId);
    if (before === undefined) items.set(section.parentId, [section]);
    else before.push(section);
  }
  return items;
}

/** Totals of a section and the items listed below it. */
function listTotals(text: string, sections: readonly Section[]): CheckedTotal[] {
  const items = itemsOf(sections);
  return sections.flatMap((section) => {
    const children = items.get(section.id) ?? [];
    if (children.length < 2) return [];
    const own = text.slice(section.start, section.ownEnd);
    const total = findAmounts(own).at(-1);
    const parts = children.map((child) => partOf(text.slice(child.start, child.ownEnd)));
    if (total === undefined || (children.some(({ kind }) => kind === "number") && !SAYS_PARTS.test(own))) return [];
    const line = own.split("\n").findLast((candidate) => candidate.includes(total.text)) ?? own;
    return checked({ sectionId: section.id, quote: line, total, parts });
  });
}

/** "Tổng kinh phí 10 tỷ đồng, trong đó: ngân sách tỉnh 6 tỷ đồng; ngân sách huyện 4 tỷ đồng." */
function sentenceTotals(text: string, sections: readonly Section[]): CheckedTotal[] {
  return sections.flatMap((section) =>
    text
      .slice(section.start, section.ownEnd)
      .split(/\n|\.\s+(?=\p{Lu})/u)
      .flatMap((sentence) => {
        if (section.kind === "row" || sentence.length > LONGEST_SENTENCE) return [];
        const follow = PARTS_FOLLOW.exec(sentence);
        const total = follow === null ? undefined : findAmounts(sentence.slice(0, follow.index)).at(-1);
        if (follow === null || total === undefined || LISTS_SOME.test(sentence)) return [];
        const listed = withoutBrackets(sentence.slice(follow.index + follow[0].length)).split(PART_ENDS);
        const amounts = listed.map((part) => findAmounts(part));
        // A part with two amounts, or with none, is no plain list.
        if (amounts.some((found) => found.length !== 1)) return [];
        return checked({ sectionId: section.id, quote: sentence.trim(), total, parts: amounts.map((found) => found[0]) });
      }),
  );
}

function checked(found: { sectionId: string; quote: string; total: Amount; parts: readonly (Amount | undefined)[] }): CheckedTotal[] {
  const { sectionId, quote, total, parts } = found;
  if (parts.length < 2 || parts.includes(undefined)) return [];
  const summed = parts.reduce((sum, part) => sum + (part?.dong ?? 0), 0);
  return [
    {
      sectionId,
      quote,
      stated: total.dong,
      summed,
      statedText: total.text,
      summedText: sameUnit(summed, total.text),
      parts: parts.map((part) => part?.text ?? ""),
      matches: summed === total.dong,
    },
  ];
}

/** An amount in the unit that the total is written in. */
function sameUnit(dong: number, like: string): string {
  const unit = /(?:triệu|tỷ|tỉ)(?: đồng)?/iu.exec(like)?.[0];
  if (unit === undefined) return formatDong(dong);
  const value = dong / (unit.toLowerCase().startsWith("tri") ? 1e6 : 1e9);
  return `${value.toLocaleString("vi-VN")} ${unit}`;
}
