/** What became of a document: held by the collection or only named in it, replaced or amended by one that it holds. */
import { numberKey } from "../../parse/named-documents.ts";
import type { PlanChange, PlanRelation } from "../../parse/types.ts";
import type { PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer } from "../draft.ts";
import { addNotices } from "../notices.ts";
import { say } from "../phrases.ts";
import { shortName } from "../reference.ts";
import type { ComposeInput } from "./types.ts";

const ASKS_STANDING =
  /\bthay\b|\bcon (?:dung|ap dung|gia tri|hieu luc)\b|\bhieu luc\b|\bsua doi\b|\bbai bo\b|\bin force\b|\breplace|\bsupersede|\bamend|\bvalid\b/u;
/** Asks what was done to the document, not what the document does to another. */
const ASKS_WHAT_BECAME =
  /\b(?:bi|duoc|da)\s+(?:\w+\s+)?(?:thay|sua doi|bai bo)\b|\bcon (?:dung|ap dung|gia tri|hieu luc)\b|\b(?:been|still|was|is it)\b.*\b(?:replaced|superseded|amended|valid|in force)\b|\bin force\b/u;

/** Whether the question's name of a document is this number: the whole number where it says the symbol, else its digits. */
function isNamed(name: string, number: string): boolean {
  const printed = /\d+(?:\/\d{4})?[/-][\p{L}\d&/-]+/u.exec(name)?.[0];
  return printed === undefined ? /\d+/u.exec(name)?.[0] === /^\d+/u.exec(number)?.[0] : numberKey(printed) === numberKey(number);
}

/** What plans of the collection say of a document it does not hold: "Kế hoạch này thay thế Kế hoạch số …". */
export function relationsTo(
  u: Pick<ComposeInput["u"], "unknownDocuments" | "folded">,
  collection: ComposeInput["collection"],
): { entry: PlanEntry; relation: PlanRelation }[] {
  if (u.unknownDocuments.length === 0 || !ASKS_STANDING.test(u.folded)) return [];
  return collection.entries.flatMap((entry) =>
    entry.plan.relations
      .filter(
        ({ kind, number }) => (kind === "supersedes" || kind === "amends") && u.unknownDocuments.some((name) => isNamed(name, number)),
      )
      .map((relation) => ({ entry, relation })),
  );
}

/** A question about one section asks what became of that section, of one above it or of one within it. */
function isOfNamed({ sections }: ComposeInput["u"], { sectionIds }: PlanChange): boolean {
  const named = sections.flatMap(({ entry, section }) =>
    sectionIds
      .flatMap((id) => entry.sections.get(id) ?? [])
      .filter((changed) => changed.start < section.end && section.start < changed.end),
  );
  return sections.length === 0 || sectionIds.length === 0 || named.length > 0;
}

/** What later documents of the collection did to the one document that the question is about. */
function changesTo({ u, collection }: ComposeInput): { entry: PlanEntry; later: PlanEntry; change: PlanChange }[] {
  const [entry, ...others] = u.entries;
  // Those that changed it may be in question beside it.
  const alone = others.every((other) => entry?.plan.changedBy.some(({ documentId }) => documentId === other.plan.id) ?? false);
  if (entry === undefined || !alone || u.unknownDocuments.length > 0 || !ASKS_WHAT_BECAME.test(u.folded)) return [];
  return entry.plan.changedBy
    .filter((change) => isOfNamed(u, change))
    .flatMap((change) => {
      const later = collection.entry(change.documentId);
      return later === undefined ? [] : [{ entry, later, change }];
    });
}

const verbOf = (kind: "supersedes" | "amends", { u }: ComposeInput): string =>
  kind === "supersedes"
    ? say(u.lang, "đã bị thay thế bởi", "has been replaced by")
    : say(u.lang, "đã được sửa đổi, bổ sung bởi", "has been amended by");

/** "khoản 2, khoản 3 Mục III " before the name of the document they are parts of. */
const partsNamed = (parts: readonly string[]): string => (parts.length === 0 ? "" : `${[...new Set(parts)].join(", ")} `);

/** Answers what became of a document that the plans replace or amend; null when they say nothing of it. */
export function composeReplaced(input: ComposeInput): DraftAnswer | null {
  const named = relationsTo(input.u, input.collection);
  const held = named.length > 0 ? [] : changesTo(input);
  if (named.length === 0 && held.length === 0) return null;
  const builder = new DraftBuilder();
  for (const { entry, relation } of named) {
    const kind = relation.kind === "supersedes" ? relation.kind : "amends";
    const what = `${partsNamed(relation.targets.map(({ printed }) => printed))}${relation.document}`;
    builder.paragraph({ strong: what }, ` ${verbOf(kind, input)} ${shortName(entry.plan)}.`, builder.cite({ entry, ...relation.evidence }));
    builder.quote({ entry, ...relation.evidence });
  }
  for (const { entry, later, change } of held) {
    const section = later.sections.get(change.sectionId);
    if (section === undefined) continue;
    const evidence = later.plan.relations.find(
      ({ documentId, evidence: { sectionId } }) => documentId === entry.plan.id && sectionId === change.sectionId,
    )?.evidence ?? { start: section.start, end: section.ownEnd };
    const what = `${partsNamed(change.sectionIds.flatMap((id) => entry.sections.get(id)?.label ?? []))}${shortName(entry.plan)}`;
    builder.paragraph(
      { strong: what },
      ` ${verbOf(change.kind, input)} ${shortName(later.plan)}.`,
      builder.cite({ entry: later, ...evidence }),
    );
    builder.quote({ entry: later, ...evidence });
  }
  if (builder.citations.length === 0) return null;
  addNotices(builder, input, [...named.map(({ entry }) => entry), ...held.map(({ later }) => later)]);
  return builder.done({ status: "answered", confidence: 0.9 });
}
