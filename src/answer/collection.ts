/** A generation as questions see it: its plans, words, places and agencies, looked up once per generation. */
import type { Generation, Passage } from "../index/types.ts";
import { agencyKey } from "../language/agencies.ts";
import { meansEveryAgency } from "../language/agency-phrases.ts";
import { foldedWords, nameKey } from "../language/fold.ts";
import { placeNamed } from "../language/places.ts";
import { makeVocabulary, type Vocabulary } from "../language/restore-diacritics.ts";
import { heldTerms, joinedTerms, type HeldTerms, type TermWeights } from "./topic.ts";
import type { Assignment, Plan, Section } from "../parse/types.ts";

export interface PlanEntry {
  readonly plan: Plan;
  readonly sections: ReadonlyMap<string, Section>;
  readonly children: ReadonlyMap<string, readonly Section[]>;
  /** Folded names under which a question may mean this plan's place: "binh thuan", "BT" is kept in `aliases`. */
  readonly placeKeys: readonly string[];
  /** Abbreviations in capitals that no other plan of the collection shares. */
  readonly aliases: readonly string[];
  readonly assignments: readonly IndexedAssignment[];
  /** Weights of terms for this plan: those of its subject stand in every passage's background and count little. */
  readonly weights: TermWeights;
}

export interface IndexedAssignment extends Assignment {
  readonly key: string;
}

export interface Collection extends TermWeights {
  readonly generation: Generation;
  readonly entries: readonly PlanEntry[];
  entry(documentId: string): PlanEntry | undefined;
  readonly vocabulary: Vocabulary;
  /** Agencies that the plans name and the data may not, by the folded words of their names; longest first. */
  readonly agencyNames: readonly { readonly words: readonly string[]; readonly name: string }[];
  /** The terms of a passage and of each of its sentences, headings included; made on first use. */
  termsOfPassage(passage: Passage): PassageTerms;
}

export interface PassageTerms {
  readonly whole: HeldTerms;
  readonly sentences: readonly HeldTerms[];
}

/** Folded words, then pairs of neighbours. */
export function termsOf(text: string): { words: string[]; pairs: string[] } {
  const words = foldedWords(text);
  return { words, pairs: words.slice(1).map((word, index) => `${words[index] ?? ""}_${word}`) };
}

/** What a term of the plan's own subject counts. */
const BACKGROUND = 0.3;

function makeEntry(plan: Plan, shared: ReadonlySet<string>, general: TermWeights): PlanEntry {
  const subject = heldTerms(plan.subject).terms;
  const children = new Map<string, Section[]>();
  for (const section of plan.sections)
    if (section.parentId !== null) children.set(section.parentId, [...(children.get(section.parentId) ?? []), section]);
  const place = plan.place;
  const known = place === null ? undefined : placeNamed(place.name);
  const names = place === null ? [] : [place.name, ...(known?.forms ?? [])];
  return {
    weights: { knows: (term) => general.knows(term), idf: (term) => (subject.has(term) ? BACKGROUND : 1) * general.idf(term) },
    plan,
    children,
    sections: new Map(plan.sections.map((section) => [section.id, section])),
    placeKeys: [...new Set(names.map(nameKey))],
    aliases: plan.placeAliases.filter((alias) => !shared.has(alias)),
    assignments: plan.assignments.map((assignment) => ({ ...assignment, key: agencyKey(assignment.canonicalAgency ?? assignment.agency) })),
  };
}

function agencyNamesOf(entries: readonly PlanEntry[]): { words: string[]; name: string }[] {
  const names = new Map<string, string>();
  for (const { assignments } of entries)
    for (const { agency, partners } of assignments)
      for (const name of [agency, ...partners]) if (!meansEveryAgency(name) && name.length < 80) names.set(agencyKey(name), name);
  return [...names]
    .map(([key, name]) => ({ words: key.split(" "), name }))
    .filter(({ words }) => words.length > 1 && words.length < 12)
    .toSorted((a, b) => b.words.length - a.words.length);
}

/** Prepares a generation for questions; about 10 ms for a few hundred passages. */
export function describeCollection(generation: Generation): Collection {
  const counts = new Map<string, number>();
  for (const { aliases } of generation.plans.map((plan) => ({ aliases: new Set(plan.placeAliases) })))
    for (const alias of aliases) counts.set(alias, (counts.get(alias) ?? 0) + 1);
  const shared = new Set([...counts].filter(([, count]) => count > 1).map(([alias]) => alias));
  const texts = new Map(generation.plans.map((plan) => [plan.id, plan.text]));
  const frequency = new Map<string, number>();
  for (const passage of generation.passages) {
    const { words, pairs } = termsOf(`${passage.context} ${texts.get(passage.documentId)?.slice(passage.start, passage.end) ?? ""}`);
    for (const term of new Set([...words, ...pairs])) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const total = generation.passages.length;
  const general: TermWeights = {
    idf: (term) => Math.log((total + 1) / ((frequency.get(term) ?? 0) + 0.5)),
    knows: (term) => frequency.has(term),
  };
  const entries = generation.plans.filter((plan) => plan.copyOf === null).map((plan) => makeEntry(plan, shared, general));
  const byId = new Map(entries.map((entry) => [entry.plan.id, entry]));
  const known = new Map<number, PassageTerms>();
  const termsOfPassage = (passage: Passage): PassageTerms => {
    const before = known.get(passage.ordinal);
    if (before !== undefined) return before;
    const text = byId.get(passage.documentId)?.plan.text ?? "";
    const context = heldTerms(passage.context);
    const sentences = passage.sentences.map(({ start, end }) => heldTerms(text.slice(start, end)));
    const made = { whole: joinedTerms(context, heldTerms(text.slice(passage.start, passage.end))), sentences };
    known.set(passage.ordinal, made);
    return made;
  };
  return {
    termsOfPassage,
    generation,
    entries,
    entry: (documentId) => byId.get(documentId),
    vocabulary: makeVocabulary(generation.plans.map((plan) => plan.text)),
    agencyNames: agencyNamesOf(entries),
    ...general,
  };
}
