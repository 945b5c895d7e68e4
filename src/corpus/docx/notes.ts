/** Footnotes and endnotes: the mark where one is referred to, and its text once. */
import { formatNumber } from "./number-format.ts";
import { childOf, numberOf, valueOf, type XmlElement } from "./xml-tree.ts";

export type NoteKind = "footnote" | "endnote";

export interface NoteReference {
  /** As printed: "1", "i", "*". */
  readonly label: string;
  /** Whether its author chose the sign, which then stands in the note's own text too. */
  readonly ownSign: boolean;
  /** The note's content where it is referred to for the first time. */
  readonly content: XmlElement | undefined;
}

export interface Notes {
  /** @param mark The note's own sign, when its author gave it one instead of a number. */
  readonly refer: (input: { kind: NoteKind; id: string; mark: string | undefined }) => NoteReference;
}

interface NoteSeries {
  readonly contents: ReadonlyMap<string, XmlElement>;
  readonly labels: Map<string, string>;
  readonly format: string;
  next: number;
}

function readSeries(input: { kind: NoteKind; part: XmlElement | undefined; settings: XmlElement | undefined }): NoteSeries {
  const { kind, part, settings } = input;
  const properties = childOf(settings, `w:${kind}Pr`);
  return {
    contents: new Map(
      (part?.children ?? [])
        .filter((note) => note.name === `w:${kind}` && (note.attributes["w:type"] ?? "normal") === "normal")
        .map((note) => [note.attributes["w:id"] ?? "", note]),
    ),
    labels: new Map(),
    format: valueOf(properties, "w:numFmt") ?? (kind === "endnote" ? "lowerRoman" : "decimal"),
    next: numberOf(properties, "w:numStart") ?? 1,
  };
}

/** Numbered through the whole document: numbers that begin anew on each page would name several notes alike. */
export function makeNotes(parts: {
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  readonly settings: XmlElement | undefined;
}): Notes {
  const series: Readonly<Record<NoteKind, NoteSeries>> = {
    footnote: readSeries({ kind: "footnote", part: parts.footnotes, settings: parts.settings }),
    endnote: readSeries({ kind: "endnote", part: parts.endnotes, settings: parts.settings }),
  };
  return {
    refer: ({ kind, id, mark }) => {
      const own = series[kind];
      const known = own.labels.get(id);
      if (known !== undefined) return { label: known, ownSign: mark !== undefined, content: undefined };
      const label = mark ?? formatNumber(own.next, own.format);
      if (mark === undefined) own.next += 1;
      own.labels.set(id, label);
      return { label, ownSign: mark !== undefined, content: own.contents.get(id) };
    },
  };
}
