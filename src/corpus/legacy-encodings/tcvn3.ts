/**
 * TCVN3 (ABC, fonts .VnTime): TCVN 5712:1993 as fonts of the time drew it, one byte a letter.
 *
 * Capital letters with a tone have no byte of their own in the ABC fonts: the font .VnTimeH draws small letters as
 * capitals, and people typed the plain letters of such words as capitals ("CéNG HßA"). `raiseCapitals` sets those right.
 */
import documentKinds from "../../language/data/document-kinds.json" with { type: "json" };
import { isVietnameseSyllable } from "./vietnamese-syllable.ts";

/** Letters of the bytes A1 to FF in order. */
const LETTERS = "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";
const FIRST = 0xa1;

const TO_UNICODE: ReadonlyMap<string, string> = new Map(Array.from(LETTERS, (letter, at) => [String.fromCharCode(FIRST + at), letter]));

const toLetters = (text: string): string => text.replace(/[\u00a1-\u00ff]/gu, (byte) => TO_UNICODE.get(byte) ?? byte);

/** A hyphen for "ư": programs took byte AD, the soft hyphen of Latin-1, for the end of a syllable ("n-íc"). */
const HYPHENED = /(?<![A-Za-z\u00a1-\u00ff-])[A-Za-z]{0,3}-[A-Za-z\u00a1-\u00ff]{1,4}(?![A-Za-z\u00a1-\u00ff-])/gu;

function mendHyphen(word: string): string {
  const mended = word.replace("-", "\u00ad");
  return isVietnameseSyllable(toLetters(mended).normalize("NFC")) ? mended : word;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/**
 * Whether a word was typed in capitals: null where only the words around can tell ("X·"). Small letters beyond ASCII may
 * have been drawn as capitals; plain small letters never stand beside plain capitals in such a word. Abbreviations
 * ("KH", "UBND") are capitals among small letters too, so they tell nothing.
 */
function typedInCapitals(word: string): boolean | null {
  const typed = word.match(/[A-Za-z]/gu) ?? [];
  const upper = typed.filter((letter) => letter < "a").length;
  if (typed.length > upper) return false;
  return upper >= 2 && isVietnameseSyllable(word.toLowerCase()) ? true : null;
}

/** For each word what the nearest word before it that tells says. */
function told(capitals: readonly (boolean | null)[]): (boolean | null)[] {
  let last: boolean | null = null;
  return capitals.map((own) => {
    const before = last;
    last = own ?? last;
    return before;
  });
}

/** One line: words whose plain letters are capitals get capital letters throughout, doubtful ones as those around them. */
export function raiseCapitals(line: string): string {
  const words = [...line.matchAll(WORD)];
  const capitals = words.map((match) => typedInCapitals(match[0]));
  if (!capitals.includes(true)) return line;
  const before = told(capitals);
  const after = told(capitals.toReversed()).toReversed();
  let raised = "";
  let from = 0;
  words.forEach((match, index) => {
    const among = (before[index] ?? after[index] ?? false) && (after[index] ?? before[index] ?? false);
    raised += line.slice(from, match.index) + ((capitals[index] ?? among) ? match[0].toUpperCase() : match[0]);
    from = match.index + match[0].length;
  });
  return raised + line.slice(from);
}

/** Formulas that letterheads and closings draw with the capital font, which leaves no trace in plain text. */
const FORMULAS: ReadonlySet<string> = new Set([
  "cộng hòa xã hội chủ nghĩa việt nam",
  "cộng hoà xã hội chủ nghĩa việt nam",
  ...["ủy ban nhân dân", "hội đồng nhân dân"].flatMap((body) => [body, `tm. ${body}`, `t/m ${body}`]),
  ...["chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc"].flatMap((title) => [title, `kt. ${title}`]),
  ...documentKinds.kinds.map(({ name }) => name.toLowerCase()),
]);

/** A capital with a tone was lost where a sentence opens behind a mark, and in the name of a committee; Đ, Ă, Ơ and their like have bytes. */
const LOST_CAPITAL =
  /(?<=^\s*(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s*|[.!?]\s)[^\0-\u007fđăâêôơư]|ủ(?=y ban(?!\p{L}))/gu;

function restoreCapitals(line: string): string {
  if (FORMULAS.has(line.trim())) return line.toUpperCase();
  return line.replace(LOST_CAPITAL, (letter) => letter.toUpperCase());
}

/** One line of TCVN3 bytes, seen as characters of Latin-1 (windows-1252) → Unicode, NFC. */
export function fromTcvn3(line: string): string {
  const bytes = line.includes("-") ? line.replace(HYPHENED, mendHyphen) : line;
  return restoreCapitals(raiseCapitals(toLetters(bytes).normalize("NFC")));
}
