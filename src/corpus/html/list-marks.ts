/** The marks that a browser prints before the items of a list; they are not in the page's text. */
import { toRoman } from "../../language/roman-numbers.ts";
import { attribute, styleOf } from "./page-tree.ts";
import type { PageElement } from "./page-tree.ts";

type Style = "decimal" | "lower-alpha" | "upper-alpha" | "lower-roman" | "upper-roman" | "bullet" | "none";

const TYPES: Readonly<Record<string, Style>> = { "1": "decimal", a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" };
const STYLES: Readonly<Record<string, Style>> = {
  decimal: "decimal",
  "decimal-leading-zero": "decimal",
  "lower-alpha": "lower-alpha",
  "lower-latin": "lower-alpha",
  "upper-alpha": "upper-alpha",
  "upper-latin": "upper-alpha",
  "lower-roman": "lower-roman",
  "upper-roman": "upper-roman",
  none: "none",
  disc: "bullet",
  circle: "bullet",
  square: "bullet",
};

function styleFor(element: PageElement, ordered: boolean): Style | null {
  const css = styleOf(element, "list-style-type") || styleOf(element, "list-style");
  const named = css
    .split(/\s+/u)
    .map((word) => STYLES[word])
    .find((style) => style !== undefined);
  // "a" and "A" differ: the attribute's own case counts.
  return named ?? (ordered ? TYPES[(element.attributes.get("type") ?? "").trim()] : undefined) ?? null;
}

const letters = (value: number): string =>
  value <= 0 ? "" : letters(Math.floor((value - 1) / 26)) + String.fromCharCode(97 + ((value - 1) % 26));

function mark(style: Style, value: number): string {
  switch (style) {
    case "none":
      return "";
    case "bullet":
      return "-";
    case "decimal":
      return `${value}.`;
    default:
      // Browsers fall back to plain numbers where letters cannot count.
      if (value < 1 || value > 3999) return `${value}.`;
      if (style === "lower-alpha") return `${letters(value)})`;
      if (style === "upper-alpha") return `${letters(value).toUpperCase()}.`;
      return style === "upper-roman" ? `${toRoman(value)}.` : `${toRoman(value).toLowerCase()})`;
  }
}

const isOrdered = (list: PageElement): boolean => list.tag === "ol";

/** Lists around a list, up to the table or the page that holds them. */
function listsAround(list: PageElement): number {
  let count = 0;
  for (let around = list.parent; around !== null && around.tag !== "td" && around.tag !== "th"; around = around.parent)
    if (around.tag === "ul") count++;
  return count;
}

const integer = (text: string): number | null => (/^-?\d{1,6}$/u.test(text) ? Number(text) : null);

/** The printed mark of each item of a list, by the item's element: "1.", "a)", "I.", "-", "+" in a list within a list. */
export function marksOf(list: PageElement): ReadonlyMap<PageElement, string> {
  const items = list.children.filter((child): child is PageElement => child.kind === "element" && child.tag === "li");
  const ordered = isOrdered(list);
  const style = styleFor(list, ordered) ?? (ordered ? "decimal" : "bullet");
  const bullet = listsAround(list) > 0 ? "+" : "-";
  const reversed = ordered && list.attributes.has("reversed");
  let value = integer(attribute(list, "start")) ?? (reversed ? items.length : 1);
  return new Map(
    items.map((item) => {
      const own = styleFor(item, ordered) ?? style;
      value = ordered ? (integer(attribute(item, "value")) ?? value) : value;
      const printed = own === "bullet" ? bullet : mark(own, value);
      value += reversed ? -1 : 1;
      return [item, printed];
    }),
  );
}
