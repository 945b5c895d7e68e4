/** Places side by side: each plan asked the same question on its own. */
import { shortened } from "../../language/shorten.ts";
import { coverageOf, heldTerms } from "../topic.ts";
import type { PlanEntry } from "../collection.ts";
import { gistOf } from "../gist.ts";
import { agencyShown, oneLine, say } from "../phrases.ts";
import type { DraftAnswer } from "../draft.ts";
import { findAgency } from "./agency.ts";
import { findBudget } from "./budget.ts";
import { findDeadline } from "./deadline.ts";
import { findGeneral } from "./general.ts";
import { presentSideBySide } from "./side-by-side.ts";
import { citedRange, tasksOf } from "./task-lists.ts";
import type { ComposeInput, FindInput, Finder, Finding } from "./types.ts";

interface Inner {
  readonly asks: RegExp;
  /** Asks for that fact even where an agency is named, whose tasks would be meant otherwise. */
  readonly plainly: RegExp;
  readonly find: Finder;
}

const INNER: readonly Inner[] = [
  {
    asks: /\bkinh phi\b|\bnguon von\b|\bngan sach\b|\bkhai toan\b|\bdu toan\b|\btong von\b|\bbao nhieu (?:tien|ty|ti|trieu)\b|\bfund|\bbudget|\bcosts?\b|\bmoney\b|\bspend/u,
    plainly: /\bkinh phi\b|\bbao nhieu (?:tien|ty|ti|trieu)\b|\bbudget|\bcosts?\b|\bmoney\b|\bhow much\b/u,
    find: findBudget,
  },
  {
    asks: /\bhan\b|\bngay nao\b|\bkhi nao\b|\bbao gio\b|\bbao lau\b|\bbao cao\b|\bthoi han\b|\bdinh ky\b|\bdeadline|\breport|\bwhen\b|\bhow (?:often|fast|soon|quickly|long)\b|\bdue\b|\bgiai doan\b|\bthoi gian\b|\b(?:may|bao nhieu) (?:gio|ngay|tuan|thang)\b/u,
    plainly:
      /\bhan (?!han|che|hep)|\bngay nao\b|\bkhi nao\b|\bbao gio\b|\bbao lau\b|\bthoi han\b|\bchu ky\b|\bbao cao .{0,40}\b(?:cho ai|ve dau|dinh ky|may lan)\b|\bdeadline|\bwhen\b|\bhow (?:often|fast|soon|quickly|long)\b|\bdue\b/u,
    find: findDeadline,
  },
  {
    asks: /\b(?:so|phong|co quan|don vi|ai) nao\b|\bchu tri\b|\bphu trach\b|\bgiao cho\b|\bagenc|\bwho\b|\bleads?\b|\bin charge\b|\bresponsible\b|\bdau moi\b/u,
    plainly: /$^/u,
    find: findAgency,
  },
];

/** The tasks of the asked agency as one finding. */
const findTasks: Finder = (input: FindInput): Finding | null => {
  const list = tasksOf(input.u, input.entry);
  if (list === null) return null;
  const share = (item: (typeof list.items)[number]): number => coverageOf(input.u.topic, item.task, input.entry.weights).share;
  const items = input.u.topic.words.length === 0 ? list.items : list.items.toSorted((a, b) => share(b) - share(a));
  const first = items[0];
  if (first === undefined) return null;
  const fact = (row: typeof first): Finding["fact"] => [{ strong: agencyShown(row.agency, row.canonicalAgency, input.u.lang) }];
  return {
    entry: input.entry,
    fact: [...fact(first), say(input.u.lang, ` (${list.items.length} nhiệm vụ)`, ` (${list.items.length} tasks)`)],
    quote: citedRange(input.entry, first),
    inShort: items.length === 1 ? first.task : items.map((item) => gistOf(item.task, GIST)).join("; "),
    support: 0.9,
    more: items.slice(1, 6).map((item) => ({
      fact: [shortened(oneLine(input.entry.plan.text.slice(item.evidence.start, item.evidence.end)), LONGEST)],
      quote: citedRange(input.entry, item),
    })),
  };
};

/** Longest piece of one task among several in the first lines. */
const GIST = 70;
/** Longest further task shown in a cell. */
const LONGEST = 300;
/** Rows of one table; with more plans than that, only those that speak of the matter are compared. */
const MOST_ROWS = 8;
const SPEAKS_OF_IT = 0.4;
const LEAST_SUPPORT = 0.2;
/** Share of what is asked from which a plan's words stand in their row, however unlike the model finds them. */
const SAYS_HALF = 0.5;
/** Support from which a plan's own words stand in its row where the fact as asked was not found in it. */
const SURELY = 0.6;

/** Words that only say that plans are compared; "so sanh" typed without its marks is no subject either. */
const COMPARING = new Set(["so", "sanh", "khac", "giong", "nhau", "hon", "kem", "giua"]);

/**
 * What is asked of one plan: the words that compare are left out, and those that name the other plans ("KH du lịch thông minh
 * Mai Châu và KH chuyển đổi số Quỳ Hợp"). English names of plans are rarely the glossary's, so they are not held against it.
 */
function askedOf({ u }: ComposeInput, { plan }: PlanEntry): ComposeInput["u"] {
  const subject = (of: PlanEntry["plan"]): ReadonlySet<string> => heldTerms(`${of.subject} ${of.title}`).terms;
  const own = subject(plan);
  const others = new Set(u.entries.filter((entry) => entry.plan !== plan).flatMap((entry) => [...subject(entry.plan)]));
  const words = u.topic.words.filter((word) => !COMPARING.has(word) && (own.has(word) || !others.has(word)));
  const pairs = u.topic.pairs.filter((pair) => pair.split("_").every((word) => words.includes(word)));
  // With nothing left, the words shared with a title are what is asked about.
  return words.length === 0 ? u : { ...u, topic: { ...u.topic, words, pairs, foreign: Math.max(0, u.topic.foreign - u.entries.length) } };
}

/** What each plan says, found as a question for that fact alone would find it. */
function findingsOf(input: ComposeInput, inner: Finder): Finding[] {
  return input.u.entries.flatMap((entry) => {
    const candidates = input.candidates.filter((candidate) => candidate.entry === entry);
    const asked = { ...input, u: askedOf(input, entry), entry, candidates };
    const speaks = (candidates[0]?.support ?? 0) >= SURELY && (candidates[0]?.coverage ?? 0) >= SAYS_HALF;
    const finding = inner(asked) ?? (speaks && inner !== findTasks ? findGeneral(asked) : null);
    const holdsHalf = (candidates[0]?.coverage ?? 0) >= SAYS_HALF;
    return finding === null || (finding.support < LEAST_SUPPORT && !holdsHalf) ? [] : [finding];
  });
}

/** What the plans in question say of the same thing; null when only one is in question or none says it. */
export function composeCompare(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  if (u.entries.length < 2) return null;
  const fact = INNER.find(({ asks }) => asks.test(u.folded));
  const plain = INNER.find(({ plainly }) => plainly.test(u.folded));
  const ofAgency = u.agencies.length > 0 && u.entries.some((entry) => tasksOf(u, entry) !== null);
  const inner = ofAgency ? [...(plain === undefined ? [] : [plain.find]), findTasks] : [fact?.find ?? findGeneral];
  const speaksOfIt = (entry: PlanEntry): boolean =>
    input.candidates.some(
      (candidate) => candidate.entry === entry && coverageOf(u.topic, candidate.text, entry.weights).share > SPEAKS_OF_IT,
    );
  const entries = u.scoped || u.entries.length <= MOST_ROWS ? u.entries : u.entries.filter(speaksOfIt).slice(0, MOST_ROWS);
  const narrowed = { ...input, u: { ...u, entries } };
  for (const find of inner) {
    const findings = findingsOf(narrowed, find);
    if (findings.length > 0) return presentSideBySide(narrowed, findings);
  }
  return null;
}
