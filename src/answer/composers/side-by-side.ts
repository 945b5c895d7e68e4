/** Plans side by side: what each says in a few words, then a table with the words themselves. */
import type { Language } from "../../contract/answer.ts";
import type { PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer, type Piece } from "../draft.ts";
import type { Range } from "../evidence.ts";
import { gistsOf } from "../gist.ts";
import { labelsOf } from "../labels.ts";
import { addNotices } from "../notices.ts";
import { capitalised, say } from "../phrases.ts";
import { placeLabel } from "../reference.ts";
import { suggestionsFor } from "../suggestions.ts";
import { ALONE, BESIDE_FACT, changedSince, inline } from "./finding-words.ts";
import type { ComposeInput, Finding } from "./types.ts";

interface Row {
  readonly entry: PlanEntry;
  readonly label: string;
  readonly finding: Finding | undefined;
}

/** A row for each plan that says it, and one for each place of which no plan does. */
function rowsOf({ u }: ComposeInput, findings: readonly Finding[]): Row[] {
  const places = findings.map(({ entry }) => placeLabel(entry.plan));
  const shown = u.entries.filter(
    (entry, index) =>
      findings.some((finding) => finding.entry === entry) ||
      u.byDocument ||
      (!places.includes(placeLabel(entry.plan)) &&
        u.entries.findIndex(({ plan }) => placeLabel(plan) === placeLabel(entry.plan)) === index),
  );
  const labels = labelsOf(shown, u.lang);
  return shown.map((entry) => ({
    entry,
    label: capitalised(labels(entry)),
    finding: findings.find((finding) => finding.entry === entry),
  }));
}

/** What a table says in a few words: each place with its fact; null when there are too many places for that. */
function sideBySideInShort(builder: DraftBuilder, rows: readonly Row[], lang: Language): Piece[] | null {
  const heads = rows.map(({ label }) => `${label}: `);
  const texts = rows.map(({ entry, finding }) => (finding === undefined ? silence(entry, lang) : gistSource(finding)));
  const gists = gistsOf(texts, heads.join("; ").length + 8 * heads.length);
  if (gists === null) return null;
  return rows.flatMap(({ entry, label, finding }, index): Piece[] => [
    ...(index === 0 ? [] : ["; "]),
    { strong: label },
    `: ${gists[index] ?? ""}`,
    ...(finding === undefined ? [] : quotesInShort(finding).map((quote) => builder.cite({ entry, ...quote }))),
  ]);
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
  const rows = rowsOf(input, findings);
  const short = sideBySideInShort(builder, rows, u.lang);
  const cells = rows.map(({ entry, label, finding }): (readonly Piece[])[] => {
    const place = [{ strong: label }];
    if (finding === undefined) return [place, [silence(entry, u.lang)]];
    const cite = builder.cite({ entry, ...finding.quote });
    const more = (finding.more ?? []).flatMap(({ fact, quote }): Piece[] => ["; ", ...fact, builder.cite({ entry, ...quote })]);
    const words = `: “${inline(finding, finding.answersItself === true ? BESIDE_FACT : ALONE)}”`;
    return [place, [...finding.fact, words, cite, ...more, ...changedSince(builder, input, finding)]];
  });
  const places = rows.map(({ label }) => label).join(", ");
  builder.paragraph(...(short ?? [say(u.lang, `So sánh ${places}:`, `Comparison of ${places}:`)]));
  builder.table([say(u.lang, "Địa phương", "Place"), say(u.lang, "Nội dung", "What the plan says")], cells);
  addNotices(
    builder,
    input,
    rows.map(({ entry }) => entry),
  );
  const silent = rows.some(({ finding }) => finding === undefined);
  return builder.done({
    status: silent ? "partial" : "answered",
    confidence: findings.length === 0 ? 0 : findings.reduce((sum, { support }) => sum + support, 0) / rows.length,
    suggestions: suggestionsFor(input, u.entries),
  });
}
