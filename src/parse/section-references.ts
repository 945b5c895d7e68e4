/** Parts of a document as a sentence names them ("khoản 2 Mục III", "các khoản 2, 3 và 5 Mục III"), and the sections they mean. */
import type { Section, SectionKind } from "./types.ts";

interface Step {
  /** The word of the unit: "khoản", "mục". */
  readonly unit: Unit;
  /** "2", "III", "a", "1.2" */
  readonly value: string;
}

export interface SectionReference {
  /** As printed, with the parts that it shares with its neighbour: "khoản 2 Mục III". */
  readonly printed: string;
  /** Smallest part first. */
  readonly steps: readonly Step[];
  readonly start: number;
  readonly end: number;
}

/** Longer words first, so that "tiểu mục" is not read as "mục". */
const UNIT_NAMES = [
  "gạch đầu dòng",
  "nhiệm vụ",
  "tiểu mục",
  "phụ lục",
  "chương",
  "khoản",
  "phần",
  "điều",
  "điểm",
  "tiết",
  "dòng",
  "mục",
] as const;
type Unit = (typeof UNIT_NAMES)[number];

/** Which kinds of sections a word may mean, and how high it stands: offices differ in what they call the second level. */
const UNITS: Readonly<Record<Unit, { readonly rank: number; readonly kinds: readonly SectionKind[] }>> = {
  phần: { rank: 0, kinds: ["part"] },
  chương: { rank: 0, kinds: ["part"] },
  "phụ lục": { rank: 0, kinds: ["annex"] },
  mục: { rank: 1, kinds: ["roman", "number", "part"] },
  điều: { rank: 1, kinds: ["article"] },
  "tiểu mục": { rank: 2, kinds: ["number", "roman"] },
  khoản: { rank: 2, kinds: ["number", "alpha"] },
  "nhiệm vụ": { rank: 2, kinds: ["number", "row"] },
  dòng: { rank: 2, kinds: ["row"] },
  điểm: { rank: 3, kinds: ["alpha", "number"] },
  tiết: { rank: 4, kinds: ["alpha", "number"] },
  "gạch đầu dòng": { rank: 5, kinds: ["dash"] },
};

const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const VALUE = String.raw`(?:[IVX]+(?:\.\d+)*|\d+(?:\.\d+)*|[a-zđ]\d?|(?:${ORDINALS.join("|")}))(?![\p{L}\d])(?!\/)`;
const GROUP = new RegExp(
  String.raw`(?<!\p{L})(?:các\s+|những\s+)?(?<unit>${UNIT_NAMES.join("|")})(?:\s+số)?(?:\s+thứ(?:\s+tự)?)?\s+(?<values>${VALUE}(?:\s*(?:,|;|và(?!\p{L}))\s*${VALUE}(?!\s*[/]))*)`,
  "giu",
);

interface Group {
  readonly unit: Unit;
  readonly values: readonly string[];
  readonly start: number;
  readonly end: number;
}

const unitNamed = (word: string): Unit | undefined => {
  const plain = word.toLowerCase().replaceAll(/\s+/gu, " ");
  return UNIT_NAMES.find((unit) => unit === plain);
};

function groupsIn(text: string): Group[] {
  return [...text.matchAll(GROUP)].flatMap((match) => {
    const unit = unitNamed(match.groups?.["unit"] ?? "");
    const values = (match.groups?.["values"] ?? "").split(/\s*(?:,|;|(?<!\p{L})và(?!\p{L}))\s*/u).filter((value) => value !== "");
    return unit === undefined ? [] : [{ unit, values, start: match.index, end: match.index + match[0].length }];
  });
}

/** "III.2" said as one word is two steps. */
function stepsOf({ unit, values }: Group): Step[][] {
  return values.map((value) => {
    const compound = /^([IVX]+)\.(.+)$/u.exec(value);
    const ordinal = ORDINALS.indexOf(value);
    if (compound !== null)
      return [
        { unit: "khoản", value: compound[2] ?? "" },
        { unit: "mục", value: compound[1] ?? "" },
      ];
    return [{ unit, value: ordinal === -1 ? value : String(ordinal + 1) }];
  });
}

/** References of a text; a group after another belongs above it when its unit is higher and no "và" parts them. */
export function findSectionReferences(text: string): SectionReference[] {
  const chains: Group[][] = [];
  for (const group of groupsIn(text)) {
    const chain = chains.at(-1);
    const above = chain?.at(-1);
    const gap = above === undefined ? "" : text.slice(above.end, group.start);
    const higher = above !== undefined && UNITS[group.unit].rank < UNITS[above.unit].rank;
    if (chain !== undefined && higher && /^(?:\s|,|của|tại|thuộc|trong)*$/u.test(gap)) chain.push(group);
    else chains.push([group]);
  }
  return chains.flatMap((chain, index) => {
    const [own] = chain;
    if (own === undefined) return [];
    const parents = chain.length > 1 ? chain.slice(1) : sharedParents(own, chains.slice(index + 1));
    const end = chain.at(-1)?.end ?? own.end;
    const above = parents.flatMap((group) => stepsOf(group)[0] ?? []);
    const aboveText = parents.map(({ start, end: until }) => text.slice(start, until)).join(" ");
    return stepsOf(own).map((steps, at) => ({
      printed: `${own.values.length > 1 ? `${own.unit} ${own.values[at] ?? ""}` : text.slice(own.start, own.end)} ${aboveText}`.trim(),
      steps: [...steps, ...above],
      start: own.start,
      end,
    }));
  });
}

/** "khoản 2 và khoản 3 Mục III": what stands above the second stands above the first. */
function sharedParents(own: Group, later: readonly (readonly Group[])[]): readonly Group[] {
  const next = later.find((chain) => chain.length > 1);
  const between = next === undefined ? [] : later.slice(0, later.indexOf(next) + 1);
  return next !== undefined && between.every(([head]) => head?.unit === own.unit) ? next.slice(1) : [];
}

/** The printed mark as a value: "Điều 3." → "3", "PHỤ LỤC I" → "I", "a)" → "a", a row's first cell. */
function valueOf(section: Section, text: string): string {
  if (section.kind === "row") return /^\|?\s*(\d+|[IVX]+)\s*\.?\s*\|/u.exec(text.slice(section.start, section.ownEnd))?.[1] ?? "";
  const mark = section.marker.replaceAll(/[^\p{L}\d.]+/gu, " ").trim();
  return (mark.split(/\s+/u).at(-1) ?? "").replace(/\.$/u, "");
}

/**
 * The one section that a reference means, null where none or several fit: what is not plain must not mark a task as changed.
 * Steps may leave out levels above ("khoản 2 Mục III" in a plan whose Mục stand under Phần).
 */
export function resolveReference(
  reference: SectionReference,
  plan: { readonly text: string; readonly sections: readonly Section[] },
): string | null {
  const byId = new Map(plan.sections.map((section) => [section.id, section]));
  const positions = new Map<string, number>();
  const dashes = new Map<string | null, number>();
  for (const section of plan.sections) {
    if (section.kind !== "dash") continue;
    const position = (dashes.get(section.parentId) ?? 0) + 1;
    dashes.set(section.parentId, position);
    positions.set(section.id, position);
  }
  const fits = (section: Section, step: Step): boolean =>
    UNITS[step.unit].kinds.includes(section.kind) &&
    (section.kind === "dash" ? String(positions.get(section.id)) : valueOf(section, plan.text)).toLowerCase() === step.value.toLowerCase();
  const matches = plan.sections.filter((section) => {
    const [own, ...above] = reference.steps;
    if (own === undefined || !fits(section, own)) return false;
    let parent = byId.get(section.parentId ?? "");
    for (const step of above) {
      while (parent !== undefined && !fits(parent, step)) parent = byId.get(parent.parentId ?? "");
      if (parent === undefined) return false;
      parent = byId.get(parent.parentId ?? "");
    }
    return true;
  });
  return matches.length === 1 ? (matches[0]?.id ?? null) : null;
}
