/** Places side by side: each plan asked the same question on its own. */
import { shortened } from "../../language/shorten.ts";
import { coverageOf } from "../topic.ts";
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

const INNER: readonly { readonly asks: RegExp; readonly find: Finder }[] = [
  { asks: /\bkinh phi\b|\bnguon von\b|\bngan sach\b|\bkhai toan\b|\bfund|\bbudget|\bcosts?\b|\bmoney\b/u, find: findBudget },
  {
    asks: /\bhan\b|\bngay nao\b|\bkhi nao\b|\bbao cao\b|\bthoi han\b|\bdinh ky\b|\bdeadline|\breport|\bwhen\b|\bhow often\b|\bgiai doan\b|\bthoi gian\b/u,
    find: findDeadline,
  },
  {
    asks: /\b(?:so|phong|co quan|don vi|ai) nao\b|\bchu tri\b|\bphu trach\b|\bgiao cho\b|\bagenc|\bwho\b|\bleads?\b|\bin charge\b|\bresponsible\b|\bdau moi\b/u,
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

/** What the plans in question say of the same thing; null when only one is in question or none says it. */
export function composeCompare(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  if (u.entries.length < 2) return null;
  const inner =
    u.agencies.length > 0 && input.u.entries.some((entry) => tasksOf(u, entry) !== null)
      ? findTasks
      : (INNER.find(({ asks }) => asks.test(u.folded))?.find ?? findGeneral);
  const speaksOfIt = (entry: (typeof u.entries)[number]): boolean =>
    input.candidates.some(
      (candidate) => candidate.entry === entry && coverageOf(u.topic, candidate.text, entry.weights).share > SPEAKS_OF_IT,
    );
  const entries = u.scoped || u.entries.length <= MOST_ROWS ? u.entries : u.entries.filter(speaksOfIt).slice(0, MOST_ROWS);
  const narrowed = { ...input, u: { ...u, entries } };
  const findings = entries
    .flatMap((entry) => {
      const own = input.candidates.filter((candidate) => candidate.entry === entry);
      return inner({ ...narrowed, entry, candidates: own }) ?? [];
    })
    .filter((finding) => finding.support >= 0.2);
  return findings.length === 0 ? null : presentSideBySide(narrowed, findings);
}
