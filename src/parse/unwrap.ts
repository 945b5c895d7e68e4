/**
 * Which lines belong to one paragraph.
 *
 * Two kinds of sources come in: a paragraph a line (with page breaks now and then in the middle of one), and text cut
 * at a page's width, with or without blank lines between all lines. The widths tell which.
 */
import { agencies } from "../language/agencies.ts";
import { foldText } from "../language/fold.ts";
import { closesDocument } from "./closing-words.ts";
import { readMarker } from "./markers.ts";

export interface LayoutLine {
  readonly text: string;
  readonly afterBlank: boolean;
}

export interface Layout {
  /** True when paragraphs are cut at a fixed width. */
  readonly wrapped: boolean;
  /** Length that nearly all lines stay within, in characters. */
  readonly width: number;
  /** True when blank lines stand between paragraphs, not between all lines. */
  readonly blanksTell: boolean;
  /** The dash that opens most bullets. */
  readonly bullet: string;
  /** Word pairs joined by a dash inside a line, folded: "hoi - thuong". */
  readonly dashed: ReadonlySet<string>;
}

/** Share of all characters that must stand in nearly full lines before text counts as wrapped. */
const WRAPPED_SHARE = 0.5;
/** Part of the width from which a line counts as full, by how the next line begins. */
const FULL_BEFORE_LOWER = 0.55;
const FULL_BEFORE_UPPER = 0.76;
const FULL_AFTER_STOP = 0.9;
/** A paragraph this long that stops without punctuation was cut by a page break; a bullet, which hardly heads anything, sooner. */
const CUT_PARAGRAPH = 200;
const CUT_BULLET = 100;

const STOPS = /[.;:!?…]["”’)\]]*$/u;
const ENDS_DOCUMENT = /\.\/\.$/u;

const DASHED = /(?<!\p{L})(\p{L}{1,20}) [-–] (?=(\p{L}{1,20}))/gu;
const pairsIn = (text: string): string[] => [...text.matchAll(DASHED)].map((match) => foldText(`${match[1] ?? ""} - ${match[2] ?? ""}`));
/** "Lao động - Thương binh và Xã hội": pairs that names of agencies hold. */
const AGENCY_PAIRS = agencies.flatMap((agency) => [agency.name, ...agency.forms].flatMap(pairsIn));

function commonBullet(lines: readonly LayoutLine[]): string {
  const hyphens = lines.filter((line) => line.text.startsWith("- ")).length;
  return lines.filter((line) => line.text.startsWith("– ")).length > hyphens ? "–" : "-";
}

export function measureLayout(lines: readonly LayoutLine[]): Layout {
  const lengths = lines.map((line) => line.text.length).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(0.97 * (lengths.length - 1))] ?? 0;
  const characters = lengths.reduce((sum, length) => sum + length, 0);
  const full = lengths.filter((length) => length >= 0.75 * width && length <= 1.3 * width).reduce((sum, length) => sum + length, 0);
  const blanks = lines.filter((line) => line.afterBlank).length / Math.max(1, lines.length);
  return {
    wrapped: lines.length >= 12 && full >= WRAPPED_SHARE * characters && width < 400,
    width,
    blanksTell: blanks > 0.03 && blanks < 0.85,
    bullet: commonBullet(lines),
    dashed: new Set([...AGENCY_PAIRS, ...lines.flatMap((line) => pairsIn(line.text))]),
  };
}

/** A small letter or a number cannot open a sentence here: it goes on with the line before. */
const startsLower = (text: string): boolean => /^["“(]?[\p{Ll}\d%]/u.test(text);

/** A full line that ends with these words goes on with a number that is no mark: "nêu tại Mục / II. Trường hợp …". */
const REFERS = /(?:^|\s)(?:[Mm]ục|[Kk]hoản|[Đđ]iểm|Điều|Chương|Phần|Phụ lục)$/u;

/** Words that open a paragraph wherever they begin a line. */
const OPENERS = /^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Nơi nhận|Kính gửi|TM\.|KT\.|TL\.)(?![\p{L}])/u;

/**
 * A dash at the start of a line that is no bullet: "kinh tế / - xã hội", "2021 / - 2025", words that stand joined by a
 * dash elsewhere ("Phát thanh / - Truyền hình"), or another dash than the bullets'.
 */
function isCutDash(input: { previous: LayoutLine; line: LayoutLine; layout: Layout; full: boolean }): boolean {
  const { previous, line, layout, full } = input;
  const next = /^([-–]) (\S+)/u.exec(line.text);
  if (next === null || STOPS.test(previous.text)) return false;
  const before = /\p{L}+$/u.exec(previous.text.slice(-21))?.[0] ?? "";
  const after = /^\p{L}+/u.exec(next[2] ?? "")?.[0] ?? "";
  if (before !== "" && after !== "" && layout.dashed.has(foldText(`${before} - ${after}`))) return true;
  return full && !previous.text.endsWith(",") && (/^[\p{Ll}\d]/u.test(next[2] ?? "") || next[1] !== layout.bullet);
}

/** Whether `line` goes on with the paragraph that `previous` belongs to. */
export function continuesLine(input: { previous: LayoutLine; line: LayoutLine; paragraph: string; layout: Layout }): boolean {
  const { previous, line, paragraph, layout } = input;
  const full = (part: number): boolean => previous.text.length + (/^\S+/u.exec(line.text)?.[0].length ?? 0) >= part * layout.width;
  if (ENDS_DOCUMENT.test(previous.text) || OPENERS.test(line.text) || line.text.startsWith("|") || previous.text.startsWith("|"))
    return false;
  if (layout.wrapped && full(FULL_BEFORE_UPPER) && REFERS.test(previous.text)) return true;
  if (readMarker(line.text) !== null) return layout.wrapped && isCutDash({ previous, line, layout, full: full(FULL_BEFORE_UPPER) });
  const stops = STOPS.test(previous.text);
  if (startsLower(line.text) && !stops) return !layout.wrapped || full(FULL_BEFORE_LOWER) || paragraph.length > previous.text.length;
  if (!layout.wrapped) {
    if (stops || previous.text.length <= CUT_BULLET || !/[\p{L},]$/u.test(previous.text)) return false;
    const kind = readMarker(paragraph)?.kind;
    return previous.text.length > (kind === "dash" || kind === "plus" ? CUT_BULLET : CUT_PARAGRAPH);
  }
  if (layout.blanksTell && line.afterBlank) return false;
  if (stops && closesDocument(line.text)) return false;
  if (layout.blanksTell && paragraph.length > previous.text.length && !stops) return full(FULL_BEFORE_LOWER);
  return full(stops && !previous.text.endsWith(":") ? FULL_AFTER_STOP : FULL_BEFORE_UPPER);
}
