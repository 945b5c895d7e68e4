/** What styles say that changes the text or its structure: numbering, capitals, hidden text, headings, borders of tables. */
import { childOf, numberOf, switchOf, toInteger, valueOf, type XmlElement } from "./xml-tree.ts";

export interface StyleNumbering {
  readonly numId: number | undefined;
  readonly level: number | undefined;
  /** The style that states it; numbering levels name the style they belong to. */
  readonly styleId: string;
}

export interface Style {
  /** English for built-in styles in every edition of Word: "heading 1", "toc 2". */
  readonly name: string;
  readonly numbering: StyleNumbering | undefined;
  readonly caps: boolean | undefined;
  readonly hidden: boolean | undefined;
  readonly font: string | undefined;
  /** 0 for the first level of headings, 9 for text. */
  readonly outlineLevel: number | undefined;
  /** For table styles: whether they draw lines. */
  readonly bordered: boolean | undefined;
}

export interface Styles {
  /** A style with everything it inherits; of an unknown or absent id, an empty one. */
  readonly style: (id: string | undefined) => Style;
  /** The paragraph style with what every paragraph starts from; without an id the default one. */
  readonly paragraphStyle: (id: string | undefined) => Style;
  /** Likewise for tables. */
  readonly tableStyle: (id: string | undefined) => Style;
}

const EMPTY: Style = {
  name: "",
  numbering: undefined,
  caps: undefined,
  hidden: undefined,
  font: undefined,
  outlineLevel: undefined,
  bordered: undefined,
};

/** Whether `<w:tblBorders>` or `<w:tcBorders>` draws any line; undefined where nothing is said. */
export function drawsBorders(borders: XmlElement | undefined): boolean | undefined {
  if (borders === undefined || borders.children.length === 0) return undefined;
  return borders.children.some(({ attributes }) => !/^(?:nil|none)$/u.test(attributes["w:val"] ?? "nil"));
}

/** The font of Latin letters, which Vietnamese is. */
export function fontOf(runProperties: XmlElement | undefined): string | undefined {
  const fonts = childOf(runProperties, "w:rFonts")?.attributes;
  return fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"];
}

function ownStyle(element: XmlElement, id: string): Style {
  const paragraph = childOf(element, "w:pPr");
  const run = childOf(element, "w:rPr");
  const numbering = childOf(paragraph, "w:numPr");
  return {
    name: valueOf(element, "w:name") ?? "",
    numbering:
      numbering === undefined ? undefined : { numId: numberOf(numbering, "w:numId"), level: numberOf(numbering, "w:ilvl"), styleId: id },
    caps: switchOf(run, "w:caps"),
    hidden: switchOf(run, "w:vanish"),
    font: fontOf(run),
    outlineLevel: toInteger(valueOf(paragraph, "w:outlineLvl")),
    bordered: drawsBorders(childOf(childOf(element, "w:tblPr"), "w:tblBorders")),
  };
}

function inherit(own: Style, base: Style): Style {
  return {
    name: own.name,
    numbering:
      own.numbering === undefined
        ? base.numbering
        : { ...own.numbering, numId: own.numbering.numId ?? base.numbering?.numId, level: own.numbering.level ?? base.numbering?.level },
    caps: own.caps ?? base.caps,
    hidden: own.hidden ?? base.hidden,
    font: own.font ?? base.font,
    outlineLevel: own.outlineLevel ?? base.outlineLevel,
    bordered: own.bordered ?? base.bordered,
  };
}

/** @param part `styles.xml`, where the package has one. A style that is based on itself, through others too, ends there. */
export function readStyles(part: XmlElement | undefined): Styles {
  const elements = new Map<string, XmlElement>();
  const defaults = new Map<string, string>();
  for (const element of part?.children ?? []) {
    const id = element.attributes["w:styleId"];
    if (element.name !== "w:style" || id === undefined) continue;
    elements.set(id, element);
    if (/^(?:1|true|on)$/u.test(element.attributes["w:default"] ?? "")) defaults.set(element.attributes["w:type"] ?? "", id);
  }
  const resolved = new Map<string, Style>();
  const style = (id: string | undefined): Style => {
    const chain: string[] = [];
    const met = new Set<string>();
    for (let next = id; next !== undefined && elements.has(next) && !resolved.has(next) && !met.has(next);) {
      chain.push(next);
      met.add(next);
      next = valueOf(elements.get(next), "w:basedOn");
    }
    for (const next of chain.toReversed()) {
      const element = elements.get(next);
      if (element === undefined) continue;
      resolved.set(next, inherit(ownStyle(element, next), resolved.get(valueOf(element, "w:basedOn") ?? "") ?? EMPTY));
    }
    return resolved.get(id ?? "") ?? EMPTY;
  };
  const documentDefaults = childOf(childOf(childOf(part, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
  const base: Style = {
    ...EMPTY,
    caps: switchOf(documentDefaults, "w:caps"),
    hidden: switchOf(documentDefaults, "w:vanish"),
    font: fontOf(documentDefaults),
  };
  const known = (id: string | undefined, type: string): string | undefined =>
    id !== undefined && elements.has(id) ? id : defaults.get(type);
  return {
    style,
    paragraphStyle: (id) => inherit(style(known(id, "paragraph")), base),
    tableStyle: (id) => style(known(id, "table")),
  };
}
