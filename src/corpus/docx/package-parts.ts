/** The parts of a DOCX package that carry text, found through its relationships as Word does, not by their usual names. */
import type { Archive } from "../archive.ts";
import type { UnreadableCode } from "../types.ts";
import { readXml, type XmlElement } from "./xml-tree.ts";

export interface DocxParts {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  readonly settings: XmlElement | undefined;
  /** Headers and footers, in the order of their relationships. */
  readonly margins: readonly XmlElement[];
}

export type PartsOutcome = { readonly ok: true; readonly parts: DocxParts } | { readonly ok: false; readonly code: UnreadableCode };

interface Relationship {
  /** Last part of its type's address: "styles", "officeDocument". */
  readonly kind: string;
  /** Name in the archive. */
  readonly part: string;
}

class PartFault extends Error {
  readonly code: UnreadableCode;
  constructor(code: UnreadableCode, part: string) {
    super(part);
    this.code = code;
  }
}

/** "../styles.xml" as seen from "word/document.xml". */
function resolveTarget(target: string, source: string): string {
  const steps = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

const relationshipsPart = (source: string): string => source.replace(/([^/]*)$/u, "_rels/$1.rels");

/** Reads parts of one archive by name; names in a package do not tell capitals apart. */
function partReader(archive: Archive): (name: string) => Promise<XmlElement | undefined> {
  const names = new Map(archive.entries.map(({ name }) => [name.toLowerCase(), name]));
  return async (name) => {
    const stored = names.get(name.toLowerCase());
    if (stored === undefined) return undefined;
    const read = await archive.read(stored);
    if (!read.ok) throw new PartFault(read.code === "missing" ? "damaged" : read.code, name);
    const xml = readXml(read.bytes);
    if (!xml.ok) throw new PartFault(xml.code, name);
    return xml.root;
  };
}

async function readParts(archive: Archive): Promise<DocxParts> {
  const readPart = partReader(archive);
  const related = async (source: string): Promise<Relationship[]> =>
    ((await readPart(relationshipsPart(source)))?.children ?? [])
      .filter((child) => child.name === "rel:Relationship" && child.attributes["TargetMode"] !== "External")
      .map(({ attributes }) => ({
        kind: (attributes["Type"] ?? "").replace(/^.*\//u, ""),
        part: resolveTarget(attributes["Target"] ?? "", source),
      }));
  const main = (await related("")).find(({ kind }) => kind === "officeDocument")?.part ?? "word/document.xml";
  const document = await readPart(main);
  if (document === undefined) throw new PartFault("damaged", main);
  if (document.name !== "w:document") throw new PartFault("unsupported", main);
  const relationships = await related(main);
  const named = async (part: string): Promise<XmlElement> => {
    const root = await readPart(part);
    // Read without it, the text would lack its numbers or its notes: better to say that the file is not whole.
    if (root === undefined) throw new PartFault("damaged", part);
    return root;
  };
  const ofKind = async (kind: string): Promise<XmlElement | undefined> => {
    const found = relationships.find((relationship) => relationship.kind === kind);
    return found === undefined ? undefined : named(found.part);
  };
  const margins: XmlElement[] = [];
  for (const { kind, part } of relationships) if (kind === "header" || kind === "footer") margins.push(await named(part));
  return {
    document,
    styles: await ofKind("styles"),
    numbering: await ofKind("numbering"),
    footnotes: await ofKind("footnotes"),
    endnotes: await ofKind("endnotes"),
    settings: await ofKind("settings"),
    margins,
  };
}

/** Never throws: a missing main part, a part that is named and absent, or bad XML is a value. */
export async function openParts(archive: Archive): Promise<PartsOutcome> {
  try {
    return { ok: true, parts: await readParts(archive) };
  } catch (error) {
    return { ok: false, code: error instanceof PartFault ? error.code : "damaged" };
  }
}
