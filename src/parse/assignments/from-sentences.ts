/** Tasks in sentences: whose subject is an agency, that order one, or say by whom a thing is done. */
import { splitAgencies } from "../../language/agency-lists.ts";
import { beforeVerb, meansEveryAgency, namesAgency, startsWithAgency } from "../../language/agency-phrases.ts";
import { subjectAgency } from "../../language/agency-subjects.ts";
import { findTaskTimes } from "../../language/time-phrases.ts";
import { findLabelledValues } from "../labelled-lines.ts";
import type { Assignment, Section } from "../types.ts";
import { makeAssignments, ownText, supports, type Context } from "./context.ts";

/** A paragraph's sentences are looked for this far; nobody writes longer ones, and each costs time. */
const READ_LIMIT = 20_000;
/** Enough for a subject and its verb. */
const SUBJECT_WINDOW = 400;
const SENTENCE_START = /(?<=[.;:]\s+|\n\s*)(?=\p{Lu})/gu;
const PARTNERS_OPEN = /^phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?/u;

/** True where the words before a ";" are a list of partners that goes on: "phối hợp với Sở A; Sở B; UBND các xã triển khai". */
function listGoesOn(before: string): boolean {
  if (!/;\s*$/u.test(before.slice(-3))) return false;
  const opens = before.lastIndexOf("phối hợp");
  if (opens === -1) return false;
  const after = before.slice(opens).replace(PARTNERS_OPEN, "");
  return beforeVerb(after) === after;
}

/** Wishes ("các sở, ngành cần …") and who must carry out a decision assign no task. */
function isActor(text: string): boolean {
  const subject = subjectAgency(text);
  return subject !== null && !/\s(?:cần|nên)$/u.test(subject.name) && !EXECUTION.test(text.slice(subject.taskStart));
}
const EXECUTION = /^(?:có trách nhiệm|chịu trách nhiệm)\s+thi hành(?!\p{L})/iu;

/** Where a sentence after the first has an agency for its subject; offsets in the text. */
function laterSubjects(text: string, from: number): number[] {
  const read = text.slice(0, READ_LIMIT);
  return [...read.matchAll(SENTENCE_START)]
    .map(({ index }) => index)
    .filter((at) => {
      const sentence = read.slice(at, at + SUBJECT_WINDOW);
      return at > from && startsWithAgency(sentence) && isActor(sentence) && !listGoesOn(read.slice(from, at));
    });
}

/** The names that a subject lists. */
function namesOf(subject: string): readonly string[] {
  // "Các sở, ban, ngành; UBND các huyện" are two, each as printed.
  const lists = subject.split(/\s*;\s*/u);
  if (meansEveryAgency(subject) && lists.length > 1 && lists.every((part) => namesAgency(part))) return lists;
  const parts = splitAgencies(subject);
  if (meansEveryAgency(subject) && parts.length < 2) return [subject];
  const names = parts.filter((name, index) => index === 0 || startsWithAgency(name) || meansEveryAgency(name));
  // "Các sở, ngành, UBND các xã" is said to all alike; "Các sở: Y tế, Tài chính" is said to those two.
  return names.length > 0 && (!meansEveryAgency(subject) || /^(?:\p{L}+\s+){0,3}các\s+\p{L}+\s*:/iu.test(subject)) ? names : [subject];
}

interface Sentence {
  /** Offset in the document's text. */
  readonly start: number;
  readonly text: string;
  /** The one before it. */
  readonly before?: string | undefined;
  /** Words before its subject that set its time. */
  readonly opening?: string | undefined;
}

/** "Định kỳ trước ngày 25 hằng tháng, các đơn vị …": words that set the time before the subject; empty for others. */
function timedOpening(text: string): string {
  const opening = /^[^,.;:\n]{4,90},\s+(?=\S)/u.exec(text.slice(0, SUBJECT_WINDOW))?.[0] ?? "";
  const times = findTaskTimes(opening);
  if (times.length === 0) return "";
  let rest = opening;
  for (const time of times) rest = rest.replace(time.text, "");
  return /\p{L}/u.test(rest.replace(/^(?:Định kỳ|Vào|Trong|Đến|Từ|Chậm nhất)\s/u, "")) ? "" : opening;
}

function ofSubject(context: Context, section: Section, { start, text, before, opening }: Sentence): Assignment[] {
  const subject = subjectAgency(text, { anyCase: opening !== undefined });
  if (subject === null) return [];
  const task = text.slice(subject.taskStart);
  return makeAssignments(context, {
    named: {
      names: namesOf(subject.name),
      evidence: { sectionId: section.id, start: start + subject.start, end: start + subject.start + subject.name.length },
    },
    task: { sectionId: section.id, start: start + subject.taskStart, end: start + text.length },
    labels: findLabelledValues(task),
    supports: supports(task),
    before,
    opening,
  });
}

/**
 * The rows of a section that opens with an agency ("Giao Sở X chủ trì …", "Sở X báo cáo …"), also of its later sentences
 * with subjects of their own; null for a section that opens otherwise. `name` is the first subject.
 */
export function fromSubject(context: Context, section: Section): { assignments: Assignment[]; name: string } | null {
  const whole = ownText(context, section);
  const opening = timedOpening(whole.text);
  const own = { start: whole.start + opening.length, text: whole.text.slice(opening.length) };
  const subject = subjectAgency(own.text, { anyCase: opening !== "" });
  if (subject === null || EXECUTION.test(own.text.slice(subject.taskStart))) return null;
  const starts = [0, ...laterSubjects(own.text, subject.taskStart)];
  const assignments = starts.flatMap((from, index) =>
    ofSubject(context, section, {
      start: own.start + from,
      text: own.text.slice(from, starts[index + 1]).trimEnd(),
      before: own.text.slice(starts[index - 1] ?? from, from),
      opening: index === 0 && opening !== "" ? opening : undefined,
    }),
  );
  return { assignments, name: subject.name };
}

/** "…; giao Sở Tài chính bố trí kinh phí", "…, yêu cầu các cơ quan, đơn vị triển khai". */
const ORDERS = /(?<=[.;,]\s+|\n)(?=(?:giao|Giao|đề nghị|Đề nghị|yêu cầu|Yêu cầu)\s+(?:\p{Lu}|các\s))/gu;
/** "Trong quá trình thực hiện, nếu có vướng mắc, các sở, ngành kịp thời báo cáo": a duty to report. */
const DUTY_TO_REPORT =
  /(?<=^(?:Trong quá trình|Trường hợp|Nếu|Căn cứ Kế hoạch)[^.;]{0,160},\s+)(?=(?:các|Các)\s[^.;]{0,120}?\s(?:kịp thời|gửi|phản ánh|báo cáo|tổ chức|triển khai)\s)/gu;
/** "… do Sở X chủ trì": who does what stands before. */
const DONE_BY = /\s*,?\s+do\s+(?=(?:các\s|\p{Lu}))/gu;
const IN_CHARGE = /^(?:chủ trì|chịu trách nhiệm|phụ trách|làm đầu mối|lập dự toán)(?!\p{L})/u;

/** "…; trong quá trình triển khai, nếu có vướng mắc, kịp thời báo cáo …": said of the same agencies. */
const GOES_ON = /^;\s*(?:trong quá trình|nếu|khi|trường hợp|có khó khăn|khó khăn|vướng mắc|kịp thời)[^.;]*(?:báo cáo|phản ánh|gửi)[^.;]*/iu;

/** How far the task of an order runs: to the end of its sentence part, and over a duty to report that goes on with it. */
function orderLength(task: string): number {
  const stop = task.search(/[.;](?:\s|$)/u);
  return stop === -1 ? task.length : stop + (GOES_ON.exec(task.slice(stop, stop + READ_LIMIT))?.[0].length ?? 0);
}

/** Orders, duties and subjects inside a paragraph that opens with other words. */
export function fromOrders(context: Context, section: Section): Assignment[] {
  const own = ownText(context, section);
  const subjects = subjectAgency(own.text) === null ? laterSubjects(own.text, 0) : [];
  const read = own.text.slice(0, READ_LIMIT);
  const orders = [...read.matchAll(ORDERS), ...[...read.matchAll(DUTY_TO_REPORT)].slice(0, 1)].map((match) => match.index);
  const places = [...new Set([...orders, ...subjects])].toSorted((a, b) => a - b);
  const ordered = places.flatMap((place) => {
    const rest = own.text.slice(place);
    const subject = subjectAgency(rest, { anyCase: true });
    if (subject === null) return [];
    const end = subject.taskStart + orderLength(rest.slice(subject.taskStart));
    const at = own.start + place;
    return makeAssignments(context, {
      named: {
        names: meansEveryAgency(subject.name) ? [subject.name] : splitAgencies(subject.name),
        evidence: { sectionId: section.id, start: at + subject.start, end: at + subject.start + subject.name.length },
      },
      task: { sectionId: section.id, start: at + subject.taskStart, end: at + end },
      labels: [],
      supports: supports(rest.slice(subject.taskStart)),
    });
  });
  return places.length > 0 ? ordered : doneBy(context, section, { start: own.start, text: own.text });
}

function doneBy(context: Context, section: Section, own: Sentence): Assignment[] {
  for (const match of own.text.slice(0, READ_LIMIT).matchAll(DONE_BY)) {
    const at = match.index + match[0].length;
    const subject = subjectAgency(own.text.slice(at, at + SUBJECT_WINDOW), { anyCase: true });
    if (subject === null || !namesAgency(subject.name) || !IN_CHARGE.test(own.text.slice(at + subject.taskStart))) continue;
    const sentence = Math.max(own.text.lastIndexOf(". ", match.index) + 1, own.text.lastIndexOf("\n", match.index) + 1, 0);
    const stop = own.text.slice(at).search(/[.](?:\s|$)/u);
    return makeAssignments(context, {
      named: {
        names: meansEveryAgency(subject.name) ? [subject.name] : splitAgencies(subject.name),
        evidence: { sectionId: section.id, start: own.start + at, end: own.start + at + subject.name.length },
      },
      task: { sectionId: section.id, start: own.start + sentence, end: stop === -1 ? own.start + own.text.length : own.start + at + stop },
      labels: [],
      supports: false,
    });
  }
  return [];
}
