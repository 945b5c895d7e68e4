/** Task tables of annexes: columns are found by their headings (nhiệm vụ, chủ trì, phối hợp, thời gian, kinh phí, sản phẩm). */
import { foldText } from "../language/fold.ts";
import { splitAgencies } from "../language/agency-phrases.ts";
import type { LabelKind, LabelledValue } from "./labelled-lines.ts";
import type { Evidence, Section } from "./types.ts";

export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TableRow {
  readonly sectionId: string;
  readonly agencies: readonly string[];
  readonly agencyEvidence: Evidence;
  readonly task: Evidence;
  readonly labels: readonly LabelledValue[];
}

type Column = LabelKind | "task" | "number";

const COLUMNS: readonly { readonly column: Column; readonly pattern: RegExp }[] = [
  { column: "support", pattern: /phoi hop/u },
  { column: "lead", pattern: /chu tri|thuc hien chinh|co quan thuc hien|don vi thuc hien|dau moi|phan cong/u },
  { column: "time", pattern: /thoi gian|thoi han|tien do|hoan thanh|lo trinh/u },
  { column: "product", pattern: /san pham|ket qua|chi tieu/u },
  { column: "budget", pattern: /kinh phi|du toan|von|trieu dong|ty dong/u },
  { column: "task", pattern: /nhiem vu|noi dung|cong viec|hoat dong|ten du an|danh muc/u },
  { column: "number", pattern: /^(?:stt|tt|so tt)$/u },
];

/** The cells of a pipe row with their places in the text. */
export function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let from = start + (text.charAt(start) === "|" ? 1 : 0);
  for (let at = from; at <= end; at++) {
    if (at !== end && text.charAt(at) !== "|") continue;
    const raw = text.slice(from, at);
    const lead = raw.length - raw.trimStart().length;
    if (at !== end || raw.trim() !== "") cells.push({ text: raw.trim(), start: from + lead, end: from + lead + raw.trim().length });
    from = at + 1;
  }
  return cells;
}

/** What each column of a header row means; undefined where no heading is known. */
export function columnsOf(cells: readonly Cell[]): (Column | undefined)[] {
  return cells.map((cell) => COLUMNS.find(({ pattern }) => pattern.test(foldText(cell.text)))?.column);
}

/** Rows of all tables whose header names a task column and a leading agency. */
export function readTableRows(text: string, sections: readonly Section[]): TableRow[] {
  const rows: TableRow[] = [];
  let columns: (Column | undefined)[] = [];
  let unit = "";
  let parent: string | null | undefined;
  for (const section of sections) {
    if (section.kind !== "row") continue;
    const cells = cellsOf(text, section.start, section.ownEnd);
    const named = columnsOf(cells);
    if (section.parentId !== parent || (named.includes("task") && named.includes("lead"))) {
      parent = section.parentId;
      columns = named;
      unit = /(?:triệu|tỷ|tỉ|nghìn) đồng|đồng/iu.exec(cells[named.indexOf("budget")]?.text ?? "")?.[0].toLowerCase() ?? "";
      continue;
    }
    const cell = (column: Column): Cell | undefined => cells[columns.indexOf(column)];
    const [task, lead] = [cell("task"), cell("lead")];
    if (task === undefined || lead === undefined || task.text === "" || lead.text === "") continue;
    const labels = (["support", "time", "product", "budget"] as const).flatMap((kind) => {
      const value = cell(kind);
      return value === undefined || value.text === ""
        ? []
        : [
            {
              kind,
              value: kind === "budget" && /^[\d.,]+$/u.test(value.text) ? `${value.text} ${unit}`.trim() : value.text,
              start: value.start - section.start,
              end: value.end - section.start,
            },
          ];
    });
    rows.push({
      sectionId: section.id,
      agencies: splitAgencies(lead.text),
      labels,
      agencyEvidence: { sectionId: section.id, start: lead.start, end: lead.end },
      task: { sectionId: section.id, start: task.start, end: task.end },
    });
  }
  return rows;
}
