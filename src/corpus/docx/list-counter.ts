/** Counts the paragraphs of lists in their order and prints the number that Word shows before each. */
import { formatNumber } from "./number-format.ts";
import { LIST_LEVELS, type List, type ListLevel } from "./numbering.ts";
import type { Style } from "./styles.ts";
import { numberOf, type XmlElement } from "./xml-tree.ts";

export interface ListLabel {
  /** As printed, without what follows it: "1.", "a)", "Điều 3.", "-". */
  readonly text: string;
  readonly bullet: boolean;
  /** What stands between the label and the text of the paragraph. */
  readonly suffix: ListLevel["suffix"];
}

export interface ListCounter {
  /** The label of the next paragraph, null for one in no list. Counts it. */
  readonly next: (numberingProperties: XmlElement | undefined, style: Style) => ListLabel | null;
}

interface Place {
  readonly numId: number;
  readonly level: number;
}

/** @param listOf from `readNumbering`. */
export function makeListCounter(listOf: (numId: number) => List | undefined): ListCounter {
  /** Last count by level, for all lists that share an abstract one; undefined before the first paragraph. */
  const counts = new Map<number, (number | undefined)[]>();
  const started = new Set<string>();

  const placeOf = (properties: XmlElement | undefined, style: Style): Place | null => {
    const direct = numberOf(properties, "w:numId");
    const numId = direct ?? style.numbering?.numId;
    if (numId === undefined || numId <= 0) return null;
    let level = numberOf(properties, "w:ilvl");
    if (level === undefined && direct === undefined && style.numbering !== undefined) {
      // A style's paragraphs are of the level that names the style; the level in the style itself counts only without one.
      const { styleId } = style.numbering;
      const linked = listOf(numId)?.levels.findIndex((candidate) => candidate?.styleId === styleId) ?? -1;
      level = linked === -1 ? style.numbering.level : linked;
    }
    return { numId, level: Math.min(Math.max(0, level ?? 0), LIST_LEVELS - 1) };
  };

  const count = (list: List, { numId, level }: Place): readonly (number | undefined)[] => {
    const values = counts.get(list.abstractId) ?? [];
    counts.set(list.abstractId, values);
    const key = `${String(numId)} ${String(level)}`;
    const override = started.has(key) ? undefined : list.startOverrides.get(level);
    started.add(key);
    const before = values[level];
    values[level] = override ?? (before === undefined ? (list.levels[level]?.start ?? 1) : before + 1);
    for (let deeper = level + 1; deeper < LIST_LEVELS; deeper++) {
      const after = list.levels[deeper]?.restartAfter;
      if (after === undefined || (after > 0 && level < after)) values[deeper] = undefined;
    }
    return values;
  };

  return {
    next: (properties, style) => {
      const place = placeOf(properties, style);
      const list = place === null ? undefined : listOf(place.numId);
      const level = place === null ? undefined : list?.levels[place.level];
      if (place === null || list === undefined || level === undefined) return null;
      const values = count(list, place);
      if (level.format === "bullet") return { text: level.text, bullet: true, suffix: level.suffix };
      const text = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
        const at = Number(digit) - 1;
        const shown = list.levels[at];
        // A level above that no paragraph has used yet shows the number it will begin with.
        const value = values[at] ?? list.startOverrides.get(at) ?? shown?.start ?? 1;
        return formatNumber(value, level.legal && shown?.format !== "none" ? "decimal" : (shown?.format ?? "decimal"));
      });
      return text.trim() === "" ? null : { text: text.trim(), bullet: false, suffix: level.suffix };
    },
  };
}
