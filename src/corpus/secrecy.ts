/** The secrecy stamp: a document marked MẬT, TỐI MẬT or TUYỆT MẬT is no business of this program. */
import { foldText } from "../language/fold.ts";

/** Letterhead and stamps stand in the first lines; a register or a law that speaks of secrets does so further down. */
const FIRST_LINES = 60;
const STAMP = /^(?:\W*(?:do mat|muc do mat|dau mat)\s*:?\s*)?\W*(tuyet mat|toi mat|mat)\W*(?:\(.{0,40}\)\W*)?$/u;

/** True when one of the first lines, or a cell of one, is a stamp in capitals ("MẬT", "Độ mật: Tối mật"). */
export function bearsSecrecyStamp(lines: readonly { readonly text: string }[]): boolean {
  return lines
    .slice(0, FIRST_LINES)
    .flatMap((line) => line.text.split(/\||\s{3,}/u))
    .map((text) => text.normalize("NFC").trim())
    .some((text) => text.length <= 60 && STAMP.test(foldText(text)) && (isStampInCapitals(text) || /:/u.test(text)));
}

/** "MẬT" is a stamp, "mật" or "mắt" in a sentence is a word; "mát", "mặt" fold alike and are no stamps. */
function isStampInCapitals(text: string): boolean {
  return /(?:^|\P{L})MẬT(?:\P{L}|$)/u.test(text) && !/\p{Ll}/u.test(text.replace(/\(.*\)/gu, ""));
}
