/** Footnotes of a page: links forth and back tell them; each goes behind the paragraph that refers to it. */
import { attribute } from "./page-tree.ts";
import type { PageElement } from "./page-tree.ts";
import type { PageLine } from "./line-writer.ts";

const FORTH = /#((?:_?(?:ftn|edn)|fn|footnote|endnote|cite_note|sdfootnote|note)[-_:]?\w{1,20})$/u;
const BACK = /#(?:_?(?:ftn|edn)ref|fnref|footnote-?ref|endnote-?ref|cite_ref|note-?ref)[-_:]?(\w{1,20})$|#sdfootnote(\d{1,4})anc$/u;

/** What a link is to a footnote: the reference with the note's id, or the way back from the note with its number. */
export type NoteLink = { readonly kind: "forth"; readonly id: string } | { readonly kind: "back"; readonly id: string };

/** Ids of both ends come to the same: "_ftn1", "_ftnref1" → "1". */
const numberOf = (id: string): string => /\d+\w*$/u.exec(id.replace(/sym$|anc$/u, ""))?.[0] ?? id;

export function noteLink(element: PageElement): NoteLink | null {
  const href = attribute(element, "href");
  const back = BACK.exec(href);
  if (back !== null) return { kind: "back", id: numberOf(back[1] ?? back[2] ?? "") };
  const forth = FORTH.exec(href);
  return forth === null ? null : { kind: "forth", id: numberOf(forth[1] ?? "") };
}

/** Lines with every footnote behind the paragraph, or the table, that refers to it; others stay where they are. */
export function placeNotes(lines: readonly PageLine[]): PageLine[] {
  const referred = new Set(lines.flatMap((line) => line.refersTo));
  const notes = new Map(lines.flatMap((line) => (line.isNote !== null && referred.has(line.isNote) ? [[line.isNote, line] as const] : [])));
  if (notes.size === 0) return [...lines];
  const placed: PageLine[] = [];
  let waiting: PageLine[] = [];
  const isRow = (line: PageLine | undefined): boolean => line?.text.startsWith("|") === true;
  lines.forEach((line, index) => {
    if (line.isNote !== null && notes.get(line.isNote) === line) return;
    placed.push(line);
    for (const id of line.refersTo) {
      const note = notes.get(id);
      if (note !== undefined && !waiting.includes(note) && !placed.includes(note)) waiting.push(note);
    }
    if (isRow(line) && isRow(lines[index + 1])) return;
    placed.push(...waiting);
    waiting = [];
  });
  return placed;
}
