/** What documents change in others: "Kế hoạch 67 sửa đổi những gì của Kế hoạch 148?", "văn bản nào thay thế văn bản cũ?" */
import type { PlanRelation, Section } from "../../parse/types.ts";
import type { PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer, type Piece } from "../draft.ts";
import { clip } from "../evidence.ts";
import { gistOf } from "../gist.ts";
import { labelsOf } from "../labels.ts";
import { addNotices } from "../notices.ts";
import { capitalised, say } from "../phrases.ts";
import { shortName } from "../reference.ts";
import type { ComposeInput } from "./types.ts";

const ASKS_CHANGES =
  /\b(?:sua(?: doi)?|bo sung|bai bo|dieu chinh|thay doi)\b.*\b(?:nhung |cac )?(?:gi|noi dung nao|noi dung gi|diem nao|muc nao|khoan nao|nhung noi dung|ra sao|the nao)\b|\b(?:noi dung|diem|muc|khoan)\b.*\b(?:bi |duoc |da )?(?:sua|bo sung|bai bo|dieu chinh)\b|\bwhat\b.*\b(?:amend|change|repeal|add|modif)/u;
const ASKS_WHICH = /\b(?:thay the|thay|bai bo|sua doi|replac|supersed|amend|repeal)/u;
const DOCUMENTS = /\b(?:van ban|ke hoach|quyet dinh|chi thi|quy che|documents?|plans?|decisions?)\b/u;
/** Characters of one change shown. */
const SHOWN = 420;
const ROOM = 260;

const ofKind = (entry: PlanEntry, kinds: readonly PlanRelation["kind"][]): PlanRelation[] =>
  entry.plan.relations.filter(({ kind }) => kinds.includes(kind));

/** The sections in which a document orders changes: of documents that the collection holds, else as it names them itself. */
function orderedIn(entry: PlanEntry, { entries }: ComposeInput["collection"]): Section[] {
  const ids = new Set([
    ...entries.flatMap(({ plan }) =>
      plan.changedBy.filter(({ documentId }) => documentId === entry.plan.id).map(({ sectionId }) => sectionId),
    ),
    ...ofKind(entry, ["amends", "supersedes"]).map(({ evidence }) => evidence.sectionId),
  ]);
  return entry.plan.sections.filter(({ id }) => ids.has(id));
}

const OF_CHANGES = new Set(
  "sua doi bo sung thay the bai dieu chinh khac gi so voi goc cu moi truoc sau ban noi dung diem muc khoan".split(" "),
);
const COMPARES = /\bkhac\b|\bso voi\b|\bso sanh\b|\bgiong\b|\bcompar|\bdiffer|\btruoc va sau\b/u;
/** Words of a matter from which a comparison is about that matter, not about all that was changed. */
const OF_A_MATTER = 4;

/** "Mốc năm số hóa … sau khi sửa đổi khác gì so với kế hoạch gốc?": one matter before and after. */
const comparesOneThing = ({ u }: ComposeInput): boolean =>
  u.kind === "compare" && COMPARES.test(u.folded) && u.topic.words.filter((word) => !OF_CHANGES.has(word)).length >= OF_A_MATTER;

/** The changes that one document orders in another, each with its words; null when that is not asked or nothing is changed. */
function composeChanges(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  if (!ASKS_CHANGES.test(u.folded) || !u.scoped || comparesOneThing(input)) return null;
  const changing = u.entries.filter((entry) => ofKind(entry, ["amends"]).length > 0);
  const [entry] = changing;
  if (entry === undefined || changing.length > 1) return null;
  const builder = new DraftBuilder();
  const sections = orderedIn(entry, input.collection);
  const items = sections.map((section): Piece[] => {
    const range = clip(entry.plan.text, section, SHOWN);
    return [gistOf(entry.plan.text.slice(range.start, range.end), ROOM), builder.cite({ entry, ...range })];
  });
  builder.paragraph(
    say(
      u.lang,
      `${capitalised(shortName(entry.plan))} có ${items.length} nội dung sửa đổi, bổ sung, thay thế:`,
      `${capitalised(shortName(entry.plan))} makes ${items.length} changes:`,
    ),
  );
  builder.list(items, true);
  addNotices(builder, input, [entry]);
  return builder.done({ status: "answered", confidence: 0.9 });
}

/** The documents of the collection that replace or amend others, with what they replace. */
function composeWhich(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  if (u.scoped || u.unknownDocuments.length > 0 || !ASKS_WHICH.test(u.folded) || !DOCUMENTS.test(u.folded)) return null;
  const kinds: readonly PlanRelation["kind"][] = /\b(?:sua doi|bo sung|amend)/u.test(u.folded) ? ["amends"] : ["supersedes"];
  const entries = u.entries.filter((entry) => ofKind(entry, kinds).length > 0);
  if (entries.length === 0) return null;
  const builder = new DraftBuilder();
  const labels = labelsOf(entries, u.lang);
  const verb = kinds.includes("amends") ? say(u.lang, "sửa đổi, bổ sung ", "amends ") : say(u.lang, "thay thế ", "replaces ");
  builder.paragraph(
    say(u.lang, `Trong kho có ${entries.length} văn bản như vậy:`, `The collection holds ${entries.length} such documents:`),
  );
  builder.list(
    entries.map((entry): Piece[] => [
      { strong: capitalised(shortName(entry.plan)) },
      ` (${labels(entry)}): ${verb}`,
      ...ofKind(entry, kinds).flatMap((relation, index): Piece[] => [
        index === 0 ? "" : "; ",
        relation.document,
        builder.cite({ entry, ...relation.evidence }),
      ]),
    ]),
  );
  return builder.done({ status: "answered", confidence: 0.9 });
}

/** Null when the question is not about what documents change. */
export const composeRelations = (input: ComposeInput): DraftAnswer | null => composeChanges(input) ?? composeWhich(input);
