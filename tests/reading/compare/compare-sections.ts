/** The tree that was read beside the gold tree: found, at its place, with its mark; and what was invented. */
import type { Plan, Section } from "../../../src/parse/types.ts";
import type { GoldSection } from "../gold/gold-sections.ts";
import type { Comparison } from "./tolerance.ts";

export interface SectionComparison {
  readonly total: number;
  readonly right: number;
  /** Of those found, how many are called by their kind. */
  readonly kindsRight: number;
  readonly invented: number;
  /** Gold path of a section that was read, by its id. */
  readonly pathOf: ReadonlyMap<string, string>;
  readonly fails: readonly string[];
}

/** Letterhead, covering letter, signature: they are no numbered parts, and texts are compared by metadata. */
const FRAME: ReadonlySet<Section["kind"]> = new Set(["head", "letter", "tail"]);

const bare = (mark: string): string =>
  mark
    .normalize("NFC")
    .replace(/^[("“]+|[).:/\s-]+$/gu, "")
    .toLowerCase();

/** A mark stands as printed; one misread by a scan may be put right in the id alone. */
function markRight(section: Section, gold: GoldSection): boolean {
  if (gold.kind === "paragraph" || gold.kind === "row" || gold.kind === "annex" || gold.kind === "part") return true;
  if (gold.kind === "dash" || gold.kind === "plus") return section.kind === gold.kind;
  const last = section.id.split(/[.:]/u).at(-1)?.replace(/~\d+$/u, "") ?? "";
  const printed = bare(gold.mark);
  return bare(section.marker) === printed || last.toLowerCase() === printed.split(".").at(-1);
}

/** Longest common run of the two trees in reading order. */
function align(
  found: readonly Section[],
  gold: readonly GoldSection[],
  alike: (section: Section, expected: GoldSection) => boolean,
): ReadonlyMap<number, number> {
  const width = gold.length + 1;
  const best = new Uint16Array((found.length + 1) * width);
  const same = found.map((section) => gold.map((expected) => alike(section, expected)));
  const at = (i: number, k: number): number => best[i * width + k] ?? 0;
  for (let i = found.length - 1; i >= 0; i--)
    for (let k = gold.length - 1; k >= 0; k--)
      best[i * width + k] = Math.max(at(i + 1, k), at(i, k + 1), same[i]?.[k] === true ? at(i + 1, k + 1) + 1 : 0);
  const pairs = new Map<number, number>();
  for (let i = 0, k = 0; i < found.length && k < gold.length;) {
    if (same[i]?.[k] === true && at(i, k) === at(i + 1, k + 1) + 1) pairs.set(k++, i++);
    else if (at(i + 1, k) >= at(i, k + 1)) i++;
    else k++;
  }
  return pairs;
}

export function compareSections(plan: Plan, gold: readonly GoldSection[], compare: Comparison): SectionComparison {
  const printed = (section: Section): string => plan.text.slice(section.start, section.ownEnd).replaceAll("|", " ");
  const found = plan.sections.filter((section) => !FRAME.has(section.kind));
  const pairs = align(found, gold, (section, expected) => compare.begins(printed(section), `${expected.mark} ${expected.words}`));
  const pathOf = new Map<string, string>();
  for (const [k, i] of pairs) pathOf.set(found[i]?.id ?? "", gold[k]?.path ?? "");
  const byId = new Map(plan.sections.map((section) => [section.id, section]));
  const goldByPath = new Map(gold.map((expected) => [expected.path, expected]));
  const foundPaths = new Set(pathOf.values());

  const readParent = (section: Section): string | null => {
    for (let parent = byId.get(section.parentId ?? ""); parent !== undefined; parent = byId.get(parent.parentId ?? "")) {
      const path = pathOf.get(parent.id);
      if (path !== undefined) return path;
    }
    return null;
  };
  /** A parent that was not found at all is one miss, not one of each child too. */
  const goldParent = (expected: GoldSection): string | null => {
    for (let parent = expected.parent; parent !== null; parent = goldByPath.get(parent)?.parent ?? null)
      if (foundPaths.has(parent)) return parent;
    return null;
  };
  /** Rows may stand under the row that heads their group. */
  const atItsPlace = (section: Section, expected: GoldSection): boolean => {
    const read = readParent(section);
    const parent = goldParent(expected);
    return (
      read === parent ||
      (expected.kind === "row" && read !== null && goldByPath.get(read)?.parent === parent && goldByPath.get(read)?.kind === "row")
    );
  };

  const fails: string[] = [];
  let right = 0;
  let kindsRight = 0;
  const asked = gold.filter((expected) => !expected.optional);
  for (const [k, expected] of gold.entries()) {
    if (expected.optional) continue;
    const section = found[pairs.get(k) ?? -1];
    const words = `${expected.mark} ${expected.words}`.trim().slice(0, 60);
    if (section === undefined) {
      fails.push(`section missed: ${expected.path} “${words}”`);
      continue;
    }
    const mark = markRight(section, expected);
    const place = atItsPlace(section, expected);
    if (mark && place) right++;
    if (!mark) fails.push(`mark misread: ${expected.path} as ${section.id} (“${section.marker}”) “${words}”`);
    if (!place) fails.push(`section misplaced: ${expected.path} as ${section.id}, under ${readParent(section) ?? "the top"} “${words}”`);
    if (section.kind === expected.kind || (expected.mark.startsWith("Mục") && section.kind === "part")) kindsRight++;
    else fails.push(`kind: ${expected.path} is ${expected.kind}, read as ${section.kind}`);
  }
  const paired = new Set(pairs.values());
  const invented = found.filter((_, index) => !paired.has(index));
  for (const section of invented) fails.push(`section invented: ${section.id} [${section.kind}] “${printed(section).trim().slice(0, 60)}”`);
  return { total: asked.length, right, kindsRight, invented: invented.length, pathOf, fails };
}
