/** Tasks in sentences: whose subject is an agency, that order one, or say by whom a thing is done. */
import { splitAgencies } from "../../language/agency-lists.ts";
import {
  beforeVerb,
  meansEveryAgency,
  namesAgency,
  sentenceStart,
  startsWithAgency,
  withoutComrade,
} from "../../language/agency-phrases.ts";
import { subjectAgency } from "../../language/agency-subjects.ts";
import { findTaskTime } from "../../language/time-phrases.ts";
import { findLabelledValues } from "../labelled-lines.ts";
import type { Assignment, Section } from "../types.ts";
import { makeAssignments, ownText, supports, type Context } from "./context.ts";
import { isOfGoals, withoutNotes } from "./no-task.ts";
import { timedOpening } from "./openings.ts";
import { parentOf } from "./parents.ts";
import { subjectOf } from "./subjects.ts";

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

/** Wishes ("các sở, ngành cần …"), what has been done ("Sở X đã tham mưu …") and who must carry out a decision assign no task. */
function isActor(text: string): boolean {
  const subject = subjectAgency(text);
  return (
    subject !== null &&
    !/\s(?:cần|nên)$/u.test(subject.name) &&
    !isDone(subject.name, text.slice(subject.taskStart)) &&
    !EXECUTION.test(text.slice(subject.taskStart))
  );
}
/** "đã được giao" says who is charged, not what is done. */
const isDone = (name: string, task: string): boolean => /\sđã$/u.test(name) && !/^được\s/u.test(task);
const EXECUTION = /^(?:có trách nhiệm|chịu trách nhiệm)\s+thi hành(?!\p{L})/iu;

/** Where a sentence after the first has an agency for its subject; offsets in the text. */
function laterSubjects(text: string, from: number): number[] {
  const read = text.slice(0, READ_LIMIT);
  return [...read.matchAll(SENTENCE_START)]
    .map(({ index }) => index)
    .filter((at) => {
      const sentence = read.slice(at, at + SUBJECT_WINDOW);
      return at > from && startsWithAgency(withoutComrade(sentence)) && isActor(sentence) && !listGoesOn(read.slice(from, at));
    });
}

/** "các sở, ban, ngành tỉnh và Ủy ban nhân dân các xã": two, each as printed; "các cơ quan và các tổ chức" is one. */
const EVERYONE_AND = /\s*;\s*|\s+và\s+(?=(?:Ủy ban|Uỷ ban|UBND|Chủ tịch)(?!\p{L}))/u;

/** The names that a subject or a heading lists. */
export function namesOf(subject: string): readonly string[] {
  const lists = subject.split(EVERYONE_AND);
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
  /** The line above the list that it stands in: its time holds where the sentence names none. */
  readonly above?: string | undefined;
}

function ofSubject(context: Context, section: Section, { start, text, before, opening, above }: Sentence): Assignment[] {
  const subject = subjectOf(context, text, { anyCase: opening !== undefined });
  if (subject === null || isDone(subject.name, text.slice(subject.taskStart))) return [];
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
    opening: opening ?? above,
  });
}

/** "Trong tháng 4/2026, giao:" over items that each name an agency; undefined where the line above sets no time. */
function lineAbove(context: Context, section: Section): string | undefined {
  const parent = parentOf(context.sections, section);
  const line = parent === undefined ? "" : (ownText(context, parent).text.trimEnd().split("\n").at(-1) ?? "");
  return line.endsWith(":") && line.length <= SUBJECT_WINDOW && findTaskTime(line) !== null ? line : undefined;
}

/**
 * The rows of a section that opens with an agency ("Giao Sở X chủ trì …", "Sở X báo cáo …"), also of its later sentences
 * with subjects of their own; null for a section that opens otherwise. `name` is the first subject.
 */
export function fromSubject(context: Context, section: Section): { assignments: Assignment[]; name: string } | null {
  const printed = ownText(context, section);
  const whole = { start: printed.start, text: withoutNotes(printed.text) };
  const opening = timedOpening(whole.text);
  const own = { start: whole.start + opening.length, text: whole.text.slice(opening.length) };
  const subject = subjectAgency(own.text, { anyCase: opening !== "" });
  if (subject === null || isOfGoals(context.sections, section) || EXECUTION.test(own.text.slice(subject.taskStart))) return null;
  const above = lineAbove(context, section);
  const starts = [0, ...laterSubjects(own.text, subject.taskStart)];
  const assignments = starts.flatMap((from, index) =>
    ofSubject(context, section, {
      start: own.start + from,
      text: own.text.slice(from, starts[index + 1]).trimEnd(),
      before: own.text.slice(starts[index - 1] ?? from, from),
      opening: index === 0 && opening !== "" ? opening : undefined,
      above,
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

/** How far a task runs that takes its whole sentence; its stop is none of it. */
function sentenceLength(task: string): number {
  const stop = [...task.matchAll(/\.(?=\s|$)|\n|;(?=\s)/gu)].find(
    // "…; kho bạc thanh toán": after the semicolon another one is the subject.
    ({ index, 0: mark }) => mark !== ";" || startsWithAgency(sentenceStart(task.slice(index + 1, index + SUBJECT_WINDOW).trimStart())),
  )?.index;
  return stop ?? task.replace(/[\s.;]+$/u, "").length;
}

/** How far the task of an order runs: to the end of its sentence part, and over a duty to report that goes on with it. */
function orderLength(task: string): number {
  const stop = task.search(/[.;](?:\s|$)/u);
  return stop === -1 ? task.length : stop + (GOES_ON.exec(task.slice(stop, stop + READ_LIMIT))?.[0].length ?? 0);
}

/** Orders, duties and subjects inside a paragraph that opens with other words. */
export function fromOrders(context: Context, section: Section): Assignment[] {
  if (isOfGoals(context.sections, section)) return [];
  const printed = ownText(context, section);
  const own = { start: printed.start, text: withoutNotes(printed.text) };
  const subjects = subjectAgency(own.text) === null ? laterSubjects(own.text, 0) : [];
  const read = own.text.slice(0, READ_LIMIT);
  const orders = [...read.matchAll(ORDERS), ...[...read.matchAll(DUTY_TO_REPORT)].slice(0, 1)].map((match) => match.index);
  const places = [...new Set([...orders, ...subjects])].toSorted((a, b) => a - b);
  const ordered = places.flatMap((place, index) => {
    const rest = own.text.slice(place);
    const subject = subjectOf(context, rest, { anyCase: true });
    if (subject === null) return [];
    // An order that opens a sentence takes all of it, up to the next one; one inside a sentence its own part.
    const next = places[index + 1] ?? own.text.length;
    const whole = place === 0 || /[.\n]\s*$/u.test(own.text.slice(Math.max(0, place - 3), place));
    const task = rest.slice(subject.taskStart, Math.max(subject.taskStart, next - place)).trimEnd();
    const end = subject.taskStart + (whole ? sentenceLength(task) : orderLength(rest.slice(subject.taskStart)));
    const at = own.start + place;
    return makeAssignments(context, {
      named: {
        names: namesOf(subject.name),
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
