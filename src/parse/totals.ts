/** Sums that do not add up: a stated total against the amounts listed right under it, in bullets or in a table. */
import { findAmounts, formatDong, vietnameseNumber } from "../language/amounts.ts";
import { cellsOf } from "./table-rows.ts";
import type { Section } from "./types.ts";

export interface CheckedTotal {
  readonly sectionId: string;
  /** The words that state the total, verbatim. */
  readonly quote: string;
  readonly stated: number;
  readonly summed: number;
  /** Formatted for people, with the unit the document uses. */
  readonly statedText: string;
  readonly summedText: string;
  readonly parts: readonly string[];
  readonly matches: boolean;
}

const amountOf = (text: string): { dong: number; text: string } | undefined => findAmounts(text).at(-1);

/** The first amount of a bullet is its own; those in brackets after it say where it comes from. */
const partOf = (text: string): { dong: number; text: string } | undefined =>
  findAmounts(text.replace(/\([^)]*\)/gu, (bracket) => " ".repeat(bracket.length))).at(0);

/** Every total that the text states over amounts listed under it, with whether it adds up. */
export function checkTotals(text: string, sections: readonly Section[]): CheckedTotal[] {
  return [...bulletTotals(text, sections), ...tableTotals(text, sections)];
}

/** Totals of section and bullets below it. */
function bulletTotals(text: string, sections: readonly Section[]): CheckedTotal[] {
  const bulletsOf = new Map<string | null, Section[]>();
  for (const section of sections) {
    if (section.kind !== "dash" && section.kind !== "plus" && section.kind !== "alpha") continue;
    const bullets = bulletsOf.get(section.parentId);
    if (bullets === undefined) bulletsOf.set(section.parentId, [section]);
    else bullets.push(section);
  }
  return sections.flatMap((section) => {
    const children = bulletsOf.get(section.id) ?? [];
    const parts = children.map((child) => partOf(text.slice(child.start, child.ownEnd)));
    const own = text.slice(section.start, section.ownEnd);
    const total = amountOf(own);
    if (total === undefined || children.length < 2 || parts.includes(undefined)) return [];
    const summed = parts.reduce((sum, found) => sum + (found?.dong ?? 0), 0);
    const line = own.split("\n").findLast((candidate) => candidate.includes(total.text)) ?? own;
    return [
      {
        sectionId: section.id,
        quote: line,
        stated: total.dong,
        summed,
        statedText: total.text,
        summedText: sameUnit(summed, total.text),
        parts: parts.map((found) => found?.text ?? ""),
        matches: summed === total.dong,
      },
    ];
  });
}

/** An amount in the unit that the total is written in. */
function sameUnit(dong: number, like: string): string {
  const unit = /(?:triệu|tỷ|tỉ)(?: đồng)?/iu.exec(like)?.[0];
  if (unit === undefined) return formatDong(dong);
  const value = dong / (unit.toLowerCase().startsWith("tri") ? 1e6 : 1e9);
  return `${value.toLocaleString("vi-VN")} ${unit}`;
}

const TOTAL_ROW = /tổng (?:cộng|số|kinh phí)|^\|?\s*(?:tổng|cộng)\b/iu;
const NUMBER_CELL = /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$/u;

/** Totals of table columns: the row "Tổng cộng" against the rows above it. */
function tableTotals(text: string, sections: readonly Section[]): CheckedTotal[] {
  const rows = sections.filter((section) => section.kind === "row");
  return rows.flatMap((row) => {
    const words = text.slice(row.start, row.ownEnd);
    if (!TOTAL_ROW.test(words)) return [];
    const above = rows
      .filter((other) => other.parentId === row.parentId && other.start < row.start)
      .map((other) => cellsOf(text, other.start, other.ownEnd));
    const cells = cellsOf(text, row.start, row.ownEnd);
    const column = cells.findLastIndex((cell) => NUMBER_CELL.test(cell.text));
    const fromEnd = cells.length - column;
    const total = cells[column];
    if (total === undefined) return [];
    const values = above
      .map((other) => other[other.length - fromEnd]?.text ?? "")
      .filter((value) => NUMBER_CELL.test(value))
      .map(vietnameseNumber);
    const summed = values.reduce((sum, value) => sum + value, 0);
    const stated = vietnameseNumber(total.text);
    if (values.length < 2) return [];
    const show = (value: number): string => value.toLocaleString("vi-VN");
    return [
      {
        sectionId: row.id,
        quote: words,
        stated,
        summed,
        statedText: show(stated),
        summedText: show(summed),
        parts: values.map(show),
        matches: Math.abs(summed - stated) < 1e-6,
      },
    ];
  });
}
