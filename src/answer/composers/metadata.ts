/** Number, date, signer, standing, legal bases, relations: from what the reader understood of the document. */
import type { PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer, type Piece } from "../draft.ts";
import { labelsOf } from "../labels.ts";
import { addNotices } from "../notices.ts";
import { capitalised, say } from "../phrases.ts";
import { englishName, shortName } from "../reference.ts";
import { matterOf } from "./matter.ts";
import { FIELDS } from "./metadata-fields.ts";
import { composeReplaced } from "./replaced.ts";
import type { ComposeInput } from "./types.ts";

/** Most facts one document gives, so that an answer stays short. */
const MOST_FACTS = 6;

/** "Ai ký?" names nothing and means the documents at hand. */
const SHORT_TOPIC = 1;
const NAMES_DOCUMENT =
  /\b(?:ke hoach|van ban|quyet dinh|cong van|to trinh|tai lieu|du thao|plans?|documents?|decisions?|drafts?|letter)\b/u;

/** "Kế hoạch nào còn là dự thảo?": the document itself is asked for. */
const ASKS_WHICH =
  /\b(?:ke hoach|van ban|quyet dinh|chi thi|du thao|tai lieu|tinh|noi) nao\b|\bwhich (?:plan|document|decision|draft|province)/u;

/** Answers from metadata; null when every field asked for is blank in the text. */
export function composeMetadata(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  const replaced = composeReplaced(input);
  if (replaced !== null) return replaced;
  const fields = FIELDS.filter(({ asks }) => asks.test(u.folded));
  if (
    fields.length === 0 ||
    (!u.scoped && u.topic.words.length > SHORT_TOPIC && !NAMES_DOCUMENT.test(u.folded)) ||
    (u.unknownDocuments.length > 0 && u.entries.length !== 1) ||
    u.entries.length > 8
  )
    return null;
  const builder = new DraftBuilder();
  let blank = false;
  const labels = labelsOf(u.entries, u.lang);
  const used: PlanEntry[] = [];
  for (const entry of u.entries) {
    const results = fields.map((field) => field.read({ ...input, entry, plan: entry.plan, lang: u.lang }));
    blank ||= results.includes("blank");
    const facts = results.flatMap((result) => (result === null || result === "blank" ? [] : result)).slice(0, MOST_FACTS);
    // Among several plans, one that leaves the thing blank is named too.
    if (facts.length === 0 && (u.entries.length === 1 || !results.includes("blank"))) continue;
    const blanks = fields
      .filter((_, index) => results[index] === "blank")
      .map((field): Piece[] => [
        say(u.lang, field.blankVi, field.blankEn),
        ...(field.blankEn.startsWith("Number") && entry.plan.numberLine !== null
          ? [builder.cite({ entry, ...entry.plan.numberLine })]
          : []),
      ]);
    if (facts.length > 0) used.push(entry);
    if (u.entries.length > 1) builder.paragraph({ strong: capitalised(labels(entry)) });
    else if (ASKS_WHICH.test(u.folded))
      builder.paragraph({ strong: capitalised(u.lang === "en" ? englishName(entry.plan) : shortName(entry.plan)) });
    builder.list([
      ...facts.map(({ pieces, evidence }): Piece[] => [
        ...pieces,
        ...evidence.map(({ start, end }) => builder.cite({ entry, start, end })),
      ]),
      ...blanks,
    ]);
  }
  if (used.length === 0) return null;
  addNotices(builder, input, used);
  return builder.done({ status: blank ? "partial" : "answered", confidence: 0.92 });
}

/** Documents compared by their own facts ("cái nào ban hành trước?"); null when something in them is compared. */
export function composeDocumentFacts(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  return u.scoped && OF_DOCUMENT.test(u.folded) && matterOf(u.topic).words.length === 0 ? composeMetadata(input) : null;
}

const OF_DOCUMENT = /\bban hanh\b|\bky\b|\bso hieu\b|\bhieu luc\b|\bissued\b|\bsigned\b|\bin force\b|\bcan cu\b/u;

/** Whether the fields asked for are all left blank by the one document in question. */
export function blankFields(input: ComposeInput): boolean {
  const { u } = input;
  const entry = u.entries[0];
  if (u.entries.length !== 1 || entry === undefined) return false;
  return FIELDS.filter(({ asks }) => asks.test(u.folded)).some(
    ({ read }) => read({ ...input, entry, plan: entry.plan, lang: u.lang }) === "blank",
  );
}
