/**
 * Relations to other documents that the text states: replaces, amends, issued under, implements.
 * A task to amend something ("tham mưu điều chỉnh Kế hoạch số …") changes nothing and is no relation.
 */
import { findSectionReferences } from "./section-references.ts";
import { changesIn, type ChangeWords } from "./change-words.ts";
import { findNamedDocuments, KIND_WORDS, numberKey, type NamedDocument } from "./named-documents.ts";
import { linesOf, type Line } from "./metadata/lines.ts";
import type { PlanRelation, RelationTarget, Section } from "./types.ts";

export interface RelationsInput {
  readonly text: string;
  readonly sections: readonly Section[];
  /** The document's own number. */
  readonly number: string | null;
  /** Its subject, which says whether it is there to change another. */
  readonly subject: string;
}

const ISSUED_UNDER = new RegExp(
  String.raw`^\(?\s*(?:(?:${KIND_WORDS}) (?:này )?)?(?:được )?(?:ban hành\s+)?kèm theo\s+(?=${KIND_WORDS}\s)`,
  "iu",
);
const IMPLEMENTS = /^(?:[-–]\s*)?(?:Thực hiện|Triển khai(?: thực hiện)?)\s+(?:các\s+)?(?=\p{Lu})/u;
/** Words before a document's number that make it part of another's subject. */
const OF_ANOTHER = /(?:thực hiện|triển khai|theo|căn cứ|về|phê duyệt|ban hành|hướng dẫn|quy định tại|quy định của)\s+(?:các\s+)?$/iu;
const UNDER = /kèm theo\s+$/iu;
const CONNECTS = /(?:^|[,;]|\bvà|,\s*và|cùng)\s*(?:các\s+)?$/u;

/** Documents named one after another from the start of a text; one within another's subject ends the row. */
function chainOf(text: string): NamedDocument[] {
  const chain: NamedDocument[] = [];
  let skipped = false;
  let end = 0;
  for (const named of findNamedDocuments(text)) {
    const before = text.slice(end, named.start);
    const direct: boolean = chain.length === 0 ? !OF_ANOTHER.test(before) || UNDER.test(before) : CONNECTS.test(before) && !skipped;
    if (direct) chain.push(named);
    else if (chain.length === 0) return [];
    skipped = !direct;
    ({ end } = named);
  }
  return chain;
}

const offsetBy = (line: Line, from: number, to: number): PlanRelation["evidence"] => ({
  sectionId: line.sectionId,
  start: line.start + from,
  end: line.start + to,
});

function relationOf(kind: PlanRelation["kind"], named: NamedDocument, evidence: PlanRelation["evidence"]): PlanRelation {
  const { document, number, issuedOn, issuer } = named;
  return { kind, document, number, issuedOn, issuer, targets: [], evidence };
}

/** "(Ban hành kèm theo Quyết định số …)", "Thực hiện Kế hoạch số …; Công văn số …". */
function openedWith(kind: PlanRelation["kind"], pattern: RegExp, line: Line): PlanRelation[] {
  const match = pattern.exec(line.text);
  if (match === null) return [];
  const rest = line.text.slice(match[0].length);
  return chainOf(rest)
    .filter((named, index) => index > 0 || named.start === 0)
    .map((named, index) =>
      relationOf(kind, named, offsetBy(line, index === 0 ? 0 : match[0].length + named.start, match[0].length + named.end)),
    );
}

interface Change {
  readonly relations: readonly PlanRelation[];
  /** Parts changed of a document that another section names. */
  readonly loose: readonly RelationTarget[];
}

/** What one saying of change ("Sửa đổi khoản 2 Mục III Kế hoạch số …") changes. */
function changeOf(line: Line, words: ChangeWords): Change {
  const evidence = offsetBy(line, words.start, words.end);
  const named = words.passive ? findNamedDocuments(words.subject).slice(-1) : chainOf(words.object);
  const where = words.passive ? words.subject : words.object;
  const first = named[0]?.start ?? where.length;
  const targets: RelationTarget[] = findSectionReferences(where.slice(0, first))
    .filter(({ start }) => words.meansPart(where, start))
    .map(({ printed }) => ({ printed, repeals: words.repeals, evidence }));
  if (named.length === 0) return { relations: [], loose: targets };
  const kind = words.repeals && targets.length === 0 && !words.partly ? "supersedes" : "amends";
  return {
    relations: named.map((document, index) => ({ ...relationOf(kind, document, evidence), targets: index === 0 ? targets : [] })),
    loose: [],
  };
}

/** Relations in the order of the text, one for each kind and document; numbers as printed, without spaces. */
export function readRelations({ text, sections, number, subject }: RelationsInput): PlanRelation[] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const found: PlanRelation[] = [];
  const loose: RelationTarget[] = [];
  for (const line of linesOf(text, sections)) {
    found.push(...openedWith("issued-under", ISSUED_UNDER, line), ...openedWith("implements", IMPLEMENTS, line));
    for (const words of changesIn(line, { path: byId.get(line.sectionId)?.path ?? [], subject })) {
      const change = changeOf(line, words);
      found.push(...change.relations);
      loose.push(...change.loose);
    }
  }
  const others = found.filter((relation) => number === null || numberKey(relation.number) !== numberKey(number));
  return withLooseTargets(merged(others), loose, byId);
}

/** One relation for each kind and document, proved where parts are named, else where the body says it. */
function merged(relations: readonly PlanRelation[]): PlanRelation[] {
  return [...groupsOf(relations).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const best =
      group.find(({ targets }) => targets.length > 0) ?? group.find(({ evidence }) => evidence.sectionId !== "dau-van-ban") ?? first;
    return [
      {
        ...best,
        issuedOn: group.find(({ issuedOn }) => issuedOn !== null)?.issuedOn ?? null,
        issuer: group.find(({ issuer }) => issuer !== null)?.issuer ?? null,
        targets: group.flatMap(({ targets }) => targets),
      },
    ];
  });
}

const keyOf = ({ kind, number }: PlanRelation): string => `${kind} ${numberKey(number)}`;

function groupsOf(relations: readonly PlanRelation[]): Map<string, PlanRelation[]> {
  const groups = new Map<string, PlanRelation[]>();
  for (const relation of relations) groups.set(keyOf(relation), [...(groups.get(keyOf(relation)) ?? []), relation]);
  return groups;
}

/** Parts named without their document belong to the one that the sections above them amend, or the only one amended. */
function withLooseTargets(
  relations: readonly PlanRelation[],
  loose: readonly RelationTarget[],
  sections: ReadonlyMap<string, Section>,
): PlanRelation[] {
  const amended = relations.filter(({ kind }) => kind === "amends");
  const ownerOf = (target: RelationTarget): PlanRelation | undefined => {
    for (let id: string | null = target.evidence.sectionId; id !== null; id = sections.get(id)?.parentId ?? null) {
      const above = amended.filter(({ evidence }) => evidence.sectionId === id);
      if (above.length === 1) return above[0];
    }
    return amended.length === 1 ? amended[0] : undefined;
  };
  return relations
    .map((relation) => ({
      ...relation,
      targets: [...relation.targets, ...loose.filter((target) => ownerOf(target) === relation)],
    }))
    .toSorted((a, b) => a.evidence.start - b.evidence.start);
}
