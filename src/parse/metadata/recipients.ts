/** Recipients ("Nơi nhận"): a line each, some over two lines, the last "Lưu: …". */
import type { Line } from "./lines.ts";

const RECEIVED = /^Nơi nhận\s*:?/u;
const DASH = /^[-–+•]\s*/u;
/** Lines of the other column: marks of authority, offices, the name. */
const OTHER_COLUMN = /^(?:(?:TM|KT|TL|TUQ|Q)[.\s]|\((?:Đã|đã|ĐÃ)\s|[^\p{Ll}]+$)/u;

/** @param closing lines of the closing block, cut at its columns. */
export function readRecipients(closing: readonly Line[]): string[] {
  const from = closing.findIndex((line) => RECEIVED.test(line.text));
  const recipients: string[] = [];
  let open = false;
  for (const { text } of from === -1 ? [] : closing.slice(from + 1)) {
    if (DASH.test(text)) recipients.push(text.replace(DASH, ""));
    else if (open && !OTHER_COLUMN.test(text) && /^[\p{Ll}(\d]|[;.]$/u.test(text)) recipients.push(`${recipients.pop() ?? ""} ${text}`);
    else if (/^Lưu\s*:|;$/u.test(text)) recipients.push(text);
    else continue;
    open = recipients.length > 0 && !/[;.]$/u.test(text);
  }
  return recipients.map((text) => text.replace(/[;.]$/u, "")).filter((text) => text !== "");
}
