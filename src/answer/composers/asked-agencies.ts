/** The agencies of a question by what they do in it: who must, who gets; and whether words are another agency's affair. */
import { agencyKey, findAgencies } from "../../language/agencies.ts";
import { meansEveryAgency } from "../../language/agency-phrases.ts";
import type { PlanEntry } from "../collection.ts";
import type { Range } from "../evidence.ts";
import type { Understanding } from "../understand.ts";
import { belongsTo } from "./task-lists.ts";

/** Bodies that stand for the place itself: what is theirs is the plan's. */
export const THE_PLACE: ReadonlySet<string> = new Set(["uy ban nhan dan", "hoi dong nhan dan"]);

const BEFORE_RECEIVER = /(?:\bcho|gửi|về|tới|đến|báo cáo|trình|nộp|\bto)\s+(?:the\s+)?$/iu;
const AFTER_SENDER = /^\s*(?:\p{Ll}+\s+){0,4}?(?:báo cáo|gửi|nộp|report|send|submit)/iu;

/** Keys of the agencies that a question says must get something. */
function receiversIn(text: string): ReadonlySet<string> {
  return new Set(
    findAgencies(text)
      .filter(({ start }) => BEFORE_RECEIVER.test(text.slice(0, start)))
      .map(({ agency }) => agencyKey(agency.name)),
  );
}

/** Keys of the agencies that a question says report or send something. */
function sendersIn(text: string): ReadonlySet<string> {
  return new Set(
    findAgencies(text)
      .filter(({ start, end }) => !BEFORE_RECEIVER.test(text.slice(0, start)) && AFTER_SENDER.test(text.slice(end)))
      .map(({ agency }) => agencyKey(agency.name)),
  );
}

const speaksOf = (words: string, keys: ReadonlySet<string>): boolean =>
  findAgencies(words).some(({ agency }) => keys.has(agencyKey(agency.name)));

/** The agencies of one question by what they do in it. */
export interface AskedRoles {
  readonly asked: ReadonlySet<string>;
  readonly receivers: ReadonlySet<string>;
  readonly senders: ReadonlySet<string>;
}

/** Reads the roles once, for all the words that are held against them. */
export function rolesOf(u: Pick<Understanding, "agencies" | "text">): AskedRoles {
  const asked = new Set(u.agencies.map(({ key }) => key).filter((key) => !THE_PLACE.has(key)));
  return asked.size === 0
    ? { asked, receivers: asked, senders: asked }
    : { asked, receivers: receiversIn(u.text), senders: sendersIn(u.text) };
}

/** Whether words are the affair of agencies that the question does not name; never so for what concerns every agency. */
export function isOfAnother({ asked, receivers, senders }: AskedRoles, entry: PlanEntry, range: Range): boolean {
  if (asked.size === 0) return false;
  const section = entry.plan.sections.findLast(({ start, ownEnd }) => start <= range.start && range.start < ownEnd) ?? range;
  const words = entry.plan.text.slice(Math.min(section.start, range.start), Math.max(section.end, range.end));
  const meantToGet = new Set([...asked].filter((key) => receivers.has(key)));
  if (meantToGet.size > 0 && meantToGet.size < asked.size && !speaksOf(words, meantToGet)) return true;
  const rows = entry.assignments.filter(({ evidence }) => evidence.start < range.end && range.start < evidence.end);
  if (rows.length === 0) return false;
  // "Sở A báo cáo Sở B": what others report to Sở B is no day of Sở A's.
  const whoMust = new Set([...asked].filter((key) => !receivers.has(key)));
  if (meantToGet.size > 0 && whoMust.size > 0 && !rows.some((row) => belongsTo(row, whoMust) || meansEveryAgency(row.agency))) return true;
  const isOwn = rows.some((row) => belongsTo(row, asked));
  // "… gửi về Sở X" says when X is reported to, not when X itself reports.
  const gets = receiversIn(words);
  if (!isOwn && [...senders].some((key) => gets.has(key))) return true;
  const theirs = rows.some((row) => isOwn || meansEveryAgency(row.agency) || row.partners.some((partner) => asked.has(agencyKey(partner))));
  return !theirs && !speaksOf(words, asked);
}
