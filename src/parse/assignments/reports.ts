/** Duties to report in a task's words: to whom, through whom, by when. */
import { agencyListAt } from "../../language/agency-lists.ts";
import { readSchedule } from "../../language/deadlines.ts";
import { findTaskTimes } from "../../language/time-phrases.ts";
import type { ReportDuty } from "../types.ts";
import type { PlanDates } from "./plan-dates.ts";

/** "báo cáo" as what is done, and "gửi", "phản ánh" and the like; a form or a rule of reports is none. */
const REPORT =
  /(?<!\p{L})(?<!(?:chế độ|mẫu|đề cương|biểu mẫu|dự thảo|xây dựng|lập|các|công tác|hệ thống|nội dung|đánh giá|hội nghị)\s+)báo cáo(?!\s+viên)|(?<!\p{L})(?:gửi|nộp|phản ánh|thông tin(?=\s+(?:đến|về|cho)\s))(?!\p{L})/giu;
/** What is sent that is a report by itself. */
const OF_REPORTS = /báo cáo|kết quả|tình hình|tiến độ|số liệu|phản ánh|vướng mắc|kiến nghị|đề xuất|văn bản về|thông tin (?:đến|về|cho)/iu;
/** What the one who receives it does with it: no more of the duty. */
const PURPOSE = /(?:,\s*)?(?<!\p{L})(?:để|nhằm|làm cơ sở)\s/iu;
const THEN = /^\s*,?\s*(?:tổng hợp|theo dõi|xem xét|tham mưu|chỉ đạo|xử lý|giải quyết|thẩm định|hướng dẫn|cho ý kiến)/iu;
const TO =
  /(?<!\p{L})(?:gửi(?:\s+về|\s+cho|\s+đến|\s+tới)?|về|cho|đến|tới|lên|báo cáo(?:\s+(?:đột xuất|ngay|nhanh|kịp thời|định kỳ|bằng văn bản))?|trình)\s+/giu;
const BEFORE_REPORT = /(?<!\p{L})trình\s+[^,;.]*$/iu;
const VIA = /(?<!\p{L})(?:thông qua|qua)\s+/giu;
/** Words before the report that only say how or when. */
const LEAD_IN =
  /(?:có|chịu) trách nhiệm|kịp thời|tổng hợp(?:\s+(?:tình hình|kết quả|nội dung)[^,;.]{0,80})?|định kỳ|đột xuất|thường xuyên|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)|(?:0?6|sáu) tháng|đồng thời|thực hiện|trình [^,;.]{0,60}|và|một lần/giu;

interface Clause {
  readonly text: string;
  /** Offset in the task. */
  readonly start: number;
}

function clausesOf(words: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const stop of [...words.matchAll(/;|\n|\.(?=\s|$)/gu), { index: words.length, 0: "" }]) {
    const raw = words.slice(start, stop.index);
    const text = raw.trim();
    if (text !== "") clauses.push({ text, start: start + raw.indexOf(text) });
    start = stop.index + stop[0].length;
  }
  return clauses;
}

/** Agencies after the first of the connecting words that one follows; more of them only when no one is said to work on it between. */
function receivers(clause: string, from: number): string[] {
  const found: string[] = [];
  let past = from;
  for (const match of clause.matchAll(TO)) {
    const at = match.index + match[0].length;
    if (match.index < from || at < past) continue;
    const list = agencyListAt(clause, at);
    if (list === null) continue;
    if (found.length > 0 && THEN.test(clause.slice(past))) break;
    found.push(...list.names);
    past = list.end;
  }
  return [...new Set(found)];
}

export interface ReportInput {
  readonly words: string;
  /** Where the words begin in the document's text. */
  readonly at: number;
  readonly sectionId: string;
  readonly dates: PlanDates;
  /** The sentence before: its rhythm goes on. */
  readonly before: string;
  /** Words before the subject that set the time of the first clause. */
  readonly opening: string;
}

/** From the first to the last time that words set, as printed. */
function timesOf(words: string): string | null {
  const times = findTaskTimes(words);
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined ? null : words.slice(first.start, last.end);
}

function readClause(clause: Clause, input: ReportInput): ReportDuty | null {
  const purpose = PURPOSE.exec(clause.text);
  const duty = purpose === null ? clause.text : clause.text.slice(0, purpose.index);
  const [verb] = duty.matchAll(REPORT);
  if (verb === undefined) return null;
  // "trình Ủy ban nhân dân tỉnh báo cáo năm": whom it goes to stands before.
  const to = receivers(duty, BEFORE_REPORT.exec(duty.slice(0, verb.index))?.index ?? verb.index);
  const via = [...clause.text.matchAll(VIA)].flatMap((match) => agencyListAt(clause.text, match.index + match[0].length)?.names ?? []);
  const own = timesOf(duty);
  const time = own ?? (clause.start < 3 ? timesOf(input.opening) : null);
  const isOne = OF_REPORTS.test(duty) ? to.length > 0 || via.length > 0 || time !== null : to.length > 0 && time !== null;
  if (!isOne) return null;
  const start = input.at + clause.start;
  return {
    to,
    via: [...new Set(via)],
    time,
    schedule:
      time === null ? null : readSchedule(time, { ...input.dates, around: `${input.before} ${own === null ? input.opening : duty}` }),
    evidence: { sectionId: input.sectionId, start, end: start + clause.text.length },
  };
}

/** The duties to report in a task's words. */
export function readReports(input: ReportInput): ReportDuty[] {
  return clausesOf(input.words).flatMap((clause) => readClause(clause, input) ?? []);
}

/** True where a task is to report: its first words say so, the time and "có trách nhiệm" aside. */
export function isReport({ words, first, at }: { words: string; first: ReportDuty | undefined; at: number }): boolean {
  if (first === undefined || first.evidence.start > at + 3) return false;
  const [verb] = words.matchAll(REPORT);
  if (verb === undefined) return false;
  let lead = words.slice(0, verb.index);
  for (const { text } of findTaskTimes(lead)) lead = lead.replace(text, "");
  return !/[\p{L}\d]/u.test(lead.replace(LEAD_IN, ""));
}
