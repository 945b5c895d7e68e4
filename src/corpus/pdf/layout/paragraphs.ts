/**
 * Whether a line goes on with the paragraph before it, told by where lines begin and end and how far they stand apart.
 * Where the page does not tell, nothing is said: the parser then reads the words.
 */
import type { FlowLine } from "./flow-line.ts";
import { opensItem } from "./list-mark.ts";
import { median, quantile } from "./page-content.ts";

/** "(Kèm theo Kế hoạch số …)" under a title stands for itself. */
const UNDER_TITLE = /^\((?:Kèm|Ban hành)/u;

/** What is measured over a document, for pages of one width. */
export interface PageShape {
  /** Where full lines of the running text begin and end. */
  readonly left: number;
  readonly right: number;
  /** Distance of two lines of a paragraph, in parts of the font size. */
  readonly pitch: number;
  /** True when paragraphs show themselves, by an indented first line or by space between. */
  readonly paragraphsShow: boolean;
}

/** Parts of the font size. */
const ALIGNED = 0.45;
const INDENT = 0.8;
const EXTRA_SPACE = 0.22;
const SPACE = 0.25;
const CENTRED = 0.9;
const HANGING = 5;
const DEFAULT_PITCH = 1.2;

const STOPPED = /[.;:!?…]["”’)\]]*$/u;
const startsLower = (text: string): boolean => /^["“(]?\p{Ll}/u.test(text) && !opensItem(text);
const isUpper = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
const centre = (line: FlowLine): number => (line.left + line.right) / 2;
const firstWordWidth = (line: FlowLine): number => {
  const first = line.words[0];
  return first === undefined ? 0 : first.right - first.left;
};

/** Points by which edges of lines may differ; recognised words stand less exactly. */
const slack = (line: FlowLine): number => (line.confidence === undefined ? 0.15 : 0.45) * line.size;
/** The same for their heights. */
const slackDown = (line: FlowLine): number => (line.confidence === undefined ? 0.05 : 0.1) * line.size;

/** Measures lines of one page width, without those in columns. */
export function measureShape(lines: readonly FlowLine[]): PageShape {
  const own = lines.filter((line) => line.column === null);
  const right = quantile(
    own.map((line) => line.right),
    0.97,
  );
  const full = own.filter((line) => right - line.right < line.size);
  const lefts = own.filter((_, index) => {
    const before = own[index - 1];
    return before !== undefined && full.includes(before);
  });
  const left = quantile(
    (lefts.length >= 3 ? lefts : own).map((line) => line.left),
    lefts.length >= 3 ? 0.3 : 0.05,
  );
  const following = own.flatMap((line, index) => {
    const before = own[index - 1];
    const near =
      before !== undefined && before.page === line.page && Math.abs(before.size - line.size) < 0.1 * line.size && full.includes(before);
    return near ? [{ ratio: (line.baseline - before.baseline) / line.size, indented: line.left - left > INDENT * line.size }] : [];
  });
  const ratios = following.map((pair) => pair.ratio).filter((ratio) => ratio > 0.8 && ratio < 3);
  const pitch = ratios.length >= 3 ? quantile(ratios, 0.35) : median(ratios) || DEFAULT_PITCH;
  const indented = own.filter(
    (line) => line.left - left > INDENT * line.size && line.left - left < 6 * line.size && right - line.right < 4 * line.size,
  ).length;
  const spaced = own.filter((line, index) => {
    const before = own[index - 1];
    return before !== undefined && before.page === line.page && (line.baseline - before.baseline) / line.size > pitch + EXTRA_SPACE;
  }).length;
  return { left, right, pitch, paragraphsShow: indented > 0.1 * own.length || spaced > 0.15 * own.length };
}

const isCentred = (line: FlowLine, shape: PageShape): boolean =>
  Math.abs(centre(line) - (shape.left + shape.right) / 2) < CENTRED * line.size && line.left - shape.left > line.size;

/** Lines set in the middle: a heading or a title cut by hand or by its width. */
function centredContinues(input: { before: FlowLine; line: FlowLine; shape: PageShape }): boolean | undefined {
  const { before, line, shape } = input;
  if (before.bold !== line.bold || Math.abs(before.size - line.size) > 0.12 * line.size) return false;
  if (isUpper(before.text) !== isUpper(line.text) && !startsLower(line.text)) return false;
  if (opensItem(line.text) || line.text.startsWith("(")) return false;
  const room = shape.right - shape.left - (before.right - before.left);
  if (room < firstWordWidth(line) + SPACE * line.size + slack(line)) return true;
  if (startsLower(line.text) && !STOPPED.test(before.text)) return true;
  return undefined;
}

/** Lines of a letterhead or of a signature block: none is ever full, so only small letters and dashes tell. */
function columnContinues(before: FlowLine, line: FlowLine): boolean | undefined {
  if (opensItem(line.text) || /^[-–+•]/u.test(line.text)) return false;
  if (line.baseline - before.baseline > 2 * line.size || before.bold !== line.bold) return false;
  if (startsLower(line.text) && !STOPPED.test(before.text)) return true;
  return undefined;
}

/** A hanging indent: the line begins under the first word after the mark. */
function hangsUnder(before: FlowLine, line: FlowLine): boolean {
  const second = before.words[1];
  return (
    opensItem(before.text) &&
    second !== undefined &&
    Math.abs(line.left - second.left) < ALIGNED * line.size &&
    line.left - before.left < HANGING * line.size
  );
}

/**
 * @param input.first whether the line before opens its paragraph.
 * @returns undefined where the layout does not tell.
 */
export function continuesParagraph(input: { before: FlowLine; line: FlowLine; first: boolean; shape: PageShape }): boolean | undefined {
  const { before, line, first, shape } = input;
  if (before.column !== line.column) return false;
  if (line.column !== null) return columnContinues(before, line);
  if (UNDER_TITLE.test(line.text)) return false;
  const samePage = before.page === line.page;
  const size = Math.max(before.size, line.size);
  const apart = samePage && line.baseline - before.baseline > (shape.pitch + EXTRA_SPACE) * size + slackDown(line);
  if (
    isCentred(line, shape) &&
    (isCentred(before, shape) || (first && before.bold === line.bold && Math.abs(centre(before) - centre(line)) < CENTRED * size))
  ) {
    const continues = samePage ? centredContinues({ before, line, shape }) : false;
    // Titles cut by hand stand apart like paragraphs.
    return apart && continues === true ? undefined : apart ? false : continues;
  }
  if (apart) return false;
  if (isCentred(before, shape) && shape.right - before.right > 2 * size) return false;
  const room = shape.right - before.right;
  if (room > firstWordWidth(line) + SPACE * line.size + slack(line)) {
    // The word would have fitted, so that the line was ended on purpose, unless the words say otherwise.
    return startsLower(line.text) && !STOPPED.test(before.text) ? undefined : false;
  }
  const step = line.left - before.left;
  const item = opensItem(line.text);
  if (Math.abs(step) < ALIGNED * size) {
    if (item && STOPPED.test(before.text)) return shape.paragraphsShow && samePage && !first ? undefined : false;
    if (first && line.left - shape.left > INDENT * size) return item || !startsLower(line.text) ? false : undefined;
    return shape.paragraphsShow || !STOPPED.test(before.text) ? (item ? undefined : true) : undefined;
  }
  if (step > 0) return hangsUnder(before, line);
  if (!first) return false;
  return item && STOPPED.test(before.text) ? undefined : true;
}
