/**
 * Which lines belong to one paragraph, where only the words and the widths can tell.
 *
 * Two kinds of sources come in: a paragraph a line (with page breaks now and then in the middle of one), and text cut
 * at a page's width, with or without blank lines between all lines.
 */
import { foldText } from "../language/fold.ts";
import { closesDocument } from "./closing-words.ts";
import { firstWord, rightOf, STOPS, type Layout, type LayoutLine } from "./layout.ts";
import type { MarkSequence } from "./mark-sequence.ts";
import { readWordMark } from "./markers-in-words.ts";
import { isForm, numberToLetter, readMarker, type Marker } from "./markers.ts";
import { looksMisread } from "./misread-marks.ts";

/** What is kept of a paragraph while lines join it: its ends, so that a long one is not copied for every line. */
export interface ParagraphSoFar {
  /** At least its first line, or all of it up to some lines' length. */
  readonly head: string;
  /** Its last words. */
  readonly tail: string;
  readonly length: number;
}

interface Join {
  readonly previous: LayoutLine;
  /** The line that opened the paragraph. */
  readonly first: LayoutLine;
  readonly line: LayoutLine;
  /** The paragraph so far. */
  readonly paragraph: ParagraphSoFar;
  readonly layout: Layout;
  /** Marks seen so far. */
  readonly sequence: MarkSequence;
}

/** Part of the width from which a line counts as full, by how the next line begins. */
const FULL_BEFORE_LOWER = 0.55;
const FULL_BEFORE_UPPER = 0.76;
const FULL_AFTER_STOP = 0.9;
/** A paragraph this long that stops without punctuation was cut by a page break; a bullet, which hardly heads anything, sooner. */
const CUT_PARAGRAPH = 200;
const CUT_BULLET = 100;

const ENDS_DOCUMENT = /\.\/\.$/u;
/** How much of a paragraph's beginning and end is looked at: more than a heading, and a long sentence. */
const LONGEST_HEADING = 400;
const REACH = 2000;

/** A paragraph of its first line. */
export const paragraphOf = (line: string): ParagraphSoFar => ({ head: line, tail: line, length: line.length });

/** A paragraph with one more line. */
export const extended = ({ head, tail, length }: ParagraphSoFar, line: string): ParagraphSoFar => ({
  head: head.length > LONGEST_HEADING ? head : `${head} ${line}`,
  tail: `${tail} ${line}`.slice(-REACH),
  length: length + 1 + line.length,
});

/** Words in capitals, as headings are set. */
const isShouted = (text: string): boolean => text.length <= LONGEST_HEADING && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** A small letter or a number cannot open a sentence here: it goes on with the line before. */
const startsLower = (text: string): boolean => /^["“(]?[\p{Ll}\d%]/u.test(text);

/** A full line that ends with these words goes on with a number that is no mark: "nêu tại Mục / II. Trường hợp …". */
const REFERS = /(?:^|\s)(?:[Mm]ục|[Kk]hoản|[Đđ]iểm|Điều|Chương|Phần|Phụ lục)$/u;
/** "khoản 1 / Mục II": the rest of a reference. */
const REFERS_ON = /(?:[Mm]ục|[Kk]hoản|[Đđ]iểm|Điều|Chương)\s+[\p{L}\d.]{1,5},?$/u;

/** "lII. TỔ CHỨC": a heading whose mark is typed with the wrong letters. */
const MISPRINTED_HEADING = /^[IVXl1]{2,5}\.\s+\p{Lu}{2}/u;

/** Words that open a paragraph wherever they begin a line. */
const OPENERS = /^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Nơi nhận|Kính gửi|TM\.|KT\.|TL\.)(?![\p{L}])/u;
/** Words that open one where the line before has not stopped, so that a sentence begins there for no other reason. */
const OPENS_SENTENCE =
  /^(?:Thực hiện (?:Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Chương trình|Công văn|Nghị định)|Số hiệu|Loại văn bản|Ngày ban hành)(?!\p{L})/u;
/** Words that head bullets where the line before has stopped: "Giai đoạn 3 (năm 2028) - Hoàn thiện:". */
const HEADS_BULLETS = /^(?:Giai đoạn|Năm|Đợt|Nhóm)\s/u;

const isLong = ({ previous, line, layout }: Join, part: number): boolean =>
  previous.text.length + firstWord(line.text) >= part * layout.width;

/** Whether the next word would not have fitted on the line before, or nearly so where letters differ in width. */
function isFull(join: Join, part: number): boolean {
  const { previous, line, layout } = join;
  return layout.edge === null ? isLong(join, part) : rightOf(previous) + 1 + firstWord(line.text) > layout.edge;
}

/** True where the line does not stand where the next line of the paragraph would. */
function standsApart({ previous, first, line, layout }: Join): boolean {
  if (layout.hang === null) return false;
  return line.indent !== (previous === first ? first.indent + layout.hang : previous.indent);
}

/**
 * A dash at the start of a line that is no bullet: "kinh tế / - xã hội", "2021 / - 2025", words that stand joined by a
 * dash elsewhere ("Phát thanh / - Truyền hình"), another dash than the bullets', or one after a line that a bullet could
 * only follow if it had stopped.
 */
function isCutDash(join: Join): boolean {
  const { previous, line, paragraph, layout } = join;
  const next = /^([-–]) (\S+)/u.exec(line.text);
  if (next === null || STOPS.test(previous.text)) return false;
  const before = /\p{L}+$/u.exec(previous.text.slice(-21))?.[0] ?? "";
  const after = /^\p{L}+/u.exec(next[2] ?? "")?.[0] ?? "";
  if (before !== "" && after !== "" && layout.dashed.has(foldText(`${before} - ${after}`))) return true;
  if (!layout.wrapped || (layout.blanksTell && line.afterBlank)) return false;
  const full = isFull(join, FULL_BEFORE_UPPER);
  if (/\d{4}$/u.test(previous.text) && /^\d{4}(?!\d)/u.test(next[2] ?? "")) return true;
  if (!full || previous.text.endsWith(",")) return false;
  if (/^[\p{Ll}\d]/u.test(next[2] ?? "") || next[1] !== layout.bullet) return true;
  // "song ngữ Việt - Ba Na, Việt / - Xơ Đăng"
  if (before !== "" && paragraph.tail.includes(`${before} ${next[1] ?? ""} `)) return true;
  return layout.edge !== null && layout.stopped.has(readMarker(paragraph.head)?.kind ?? "");
}

/** The letter or number before this one, as it would stand inside a sentence: "a) xây dựng; b) vận hành". */
function enumeratesInside({ tail }: ParagraphSoFar, marker: Marker): boolean {
  if (marker.position < 2 || !/^\(?[a1]\)$/u.test(marker.style)) return false;
  const before = marker.kind === "alpha" ? numberToLetter(marker.position - 1) : String(marker.position - 1);
  return [` ${before}) `, `(${before}) `, ...(marker.value === "e" ? [" d) "] : [])].some((inside) => tail.includes(inside));
}

/** "Bước 2: …" after a full line that stops: the next of a list, unless "Bước 1" stands inside the same paragraph. */
function goesOnInWords({ head, tail }: ParagraphSoFar, line: string): boolean {
  const word = readWordMark(line);
  return word !== null && word.position > 1 && !tail.slice(head === tail ? 1 : 0).includes(`${word.style} ${word.position - 1}`);
}

/** An ordered mark at the start of a line that opens nothing: a reference cut in two, a number in running text. */
function isCutMark(join: Join, marker: Marker): boolean {
  const { previous, line, paragraph, layout, sequence } = join;
  if (!layout.wrapped || !isFull(join, FULL_BEFORE_UPPER) || marker.kind === "row") return false;
  if (REFERS.test(previous.text)) return true;
  if (enumeratesInside(paragraph, marker)) return true;
  if (STOPS.test(previous.text) || isShouted(previous.text)) return false;
  // "theo biểu mẫu tại / Mẫu số 02."
  if (isForm(marker)) return true;
  if (/^(?:Mục|Khoản|Điều|Chương|Phần|Phụ lục)\s/iu.test(line.text)) return REFERS_ON.test(previous.text) || !sequence.expects(marker);
  return !sequence.expects(marker);
}

/** Whether `line` goes on with the paragraph that `previous` belongs to. */
export function continuesLine(join: Join): boolean {
  const { previous, line, paragraph, layout } = join;
  if (ENDS_DOCUMENT.test(previous.text) || OPENERS.test(line.text)) return false;
  // "Sở Lao động - / Thương binh và Xã hội"
  if (/\p{L} [-–]$/u.test(previous.text) && /^\p{L}/u.test(line.text)) return true;
  const marker = readMarker(line.text);
  if (marker !== null) {
    if (marker.kind !== "dash" && marker.kind !== "plus") return isCutMark(join, marker);
    return !standsApart(join) && isCutDash(join);
  }
  if ((line.recognised === true && looksMisread(line.text)) || MISPRINTED_HEADING.test(line.text)) return false;
  const stops = STOPS.test(previous.text);
  if (!stops && OPENS_SENTENCE.test(line.text)) return false;
  if (stops && goesOnInWords(paragraph, line.text)) return false;
  const grown = paragraph.length > previous.text.length;
  if (startsLower(line.text) && !stops) return !layout.wrapped || isLong(join, FULL_BEFORE_LOWER) || grown;
  if (!layout.wrapped) return splitByPage(join, stops);
  if (layout.blanksTell && line.afterBlank) return false;
  if (stops && (closesDocument(line.text) || (HEADS_BULLETS.test(line.text) && line.text.endsWith(":")))) return false;
  if (standsApart(join)) return false;
  // Text under a heading in capitals whose last line happens to be full.
  if (isShouted(paragraph.head) && !isShouted(line.text) && readMarker(paragraph.head) !== null) return false;
  if (layout.blanksTell && grown && !stops) return isFull(join, FULL_BEFORE_LOWER);
  return isFull(join, stops && !previous.text.endsWith(":") ? FULL_AFTER_STOP : FULL_BEFORE_UPPER);
}

/** Where a paragraph stands on a line: whether the page ended in the middle of this one, or a heading in capitals was broken. */
function splitByPage({ previous, line, paragraph }: Join, stops: boolean): boolean {
  const marker = readMarker(paragraph.head);
  if (stops) return false;
  if (isShouted(paragraph.head) && isShouted(line.text) && !line.afterBlank)
    return (marker?.kind === "roman" || marker?.kind === "part") && marker.length < paragraph.head.length;
  if (previous.text.length <= CUT_BULLET || !/[\p{L},]$/u.test(previous.text)) return false;
  return previous.text.length > (marker?.kind === "dash" || marker?.kind === "plus" ? CUT_BULLET : CUT_PARAGRAPH);
}
