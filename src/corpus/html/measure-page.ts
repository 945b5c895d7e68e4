/**
 * How much text each element of a page holds, how much of it is linked, and where the parts of an official document
 * stand. All letters of the page make one folded string without spaces; every element is a range of it.
 */
import { foldText } from "../../language/fold.ts";
import type { PageElement, PageNode } from "./page-tree.ts";

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Measure extends Range {
  /** Letters inside links, and how many links there are. */
  readonly linked: number;
  readonly links: number;
}

export interface MeasuredPage {
  readonly letters: string;
  readonly of: (element: PageElement) => Measure;
  /** Beginnings of letterheads: the national name with the motto soon after. */
  readonly letterheads: readonly number[];
  /** Where the recipients ("Nơi nhận:") stand. */
  readonly recipients: readonly number[];
}

const LETTERHEAD = /conghoaxahoichunghiavietnam(?=.{0,160}?doclap.{0,3}tudo.{0,3}hanhphuc)/gu;
const RECIPIENTS = /noinhan:/gu;

const isLink = (element: PageElement): boolean => element.tag === "a" && element.attributes.has("href");
const NONE: Measure = { from: 0, to: 0, linked: 0, links: 0 };

export function measurePage(root: PageElement): MeasuredPage {
  const parts: string[] = [];
  const measures = new Map<PageElement, Measure>();
  let position = 0;
  function measure(node: PageNode): Measure {
    const from = position;
    if (node.kind === "text") {
      const part = foldText(node.text.normalize("NFC")).replace(/[\s\u00ad\u200b-\u200f\ufeff]+/gu, "");
      parts.push(part);
      position += part.length;
      return { from, to: position, linked: 0, links: 0 };
    }
    let [linked, links] = [0, 0];
    for (const child of node.children) {
      const below = measure(child);
      linked += below.linked;
      links += below.links;
    }
    const own = isLink(node) ? { from, to: position, linked: position - from, links: 1 } : { from, to: position, linked, links };
    measures.set(node, own);
    return own;
  }
  measure(root);
  const letters = parts.join("");
  const places = (pattern: RegExp): number[] => [...letters.matchAll(pattern)].map((match) => match.index);
  return { letters, of: (element) => measures.get(element) ?? NONE, letterheads: places(LETTERHEAD), recipients: places(RECIPIENTS) };
}

export const holds = (range: Range, position: number): boolean => range.from <= position && position < range.to;
export const lengthOf = (range: Range): number => range.to - range.from;
