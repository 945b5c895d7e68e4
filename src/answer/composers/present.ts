/** One fact from one plan, from several, or side by side: how findings become an answer. */
import { gistsOf } from "../gist.ts";
import { englishLabel, englishName, placeLabel, placesNamed, shortName } from "../reference.ts";
import { shortened } from "../../language/shorten.ts";
import type { Language } from "../../contract/answer.ts";
import { sectionFor } from "../cite.ts";
import { DraftBuilder, type DraftAnswer, type Piece } from "../draft.ts";
import { capitalised, oneLine, say } from "../phrases.ts";
import { addNotices } from "../notices.ts";
import type { Range } from "../evidence.ts";
import { suggestionsFor } from "../suggestions.ts";
import type { ComposeInput, Finder, Finding } from "./types.ts";

/** Least support of an answer; on the calibration sets it keeps 95% of the Vietnamese answers and refuses 91% of the rest (English: 90% and 86%). */
const LEAST_SUPPORT = 0.45;
/** Least support of a further plan beside one that surely answers. */
const LEAST_BESIDE = 0.3;
/** Without a place, plans that support the answer this much less than the best one are left out. */
const NEAR_BEST = 0.35;
/** The same for answers that are the plans' own words, where a likeness is easily found. */
export const NEAR_FOR_WORDS = 0.8;
/** Most plans one answer goes through. */
const MOST_PLANS = 8;

/** Findings of every plan in question that support an answer, in the collection's order. */
export function findAll(input: ComposeInput, find: Finder, near: number): Finding[] {
  const found = input.u.entries.flatMap((entry) => {
    const finding = find({ ...input, entry, candidates: input.candidates.filter((candidate) => candidate.entry === entry) });
    return finding === null || finding.support < (input.u.scoped ? LEAST_SUPPORT : LEAST_BESIDE) ? [] : [finding];
  });
  if (input.u.scoped) return found;
  const best = Math.max(0, ...found.map((finding) => finding.support));
  if (best < LEAST_SUPPORT) return [];
  return found
    .filter((finding) => finding.support >= near * best)
    .toSorted((a, b) => b.support - a.support)
    .slice(0, MOST_PLANS);
}

function sourceOf(finding: Finding, lang: Language): string {
  const section = sectionFor({ entry: finding.entry, ...finding.quote });
  const { plan } = finding.entry;
  if (lang === "en") return section === undefined ? englishName(plan) : `${englishLabel(section.label)} of the ${englishName(plan)}`;
  return section === undefined ? shortName(plan) : `${section.label} ${shortName(plan)}`;
}

/** Characters of "Gồm 12 nội dung: " and of the mark after the first sentence. */
const SAYS_HOW_MANY = 24;
const lengthOf = (piece: Piece): number => (typeof piece === "string" ? piece.length : "strong" in piece ? piece.strong.length + 4 : 4);

/** Length of a quote in a list or a table, beside a fact that answers by itself and where the quote is the answer. */
const BESIDE_FACT = 150;
const ALONE = 420;

/** The quoted words on one line, for lists and tables; of a quote that is too long the sentence that answers. */
function inline({ entry, quote, lead }: Finding, limit: number): string {
  const words = oneLine(entry.plan.text.slice(quote.start, quote.end));
  return shortened(words.length > limit && lead !== undefined ? lead : words, limit);
}

/** The answer from one plan: the fact and its source in the first sentence, the words below. */
export function presentOne(input: ComposeInput, finding: Finding): DraftAnswer {
  const { u } = input;
  const builder = new DraftBuilder();
  const cite = builder.cite({ entry: finding.entry, ...finding.quote });
  const source = say(u.lang, ` – theo ${sourceOf(finding, "vi")}.`, ` – ${sourceOf(finding, "en")}.`);
  builder.paragraph(...finding.fact, ...(finding.lead === undefined ? [] : [`: “${finding.lead}”`]), source, cite);
  const points = finding.lead === undefined ? (finding.points ?? []) : [];
  const used = finding.fact.reduce((sum, piece) => sum + lengthOf(piece), source.length + SAYS_HOW_MANY);
  const gists = points.length < 2 ? null : gistsOf(points, used);
  if (gists !== null)
    builder.paragraph(say(u.lang, `Gồm ${points.length} nội dung: `, `${points.length} points: `), gists.join("; "), ".", cite);
  builder.quote({ entry: finding.entry, ...finding.quote });
  for (const more of finding.more ?? []) builder.paragraph(...more.fact, builder.cite({ entry: finding.entry, ...more.quote }));
  addNotices(builder, input, [finding.entry]);
  return builder.done({ status: "answered", confidence: finding.support, suggestions: suggestionsFor(input, [finding.entry]) });
}

/** The answer from several plans, one line each. */
export function presentMany(input: ComposeInput, findings: readonly Finding[]): DraftAnswer {
  const { u } = input;
  const builder = new DraftBuilder();
  const places = placesNamed(
    findings.map(({ entry }) => entry.plan),
    u.lang,
  );
  builder.paragraph(
    say(
      u.lang,
      `Câu hỏi không nêu địa phương; ${findings.length} văn bản trong kho có nội dung này (${places}):`,
      `No place is named; ${findings.length} documents of the collection speak of it (${places}):`,
    ),
  );
  const limit = Math.max(140, Math.floor(900 / findings.length));
  builder.list(
    findings.map((finding) => [
      { strong: capitalised(placeLabel(finding.entry.plan)) },
      ": ",
      ...finding.fact,
      ` – “${inline(finding, finding.answersItself === true ? Math.min(limit, BESIDE_FACT) : limit)}”`,
      builder.cite({ entry: finding.entry, ...finding.quote }),
    ]),
  );
  addNotices(
    builder,
    input,
    findings.map(({ entry }) => entry),
  );
  return builder.done({
    status: "answered",
    confidence: 0.9 * Math.max(...findings.map(({ support }) => support)),
    suggestions: findings.slice(0, 4).map(({ entry }) => `${u.question.replace(/[?.\s]+$/u, "")} – ${placeLabel(entry.plan)}?`),
  });
}

/** What a table says in a few words: each place with its fact; null when there are too many places for that. */
function sideBySideInShort(builder: DraftBuilder, { u }: ComposeInput, findings: readonly Finding[]): Piece[] | null {
  const heads = u.entries.map((entry) => `${capitalised(placeLabel(entry.plan))}: `);
  const texts = u.entries.map((entry) => {
    const finding = findings.find((candidate) => candidate.entry === entry);
    return finding === undefined ? silence(entry, u.lang) : gistSource(finding);
  });
  const gists = gistsOf(texts, heads.join("; ").length + 8 * heads.length);
  if (gists === null) return null;
  return u.entries.flatMap((entry, index): Piece[] => {
    const finding = findings.find((candidate) => candidate.entry === entry);
    return [
      ...(index === 0 ? [] : ["; "]),
      { strong: capitalised(placeLabel(entry.plan)) },
      `: ${gists[index] ?? ""}`,
      ...(finding === undefined ? [] : quotesInShort(finding).map((quote) => builder.cite({ entry, ...quote }))),
    ];
  });
}

/** What proves the words in short: every task that they speak of. */
const quotesInShort = ({ quote, more, inShort }: Finding): Range[] => [
  quote,
  ...(inShort === undefined ? [] : (more ?? []).map((further) => further.quote)),
];

/** The words of a finding that are shortened for the first lines. */
function gistSource({ answersItself, entry, fact, inShort, lead, quote }: Finding): string {
  const words = inShort ?? lead ?? entry.plan.text.slice(quote.start, quote.end);
  const text = fact.map((piece) => (typeof piece === "string" ? piece : "strong" in piece ? piece.strong : "")).join("");
  return answersItself === true ? text : words;
}

/** A plan whose source is cut off may have said it in what is missing. */
function silence({ plan }: Finding["entry"], lang: Language): string {
  return plan.warnings.some(({ code }) => code === "source-truncated")
    ? say(lang, "không nêu (văn bản nguồn bị cắt)", "not stated (the source is cut off)")
    : say(lang, "không nêu", "not stated");
}

/** Plans side by side; a plan that does not say it gets "không nêu". */
export function presentSideBySide(input: ComposeInput, findings: readonly Finding[]): DraftAnswer {
  const { u } = input;
  const builder = new DraftBuilder();
  const short = sideBySideInShort(builder, input, findings);
  const rows = u.entries.map((entry): (readonly Piece[])[] => {
    const finding = findings.find((candidate) => candidate.entry === entry);
    const place = [{ strong: capitalised(placeLabel(entry.plan)) }];
    if (finding === undefined) return [place, [silence(entry, u.lang)]];
    const cite = builder.cite({ entry, ...finding.quote });
    const more = (finding.more ?? []).flatMap(({ fact, quote }): Piece[] => ["; ", ...fact, builder.cite({ entry, ...quote })]);
    return [place, [...finding.fact, `: “${inline(finding, finding.answersItself === true ? BESIDE_FACT : ALONE)}”`, cite, ...more]];
  });
  const places = u.entries.map(({ plan }) => placeLabel(plan)).join(", ");
  builder.paragraph(...(short ?? [say(u.lang, `So sánh ${places}:`, `Comparison of ${places}:`)]));
  builder.table([say(u.lang, "Địa phương", "Place"), say(u.lang, "Nội dung", "What the plan says")], rows);
  addNotices(builder, input, u.entries);
  const silent = findings.length < u.entries.length;
  return builder.done({
    status: silent ? "partial" : "answered",
    confidence: findings.length === 0 ? 0 : findings.reduce((sum, { support }) => sum + support, 0) / u.entries.length,
    suggestions: suggestionsFor(input, u.entries),
  });
}

/** A composer for questions for one fact. */
export function composeWith(find: Finder, near = NEAR_BEST): (input: ComposeInput) => DraftAnswer | null {
  return (input) => {
    const findings = findAll(input, find, near);
    const first = findings[0];
    if (first === undefined) return null;
    if (findings.length === 1) return presentOne(input, first);
    return input.u.scoped && findings.length > 1 ? presentSideBySide(input, findings) : presentMany(input, findings);
  };
}
