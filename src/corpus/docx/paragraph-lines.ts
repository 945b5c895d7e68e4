/** A paragraph's words as lines: its list number in front, tabs as spaces, manual line breaks judged. */
import type { ReadLine } from "../readers/reader.ts";
import type { ParagraphBlock } from "./blocks.ts";
import type { ListLabel } from "./list-counter.ts";

/** The gap by which two columns typed on one line are known. */
const COLUMN_GAP = "    ";

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
const DATE_OF_ISSUE = /,\s*ngày[\s.…\d]*tháng/u;
const LEFT_OF_HEAD = /^(?:Số\s*:|Nơi nhận|V\/v\b)/u;
/** "1.", "a)", "-" and nothing else: the tab after it sets off the text of the paragraph. */
const BARE_MARK = /^(?:\(?[\p{L}\d]{1,5}(?:\.\d{1,3})*[.):/]*|[-–—+*•▪●○])$/u;

/** A tab is a space, but for one that sets a second column on the line, as in a letterhead typed without a table. */
function spaceTabs(text: string): string {
  if (!text.includes("\t")) return text;
  const [left = "", ...rest] = text.split(/\s*\t[\t ]*/u);
  const right = rest.join(" ");
  const columns =
    left.trim() !== "" &&
    right.length < 120 &&
    left.length < 120 &&
    !BARE_MARK.test(left.trim()) &&
    /^\p{Lu}/u.test(right) &&
    (/\t[ \t]*\t/u.test(text) || isCapitals(right) || isCapitals(left) || DATE_OF_ISSUE.test(right) || LEFT_OF_HEAD.test(left));
  return columns ? [left, ...rest].filter((part) => part.trim() !== "").join(COLUMN_GAP) : text.replace(/\s*\t[\t ]*/gu, " ");
}

/** The label and what stands between it and the text. */
function withLabel(label: ListLabel | null, text: string): string {
  if (label === null) return text;
  // Without a space in between, only a sign may follow: "Điều 3" + ". Hiệu lực".
  return label.suffix === "nothing" && /^[\p{P}\s]/u.test(text) ? `${label.text}${text}` : `${label.text} ${text.trimStart()}`;
}

/** What opens a paragraph of its own, also after a manual line break. */
const OPENS = /^(?:[-–—+*•▪●○]\s|\(?[a-zđ]\)\s|\d{1,3}(?:\.\d{1,3})*[.)]\s|[IVX]{1,6}[.)]\s|\|)/u;
const STOPS = /[.;:!?…]["”’)\]]*$/u;

/**
 * Whether the words after a manual line break go on with those before. Undefined where the break may stand between two
 * things, as in a letterhead: then the words must tell.
 */
export function goesOnAfterBreak(input: {
  readonly before: string;
  readonly after: string;
  readonly heading: boolean;
}): boolean | undefined {
  const { before, after, heading } = input;
  if (OPENS.test(after) || STOPS.test(before)) return false;
  if (/^["“(]?\p{Ll}/u.test(after)) return true;
  if (heading && isCapitals(before) === isCapitals(after)) return true;
  return isCapitals(before) || isCapitals(after) ? undefined : before.endsWith(",") || before.length >= 60 ? true : undefined;
}

/** The lines of a paragraph, none for one without words. A number alone is a line only where `bareLabels` says so. */
export function paragraphLines(input: {
  readonly block: ParagraphBlock;
  readonly page: number | null;
  /** In a cell the list number may be all there is: a column that numbers the rows. */
  readonly bareLabels?: boolean;
}): ReadLine[] {
  const { block, page, bareLabels = false } = input;
  if (block.text.trim() === "")
    return bareLabels && block.label !== null && !block.label.bullet ? [{ text: block.label.text, page, continues: false }] : [];
  const pieces = withLabel(block.label, block.text)
    .split("\n")
    .map((piece) => spaceTabs(piece.trim()).trim())
    .filter((piece) => piece !== "");
  const heading = block.heading || block.label !== null || OPENS.test(pieces[0] ?? "");
  return pieces.map((text, at) => {
    const before = pieces[at - 1];
    const continues = before === undefined ? false : goesOnAfterBreak({ before, after: text, heading });
    return continues === undefined ? { text, page } : { text, page, continues };
  });
}
