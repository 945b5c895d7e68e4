/** One fact from one plan, from several, or side by side: how findings become an answer. */
import type { Language } from "../../contract/answer.ts";
import { sectionFor } from "../cite.ts";
import type { PlanEntry } from "../collection.ts";
import { DraftBuilder, lengthOf, textOf, type DraftAnswer } from "../draft.ts";
import { FIRST_WORDS, gistsOf } from "../gist.ts";
import { isOnePlace, labelsOf } from "../labels.ts";
import { changeTouching, holdsNow } from "../later-change.ts";
import { addNotices } from "../notices.ts";
import { capitalised, say } from "../phrases.ts";
import { englishLabel, englishName, placeLabel, placesNamed, shortName } from "../reference.ts";
import { suggestionsFor } from "../suggestions.ts";
import { findAll, NEAR_BEST } from "./find-all.ts";
import { rowBeside } from "./row-beside.ts";
import { BESIDE_FACT, changedSince, inline } from "./finding-words.ts";
import { presentSideBySide } from "./side-by-side.ts";
import type { ComposeInput, Finder, Finding } from "./types.ts";

function sourceOf(finding: Finding, lang: Language): string {
  const section = sectionFor({ entry: finding.entry, ...finding.quote });
  const { plan } = finding.entry;
  if (lang === "en") return section === undefined ? englishName(plan) : `${englishLabel(section.label)} of the ${englishName(plan)}`;
  return section === undefined ? shortName(plan) : `${section.label} ${shortName(plan)}`;
}

/** Characters of "Gồm 12 nội dung: " and of the mark after the first sentence. */
const SAYS_HOW_MANY = 24;
/** Points of a section from which a first line counts them. */
const MANY_POINTS = 3;

/** The answer from one plan: the fact and its source in the first sentence, the words below. */
export function presentOne(input: ComposeInput, finding: Finding): DraftAnswer {
  const { u } = input;
  const builder = new DraftBuilder();
  const change = changeTouching(finding.entry, finding.quote, input.collection);
  if (change !== null) builder.paragraph(...holdsNow(builder, change, u), ".");
  const cite = builder.cite({ entry: finding.entry, ...finding.quote });
  const source = say(u.lang, ` – theo ${sourceOf(finding, "vi")}.`, ` – ${sourceOf(finding, "en")}.`);
  const before = change === null ? [] : [say(u.lang, "Văn bản trước đó: ", "Before that: ")];
  builder.paragraph(...before, ...finding.fact, ...(finding.lead === undefined ? [] : [`: “${finding.lead}”`]), source, cite);
  const beside = rowBeside({ entry: finding.entry, quote: finding.quote, said: textOf(finding.fact), u });
  if (beside !== null)
    builder.paragraph(...beside.pieces, ".", ...beside.proofs.map((range) => builder.cite({ entry: finding.entry, ...range })));
  const points = finding.lead === undefined ? (finding.points ?? []) : [];
  const used = lengthOf(...finding.fact) + source.length + SAYS_HOW_MANY;
  const quoted = finding.quote.end - finding.quote.start;
  const gists = points.length < MANY_POINTS || used + quoted <= FIRST_WORDS ? null : gistsOf(points, used);
  if (gists !== null)
    builder.paragraph(say(u.lang, `Gồm ${points.length} nội dung: `, `${points.length} points: `), gists.join("; "), ".", cite);
  builder.quote({ entry: finding.entry, ...finding.quote });
  for (const more of finding.more ?? []) builder.paragraph(...more.fact, builder.cite({ entry: finding.entry, ...more.quote }));
  addNotices(builder, input, [finding.entry]);
  return builder.done({ status: "answered", confidence: finding.support, suggestions: suggestionsFor(input, [finding.entry]) });
}

/** "Câu hỏi không nêu địa phương; 3 văn bản trong kho có nội dung này (…):" */
function openingOfMany({ u }: ComposeInput, entries: readonly PlanEntry[]): string {
  const plans = entries.map(({ plan }) => plan);
  const [plan] = plans;
  if (u.scoped && plan !== undefined && isOnePlace(entries))
    return say(
      u.lang,
      `${plans.length} văn bản của ${placeLabel(plan)} có nội dung này:`,
      `${plans.length} documents of ${plan.place?.name ?? placeLabel(plan)} speak of it:`,
    );
  const places = placesNamed(plans, u.lang);
  return say(
    u.lang,
    `Câu hỏi không nêu địa phương; ${plans.length} văn bản trong kho có nội dung này (${places}):`,
    `No place is named; ${plans.length} documents of the collection speak of it (${places}):`,
  );
}

/** The answer from several plans, one line each. */
export function presentMany(input: ComposeInput, findings: readonly Finding[]): DraftAnswer {
  const { u } = input;
  const builder = new DraftBuilder();
  const entries = findings.map(({ entry }) => entry);
  const labels = labelsOf(entries, u.lang);
  builder.paragraph(openingOfMany(input, entries));
  const limit = Math.max(140, Math.floor(900 / findings.length));
  builder.list(
    findings.map((finding) => [
      { strong: capitalised(labels(finding.entry)) },
      ": ",
      ...finding.fact,
      ` – “${inline(finding, finding.answersItself === true ? Math.min(limit, BESIDE_FACT) : limit)}”`,
      builder.cite({ entry: finding.entry, ...finding.quote }),
      ...changedSince(builder, input, finding),
    ]),
  );
  addNotices(builder, input, entries);
  return builder.done({
    status: "answered",
    confidence: 0.9 * Math.max(...findings.map(({ support }) => support)),
    suggestions: entries.slice(0, 4).map((entry) => `${u.question.replace(/[?.\s]+$/u, "")} – ${labels(entry)}?`),
  });
}

/** Whether every plan states the same fact. */
const saySame = (findings: readonly Finding[]): boolean =>
  findings.every(({ answersItself, fact }) => answersItself === true && textOf(fact) === textOf(findings[0]?.fact ?? []));

/** One fact that several plans state: said once, cited from each. */
function presentSame(input: ComposeInput, findings: readonly Finding[]): DraftAnswer {
  const { u } = input;
  const builder = new DraftBuilder();
  const entries = findings.map(({ entry }) => entry);
  const labels = labelsOf(entries, u.lang);
  builder.paragraph(
    ...(findings[0]?.fact ?? []),
    say(u.lang, ` – ${findings.length} văn bản cùng nêu:`, ` – stated by ${findings.length} documents:`),
  );
  builder.list(
    findings.map((finding) => [
      { strong: capitalised(labels(finding.entry)) },
      `: “${inline(finding, SHORT_PROOF)}”`,
      builder.cite({ entry: finding.entry, ...finding.quote }),
    ]),
  );
  addNotices(builder, input, entries);
  return builder.done({ status: "answered", confidence: 0.9 * Math.max(...findings.map(({ support }) => support)) });
}

/** Longest proof of a fact that several plans state. */
const SHORT_PROOF = 110;

/** Whether another of the findings' documents changed the words of this one: they are one answer, what holds now first. */
function isChangedByAnother({ collection }: ComposeInput, { entry, quote }: Finding, findings: readonly Finding[]): boolean {
  const change = changeTouching(entry, quote, collection);
  return change !== null && findings.some((other) => other.entry === change.later);
}

/** A composer for questions for one fact. */
export function composeWith(find: Finder, near = NEAR_BEST): (input: ComposeInput) => DraftAnswer | null {
  return (input) => {
    const findings = findAll(input, find, near);
    const first = findings[0];
    if (first === undefined) return null;
    if (findings.length === 1) return presentOne(input, first);
    const amended = isOnePlace(findings.map(({ entry }) => entry))
      ? findings.find((finding) => isChangedByAnother(input, finding, findings))
      : undefined;
    if (amended !== undefined && !input.u.byDocument) return presentOne(input, amended);
    if (saySame(findings)) return presentSame(input, findings);
    const apart = input.u.byDocument || (input.u.scoped && !isOnePlace(input.u.entries));
    return apart ? presentSideBySide(input, findings) : presentMany(input, findings);
  };
}
