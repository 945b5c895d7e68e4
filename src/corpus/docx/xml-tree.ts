/**
 * A part of a DOCX package as a small tree. Names carry the usual prefixes ("w:p") whatever prefixes and whichever of
 * the two namespace variants (transitional, strict) the file uses.
 */
import { SaxesParser } from "saxes";
import { prefixOf } from "./namespaces.ts";

export interface XmlElement {
  /** "w:p"; "?:local" in a namespace that no reader here knows. */
  readonly name: string;
  /** "w:val" or, without a namespace, "Target". */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside; without `xml:space="preserve"` its ends are trimmed, as Word does. */
  readonly text: string;
}

export type XmlReading = { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly code: "damaged" | "limits" };

/** A 100-page plan has some 100,000 elements, nested 30 deep. */
const MAX_ELEMENTS = 3_000_000;
const MAX_DEPTH = 600;

class XmlFault extends Error {
  readonly code: "damaged" | "limits";
  constructor(code: "damaged" | "limits", message: string) {
    super(message);
    this.code = code;
  }
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  preserve: boolean;
}

/** The only encodings that the package format allows. */
function decodePart(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
/** Revision ids stand on nearly every paragraph and run, and say nothing of the text. */
const UNUSED = /^(?:rsid|paraId$|textId$)/u;

function buildTree(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  parser.on("error", (error) => {
    throw new XmlFault("damaged", error.message);
  });
  // Entities of its own are what makes XML explode or look at other files; Word never writes them.
  parser.on("doctype", () => {
    throw new XmlFault("damaged", "a document type declaration");
  });
  parser.on("opentag", (tag) => {
    elements += 1;
    if (elements > MAX_ELEMENTS || open.length >= MAX_DEPTH) throw new XmlFault("limits", "too many or too deeply nested elements");
    let preserve = open.at(-1)?.preserve ?? false;
    const attributes: Record<string, string> = {};
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      if (uri === XML_NAMESPACE) {
        if (local === "space") preserve = value === "preserve";
      } else if (!UNUSED.test(local)) attributes[uri === "" ? local : `${prefixOf(uri)}:${local}`] = value;
    }
    open.push({ name: `${prefixOf(tag.uri)}:${tag.local}`, attributes, children: [], text: "", preserve });
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (element === undefined) return;
    const { name, attributes, children, text, preserve } = element;
    const closed = { name, attributes, children, text: preserve ? text : text.trim() };
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  parser.write(xml).close();
  if (root === null) throw new XmlFault("damaged", "no root element");
  return root;
}

/** Reads one part; never throws. A document type declaration counts as damage. */
export function readXml(bytes: Uint8Array): XmlReading {
  try {
    return { ok: true, root: buildTree(decodePart(bytes)) };
  } catch (error) {
    return { ok: false, code: error instanceof XmlFault ? error.code : "damaged" };
  }
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The first child's `w:val`. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes["w:val"];
}

/** The first child's `w:val` as a whole number; undefined where it is absent or none. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  return toInteger(valueOf(element, name));
}

/** "12" as 12, undefined for anything that is no whole number. */
export function toInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/u.test(text.trim()) ? Number.parseInt(text, 10) : undefined;
}

/** A switch such as `<w:vanish/>`: on unless its value says off; undefined where it is absent. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  return found === undefined ? undefined : !/^(?:0|false|off|none)$/u.test(found.attributes["w:val"] ?? "true");
}

/** Every element inside, in order, the element itself first. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
}
