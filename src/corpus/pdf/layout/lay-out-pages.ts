/** Pages → the lines of a document in reading order, each with what the layout tells of its paragraph. */
import { groupBy } from "./group-by.ts";
import type { FlowLine } from "./flow-line.ts";
import type { Footnote } from "./footnotes.ts";
import { goesOn, joinTables } from "./join-tables.ts";
import { joinCutWord } from "./line-ends.ts";
import type { PageContent } from "./page-content.ts";
import { pageFlow, ruledTables, type FlowPart } from "./page-flow.ts";
import { continuesParagraph, measureShape, type PageShape } from "./paragraphs.ts";
import { withoutRunningHeads } from "./running-heads.ts";
import { surenessOf, type LaidLine, type Sureness } from "./sureness.ts";
import { middleOf, type TableBlock } from "./table-block.ts";

interface OpenLine extends Sureness {
  text: string;
  readonly page: number;
  readonly continues: boolean | undefined;
}

/** Widths within so many points are one. */
const SAME_WIDTH = 20;
const widthKey = (page: PageContent): number => Math.round(page.width / SAME_WIDTH);

const isLine = (part: FlowPart): part is FlowLine => part.kind === "line";

/** Tables that go on over pages made one; they stay where they begin. */
function joinedOverPages(parts: readonly FlowPart[]): FlowPart[] {
  const joined: FlowPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === "table" && last?.kind === "table" && (last.rows.at(-1)?.page ?? 0) < (part.rows[0]?.page ?? 0) && goesOn(last, part))
      joined[joined.length - 1] = joinTables(last, part);
    else joined.push(part);
  }
  return joined;
}

const tableLines = (table: TableBlock): OpenLine[] =>
  table.rows.map((row) => ({
    text: `| ${row.cells.join(" | ")} |`,
    page: row.page,
    continues: false,
    confidence: row.confidence,
    weakest: row.weakest,
  }));

const noteLine = (note: Footnote): OpenLine => ({
  text: note.mark === "" ? note.text : `[${note.mark}] ${note.text}`,
  page: note.page,
  continues: false,
  ...surenessOf(note.words),
});

/** Notes stand behind the paragraph that refers to them, or else behind the one that the page's end cuts. */
function placeNotes(lines: readonly OpenLine[], notes: readonly Footnote[]): OpenLine[] {
  const endOfParagraph = (index: number): number => {
    let at = index;
    while (lines[at + 1] !== undefined && lines[at + 1]?.continues !== false) at++;
    return at;
  };
  const behind = new Map<number, OpenLine[]>();
  for (const note of notes) {
    const referring = note.mark === "" ? -1 : lines.findIndex((line) => line.page === note.page && line.text.includes(`[${note.mark}]`));
    const at = endOfParagraph(referring === -1 ? lines.findLastIndex((line) => line.page <= note.page) : referring);
    behind.set(at, [...(behind.get(at) ?? []), noteLine(note)]);
  }
  return [...(behind.get(-1) ?? []), ...lines.flatMap((line, index) => [line, ...(behind.get(index) ?? [])])];
}

/** Words cut at line ends made whole; lines that lose their only word go. */
function mendCutWords(lines: readonly OpenLine[]): OpenLine[] {
  const mended: OpenLine[] = [];
  for (const line of lines) {
    const before = mended.at(-1);
    const joined = before === undefined || line.continues === false ? null : joinCutWord(before.text, line.text);
    if (before === undefined || joined === null) mended.push({ ...line });
    else {
      before.text = joined.before;
      if (joined.line !== "") mended.push({ ...line, text: joined.line });
    }
  }
  return mended;
}

/** Text at an angle, as a watermark, once however many pages bear it. */
function slantedLines(pages: readonly PageContent[]): OpenLine[] {
  const seen = new Set<string>();
  return pages.flatMap((page) =>
    page.slanted.flatMap((text) => {
      if (seen.has(text) || text.trim() === "") return [];
      seen.add(text);
      return [{ text, page: page.number, continues: false }];
    }),
  );
}

/** The lines of all pages. Pages without words give none. */
export function layOutPages(pages: readonly PageContent[]): LaidLine[] {
  const heads = withoutRunningHeads(pages.map((page) => ({ ...page, words: wordsOutsideTables(page) })));
  const flows = heads.map(({ page, rows }, index) => pageFlow(pages[index] ?? page, rows));
  const shapes = new Map<number, PageShape>(
    [...groupBy(flows, (flow) => widthKey(flow.page))].map(([key, group]) => [
      key,
      measureShape(group.flatMap((flow) => flow.parts.filter(isLine))),
    ]),
  );
  const pageOf = new Map(pages.map((page) => [page.number, page]));
  const parts = joinedOverPages(flows.flatMap((flow) => flow.parts));
  const lines: OpenLine[] = [];
  parts.forEach((part, index) => {
    if (part.kind === "table") {
      lines.push(...tableLines(part));
      return;
    }
    const before = parts[index - 1];
    const page = pageOf.get(part.page);
    const shape = page === undefined ? undefined : shapes.get(widthKey(page));
    const continues =
      before?.kind !== "line" || shape === undefined
        ? false
        : continuesParagraph({ before, line: part, first: lines.at(-1)?.continues !== true, shape });
    lines.push({ text: part.text, page: part.page, continues, confidence: part.confidence, weakest: part.weakest });
  });
  const placed = placeNotes(
    lines,
    flows.flatMap((flow) => flow.notes),
  );
  return [...mendCutWords(placed), ...slantedLines(pages)].map(({ text, page, continues, confidence, weakest }) => ({
    text: text.replaceAll("\u00ad", ""),
    page,
    ...(continues === undefined ? {} : { continues }),
    ...(confidence === undefined ? {} : { confidence, weakest }),
  }));
}

function wordsOutsideTables(page: PageContent): PageContent["words"] {
  const tables = ruledTables(page);
  if (tables.length === 0) return page.words;
  return page.words.filter((word) => {
    const { x, y } = middleOf(word);
    return !tables.some((table) => y >= table.top && y < table.bottom && x >= (table.xs[0] ?? 0) && x < (table.xs.at(-1) ?? 0));
  });
}
