/** The lists that `numbering.xml` defines, with what each level prints. */
import { fontOf, type Styles } from "./styles.ts";
import { bulletOf } from "./symbols.ts";
import { childOf, numberOf, switchOf, toInteger, valueOf, type XmlElement } from "./xml-tree.ts";

export interface ListLevel {
  readonly start: number;
  /** Word's name of the format; "bullet" prints `text` as it is. */
  readonly format: string;
  /** "%1.%2." for numbers, the bullet for bullets. */
  readonly text: string;
  /** All counts in digits, whatever their own format. */
  readonly legal: boolean;
  /** Between the number and the text. */
  readonly suffix: "tab" | "space" | "nothing";
  /** Counts from the start again after a paragraph of this level (from 1) or above; 0 never, undefined after any above. */
  readonly restartAfter: number | undefined;
  /** Id of the style whose paragraphs are of this level. */
  readonly styleId: string | undefined;
}

export interface List {
  /** Lists that share it count together. */
  readonly abstractId: number;
  /** By position from 0. */
  readonly levels: readonly (ListLevel | undefined)[];
  /** Levels that begin anew where the list is first used, with the number they begin with. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

export const LIST_LEVELS = 9;
/** Word allows 255 characters. */
const MAX_LEVEL_TEXT = 255;

/** A format that old editions do not know stands beside one that they do. */
function formatOf(level: XmlElement): string {
  const direct = childOf(level, "w:numFmt");
  const choice = childOf(childOf(level, "mc:AlternateContent"), "mc:Choice");
  const custom = childOf(choice, "w:numFmt") ?? direct;
  if (custom?.attributes["w:val"] === "custom") return `custom:${(custom.attributes["w:format"] ?? "").slice(0, 20)}`;
  const fallback = childOf(childOf(level, "mc:AlternateContent"), "mc:Fallback");
  return (direct ?? childOf(fallback, "w:numFmt"))?.attributes["w:val"] ?? "decimal";
}

function readLevel(element: XmlElement): ListLevel {
  const format = formatOf(element);
  const text = (valueOf(element, "w:lvlText") ?? "").slice(0, MAX_LEVEL_TEXT);
  const suffix = valueOf(element, "w:suff");
  return {
    start: Math.min(Math.max(0, numberOf(element, "w:start") ?? 0), 32_767),
    format,
    text: format === "bullet" ? bulletOf(text, fontOf(childOf(element, "w:rPr"))) : text,
    legal: switchOf(element, "w:isLgl") ?? false,
    suffix: suffix === "space" || suffix === "nothing" ? suffix : "tab",
    restartAfter: numberOf(element, "w:lvlRestart"),
    styleId: valueOf(element, "w:pStyle"),
  };
}

function readLevels(parent: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const element of parent.children) {
    const at = toInteger(element.attributes["w:ilvl"]);
    if (element.name === "w:lvl" && at !== undefined && at >= 0 && at < LIST_LEVELS) levels.set(at, readLevel(element));
  }
  return levels;
}

/** How many links from list to list through styles are followed; Word makes one. */
const MAX_LINKS = 8;

/** @param part `numbering.xml`, where the package has one. @returns The list of a `w:numId`; undefined for none. */
export function readNumbering(part: XmlElement | undefined, styles: Styles): (numId: number) => List | undefined {
  const abstracts = new Map<number, XmlElement>();
  const numbers = new Map<number, XmlElement>();
  for (const element of part?.children ?? []) {
    const abstractId = toInteger(element.attributes["w:abstractNumId"]);
    const numId = toInteger(element.attributes["w:numId"]);
    if (element.name === "w:abstractNum" && abstractId !== undefined) abstracts.set(abstractId, element);
    if (element.name === "w:num" && numId !== undefined) numbers.set(numId, element);
  }
  /** A list may take its levels from a style, which names another list. */
  const abstractOf = (numId: number): { id: number; element: XmlElement } | undefined => {
    let next = numId;
    for (let links = 0; links < MAX_LINKS; links++) {
      const id = numberOf(numbers.get(next), "w:abstractNumId");
      const element = id === undefined ? undefined : abstracts.get(id);
      if (id === undefined || element === undefined) return undefined;
      const link = valueOf(element, "w:numStyleLink");
      const linked = link === undefined ? undefined : styles.style(link).numbering?.numId;
      if (linked === undefined || linked === next) return { id, element };
      next = linked;
    }
    return undefined;
  };
  const levelsOf = new Map<number, Map<number, ListLevel>>();
  const build = (numId: number): List | undefined => {
    const abstract = abstractOf(numId);
    if (abstract === undefined) return undefined;
    const shared = levelsOf.get(abstract.id) ?? readLevels(abstract.element);
    levelsOf.set(abstract.id, shared);
    const levels: (ListLevel | undefined)[] = Array.from({ length: LIST_LEVELS }, (_, at) => shared.get(at));
    const startOverrides = new Map<number, number>();
    for (const override of numbers.get(numId)?.children ?? []) {
      const at = toInteger(override.attributes["w:ilvl"]);
      if (override.name !== "w:lvlOverride" || at === undefined || at < 0 || at >= LIST_LEVELS) continue;
      const level = childOf(override, "w:lvl");
      if (level !== undefined) levels[at] = readLevel(level);
      const start = numberOf(override, "w:startOverride");
      if (start !== undefined) startOverrides.set(at, Math.min(Math.max(0, start), 32_767));
    }
    return { abstractId: abstract.id, levels, startOverrides };
  };
  const built = new Map<number, List | undefined>();
  return (numId) => {
    if (!built.has(numId)) built.set(numId, build(numId));
    return built.get(numId);
  };
}
