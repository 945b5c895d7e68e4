/** Which marks a word processor would count by itself, as lists with a format, and which were typed. */
import type { Item } from "../master/blocks.ts";

export interface NumberLevel {
  readonly format: "decimal" | "upperRoman" | "lowerLetter" | "bullet";
  /** As OOXML writes it: "%1.", "%1.%2.", "-". */
  readonly text: string;
  readonly start: number;
}

export interface NumberList {
  readonly levels: readonly NumberLevel[];
}

export interface NumberPlan {
  readonly lists: readonly NumberList[];
  /** By item; null where the mark is typed. */
  readonly numberOf: readonly ({ readonly list: number; readonly level: number } | null)[];
}

const LETTERS = "abcdefghiklmnopqrstuvxy";
const ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

function countOf(item: Item): { readonly format: NumberLevel["format"]; readonly count: number } | null {
  const bare = item.mark.replace(/[.)/-]$/u, "");
  if (item.kind === "dash" || item.kind === "plus") return { format: "bullet", count: 1 };
  if (item.kind === "number") return { format: "decimal", count: Number(bare.split(".").at(-1)) };
  if (item.kind === "roman" && !/\d/u.test(item.mark)) return { format: "upperRoman", count: ROMANS.indexOf(bare) + 1 };
  // Word counts a, b, c, d, e: a list that goes on to đ is typed.
  if (item.kind === "alpha" && LETTERS.indexOf(bare) >= 0 && LETTERS.indexOf(bare) < 4)
    return { format: "lowerLetter", count: LETTERS.indexOf(bare) + 1 };
  return null;
}

interface Open {
  readonly depth: number;
  readonly item: Item;
  readonly list: number;
  readonly level: number;
  readonly count: number;
}

/** A list a run of brothers; a run that jumps or repeats becomes a new list with its own start. */
export function automaticNumbers(items: readonly Item[]): NumberPlan {
  const lists: { levels: NumberLevel[] }[] = [];
  const numberOf: ({ list: number; level: number } | null)[] = [];
  const open: Open[] = [];
  const typedLetters = new Set<number>();
  items.forEach((item, index) => {
    const group = items
      .slice(index)
      .findIndex((other, k) => k > 0 && (other.depth < item.depth || (other.depth === item.depth && other.kind !== "alpha")));
    const rest = items.slice(index, group === -1 ? undefined : index + group);
    if (item.kind === "alpha" && rest.some((other) => other.depth === item.depth && other.mark === "đ)")) typedLetters.add(index);
  });
  items.forEach((item, index) => {
    while ((open.at(-1)?.depth ?? -1) > item.depth) open.pop();
    const counted = item.kind === "more" || item.kind === "paragraph" || typedLetters.has(index) ? null : countOf(item);
    if (counted === null) {
      if (item.kind !== "more") while ((open.at(-1)?.depth ?? -1) >= item.depth) open.pop();
      numberOf.push(null);
      return;
    }
    const before = open.at(-1)?.depth === item.depth ? open.pop() : undefined;
    const goesOn =
      before !== undefined && before.item.kind === item.kind && (counted.format === "bullet" || before.count + 1 === counted.count);
    const above = open.at(-1);
    const dotted = /^\d+\.\d+\.$/u.test(item.mark);
    let place: { list: number; level: number };
    if (goesOn) place = { list: before.list, level: before.level };
    else if (dotted && above !== undefined && above.item.kind === "number") {
      lists[above.list]?.levels.splice(1, 1, { format: "decimal", text: "%1.%2.", start: counted.count });
      place = { list: above.list, level: 1 };
    } else {
      const text = counted.format === "bullet" ? item.mark : `%1${item.mark.at(-1) ?? ""}`;
      lists.push({ levels: [{ format: counted.format, text, start: counted.count }] });
      place = { list: lists.length - 1, level: 0 };
    }
    numberOf.push(place);
    open.push({ depth: item.depth, item, ...place, count: counted.count });
  });
  return { lists, numberOf };
}
