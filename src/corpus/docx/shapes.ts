/** Drawings in a run: their text boxes, lettering and pictures. */
import type { XmlElement } from "./xml-tree.ts";

export interface Shapes {
  /** `<w:txbxContent>` elements, outermost only. */
  readonly boxes: readonly XmlElement[];
  /** Words drawn as a picture (WordArt), such as a stamp. */
  readonly lettering: readonly string[];
  readonly pictures: number;
  /** One of the pictures is as large as a page's text. */
  readonly pagePicture: boolean;
}

/** 12 by 15 cm, in English metric units and in points. */
const PAGE_EMU = { width: 4_320_000, height: 5_400_000 };
const PAGE_POINTS = { width: 340, height: 425 };

const holdsText = (element: XmlElement): boolean => {
  const waiting = [...element.children];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (/^(?:w:txbxContent|w:t|w:sym|w:br|w:tab|w:p|w:tbl|pic:pic|w:pict|v:textpath)$/u.test(next.name)) return true;
    for (const child of next.children) waiting.push(child);
  }
  return false;
};

/** The one of several renderings of the same thing to read: the newest that holds anything, as Word does. */
export function chosenContent(alternate: XmlElement): XmlElement | undefined {
  const choices = alternate.children.filter((child) => child.name === "mc:Choice");
  const fallback = alternate.children.find((child) => child.name === "mc:Fallback");
  return choices.find(holdsText) ?? fallback ?? choices[0];
}

const points = (style: string, side: string): number =>
  Number(new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*([\\d.]+)pt`, "u").exec(style)?.[1] ?? 0);

/** @param element `<w:drawing>`, `<w:pict>` or `<w:object>`. */
export function shapesOf(element: XmlElement): Shapes {
  const boxes: XmlElement[] = [];
  const lettering: string[] = [];
  let pictures = 0;
  let large = false;
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, attributes } = next;
    if (name === "w:txbxContent") {
      boxes.push(next);
      continue;
    }
    if (name === "v:textpath" && (attributes["string"] ?? "").trim() !== "") lettering.push(attributes["string"] ?? "");
    if (name === "pic:pic" || name === "v:imagedata" || name === "o:OLEObject") pictures += 1;
    if (name === "wp:extent") large ||= Number(attributes["cx"]) >= PAGE_EMU.width && Number(attributes["cy"]) >= PAGE_EMU.height;
    if (name === "v:shape") {
      const style = (attributes["style"] ?? "").slice(0, 1000);
      large ||= points(style, "width") >= PAGE_POINTS.width && points(style, "height") >= PAGE_POINTS.height;
    }
    const inside = name === "mc:AlternateContent" ? [chosenContent(next)] : next.children;
    for (const child of inside.toReversed()) if (child !== undefined) waiting.push(child);
  }
  return { boxes, lettering, pictures, pagePicture: large && pictures > 0 };
}
