/** Subject (trích yếu): the lines after the kind's name up to the legal bases, or after "V/v" in a letter. */
import { nameKey } from "../../language/fold.ts";
import { opensBasis } from "./legal-bases.ts";
import type { Line } from "./lines.ts";

const MOST_LINES = 6;
/** A line of a subject that ends with a stop is shorter. */
const LONGEST_LINE = 160;
const ABOUT = /^V\/v(?:\s*:)?\s*/u;
/** Where the head goes on with something else: bases, remarks in brackets, addressees, the issuing sentence. */
const ENDS =
  /^Căn cứ|^\(|^Kính gửi|(?:như sau|cụ thể như sau|với (?:các )?nội dung)\b.{0,30}:?$|^(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch|Giám đốc|Sở)\s.*ban hành|^Thực hiện (?:Quyết định|Kế hoạch|Nghị quyết|Chỉ thị|Công văn|Chương trình|Thông báo) số/u;

/** A letter's subject stands in its own narrow column, so that it ends where the other column's lines begin. */
function letterSubject(head: readonly Line[]): string | null {
  const from = head.findIndex((line) => /^V\/v(?!\p{L})/u.test(line.text));
  if (from === -1) return null;
  const end = head.findIndex(
    (line, index) => index > from && /^Kính gửi|^CỘNG H(?:ÒA|OÀ)|^Độc lập|,\s*ngày[\s.…\d]*tháng/u.test(line.text),
  );
  const lines = head.slice(from, end === -1 ? from + 1 : end).map((line) => line.text);
  return lines.join(" ").replace(ABOUT, "");
}

/** @param kindKey folded name of the document's kind. */
export function readSubject(head: readonly Line[], kindKey: string): string {
  const isTitle = (line: Line): boolean =>
    nameKey(line.text) === kindKey || (nameKey(line.text).startsWith(`${kindKey} `) && !/\p{Ll}/u.test(line.text));
  const at = head.findIndex(isTitle);
  const first = head[at];
  if (first === undefined)
    return letterSubject(head) ?? head.map((line) => line.text).find((text) => nameKey(text).startsWith(kindKey)) ?? "";
  const own = nameKey(first.text) === kindKey ? [] : [afterKind(first.text, kindKey)];
  const rest: string[] = [];
  for (const line of head.slice(at + 1)) {
    const { text } = line;
    if (rest.length >= MOST_LINES || isOver(text, rest)) break;
    rest.push(text);
  }
  return [...own, ...rest].join(" ").trim();
}

function isOver(text: string, before: readonly string[]): boolean {
  if (before.length === 0 && /^(?:Về việc|V\/v|Ban hành)\s/iu.test(text)) return false;
  // A sentence: the document has begun.
  if (before.length > 0 && text.length > LONGEST_LINE && /[.;:]$/u.test(text)) return true;
  if (ENDS.test(text) || (before.length > 0 && opensBasis(text))) return true;
  // Who decides, in capitals under the subject: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …".
  return (/\p{Ll}/u.test(before.join(" ")) || before.length > 0) &&
    /^(?:CHỦ TỊCH|GIÁM ĐỐC|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG)(?!\p{L})[^\p{Ll}]*$/u.test(text)
    ? true
    : /\p{Ll}/u.test(before.join(" ")) && !/\p{Ll}/u.test(text);
}

/** "KẾ HOẠCH ỨNG DỤNG …" without the words of its kind. */
function afterKind(text: string, kindKey: string): string {
  const count = kindKey.split(" ").length;
  return text.split(/\s+/u).slice(count).join(" ");
}
