/** Words before a sentence's subject that set its time: "Định kỳ trước ngày 25 hằng tháng, các đơn vị …". */
import { findTaskTimes } from "../../language/time-phrases.ts";

const READ_LIMIT = 400;

/** Such an opening with the comma and space after it; empty for a text that opens otherwise. */
export function timedOpening(text: string): string {
  const opening = /^[^,.;:\n]{4,90},\s+(?=\S)/u.exec(text.slice(0, READ_LIMIT))?.[0] ?? "";
  const times = findTaskTimes(opening);
  if (times.length === 0) return "";
  let rest = opening;
  for (const time of times) rest = rest.replace(time.text, "");
  return /\p{L}/u.test(rest.replace(/^(?:Định kỳ|Vào|Trong|Đến|Từ|Chậm nhất)\s/u, "")) ? "" : opening;
}
