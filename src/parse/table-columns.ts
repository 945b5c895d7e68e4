/** What the columns of a task table hold, told by their headings, which may take two rows. */
import { foldText } from "../language/fold.ts";
import { statedUnit } from "../language/amounts.ts";
import type { LabelKind } from "./labelled-lines.ts";
import type { Cell } from "./table-cells.ts";

export type Column = LabelKind | "task" | "number";

/** In order of trial; folded headings. */
const COLUMNS: readonly { readonly column: Column; readonly pattern: RegExp }[] = [
  { column: "number", pattern: /^(?:stt|tt|so tt|so thu tu|no\.?|#)$/u },
  { column: "product", pattern: /^(?:san pham|ket qua|dau ra|muc tieu can dat)|san pham/u },
  // "Chủ trì, phối hợp": one column for both.
  { column: "lead", pattern: /chu tri/u },
  { column: "support", pattern: /phoi hop/u },
  {
    column: "lead",
    pattern:
      /thuc hien chinh|(?:co quan|don vi|to chuc)(?:,? (?:co quan|don vi|dia phuong|to chuc))?(?: (?:thuc hien|tham muu|phu trach|chiu trach nhiem|duoc giao|dau moi|theo doi|trien khai|bao cao)|$)|dau moi|phan cong|trach nhiem|^chu dau tu$|^nguoi thuc hien$/u,
  },
  { column: "time", pattern: /thoi gian|thoi han|thoi diem|tien do|lo trinh|hoan thanh|^han(?: |$)|^nam thuc hien/u },
  { column: "product", pattern: /ket qua|chi tieu/u },
  { column: "budget", pattern: /kinh phi|du toan|(?:^|\W)von(?:\W|$)|trieu dong|ty dong|tong muc|nguon luc/u },
  {
    column: "task",
    pattern: /nhiem vu|noi dung|cong viec|hoat dong|danh muc|giai phap|^ten |ten (?:du an|de an|van ban|nhiem vu)|du an|de an|van ban/u,
  },
];
const CHARGED = /don vi tinh|ghi chu/u;

/** What one heading means; undefined where it is not known. */
export function columnNamed(heading: string): Column | undefined {
  const folded = foldText(heading).replace(/\s+/gu, " ").trim();
  return folded === "" || CHARGED.test(folded) ? undefined : COLUMNS.find(({ pattern }) => pattern.test(folded))?.column;
}

/** What each column of a header row means; undefined where no heading is known. */
export function columnsOf(cells: readonly Cell[]): (Column | undefined)[] {
  return cells.map((cell) => columnNamed(cell.text));
}

/** A heading is short, and says more than a number. */
const HEADING_LIMIT = 90;

/** True for the row that names the columns: two known headings at least, one of them of tasks or agencies. */
export function isHeader(cells: readonly Cell[]): boolean {
  if (cells.some(({ text }) => text.length > HEADING_LIMIT || /^\d/u.test(text))) return false;
  const named = new Set(columnsOf(cells).filter((column) => column !== undefined));
  return (
    named.size >= 2 &&
    (named.has("task") || named.has("lead")) &&
    !(named.size === 2 && named.has("number") && cells.length > 2 && named.has("lead"))
  );
}

export interface Columns {
  readonly task: number;
  readonly lead: number;
  readonly support: number;
  readonly time: number;
  readonly product: number;
  /** Positions of the columns of money; the one of the whole alone where there is one. */
  readonly budgets: readonly { readonly at: number; readonly name: string }[];
  /** Unit of the money columns, as printed: "triệu đồng". */
  readonly unit: string | null;
}

const WHOLE = /tong|cong/u;

/**
 * The columns of a table by its heading rows; -1 for one it does not have. Below "Cơ quan thực hiện" a second row may say
 * "chủ trì" and "phối hợp", below "Kinh phí" the sources or the years.
 */
export function readColumns(rows: readonly (readonly Cell[])[], caption: string): Columns {
  const count = Math.max(0, ...rows.map((cells) => cells.length));
  let over = "";
  const headings = Array.from({ length: count }, (_, at) => {
    const upper = rows[0]?.[at]?.text ?? "";
    const lower = rows
      .slice(1)
      .map((cells) => cells[at]?.text ?? "")
      .filter((text) => text !== "" && text !== upper);
    // A heading over several columns stands in the first; the ones after it are empty above and named below.
    over = upper !== "" ? upper : lower.length > 0 ? over : "";
    return { own: lower.at(-1) ?? upper, upper: over };
  });
  const kinds = headings.map(({ own, upper }) => {
    const below = columnNamed(own);
    const above = columnNamed(upper);
    return above === "budget" ? "budget" : (below ?? above);
  });
  const first = (column: Column): number => kinds.indexOf(column);
  const money = kinds.flatMap((kind, at) => (kind === "budget" ? [{ at, name: headings[at]?.own ?? "" }] : []));
  const plain = money.filter(({ name }) => !foldText(name).startsWith("nguon"));
  const whole = plain.find(({ name }) => WHOLE.test(foldText(name)));
  const unit = money.map(({ at }) => statedUnit(`${headings[at]?.upper ?? ""} ${headings[at]?.own ?? ""}`)).find((found) => found !== null);
  // A table of targets has no tasks but its "chỉ tiêu".
  const task = first("task") === -1 && first("lead") !== -1 ? first("product") : first("task");
  return {
    task,
    lead: first("lead"),
    support: kinds.findIndex((kind, at) => kind === "support" && at !== first("lead")),
    time: first("time"),
    product: task === first("product") ? -1 : first("product"),
    budgets: whole === undefined ? (plain.length > 0 ? plain : money) : [whole],
    unit: unit ?? statedUnit(caption),
  };
}
