/** Builds the sections of one document: which are open, what ids and labels new ones get, where each ends. */
import { foldText } from "../language/fold.ts";
import type { Paragraph } from "./canonical-text.ts";
import type { Draft } from "./draft.ts";
import { STOPS } from "./layout.ts";
import { isWordStyle } from "./markers-in-words.ts";
import { isForm } from "./markers.ts";
import { isBullet } from "./nesting.ts";
import { isCompoundOf, type LabelledStep } from "./section-labels.ts";
import type { SectionKind } from "./types.ts";

export interface NewSection {
  readonly kind: SectionKind;
  readonly style: string;
  readonly value: string;
  readonly position: number;
  readonly rank: number;
  readonly marker: string;
  readonly markLength: number;
  readonly paragraph: Paragraph;
  readonly repairedFrom: string | null;
  readonly misread: boolean;
  /** How many open sections stay open; the last of them is the parent. */
  readonly depth: number;
  /** The whole id, where it is not made of the mark. */
  readonly id?: string;
}

/** Words of an unnumbered heading that make its id. */
const HEADING_WORDS = 8;

/** How a value stands in an id. */
function idStep(kind: SectionKind, value: string, style: string): string {
  switch (kind) {
    case "dash":
      return `-${value}`;
    case "plus":
      return `+${value}`;
    case "article":
      return `D${value}`;
    case "annex":
      return `${isForm({ style }) ? foldText(style).toUpperCase().replace(/\s+/gu, "-") : "PL"}${value}`;
    case "paragraph":
      return paragraphStep(value, style);
    default:
      return value.replace(/\s+/gu, "-");
  }
}

/** A paragraph without a mark is told by where it stands; a heading by its first words. */
function paragraphStep(value: string, style: string): string {
  switch (style) {
    case "heading":
      return foldText(value)
        .split(/[^a-z0-9]+/u)
        .filter((part) => part !== "")
        .slice(0, HEADING_WORDS)
        .join("-");
    case "after-table":
      return "sau-bang";
    case "body":
      return "noi-dung";
    default:
      if (isWordStyle(style)) return foldText(`${style} ${value}`).replace(/\s+/gu, "-");
      return value === "" ? "ket" : `p${value}`;
  }
}

export class TreeBuilder {
  readonly roots: Draft[] = [];
  private readonly prefix: string;
  private readonly openDrafts: Draft[] = [];
  /** Sections so far by parent, kind and value: what a number or an occurrence is counted from. */
  private readonly counts = new Map<string, number>();

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /** From the top. */
  get open(): readonly Draft[] {
    return this.openDrafts;
  }

  get deepest(): Draft | undefined {
    return this.openDrafts.at(-1);
  }

  /** How many open sections stand higher than `rank`, counted from the top to the first that does not. */
  depthAbove(rank: number): number {
    const at = this.openDrafts.findIndex((draft) => draft.rank >= rank);
    return at === -1 ? this.openDrafts.length : at;
  }

  closeAll(): void {
    this.openDrafts.length = 0;
  }

  /** How many were counted under a key before; counts one more. */
  count(key: string): number {
    const before = this.counts.get(key) ?? 0;
    this.counts.set(key, before + 1);
    return before;
  }

  add(input: NewSection): Draft {
    const { kind, paragraph, style } = input;
    this.openDrafts.length = Math.min(input.depth, this.openDrafts.length);
    const parent = this.deepest ?? null;
    const counted = isBullet(input) || (kind === "paragraph" && (style === "subheading" || style === "item"));
    const value = counted ? String(this.count(`${parent?.id ?? ""} ${kind}`) + 1) : input.value;
    const occurrence = this.count(`${parent?.id ?? ""} ${kind} ${style === "heading" ? "heading " : ""}${value}`) + 1;
    const step: LabelledStep = {
      kind,
      style,
      value,
      occurrence,
      repairedFrom: input.repairedFrom,
      misread: input.misread,
    };
    const id = this.freeId(input.id ?? this.joinedId(parent, step));
    const draft: Draft = {
      id,
      parent,
      kind,
      style,
      position: input.position,
      marker: input.marker,
      value: input.value,
      // A list that stands under one of lower rank stands lower than that.
      rank: Math.max(input.rank, (parent?.rank ?? -1) + 0.01),
      stopped: STOPS.test(paragraph.text),
      heads: !/[.;!?…]["”’)\]]*$/u.test(paragraph.text),
      introduces: paragraph.text.endsWith(":"),
      steps: [...(parent?.steps ?? []), step],
      firstParagraph: paragraph,
      textStart: paragraph.start + input.markLength,
      children: [],
      ownEnd: paragraph.end,
      ownParagraphs: 1,
      end: paragraph.end,
    };
    (parent?.children ?? this.roots).push(draft);
    this.openDrafts.push(draft);
    this.extend(paragraph);
    return draft;
  }

  private joinedId(parent: Draft | null, step: LabelledStep): string {
    // "1.2" under "1" and "a1" under "a" say the marks above themselves.
    let above = parent;
    while (above !== null && above.kind === step.kind && isCompoundOf(step.value, above)) above = above.parent;
    const base = above?.id ?? this.prefix;
    const own = idStep(step.kind, step.value, step.style);
    if (base === "") return own;
    return step.kind === "dash" || step.kind === "plus" ? base + own : `${base}.${own}`;
  }

  /** By id, not by kind: "II." and "Chương II" beside each other ask for the same one. */
  private freeId(wanted: string): string {
    const repetition = this.count(`#${wanted}`) + 1;
    return repetition > 1 ? this.freeId(`${wanted}~${repetition}`) : wanted;
  }

  /** A paragraph without a mark goes on with the deepest open section. */
  continueWith(paragraph: Paragraph): void {
    const deepest = this.deepest;
    if (deepest === undefined) return;
    deepest.ownEnd = paragraph.end;
    deepest.ownParagraphs++;
    deepest.introduces = false;
    this.extend(paragraph);
  }

  private extend(paragraph: Paragraph): void {
    const { deepest } = this;
    for (const draft of this.openDrafts) {
      draft.end = Math.max(draft.end, paragraph.end);
      if (draft !== deepest) draft.introduces = false;
    }
  }
}
