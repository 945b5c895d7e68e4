/** Ruled tables: rules that cross make a grid; where a rule is missing between two fields, they are one cell. */
import { groupBy } from "./group-by.ts";
import type { Rule } from "./page-content.ts";

/** A cell of a grid; `row` and `column` are where it begins, `rows` and `columns` how many fields it spans. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Grid {
  /** x of the columns' borders and y of the rows', from left and top. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** For each column, whether no rule closes it at the top or at the bottom. */
  readonly openAbove: readonly boolean[];
  readonly openBelow: readonly boolean[];
}

/** Points by which rules may miss each other. */
const NEAR = 3;
/** Rules nearer than this are one: a double rule, the two sides of a border. */
const SAME = 3.5;
/** Beyond these it is a drawing, not a table of text. */
const MAX_COLUMNS = 40;
const MAX_ROWS = 400;
const MAX_RULES = 4000;

function cluster(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) if (result.length === 0 || value - (result.at(-1) ?? 0) > SAME) result.push(value);
  return result;
}

/** Rules on one line that touch are one rule. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const index = merged.findLastIndex(
      (other) => Math.abs(other.at - rule.at) <= 1.5 && rule.from <= other.to + NEAR && rule.to >= other.from - NEAR,
    );
    const other = merged[index];
    if (other === undefined) merged.push(rule);
    else merged[index] = { ...other, from: Math.min(other.from, rule.from), to: Math.max(other.to, rule.to) };
  }
  return merged;
}

const cross = (flat: Rule, upright: Rule): boolean =>
  upright.at >= flat.from - NEAR && upright.at <= flat.to + NEAR && flat.at >= upright.from - NEAR && flat.at <= upright.to + NEAR;

/** Sets of rules that hang together. */
function connected(flats: readonly Rule[], uprights: readonly Rule[]): Rule[][] {
  const left = new Set<Rule>([...flats, ...uprights]);
  const groups: Rule[][] = [];
  for (const first of flats) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const rule of group) {
      for (const other of rule.direction === "horizontal" ? uprights : flats) {
        const meets = rule.direction === "horizontal" ? cross(rule, other) : cross(other, rule);
        if (meets && left.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

const covers = (rules: readonly Rule[], at: number, middle: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= SAME && rule.from <= middle && rule.to >= middle);

/** Fields joined where no rule parts them; a cell is the rectangle around what was joined. */
function joinFields(input: {
  xs: readonly number[];
  ys: readonly number[];
  flats: readonly Rule[];
  uprights: readonly Rule[];
}): GridCell[] {
  const { xs, ys, flats, uprights } = input;
  const columns = xs.length - 1;
  const owner = Array.from({ length: columns * (ys.length - 1) }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (owner[at] !== undefined && owner[at] !== at) at = owner[at] ?? at;
    return at;
  };
  const middle = (values: readonly number[], index: number): number => ((values[index] ?? 0) + (values[index + 1] ?? 0)) / 2;
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column < columns; column++) {
      const field = row * columns + column;
      if (column + 1 < columns && !covers(uprights, xs[column + 1] ?? 0, middle(ys, row))) owner[find(field + 1)] = find(field);
      if (row + 2 < ys.length && !covers(flats, ys[row + 1] ?? 0, middle(xs, column))) owner[find(field + columns)] = find(field);
    }
  }
  const groups = groupBy(owner.keys(), (field) => find(field));
  return [...groups.values()].map((fields) => {
    const rows = fields.map((field) => Math.floor(field / columns));
    const across = fields.map((field) => field % columns);
    const [row, column] = [Math.min(...rows), Math.min(...across)];
    const [lastRow, lastColumn] = [Math.max(...rows), Math.max(...across)];
    return {
      row,
      column,
      rows: lastRow - row + 1,
      columns: lastColumn - column + 1,
      left: xs[column] ?? 0,
      right: xs[lastColumn + 1] ?? 0,
      top: ys[row] ?? 0,
      bottom: ys[lastRow + 1] ?? 0,
    };
  });
}

/** Grids of at least two columns from top to bottom; boxes and underlines are none. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  if (rules.length > MAX_RULES) return [];
  const flats = mergeRules(rules.filter((rule) => rule.direction === "horizontal"));
  const uprights = mergeRules(rules.filter((rule) => rule.direction === "vertical"));
  return connected(flats, uprights)
    .flatMap((group): Grid[] => {
      const across = group.filter((rule) => rule.direction === "horizontal");
      const down = group.filter((rule) => rule.direction === "vertical");
      if (across.length < 2 || down.length === 0) return [];
      const xs = cluster([
        ...down.map((rule) => rule.at),
        Math.min(...across.map((rule) => rule.from)),
        Math.max(...across.map((rule) => rule.to)),
      ]);
      const ys = cluster([
        ...across.map((rule) => rule.at),
        Math.min(...down.map((rule) => rule.from)),
        Math.max(...down.map((rule) => rule.to)),
      ]);
      if (xs.length < 3 || ys.length < 2 || xs.length > MAX_COLUMNS + 1 || ys.length > MAX_ROWS + 1) return [];
      const open = (at: number): boolean[] => xs.slice(1).map((x, index) => !covers(across, at, (x + (xs[index] ?? 0)) / 2));
      return [
        {
          xs,
          ys,
          cells: joinFields({ xs, ys, flats: across, uprights: down }),
          openAbove: open(ys[0] ?? 0),
          openBelow: open(ys.at(-1) ?? 0),
        },
      ];
    })
    .toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}
