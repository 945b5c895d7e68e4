/** Times of tasks as plans print them, made plain: a deadline, a period, or a rhythm with its RFC 5545 rule. */
import { namedTimes } from "./time-spans.ts";
import { recurrenceRules } from "./recurrence.ts";

export type ScheduleKind = "deadline" | "period" | "recurrence";

export interface Schedule {
  /** As printed. */
  readonly printed: string;
  readonly kind: ScheduleKind;
  /** ISO date of the first day, null where the words name none. */
  readonly start: string | null;
  /** ISO date of the last day; null for a rhythm without an end, and for a day whose year cannot be told. */
  readonly due: string | null;
  /** "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5"; a line a rule where one cannot say it (10/6 and 05/12); null without a rhythm. */
  readonly rule: string | null;
  /** True for "trước ngày …": offices take the named day as the limit, which is what `due` and `rule` give. */
  readonly before: boolean;
}

export interface ScheduleContext {
  /** The year that days without one belong to, where the document leaves no doubt. */
  readonly year?: number | null | undefined;
  /** ISO date from which "kể từ ngày ký" counts. */
  readonly issuedOn?: string | null | undefined;
  /** The clause that the words stand in: its rhythm is theirs. */
  readonly around?: string | undefined;
}

const BEFORE = /trước(?:\s+ngày)?\s*\S*\d|trước\s+(?:tháng|quý|năm|thứ|ngày)/iu;
const LIMIT = /trước|chậm nhất|muộn nhất|không (?:quá|muộn hơn)|(?<!từ[^.;]{0,40})đến|hạn|xong|hoàn thành|hoàn tất/iu;
/** "từ … đến …" has a beginning, and an end only where one is said. */
const RANGE = /(?:^|\s)từ\s|trở đi|tiếp theo/iu;
const TO = /đến|tới|[-–]/iu;
const BY = /trước|chậm nhất|muộn nhất|xong|hoàn thành/iu;
const ALWAYS = /thường xuyên|liên tục/iu;
const RELATIVE =
  /(\d{1,3})\s*(?:\([^)]*\)\s*)?(ngày|tuần|tháng|năm)(\s+làm việc)?[^.;\n]{0,20}(?:kể từ|tính từ|từ|sau)\s+(?:khi|ngày)\s+([^.;\n]*)/iu;
const OF_ISSUE =
  /^(?:ký|ban hành|được (?:ký|ban hành)|(?:Kế hoạch|Quyết định|Chỉ thị|văn bản)[^.;\n]{0,40}(?:ký|ban hành|hiệu lực)|có hiệu lực)/iu;
const DURATION =
  /(?:trong|sau|không quá|tối đa|chậm nhất|quá)\s*(?:vòng|thời hạn|thời gian|sau)?\s*\d{1,3}\s*(?:\([^)]*\)\s*)?(?:giờ|ngày|tuần|tháng)/iu;

/** The day that lies a count of units after another; a month's missing day is its last. */
function daysAfter(day: string, count: number, unit: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const steps = { ngày: 0, tuần: 0, tháng: count, năm: 12 * count }[unit] ?? 0;
  if (steps > 0) {
    const last = new Date(Date.UTC(year, month + steps, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + steps, Math.min(date, last))).toISOString().slice(0, 10);
  }
  return new Date(Date.UTC(year, month - 1, date + count * (unit === "tuần" ? 7 : 1))).toISOString().slice(0, 10);
}

/** "sau 30 ngày kể từ ngày ký": counted from the day of issue; working days are not counted, their holidays are not known. */
function relativeDue(words: string, issuedOn: string | null): string | null {
  const match = RELATIVE.exec(words);
  if (match === null || issuedOn === null || match[3] !== undefined || !OF_ISSUE.test(match[4] ?? "")) return null;
  return daysAfter(issuedOn, Number(match[1]), (match[2] ?? "").toLowerCase());
}

/**
 * Printed words as a schedule, null where they name no time. A quarter, a month and a year run to their last day; a day
 * without a year has a `due` only with a year of context.
 */
export function readSchedule(printed: string, context: ScheduleContext = {}): Schedule | null {
  const words = printed.normalize("NFC").replace(/\s+/gu, " ");
  const around = (context.around ?? "").normalize("NFC").replace(/\s+/gu, " ");
  const stated = namedTimes(words);
  const rules = recurrenceRules({ words, around, yearless: stated.yearless });
  // A rhythm takes the day of every year; else the document's year is the one that is left out.
  const { spans, yearless, daysOnly } = rules.length > 0 ? stated : namedTimes(words, context.year ?? null);
  const first = spans.map(({ start }) => start).toSorted()[0] ?? null;
  const last =
    spans
      .map(({ end }) => end)
      .toSorted()
      .at(-1) ?? null;
  const before = BEFORE.test(words);
  const make = (kind: ScheduleKind, more: Partial<Schedule> = {}): Schedule => ({
    printed,
    kind,
    start: null,
    due: null,
    rule: null,
    before,
    ...more,
  });
  if (rules.length > 0) {
    const until = last === null ? "" : `;UNTIL=${last.replaceAll("-", "")}`;
    const start = spans.length > 0 && !daysOnly && !/^\s*(?:[^\d]*\s)?đến\s/iu.test(words) ? first : null;
    return make("recurrence", { start, due: last, rule: rules.map((rule) => `RRULE:${rule}${until}`).join("\n") });
  }
  if (last !== null) {
    const ranged = RANGE.test(words) || (spans.length > 1 && TO.test(words) && !BY.test(words));
    if (ranged) return make("period", { start: first, due: TO.test(words) && !/trở đi|tiếp theo/iu.test(words) ? last : null });
    return daysOnly || LIMIT.test(words) ? make("deadline", { due: last }) : make("period", { start: first, due: last });
  }
  if (yearless.length > 0) return make(daysOnly || LIMIT.test(words) ? "deadline" : "period");
  const due = relativeDue(words, context.issuedOn ?? null);
  if (due !== null || RELATIVE.test(words) || DURATION.test(words)) return make("deadline", { due });
  return ALWAYS.test(words) ? make("recurrence") : null;
}

/** The day something ends: an ISO date, or every year again. */
export type LastDay = { readonly day: string } | "yearly";

/** The last day of a schedule; "yearly" for a day that returns or has no year, null where nothing names an end. */
export function lastDayOf(schedule: Schedule): LastDay | null {
  if (schedule.due !== null) return { day: schedule.due };
  if (schedule.rule !== null) return /BYMONTHDAY|BYDAY/u.test(schedule.rule) ? "yearly" : null;
  return schedule.kind !== "recurrence" && namedTimes(schedule.printed).yearless.length > 0 ? "yearly" : null;
}

/** The last day that a printed time allows: "trước ngày 30/9/2025", "quý IV/2025", "Năm 2022-2030". */
export function lastDay(time: string): LastDay | null {
  const schedule = readSchedule(time);
  return schedule === null ? null : lastDayOf(schedule);
}
