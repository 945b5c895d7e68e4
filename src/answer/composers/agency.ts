/** Which agency does it: the name first, then the words that say so. */
import { agencyKey, findAgencies } from "../../language/agencies.ts";
import { foldedWords } from "../../language/fold.ts";
import { meansEveryAgency, mentionsAgency } from "../../language/agency-phrases.ts";
import type { IndexedAssignment } from "../collection.ts";
import type { Piece } from "../draft.ts";
import { ALL_OF_TOPIC, assignmentsOf, type Candidate } from "../evidence.ts";
import { asksPartners, asksToConfirm } from "../kinds.ts";
import { agencyShown, say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import { quoteOfTask, type TaskRow as Row } from "./task-quote.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

/** Score given to passages of the register before others. */
const IN_REGISTER = 2.5;
/** Taken from rows that concern every agency alike. */
const EVERYONE = 2;
/** Margin of score within which a second agency is named too. */
const CLOSE = 0.8;

/** For a task that names who helps, when that is asked. */
const PARTNERED = 1.5;
/** For the task of the agency that runs the plan, when the question is about nothing but the plan's own subject. */
const LEADS = 4;
const LEADS_PLAN =
  /cơ quan (?:thường trực|đầu mối)|(?:là|làm) (?:cơ quan )?đầu mối|chủ đầu tư|(?:chủ trì|tổ chức|đầu mối)[^.;\n]{0,40}(?:triển khai|thực hiện|điều phối)[^.;\n]{0,30}(?<!\p{L})[Kk]ế hoạch(?: này)?/u;

/** Whether all that a question is about is the plan's own subject: "ai chủ trì kế hoạch chuyển đổi số …?" */
function asksOfWholePlan({ u, entry }: FindInput): boolean {
  const subject = new Set(foldedWords(entry.plan.subject));
  return u.topic.words.length > 0 && u.topic.words.every((word) => subject.has(word));
}

/** The best task of a passage: rows that share their words. */
function bestRow(input: FindInput, candidate: Candidate): Row | null {
  const all = assignmentsOf(candidate);
  let best: Row | null = null;
  const ofWholePlan = asksOfWholePlan(input);
  for (const rows of groupByTask(all)) {
    const first = rows[0];
    if (first === undefined) continue;
    const every = rows.every((row) => meansEveryAgency(row.agency));
    const helped =
      asksPartners(input.u.folded) && rows.some(({ partners, role }) => partners.length > 0 || role === "support") ? PARTNERED : 0;
    const leads = ofWholePlan && rows.some(({ task }) => LEADS_PLAN.test(task)) ? LEADS : 0;
    const share = coverageOf(input.u.topic, `${first.task} ${rows.map((row) => row.agency).join(" ")}`, input.entry.weights).share;
    const score = candidate.score + IN_REGISTER + 2 * share - (every ? EVERYONE : 0) + helped + leads;
    if (best === null || score > best.score) best = { candidate, rows, score };
  }
  return best;
}

function groupByTask(rows: readonly IndexedAssignment[]): IndexedAssignment[][] {
  const groups = new Map<string, IndexedAssignment[]>();
  for (const row of rows) {
    const key = `${row.evidence.start}-${row.evidence.end}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function namesOf(rows: readonly IndexedAssignment[], input: FindInput): string {
  return [...new Set(rows.map((row) => agencyShown(row.agency, row.canonicalAgency, input.u.lang)))].join(", ");
}

/** Characters of partners that a first sentence takes unasked. */
const FEW_PARTNERS = 90;

function factOf(input: FindInput, row: Row): Piece[] {
  const { lang } = input.u;
  const first = row.rows[0];
  const names = namesOf(row.rows, input);
  const labelled = first !== undefined && first.agencyEvidence.start > first.evidence.end;
  const supports = row.rows.every(({ role }) => role === "support");
  const partners = (first?.partners ?? []).map((partner) => agencyShown(partner, null, lang));
  const pieces: Piece[] = [{ strong: names }];
  pieces.push(
    labelled
      ? say(lang, " chủ trì", " leads")
      : supports
        ? say(lang, " được giao, với vai trò phối hợp", " is assigned it, in a supporting role")
        : say(lang, " được giao nhiệm vụ này", " is assigned this task"),
  );
  // The quote names them all; a long row of partners would push the rest out of the first lines.
  const asked = asksPartners(input.u.folded);
  if (partners.length > 0 && (asked || partners.join(", ").length <= FEW_PARTNERS))
    pieces.push(say(lang, `; phối hợp: ${partners.join(", ")}`, `; partners: ${partners.join(", ")}`));
  if (labelled && first.time !== null) pieces.push(say(lang, `; thời gian: ${first.time}`, `; time: ${first.time}`));
  return pieces;
}

/** By how much the task of a named office may lie behind the best one when its partners are asked for. */
const NEAR_FIRST = 4;

/** Support of a question that the plan surely speaks of, and of its task least like it that may still be named. */
const SURELY_SPOKEN_OF = 0.6;
const LEAST_LIKE = 0.2;
const NAMED_THEN = 0.45;

/** A plan that surely speaks of the matter gives it to someone: the task may be worded less alike than a goal is. */
function onTopic(input: FindInput, { candidate, rows }: Row): number {
  const { candidates, u } = input;
  const spokenOf = (candidates[0]?.support ?? 0) >= SURELY_SPOKEN_OF && candidate.support >= LEAST_LIKE;
  if (asksOfWholePlan(input) && rows.some(({ task }) => LEADS_PLAN.test(task))) return Math.max(candidate.support, NAMED_THEN);
  const surely = spokenOf || (candidate.coverage >= ALL_OF_TOPIC && u.topic.words.length > 1);
  return Math.max(candidate.support, surely ? NAMED_THEN : 0);
}

/** Share of the topic from which a passage surely speaks of the matter, and that a task must hold beside it. */
const SPEAKS_OF_IT = 0.8;
const AS_WELL = 0.6;
/** Share of what another passage holds below which a task is surely about something else. */
const FAR_LESS = 0.35;
/** Support from which another passage's task may be the one, when the passage that speaks of the matter names nobody. */
const LEAST_LIKE_BESIDE = 0.35;

/** Whether the matter stands in a passage whose agency the register does not know: another task's agency is no answer then. */
function isElsewhere({ candidates }: FindInput, { candidate }: Row): boolean {
  const [first] = candidates;
  return (
    first !== undefined &&
    first !== candidate &&
    (mentionsAgency(first.text.replace(/số\s+\d+[\p{L}\d/&-]*/giu, " ")) ||
      candidate.support < LEAST_LIKE_BESIDE ||
      candidate.coverage < FAR_LESS * first.coverage) &&
    first.coverage >= SPEAKS_OF_IT &&
    candidate.coverage < AS_WELL * first.coverage &&
    assignmentsOf(first).length === 0
  );
}

/** "Đúng", or "Không phải Sở X", before the agency that the plan names. */
function verdictOf({ u }: FindInput, rows: readonly IndexedAssignment[], named: ReadonlySet<string>): Piece[] {
  const holds = (row: IndexedAssignment): boolean => named.has(row.key) || row.partners.some((partner) => named.has(agencyKey(partner)));
  if (rows.some(({ key }) => named.has(key))) return [say(u.lang, "Đúng: ", "Yes: ")];
  const supports = rows.some(holds) ? say(u.lang, " (chỉ phối hợp)", " (it only supports)") : "";
  const [mention] = findAgencies(u.text);
  const [first] = u.agencies;
  const name = mention === undefined ? agencyShown(first?.name ?? "", null, u.lang) : u.text.slice(mention.start, mention.end);
  return [say(u.lang, `Không phải ${name}${supports}: `, `Not ${name}${supports}: `)];
}

/** The agency that a plan gives a task to. */
export const findAgency: Finder = (input): Finding | null => {
  // An agency that the question itself names is not the one it asks for, unless it asks whether it is.
  const confirms = asksToConfirm(input.u.folded);
  const named = new Set(input.u.agencies.map(({ key }) => key));
  const asked = confirms ? new Set<string>() : named;
  const rows = input.candidates
    .slice(0, 24)
    .flatMap((candidate) => bestRow(input, candidate) ?? [])
    .toSorted((a, b) => b.score - a.score);
  // "Who works with that office on it?": the task of the office named, with its partners.
  const partnered = asksPartners(input.u.folded)
    ? rows.find(
        (row) =>
          row.rows.some(({ agency, partners }) => named.has(agencyKey(agency)) && partners.length > 0) &&
          row.score >= (rows[0]?.score ?? 0) - NEAR_FIRST,
      )
    : undefined;
  const best = partnered ?? rows.find((row) => !row.rows.every(({ agency }) => asked.has(agencyKey(agency)))) ?? rows[0];
  if (best === undefined || isElsewhere(input, best)) return null;
  const second = rows.find(
    (row) =>
      row !== best &&
      best.score - row.score < CLOSE &&
      row.rows[0]?.key !== best.rows[0]?.key &&
      !row.rows.some(({ key }) => asked.has(key)) &&
      row.candidate.coverage >= 0.5,
  );
  const more =
    second === undefined
      ? []
      : [
          {
            fact: [say(input.u.lang, "Liên quan: ", "Related: "), { strong: namesOf(second.rows, input) }],
            quote: quoteOfTask(input, second),
          },
        ];
  return {
    entry: input.entry,
    fact: confirms ? [...verdictOf(input, best.rows, named), ...factOf(input, best)] : factOf(input, best),
    quote: quoteOfTask(input, best),
    answersItself: true,
    more,
    support: onTopic(input, best),
  };
};
