/** Straight rules in the picture of an upright page: long unbroken runs of ink, as tables are ruled with. */
import { findGrids } from "../pdf/layout/find-grids.ts";
import type { Rule } from "../pdf/layout/page-content.ts";
import type { GreyPicture } from "./ocr-engine.ts";

/** Shortest rule in points: higher than any letter of a plan. */
const SHORTEST = 21;
/** A shorter one still parts two cells of a low row when it runs from one rule to the next. */
const SHORTEST_BETWEEN = 11;
/** Points by which the ends of rules may miss each other. */
const NEAR = 3;
/** Thickest rule in points. */
const THICKEST = 6;
/** Holes in points that dust and compression leave in a rule. */
const HOLE = 0.8;
/** Points on either side of a table's rule that are wiped with it. */
const ERASED = 0.5;
/** Rows of pixels that are looked at together, for a rule that still leans a little. */
const THICK = 3;
/** Points beside a rule at which at most this part may be ink. */
const BESIDE = 1.6;
const CROWDED = 0.3;
/** Darker than this part of the paper is ink; hairlines are grey in a coarse scan. */
const INK = 0.72;

/** A run of ink along one row (or column) of pixels. */
interface InkRun {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const limits = new WeakMap<Uint8Array, number>();

/** The grey below which a pixel is ink: told by the paper, the grey that most pixels have. */
function inkOf({ data }: GreyPicture): number {
  const known = limits.get(data);
  if (known !== undefined) return known;
  const counts = new Uint32Array(256);
  const step = Math.max(1, Math.floor(data.length / 200_000));
  for (let at = 0; at < data.length; at += step) {
    const value = data[at] ?? 255;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  let seen = 0;
  let paper = 0;
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  while (paper < 255 && seen + (counts[paper] ?? 0) < half) seen += counts[paper++] ?? 0;
  limits.set(data, paper * INK);
  return paper * INK;
}

/** Long runs along rows, or along columns when `down`. */
function longRuns({ width, height, dpi, data }: GreyPicture, down: boolean): InkRun[] {
  const shortest = ((down ? SHORTEST_BETWEEN : SHORTEST) * dpi) / 72;
  const hole = (HOLE * dpi) / 72;
  const [lanes, length] = down ? [width, height] : [height, width];
  const step = down ? width : 1;
  const lane = down ? 1 : width;
  const ink = inkOf({ width, height, dpi, data });
  const runs: InkRun[] = [];
  for (let at = 0; at + THICK <= lanes; at += 2) {
    let from = -1;
    let last = -1;
    for (let along = 0; along <= length; along++) {
      let dark = false;
      if (along < length) for (let k = 0; k < THICK && !dark; k++) dark = (data[(at + k) * lane + along * step] ?? 255) < ink;
      if (dark) {
        if (from === -1) from = along;
        last = along;
      } else if (from !== -1 && (along - last > hole || along === length)) {
        if (last - from >= shortest) runs.push({ at: at + 1, from, to: last });
        from = -1;
      }
    }
  }
  return runs;
}

/** Runs on neighbouring rows are one rule; what is thicker than a rule, as a seal or a picture, is none. */
function joinRuns(runs: readonly InkRun[], thickest: number): (InkRun & { readonly thick: number })[] {
  const rules: { first: number; last: number; from: number; to: number }[] = [];
  for (const run of runs) {
    const rule = rules.findLast((other) => run.at - other.last <= 4 && run.from <= other.to + 4 && run.to >= other.from - 4);
    if (rule === undefined) rules.push({ first: run.at, last: run.at, from: run.from, to: run.to });
    else {
      rule.last = run.at;
      rule.from = Math.min(rule.from, run.from);
      rule.to = Math.max(rule.to, run.to);
    }
  }
  return rules
    .filter((rule) => rule.last - rule.first <= thickest)
    .map((rule) => ({ at: (rule.first + rule.last) / 2, from: rule.from, to: rule.to, thick: rule.last - rule.first + THICK }));
}

/**
 * True for a run that stands free: the foot of a line of letters is nearly unbroken too in a coarse scan, but letters
 * stand on it.
 */
function standsFree(input: { picture: GreyPicture; run: InkRun; thick: number; down: boolean }): boolean {
  const { picture, run, thick, down } = input;
  const away = Math.round(thick / 2 + (BESIDE * picture.dpi) / 72);
  const limit = inkOf(picture);
  return [run.at - away, run.at + away].every((lane) => {
    if (lane < 0 || lane >= (down ? picture.width : picture.height)) return true;
    let ink = 0;
    for (let along = run.from; along <= run.to; along++) {
      const [x, y] = down ? [Math.round(lane), along] : [along, Math.round(lane)];
      if ((picture.data[y * picture.width + x] ?? 255) < limit) ink++;
    }
    return ink <= CROWDED * (run.to - run.from + 1);
  });
}

/** Rules in points, as the layout wants them. */
export function findPictureRules(picture: GreyPicture): Rule[] {
  const point = picture.dpi / 72;
  const rulesOf = (down: boolean): Rule[] =>
    joinRuns(longRuns(picture, down), THICKEST * point)
      .filter((run) => standsFree({ picture, run, thick: run.thick, down }))
      .map((run) => ({ direction: down ? "vertical" : "horizontal", at: run.at / point, from: run.from / point, to: run.to / point }));
  const flats = rulesOf(false);
  const meetsFlat = (x: number, y: number): boolean =>
    flats.some((flat) => Math.abs(flat.at - y) <= NEAR && flat.from <= x + NEAR && flat.to >= x - NEAR);
  const uprights = rulesOf(true).filter(
    (rule) => rule.to - rule.from >= SHORTEST || (meetsFlat(rule.at, rule.from) && meetsFlat(rule.at, rule.to)),
  );
  return [...flats, ...uprights];
}

/**
 * The picture without the rules of its tables: the engine takes them for letters where they touch some. Other straight
 * strokes stay, for a serif line of a word is one too.
 */
export function withoutTableRules(picture: GreyPicture, rules: readonly Rule[]): GreyPicture {
  const grids = findGrids(rules);
  if (grids.length === 0) return picture;
  const data = picture.data.slice();
  const point = picture.dpi / 72;
  const reach = Math.ceil(ERASED * point);
  const near = (values: readonly number[], at: number): boolean => values.some((value) => Math.abs(value - at) <= 4);
  for (const rule of rules) {
    const down = rule.direction === "vertical";
    const inGrid = grids.some((grid) => {
      const [own, other] = down ? [grid.xs, grid.ys] : [grid.ys, grid.xs];
      return near(own, rule.at) && rule.to > (other[0] ?? 0) && rule.from < (other.at(-1) ?? 0);
    });
    if (!inGrid) continue;
    const middle = Math.round(rule.at * point);
    for (let along = Math.max(0, Math.floor(rule.from * point) - reach); along <= rule.to * point + reach; along++) {
      for (let across = middle - reach; across <= middle + reach; across++) {
        const [x, y] = down ? [across, along] : [along, across];
        if (x >= 0 && x < picture.width && y >= 0 && y < picture.height) data[y * picture.width + x] = 255;
      }
    }
  }
  return { ...picture, data };
}
