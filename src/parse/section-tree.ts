/**
 * From paragraphs to the section tree.
 *
 * Input: paragraphs and the documents found among them. Output: sections depth-first. Marks decide the nesting by their
 * rank; a broken sequence is repaired in the id only, never in the text.
 */
import type { Paragraph } from "./canonical-text.ts";
import { mayCloseDocument } from "./closing-words.ts";
import { isLetter, type Component } from "./components.ts";
import { repairedMarkers, type PlacedMarker } from "./repair-markers.ts";
import { sectionLabel, type LabelledStep } from "./section-labels.ts";
import type { Section, SectionKind } from "./types.ts";

interface Draft {
  readonly id: string;
  readonly parent: Draft | null;
  readonly kind: SectionKind;
  readonly marker: string;
  readonly rank: number;
  readonly steps: readonly LabelledStep[];
  readonly firstParagraph: Paragraph;
  readonly textStart: number;
  readonly children: Draft[];
  /** End of own text: the last own paragraph before the first child. */
  ownEnd: number;
  ownParagraphs: number;
  end: number;
}

const RANKS: Readonly<Record<SectionKind, number>> = {
  head: 0,
  letter: 0,
  tail: 0,
  annex: 0,
  part: 1,
  roman: 2,
  article: 3,
  number: 4,
  paragraph: 4,
  alpha: 7,
  dash: 8,
  plus: 9,
  row: 9,
};
/** A compound number ("1.2") ranks below its first part; a paragraph that heads bullets ranks just above them. */
function rankOf(kind: SectionKind, value: string): number {
  if (kind === "paragraph") return value === "" ? RANKS.paragraph : RANKS.alpha;
  return RANKS[kind] + (kind === "number" ? value.split(".").length - 1 : 0);
}

function idStep(kind: SectionKind, value: string): string {
  switch (kind) {
    case "dash":
      return `-${value}`;
    case "plus":
      return `+${value}`;
    case "article":
      return `D${value}`;
    case "annex":
      return `PL${value}`;
    case "row":
      return `h${value}`;
    case "paragraph":
      return value === "" ? "ket" : `p${value}`;
    case "part":
      return value.replace(/\s+/gu, "-").toLowerCase() === value ? value : value.replace(/\s+/gu, "-");
    default:
      return value;
  }
}

class TreeBuilder {
  readonly roots: Draft[] = [];
  private readonly prefix: string;
  private open: Draft[] = [];
  /** Sections so far by parent, kind and value: what a number or an occurrence is counted from. */
  private readonly counts = new Map<string, number>();

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  get deepest(): Draft | undefined {
    return this.open.at(-1);
  }

  /** The open section of the highest rank below `rank`. */
  closeTo(rank: number): Draft | null {
    while ((this.open.at(-1)?.rank ?? -2) >= rank) this.open.pop();
    return this.open.at(-1) ?? null;
  }

  add(input: {
    kind: SectionKind;
    value: string;
    marker: string;
    markLength: number;
    paragraph: Paragraph;
    repairedFrom: string | null;
    id?: string;
  }): Draft {
    const { kind, paragraph } = input;
    const rank = rankOf(kind, input.value);
    const parent = this.closeTo(rank);
    const siblings = parent?.children ?? this.roots;
    const positional = kind === "dash" || kind === "plus";
    const counted = positional || kind === "row" || (kind === "paragraph" && input.value !== "");
    const before = this.count(`${parent?.id ?? ""} ${kind}`, input.value !== "" || counted ? 1 : 0);
    const value = counted ? String(kind === "row" ? before : before + 1) : input.value;
    const occurrence = this.count(`${parent?.id ?? ""} ${kind} ${value}`, 1) + 1;
    const step: LabelledStep = { kind, value, occurrence, repairedFrom: input.repairedFrom };
    // A compound number "1.2" under "1" says its parent's number itself.
    const parentStep =
      parent?.kind === "number" && kind === "number" && value.startsWith(`${parent.steps.at(-1)?.value ?? ""}.`) ? parent.parent : parent;
    const base = parentStep?.id ?? this.prefix;
    const own = idStep(kind, value);
    const joined = base === "" ? own : positional ? base + own : `${base}.${own}`;
    const wanted = input.id ?? joined;
    // By id, not by kind: "II." and "Chương II" beside each other ask for the same one.
    const repetition = this.count(`#${wanted}`, 1) + 1;
    const id = repetition > 1 ? `${wanted}~${repetition}` : wanted;
    const draft: Draft = {
      id,
      parent,
      kind,
      marker: input.marker,
      rank,
      steps: [...(parent?.steps ?? []), step],
      firstParagraph: paragraph,
      textStart: paragraph.start + input.markLength,
      children: [],
      ownEnd: paragraph.end,
      ownParagraphs: 1,
      end: paragraph.end,
    };
    siblings.push(draft);
    this.open.push(draft);
    this.extend(paragraph);
    return draft;
  }

  /** How many were counted under a key before; counts `more`. */
  private count(key: string, more: number): number {
    const before = this.counts.get(key) ?? 0;
    this.counts.set(key, before + more);
    return before;
  }

  /** A paragraph without a mark goes on with the deepest open section. */
  continueWith(paragraph: Paragraph): void {
    const deepest = this.deepest;
    if (deepest === undefined) return;
    deepest.ownEnd = paragraph.end;
    deepest.ownParagraphs++;
    this.extend(paragraph);
  }

  private extend(paragraph: Paragraph): void {
    for (const draft of this.open) draft.end = Math.max(draft.end, paragraph.end);
  }
}

/** An unnumbered heading among bullets: "Giai đoạn 2 (2027) - Mở rộng", followed by bullets of its own. */
function isSubheading(input: {
  paragraphs: readonly Paragraph[];
  markers: readonly (PlacedMarker | null)[];
  index: number;
  deepest: Draft | undefined;
}): boolean {
  const { paragraphs, markers, index, deepest } = input;
  const text = paragraphs[index]?.text ?? "";
  const next = markers[index + 1]?.kind;
  const before = paragraphs[index - 1]?.text ?? "";
  if (deepest === undefined || (next !== "dash" && next !== "plus") || text.length > 150 || /[.;,]$/u.test(text)) return false;
  const afterHeading =
    deepest.rank <= RANKS.number &&
    deepest.children.length === 0 &&
    deepest.ownParagraphs === 1 &&
    deepest.textStart < deepest.firstParagraph.end &&
    !/[.;:,]$/u.test(before);
  return (deepest.rank >= RANKS.dash && /[.;]$/u.test(before)) || (afterHeading && /^(?:Giai đoạn|Năm|Đợt|Nhóm)\b/u.test(text));
}

/** True when no mark follows up to the body's end and the words close the document. */
function isClosing(input: {
  paragraphs: readonly Paragraph[];
  markers: readonly (PlacedMarker | null)[];
  index: number;
  to: number;
  deepest: Draft | undefined;
}): boolean {
  const { paragraphs, markers, index, to, deepest } = input;
  if (deepest === undefined) return false;
  for (let i = index; i < to; i++) if (markers[i] !== null) return false;
  const text = paragraphs[index]?.text ?? "";
  if (mayCloseDocument(text)) return true;
  const headed = deepest.ownParagraphs > 1 || !/[.;:]$/u.test(deepest.firstParagraph.text);
  return !headed && deepest.rank >= RANKS.number && (paragraphs[to - 1]?.text ?? "").endsWith("./.") && index === to - 1;
}

function buildComponent(paragraphs: readonly Paragraph[], component: Component, prefix: string): Draft[] {
  const tree = new TreeBuilder(prefix);
  const markers = repairedMarkers(paragraphs, component);
  const block = (kind: SectionKind, id: string, { from, to }: { from: number; to: number }): void => {
    const first = paragraphs[from];
    if (first === undefined || from >= to) return;
    tree.closeTo(-1);
    tree.add({
      kind,
      value: "",
      marker: "",
      markLength: 0,
      paragraph: first,
      repairedFrom: null,
      id: prefix === "" || prefix === id ? id : `${prefix}.${id}`,
    });
    for (const paragraph of paragraphs.slice(from + 1, to)) tree.continueWith(paragraph);
  };
  const body = (from: number, to: number): void => {
    for (let index = from; index < to; index++) {
      const paragraph = paragraphs[index];
      const marker = markers[index];
      if (paragraph === undefined) continue;
      if (marker !== null && marker !== undefined) {
        tree.add({
          kind: marker.kind,
          value: marker.value,
          marker: marker.printed,
          markLength: marker.length,
          paragraph,
          repairedFrom: marker.repairedFrom,
        });
      } else if (isClosing({ paragraphs, markers, index, to, deepest: tree.deepest })) {
        tree.closeTo(RANKS.number);
        tree.add({ kind: "paragraph", value: "", marker: "", markLength: 0, paragraph, repairedFrom: null });
        for (const rest of paragraphs.slice(index + 1, to)) tree.continueWith(rest);
        break;
      } else if (isSubheading({ paragraphs, markers, index, deepest: tree.deepest })) {
        tree.closeTo(RANKS.alpha);
        while ((tree.deepest?.kind ?? "head") === "paragraph") tree.closeTo(tree.deepest?.rank ?? 0);
        tree.add({ kind: "paragraph", value: "+", marker: "", markLength: 0, paragraph, repairedFrom: null });
      } else if (tree.deepest === undefined) block("head", "dau-van-ban", { from: index, to: index + 1 });
      else tree.continueWith(paragraph);
    }
  };
  if (isLetter(component) && component.bodyFrom >= component.tailFrom) {
    block("letter", prefix, component);
    return tree.roots;
  }
  block("head", "dau-van-ban", { from: component.from, to: component.bodyFrom });
  tree.closeTo(-1);
  body(component.bodyFrom, component.tailFrom);
  block("tail", "cuoi-van-ban", { from: component.tailFrom, to: component.annexFrom });
  tree.closeTo(-1);
  body(component.annexFrom, component.to);
  return tree.roots;
}

const HEADING_LIMIT = 300;
const SNIPPET = 90;

function toSections(draft: Draft, text: string, parent: { readonly path: readonly string[]; readonly level: number }): Section[] {
  const first = draft.firstParagraph;
  // "Phần A" or "PHỤ LỤC I" alone on a line: the title is the next one.
  const alone = draft.textStart >= first.end && draft.ownParagraphs > 1;
  const words = alone ? (text.slice(first.end + 1, draft.ownEnd).split("\n")[0] ?? "") : text.slice(draft.textStart, first.end);
  const upper = !/\p{Ll}/u.test(words);
  const hasMore = draft.children.length > 0 || draft.ownParagraphs > 1;
  const titled = !["head", "tail", "letter", "row"].includes(draft.kind) && (draft.kind !== "paragraph" || draft.children.length > 0);
  const heading = titled && words.length <= HEADING_LIMIT && (upper || (hasMore && !/[.;:,]$/u.test(words))) ? words : "";
  const shown = heading !== "" ? heading : words.length > SNIPPET ? `${words.slice(0, words.lastIndexOf(" ", SNIPPET))}…` : words;
  const level = parent.level + 1;
  const path = [...parent.path, titled ? `${draft.marker} ${shown}`.trim() : sectionLabel(draft.steps)];
  const section: Section = {
    id: draft.id,
    parentId: draft.parent?.id ?? null,
    kind: draft.kind,
    marker: draft.marker,
    label: sectionLabel(draft.steps),
    heading,
    path,
    level,
    start: first.start,
    end: draft.end,
    ownEnd: draft.ownEnd,
  };
  return [section, ...draft.children.flatMap((child) => toSections(child, text, { path, level }))];
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
    const prefix = index === main && !isLetter(component) ? "" : isLetter(component) ? "cong-van" : `van-ban-${index + 1}`;
    return buildComponent(paragraphs, component, prefix).flatMap((root) => toSections(root, text, { path: [], level: -1 }));
  });
}
