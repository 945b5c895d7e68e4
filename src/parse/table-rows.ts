/** The register in task tables of annexes: rows by the columns that their headings name. */
import { splitAgencies } from "../language/agency-lists.ts";
import { agencyOfHeading } from "../language/agency-subjects.ts";
import type { LabelKind, LabelledValue } from "./labelled-lines.ts";
import { findLabelledValues } from "./labelled-lines.ts";
import { cellsOf, isItemNumber, isTotal, numbersColumns, type Cell } from "./table-cells.ts";
import { columnNamed, isHeader, readColumns, type Columns } from "./table-columns.ts";
import type { Evidence, Section } from "./types.ts";

export interface TableRow {
  readonly sectionId: string;
  readonly agencies: readonly string[];
  readonly agencyEvidence: Evidence;
  readonly task: Evidence;
  readonly labels: readonly LabelledValue[];
}

interface Group {
  readonly agencies: readonly string[];
  readonly evidence: Evidence;
}

interface Table {
  columns: Columns | null;
  headers: (readonly Cell[])[];
  group: Group | null;
  rows: TableRow[];
}

const CAPTION_LENGTH = 300;
/** "Đơn vị tính: triệu đồng" above the table. */
const CAPTION = /(?:đơn vị(?: tính)?|ĐVT)\s*:\s*([^\n)]{2,20})/giu;
/** "Chủ trì: Sở Y tế; phối hợp: Sở Tài chính", "Sở Y tế chủ trì, phối hợp với Sở Tài chính" in one cell. */
const LED_BY = /^(.{3,160}?)\s+chủ trì(?:\s*[,;.]?\s*(?:(.{3,200}?)\s+phối hợp|phối hợp(?:\s+với|\s+cùng)?\s*:?\s*(.{3,200})))?[.;]?$/isu;

/** Leading and supporting agencies of a cell, which may name both. */
function agenciesIn(cell: string): { lead: string[]; support: string | null } {
  const labels = findLabelledValues(cell.replace(/\bphối hợp\s*:/giu, (label) => `; ${label}`));
  const lead = labels.find((label) => label.kind === "lead");
  if (lead !== undefined)
    return { lead: splitAgencies(lead.value), support: labels.find((label) => label.kind === "support")?.value ?? null };
  const led = LED_BY.exec(cell);
  if (led === null) return { lead: splitAgencies(cell), support: null };
  return { lead: splitAgencies(led[1] ?? ""), support: led[2] ?? led[3] ?? null };
}

const label = (kind: LabelKind, value: string, { cell, section }: { cell: Cell; section: Section }): LabelledValue => ({
  kind,
  value,
  start: cell.start - section.start,
  end: cell.end - section.start,
});

/** The money of a row as one value: the whole, or each column's with its heading. */
function budgetOf(cells: readonly Cell[], { budgets, unit }: Columns): { value: string; cell: Cell } | null {
  const filled = budgets.flatMap(({ at, name }) => {
    const cell = cells[at];
    return cell === undefined || cell.text === "" || /^[-–]$/u.test(cell.text) ? [] : [{ cell, name }];
  });
  const [first] = filled;
  if (first === undefined) return null;
  const withUnit = (text: string): string => (/^[\d.,]+$/u.test(text) && unit !== null ? `${text} ${unit}` : text);
  return {
    cell: first.cell,
    value: filled.length === 1 ? withUnit(first.cell.text) : filled.map(({ cell, name }) => `${name}: ${withUnit(cell.text)}`).join("; "),
  };
}

interface RowCells {
  readonly section: Section;
  readonly cells: readonly Cell[];
}

function readRow({ section, cells }: RowCells, { columns, group }: { columns: Columns; group: Group | null }): TableRow | null {
  const at = (position: number): Cell | undefined => (cells[position]?.text === "" ? undefined : cells[position]);
  const [task, lead] = [at(columns.task), at(columns.lead)];
  if (task === undefined || isTotal(task.text) || isItemNumber(task.text) || (lead === undefined && group === null)) return null;
  const named = lead === undefined ? null : agenciesIn(lead.text);
  const agencies = named?.lead ?? group?.agencies ?? [];
  const evidence = lead === undefined ? group?.evidence : { sectionId: section.id, start: lead.start, end: lead.end };
  if (agencies.length === 0 || evidence === undefined || /^[-–x.\s]*$/iu.test(agencies.join(""))) return null;
  const labels = (["support", "time", "product"] as const).flatMap((kind) => {
    const cell = at(columns[kind]);
    return cell === undefined || /^[-–]$/u.test(cell.text) ? [] : [label(kind, cell.text, { cell, section })];
  });
  if (lead !== undefined && named?.support !== null && named?.support !== undefined && !labels.some(({ kind }) => kind === "support"))
    labels.push(label("support", named.support, { cell: lead, section }));
  const budget = budgetOf(cells, columns);
  return {
    sectionId: section.id,
    agencies,
    agencyEvidence: evidence,
    task: { sectionId: section.id, start: task.start, end: task.end },
    labels: budget === null ? labels : [...labels, label("budget", budget.value, { cell: budget.cell, section })],
  };
}

/** A row that goes on with the one before, cut by a page: no number, no task of its own, or a task in the middle of a sentence. */
function goesOn(cells: readonly Cell[], columns: Columns): boolean {
  if (columns.lead === 0 || columns.task === 0) return false;
  const before = cells.slice(0, columns.task);
  if (before.some(({ text }) => text !== "")) return false;
  const task = cells[columns.task]?.text ?? "";
  return (task === "" && cells.some(({ text }) => text !== "")) || /^\p{Ll}/u.test(task);
}

/** The row before with what the next row adds to its cells; the task stays the words of its own row, which prove it. */
function joined(row: TableRow, cells: readonly Cell[], columns: Columns): TableRow {
  const added = (position: number): string => cells[position]?.text ?? "";
  const lead = added(columns.lead);
  const more = (["support", "time", "product"] as const).filter((kind) => added(columns[kind]) !== "");
  const labels = row.labels.map((old) => {
    const kind = more.find((other) => other === old.kind);
    if (kind === undefined) return old;
    const rest = added(columns[kind]);
    const newName = kind === "support" && /^\p{Lu}/u.test(rest) && !/[;,]$/u.test(old.value);
    return { ...old, value: `${old.value}${newName ? ";" : ""} ${rest}` };
  });
  const fresh = more
    .filter((kind) => !row.labels.some((old) => old.kind === kind))
    .map((kind): LabelledValue => ({ kind, value: added(columns[kind]), start: 0, end: 0 }));
  const last = row.agencies.at(-1) ?? "";
  return {
    ...row,
    agencies:
      lead === ""
        ? row.agencies
        : /^\p{Lu}/u.test(lead)
          ? [...row.agencies, ...splitAgencies(lead)]
          : [...row.agencies.slice(0, -1), `${last} ${lead}`],
    labels: [...labels, ...fresh],
  };
}

/** A row that only heads the ones below: "I | Nhóm nhiệm vụ về dữ liệu"; the agency it names leads them. */
function groupOf(section: Section, cells: readonly Cell[]): { group: Group | null } | null {
  const filled = cells.filter(({ text }) => text !== "" && !isItemNumber(text));
  const words = new Set(filled.map(({ text }) => text));
  const [only] = filled;
  if (words.size !== 1 || only === undefined || cells.length < 3) return null;
  const name = agencyOfHeading(only.text.replace(/^(?:[IVX]+|[A-H]|\d{1,2})[.)]\s*/u, ""));
  return {
    group: name === null ? null : { agencies: splitAgencies(name), evidence: { sectionId: section.id, start: only.start, end: only.end } },
  };
}

function readRowInto(table: Table, section: Section, text: string): void {
  const cells = cellsOf(text, section.start, section.ownEnd);
  const headed = isHeader(cells);
  const belowHeader = table.rows.length === 0 && table.headers.length === 1 && !cells.some(({ text: cell }) => isItemNumber(cell));
  if (headed && !(belowHeader && table.headers.length === 1)) table.headers = [cells];
  else if (belowHeader && secondHeader(table.headers[0] ?? [], cells)) table.headers.push(cells);
  else if (table.columns === null) return;
  else {
    if (numbersColumns(cells)) return;
    const { columns } = table;
    const before = table.rows.at(-1);
    if (before !== undefined && goesOn(cells, columns)) {
      table.rows[table.rows.length - 1] = joined(before, cells, columns);
      return;
    }
    const group = groupOf(section, cells);
    if (group !== null) table.group = group.group;
    const row = group === null && columns.task !== -1 ? readRow({ section, cells }, { columns, group: table.group }) : null;
    if (row !== null) table.rows.push(row);
    return;
  }
  const caption = [...text.slice(Math.max(0, section.start - CAPTION_LENGTH), section.start).matchAll(CAPTION)].at(-1)?.[1] ?? "";
  table.columns = readColumns(table.headers, caption);
}

/** A second row of headings repeats those above it or fills in under them; a lone cell that names no column heads a group. */
function secondHeader(above: readonly Cell[], cells: readonly Cell[]): boolean {
  const added = cells.filter(({ text }, at) => text !== "" && text !== above[at]?.text);
  const known = added.some(({ text }) => columnNamed(text) !== undefined);
  const short = added.every(({ text }) => text.length <= 60 && !/[.;]$/u.test(text));
  const partial = added.length < cells.length;
  return short && partial && (known || (added.length > 1 && above.some(({ text }) => text === "")));
}

/** Rows of all tables whose headings name tasks and who leads them, or that are grouped by the agency that does. */
export function readTableRows(text: string, sections: readonly Section[]): TableRow[] {
  const tables: Table[] = [];
  const byId = new Map(sections.map((section) => [section.id, section]));
  // A group's row is the parent of its rows; the table stands in the first parent that is no row.
  const holder = (section: Section): string | null => {
    const parent = section.parentId === null ? undefined : byId.get(section.parentId);
    return parent?.kind === "row" ? holder(parent) : section.parentId;
  };
  let place: string | null | undefined;
  let lastEnd = -1;
  for (const section of sections) {
    if (section.kind !== "row") continue;
    const held = holder(section);
    const apart = held !== place || /\S/u.test(text.slice(Math.max(0, lastEnd), section.start));
    if (apart || tables.length === 0) tables.push({ columns: null, headers: [], group: null, rows: [] });
    place = held;
    lastEnd = section.ownEnd;
    const table = tables.at(-1);
    if (table !== undefined) readRowInto(table, section, text);
  }
  return tables.flatMap(({ rows }) => rows);
}
