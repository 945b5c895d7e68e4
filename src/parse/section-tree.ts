/**
 * From paragraphs to the section tree.
 *
 * Input: paragraphs and the documents found among them. Output: sections depth-first. Marks decide the nesting by their
 * sequence and rank; a broken sequence is repaired in the id only, never in the text.
 */
import type { Paragraph } from "./canonical-text.ts";
import type { Component } from "./component-layout.ts";
import { isLetter } from "./components.ts";
import type { Draft } from "./draft.ts";
import { STOPS } from "./layout.ts";
import { isWordStyle } from "./markers-in-words.ts";
import { isForm } from "./markers.ts";
import { depthOf, depthUnderHeading, isBullet } from "./nesting.ts";
import { rankOfMark, RANKS } from "./ranks.ts";
import { repairedMarkers, type PlacedMarker } from "./repair-markers.ts";
import { toSections } from "./sections.ts";
import { headingLines, unmarkedItems } from "./section-tree-headings.ts";
import { addTable } from "./table-sections.ts";
import { TreeBuilder, type NewSection } from "./tree-builder.ts";
import type { Section, SectionKind } from "./types.ts";
import { isCapitalHeading, isClosing, isSubheading, type UnmarkedInput } from "./unmarked.ts";
import { UpcomingMarks } from "./upcoming-marks.ts";

interface Range {
  readonly from: number;
  readonly to: number;
}

/** "[1] Theo thống kê …": a note set behind a table goes with its last row. */
const FOOTNOTE = /^\[\d{1,3}\]\s/u;

/** A section without a mark. */
const unmarked = (kind: SectionKind, style: string, paragraph: Paragraph): Omit<NewSection, "depth"> => ({
  kind,
  style,
  paragraph,
  value: "",
  position: 0,
  rank: RANKS[kind],
  marker: "",
  markLength: 0,
  repairedFrom: null,
  misread: false,
});

/** Builds the sections of one document of the file. */
class ComponentReader {
  readonly tree: TreeBuilder;
  private readonly paragraphs: readonly Paragraph[];
  private readonly component: Component;
  private readonly prefix: string;
  private readonly markers: readonly (PlacedMarker | null)[];
  private readonly upcoming: UpcomingMarks;
  /** Headings without a mark: how the list under each is set. */
  private readonly headings: ReadonlyMap<number, string>;
  /** Items without a mark under such headings. */
  private readonly items: ReadonlyMap<number, number>;
  /** Lists found under others: style by the style it stands under. */
  private readonly learned = new Map<string, string>();

  constructor(paragraphs: readonly Paragraph[], component: Component, prefix: string) {
    this.paragraphs = paragraphs;
    this.component = component;
    this.prefix = prefix;
    this.tree = new TreeBuilder(prefix);
    this.markers = repairedMarkers(paragraphs, { from: component.bodyFrom, to: component.to }).map((marker, index) =>
      // Before the signature it is the caption of a table.
      marker !== null && isForm(marker) && index < component.annexFrom ? null : marker,
    );
    this.upcoming = new UpcomingMarks(this.markers, rankOfMark);
    const body = { paragraphs, markers: this.markers, from: component.bodyFrom, to: component.tailFrom };
    this.items = unmarkedItems(body);
    this.headings = new Map([...headingLines(body), ...[...this.items.values()].map((line): [number, string] => [line, "-"])]);
  }

  read(): readonly Draft[] {
    const { component } = this;
    if (isLetter(component) && this.prefix !== "" && !component.structured) {
      this.block("letter", this.prefix, component);
      return this.tree.roots;
    }
    this.block("head", "dau-van-ban", { from: component.from, to: component.bodyFrom });
    this.tree.closeAll();
    this.body({ from: component.bodyFrom, to: component.tailFrom });
    this.block("tail", "cuoi-van-ban", { from: component.tailFrom, to: component.annexFrom });
    this.tree.closeAll();
    this.body({ from: component.annexFrom, to: component.to });
    return this.tree.roots;
  }

  /** A run of paragraphs that is one section whatever marks it holds. */
  private block(kind: SectionKind, id: string, { from, to }: Range): void {
    const first = this.paragraphs[from];
    if (first === undefined || from >= to) return;
    this.tree.add({ ...unmarked(kind, "", first), depth: 0, id: this.prefix === "" || this.prefix === id ? id : `${this.prefix}.${id}` });
    for (const paragraph of this.paragraphs.slice(from + 1, to)) this.tree.continueWith(paragraph);
  }

  private body({ from, to }: Range): void {
    let lastMark = to - 1;
    while (lastMark >= from && this.markers[lastMark] === null) lastMark--;
    for (let index = from; index < to; index++) {
      const paragraph = this.paragraphs[index];
      const marker = this.markers[index] ?? null;
      if (paragraph === undefined) continue;
      if (marker?.kind === "row") index = this.table({ from: index, to }) - 1;
      else if (marker !== null) this.marked(marker, paragraph, index);
      else if (
        this.unmarked(paragraph, { paragraphs: this.paragraphs, markers: this.markers, index, to, lastMark, deepest: this.tree.deepest })
      ) {
        for (const rest of this.paragraphs.slice(index + 1, to)) this.tree.continueWith(rest);
        break;
      }
    }
  }

  /** Adds the table that begins at `from`; returns where it ends. */
  private table({ from, to }: Range): number {
    let end = from;
    while (end < to && this.markers[end]?.kind === "row") end++;
    addTable(this.tree, this.paragraphs.slice(from, end));
    return end;
  }

  private marked(marker: PlacedMarker, paragraph: Paragraph, index: number): void {
    const { tree, upcoming, learned } = this;
    const stopped = STOPS.test(paragraph.text);
    const depth = depthOf({
      open: tree.open.filter((draft) => draft.kind !== "row" && draft.style !== "after-table"),
      marker,
      index,
      stopped,
      upcoming,
      learned,
    });
    // A mark in words stands just under what it is found under.
    const rank = marker.kind === "paragraph" ? 0 : rankOfMark(marker);
    const draft = tree.add({ ...marker, rank, marker: marker.printed, markLength: marker.length, paragraph, depth });
    if (marker.kind !== "paragraph" && draft.parent !== null && draft.parent.rank >= rank) learned.set(marker.style, draft.parent.style);
  }

  /** Places a paragraph without a mark; true when it closes the document. */
  private unmarked(paragraph: Paragraph, input: UnmarkedInput): boolean {
    const { tree, component } = this;
    const { deepest } = tree;
    if (isClosing(input)) {
      tree.add({ ...unmarked("paragraph", "closing", paragraph), rank: RANKS.number, depth: this.closingDepth() });
      return true;
    }
    const list = this.headings.get(input.index);
    if (list !== undefined) {
      this.heading(paragraph, list);
      return false;
    }
    if (this.items.has(input.index) && deepest !== undefined) {
      const depth = tree.open.length - (deepest.style === "item" ? 1 : 0);
      tree.add({ ...unmarked("paragraph", "item", paragraph), rank: RANKS.dash, value: "+", depth });
      return false;
    }
    if (component.headings && isCapitalHeading(paragraph.text) && input.index < component.tailFrom)
      tree.add({ ...unmarked("paragraph", "heading", paragraph), value: paragraph.text, rank: RANKS.roman, depth: 0 });
    else if (isSubheading(input)) {
      const depth = tree.depthAbove(RANKS.alpha);
      tree.add({ ...unmarked("paragraph", "subheading", paragraph), value: "+", depth });
    } else if (deepest === undefined) this.opening(paragraph, input.index);
    else if (deepest.kind === "row" && FOOTNOTE.test(paragraph.text)) tree.continueWith(paragraph);
    else if (deepest.kind === "row") {
      const depth = tree.open.findIndex((draft) => draft.kind === "row");
      tree.add({ ...unmarked("paragraph", "after-table", paragraph), rank: RANKS.row, depth });
    } else tree.continueWith(paragraph);
    return false;
  }

  /** A heading without a mark stands where the list that begins again under it stood, or under what heads both. */
  private heading(paragraph: Paragraph, list: string): void {
    const { tree } = this;
    const open = tree.open;
    const bullets = list === "-";
    const above = open.findLastIndex((draft) => draft.style === list);
    const host = bullets
      ? open.findLastIndex((draft) => !isBullet(draft) && draft.style !== "item") + 1
      : above === -1
        ? depthUnderHeading(open)
        : above;
    const depth = open[host - 1]?.style === "subheading" ? host - 1 : host;
    tree.add({ ...unmarked("paragraph", "subheading", paragraph), rank: bullets ? RANKS.paragraph : 0, value: "+", depth });
  }

  /** A closing paragraph belongs to the last Mục and to no heading without a number in it; to none where that Mục is one sentence. */
  private closingDepth(): number {
    const { tree } = this;
    const inside = tree.open.findIndex(({ style }) => style === "subheading" || isWordStyle(style));
    const depth = Math.min(tree.depthAbove(RANKS.number), inside === -1 ? tree.open.length : inside);
    const last = tree.open[depth - 1];
    const whole = last !== undefined && !last.heads && !last.firstParagraph.text.endsWith(":");
    return whole && last.children.length === 0 && last.kind === "roman" ? depth - 1 : depth;
  }

  /** The first paragraph of a body or of the annexes where it has no mark. */
  private opening(paragraph: Paragraph, index: number): void {
    const { tree, component, prefix } = this;
    if (index >= component.annexFrom) tree.add({ ...unmarked("annex", "Phụ lục", paragraph), depth: 0 });
    else if (prefix === "") tree.add({ ...unmarked("paragraph", "body", paragraph), rank: RANKS.roman, depth: 0 });
    else this.block("head", "dau-van-ban", { from: index, to: index + 1 });
  }
}

/** The sections of all documents of a file; the main document's ids have no prefix. */
export function buildSectionTree(input: {
  text: string;
  paragraphs: readonly Paragraph[];
  components: readonly Component[];
  main: number;
}): Section[] {
  const { text, paragraphs, components, main } = input;
  return components.flatMap((component, index) => {
    const prefix = index === main ? "" : isLetter(component) ? "cong-van" : `van-ban-${index + 1}`;
    return new ComponentReader(paragraphs, component, prefix).read().flatMap((root) => toSections(root, text, { path: [], level: -1 }));
  });
}
