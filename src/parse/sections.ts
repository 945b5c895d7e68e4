/** From drafts to the sections that a plan holds: headings, paths, levels. */
import { shortened } from "../language/shorten.ts";
import type { Draft } from "./draft.ts";
import { sectionLabel } from "./section-labels.ts";
import type { Section } from "./types.ts";

const HEADING_LIMIT = 300;
const SNIPPET = 90;
const UNTITLED = new Set(["head", "tail", "letter", "row"]);

const isUpper = (words: string): boolean => !/\p{Ll}/u.test(words);

/**
 * A section's first words after its mark. "Phần A" or "PHỤ LỤC I" alone on a line: the title stands in the next ones, as
 * many as are set in capitals.
 */
function titleOf(draft: Draft, text: string): string {
  const first = draft.firstParagraph;
  const own =
    draft.textStart >= first.end && draft.ownParagraphs > 1
      ? text.slice(first.end + 1, draft.ownEnd)
      : text.slice(draft.textStart, first.end);
  const [title = "", ...rest] = own.split("\n", 6);
  if (draft.textStart < first.end && !(isUpper(title) && title !== "" && draft.ownParagraphs > 1)) return title;
  const following = draft.textStart < first.end ? text.slice(first.end + 1, draft.ownEnd).split("\n", 6) : rest;
  if (!isUpper(title) || /[.:;]$/u.test(title)) return title;
  const end = following.findIndex((line) => !/\p{Lu}/u.test(line) || !isUpper(line) || line.startsWith("("));
  return [title, ...following.slice(0, end === -1 ? following.length : end)].join(" ");
}

/** A draft and all under it, depth-first. */
export function toSections(draft: Draft, text: string, parent: { readonly path: readonly string[]; readonly level: number }): Section[] {
  const words = titleOf(draft, text);
  const hasMore = draft.children.length > 0 || draft.ownParagraphs > 1;
  const titled = !UNTITLED.has(draft.kind) && (draft.kind !== "paragraph" || draft.children.length > 0 || draft.style === "heading");
  const heading = titled && words.length <= HEADING_LIMIT && (isUpper(words) || (hasMore && !/[.;:,]$/u.test(words))) ? words : "";
  const level = parent.level + 1;
  const shown = heading !== "" ? heading : shortened(words, SNIPPET);
  const path = [...parent.path, titled ? `${draft.marker} ${shown}`.trim() : (rowName(draft, text) ?? sectionLabel(draft.steps))];
  const section: Section = {
    id: draft.id,
    parentId: draft.parent?.id ?? null,
    kind: draft.kind,
    marker: draft.marker,
    label: sectionLabel(draft.steps),
    heading,
    path,
    level,
    start: draft.firstParagraph.start,
    end: draft.end,
    ownEnd: draft.ownEnd,
  };
  return [section, ...draft.children.flatMap((child) => toSections(child, text, { path, level }))];
}

/** A group row shows its words in the path of the rows under it: "I Nhóm nhiệm vụ hạ tầng". */
function rowName(draft: Draft, text: string): string | null {
  if (draft.kind !== "row" || draft.children.length === 0) return null;
  const cells = text.slice(draft.firstParagraph.start, draft.firstParagraph.end).split("|");
  return shortened(
    cells
      .map((cell) => cell.trim())
      .filter((cell) => cell !== "")
      .join(" "),
    SNIPPET,
  );
}
