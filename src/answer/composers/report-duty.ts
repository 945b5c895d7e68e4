/** Who reports, to whom, through whom, by when: from the duties to report that the register holds. */
import { agencyKey } from "../../language/agencies.ts";
import { agencyListAt } from "../../language/agency-lists.ts";
import { meansEveryAgency } from "../../language/agency-phrases.ts";
import { daysInEnglish } from "../../language/dates.ts";
import type { ReportDuty } from "../../parse/types.ts";
import type { IndexedAssignment } from "../collection.ts";
import type { Piece } from "../draft.ts";
import { linesIn, quoteAround, sentencesIn, type Range } from "../evidence.ts";
import { agencyShown, say } from "../phrases.ts";
import { coverageOf, type Topic } from "../topic.ts";
import { rolesOf } from "./asked-agencies.ts";
import { daysOf, rhythmAsked } from "./asked-days.ts";
import type { FindInput, Finding } from "./types.ts";

/** Words of reporting, in a folded question. */
export const ABOUT_REPORTS =
  /\bbao cao\b|\bgui\b|\bnop\b|\bphan anh\b|\bbao (?:tien do|ket qua|ve|len|cho)\b|\breport|\bsubmit|\bsend\b|\bsent\b/u;
const ASKS_WHOM =
  /\b(?:cho|gui|nop|voi) ai\b|\b(?:ve|den|toi|o|qua) dau\b|\b(?:cho|ve|den|qua|len) (?:so|phong|co quan|don vi|ban|bo|cap) nao\b|\blen (?:ai|dau)\b|\bto whom\b|\bwho(?:m)? (?:receives|gets)\b|\bwhere\b|\bwhom\b/u;

/** "cơ quan chủ trì", "cơ quan đầu mối": the one that answers for the plan, and reports to those who issued it. */
const ASKS_OF_LEAD =
  /\b(?:co quan|don vi|phong|so) (?:chu tri|dau moi|thuong truc|chu quan|tong hop)\b(?! (?:nao|la))|\b(?:lead|leading|standing|focal|coordinating) (?:agenc|department|office|unit)/u;
/** Those who issue plans. */
const ISSUES = /^(?:chủ tịch\s+)?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?!\s+(?:các|cấp))/iu;

const LEAD_WORDS = new Set(["co", "quan", "don", "vi", "chu", "tri", "dau", "moi", "thuong", "truc", "tong", "hop"]);

/** A topic without some of its words, and without the pairs they stand in. */
const withoutWords = (topic: Topic, left: ReadonlySet<string>): Topic => ({
  ...topic,
  words: topic.words.filter((word) => !left.has(word)),
  pairs: topic.pairs.filter((pair) => !pair.split("_").some((word) => left.has(word))),
});

/** What a duty gains or loses beside the share of the topic that it holds. */
const OWN_AGENCY = 1;
const EVERY_AGENCY = 0.4;
const OTHER_AGENCY = -1;
/** For a duty towards the agency that the question says must itself report: it may say to whom that one hands on. */
const HANDS_ON = 0.1;
const RHYTHM = 0.6;
const OF_LEAD = 1;
/** For a duty that stands where the words of the question were found. */
const NEAR = 0.5;

export interface FoundDuty {
  readonly duty: ReportDuty;
  /** Rows of the task that holds it: those who report. */
  readonly rows: readonly IndexedAssignment[];
  /** Share of the topic that its words hold, 0..1. */
  readonly share: number;
  /** True when it stands where the words of the question were found. */
  readonly isNear: boolean;
  /** True when the question asks for what the lead agency owes to those who issued the plan, and this is it. */
  readonly ofLead: boolean;
}

/** To whom an agency reports stands as well where it is told to hand on what it gets. */
const NOBODY: ReadonlySet<string> = new Set();

interface AskedKeys {
  readonly asked: ReadonlySet<string>;
  /** Those that must report, as the question says it. */
  readonly senders: ReadonlySet<string>;
}

/** How a duty fits the agencies that a question names: as the ones who report, else as the ones who receive. */
function agencyFit({ asked, senders }: AskedKeys, rows: readonly IndexedAssignment[], duty: ReportDuty): number {
  if (asked.size === 0) return 0;
  const isAsked = (name: string): boolean => asked.has(agencyKey(name));
  if (rows.some((row) => asked.has(row.key) || isAsked(row.agency))) return OWN_AGENCY;
  if ([...duty.to, ...duty.via].some(isAsked)) return [...senders].some((key) => asked.has(key)) ? HANDS_ON : OWN_AGENCY - 0.2;
  return rows.some((row) => meansEveryAgency(row.agency)) ? EVERY_AGENCY : OTHER_AGENCY;
}

/** The duty to report that a question is about; null when it asks for none, or when none names what it asks for. */
export function findDuty({ u, entry }: FindInput, { wants, near }: { wants: "whom" | "time"; near: Range | null }): FoundDuty | null {
  if (!ABOUT_REPORTS.test(u.folded)) return null;
  const asked = new Set(u.agencies.map(({ key }) => key));
  const roles = rolesOf(u);
  const { senders } = roles;
  const receivers = [...roles.receivers].filter((key) => asked.has(key) && asked.size > 1);
  const rhythm = rhythmAsked(u.folded);
  const asksOfLead = asked.size === 0 && ASKS_OF_LEAD.test(u.folded);
  const topic = asksOfLead ? withoutWords(u.topic, LEAD_WORDS) : u.topic;
  const groups = new Map<number, { duty: ReportDuty; rows: IndexedAssignment[] }>();
  for (const row of entry.assignments)
    for (const duty of row.reports) {
      const group = groups.get(duty.evidence.start) ?? { duty, rows: [] };
      group.rows.push(row);
      groups.set(duty.evidence.start, group);
    }
  let best: { found: FoundDuty; score: number } | null = null;
  for (const { duty, rows } of groups.values()) {
    if (wants === "whom" ? duty.to.length + duty.via.length === 0 : duty.time === null) continue;
    // What another gets is no answer where the question says who does.
    if (receivers.length > 0 && ![...duty.to, ...duty.via].some((name) => receivers.includes(agencyKey(name)))) continue;
    if (receivers.length > 0 && !rows.some((row) => meansEveryAgency(row.agency) || (asked.has(row.key) && !receivers.includes(row.key))))
      continue;
    const clause = entry.plan.text.slice(duty.evidence.start, duty.evidence.end);
    const around = entry.sections.get(duty.evidence.sectionId)?.path.join(" ") ?? "";
    const who = rows.map(({ agency }) => agency).join(" ");
    const ofLead = asksOfLead && duty.to.some((name) => ISSUES.test(name));
    // What the lead agency reports on is the plan itself.
    const about = `${around} ${who} ${clause} ${ofLead ? entry.plan.subject : ""}`;
    const share = topic.words.length === 0 ? 1 : coverageOf(topic, about, entry.weights).share;
    const inRhythm = rhythm === undefined ? 0 : rhythm.printed.test(`${clause} ${duty.time ?? ""}`) ? RHYTHM : -RHYTHM;
    const isNear = near !== null && duty.evidence.start < near.end && near.start < duty.evidence.end;
    const score =
      2 * share +
      agencyFit({ asked, senders: wants === "whom" ? NOBODY : senders }, rows, duty) +
      inRhythm +
      (ofLead ? OF_LEAD : 0) +
      (isNear ? NEAR : 0);
    if (best === null || score > best.score) best = { found: { duty, rows, share, isNear, ofLead }, score };
  }
  return best?.found ?? null;
}

/** The time of a duty; of several days in its clause the one of the rhythm asked for. */
function timeOf(duty: ReportDuty, { u, entry }: FindInput): string | null {
  if (duty.time === null) return null;
  const several = (duty.time.match(/\d{1,2}\/\d{1,2}|\d{1,2} tháng \d{1,2}/gu)?.length ?? 0) > 1;
  const clause = entry.plan.text.slice(duty.evidence.start, duty.evidence.end);
  const time = (several && rhythmAsked(u.folded) !== undefined ? daysOf(clause, u.folded) : null) ?? duty.time;
  return `${time}${u.lang === "en" ? daysInEnglish(time) : ""}`;
}

/** The paragraph of a duty, or the sentences around it that fit. */
function quoteOf({ evidence }: ReportDuty, { entry }: FindInput): Range {
  const { text } = entry.plan;
  const section = entry.sections.get(evidence.sectionId) ?? evidence;
  const line = linesIn(text, section).find(({ start, end }) => start <= evidence.start && evidence.start < end);
  const sentence = line === undefined ? undefined : sentencesIn(text, line).findLast(({ start }) => start <= evidence.start);
  return line === undefined || sentence === undefined ? evidence : quoteAround(text, line, sentence);
}

/** "… về Sở A để tổng hợp, báo cáo UBND tỉnh": whom the one that receives reports to in its turn. */
const ONWARD = /(?<!\p{L})để\s+(?:[^.;]{0,60}?[\s,])?báo cáo\s+/u;

/** Who gets the report: of an agency that receives it itself, those to whom it hands it on. */
function receiversOf(duty: ReportDuty, { u, entry }: FindInput): Pick<ReportDuty, "to" | "via"> {
  const asked = new Set(u.agencies.map(({ key }) => key));
  if (!duty.to.some((name) => asked.has(agencyKey(name)))) return duty;
  const { text } = entry.plan;
  const stop = text.indexOf("\n", duty.evidence.start);
  const clause = text.slice(duty.evidence.start, stop === -1 ? text.length : stop);
  const onward = ONWARD.exec(clause);
  const names = onward === null ? [] : (agencyListAt(clause, onward.index + onward[0].length)?.names ?? []);
  return names.length === 0 ? duty : { to: names, via: [] };
}

/** A duty as an answer: what is asked for first, the rest of it beside. */
export function dutyFinding(input: FindInput, { duty, share }: FoundDuty, asked: "whom" | "date" | "rhythm"): Finding {
  const { entry, u } = input;
  const shown = (names: readonly string[]): string => names.map((name) => agencyShown(name, null, u.lang)).join(", ");
  const receivers = asked === "whom" ? receiversOf(duty, input) : duty;
  const { to, via } = receivers;
  // The day binds those who send it in, not the one that hands it on.
  const time = receivers === duty ? timeOf(duty, input) : null;
  const receiver: Piece[] =
    to.length > 0
      ? [{ strong: shown(to) }, ...(via.length === 0 ? [] : [say(u.lang, ` (qua ${shown(via)})`, ` (through ${shown(via)})`)])]
      : via.length > 0
        ? [say(u.lang, "qua ", "through "), { strong: shown(via) }]
        : [];
  const label = asked === "rhythm" ? say(u.lang, "Định kỳ: ", "How often: ") : say(u.lang, "Thời hạn: ", "Deadline: ");
  const fact: Piece[] =
    asked === "whom" || time === null
      ? [
          say(u.lang, "Nơi nhận báo cáo: ", "Reported to: "),
          ...receiver,
          ...(time === null ? [] : [say(u.lang, `; thời hạn: ${time}`, `; deadline: ${time}`)]),
        ]
      : [
          label,
          { strong: time },
          ...(receiver.length === 0 || !ASKS_WHOM.test(u.folded) ? [] : [say(u.lang, "; nơi nhận: ", "; to: "), ...receiver]),
        ];
  const quote = quoteOf(duty, input);
  const support =
    input.candidates.find(({ ranked }) => ranked.passage.start <= duty.evidence.start && duty.evidence.end <= ranked.passage.end)
      ?.support ?? 0;
  return { entry, fact, quote, answersItself: true, support: Math.max(share, support) };
}
