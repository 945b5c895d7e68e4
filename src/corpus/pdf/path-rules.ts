/** The straight rules in a drawn path: stroked lines and rectangles, and rectangles so thin that they are lines. */
import type { Rule } from "./layout/page-content.ts";
import { apply, isList, type Matrix } from "./matrix.ts";

/** A filled shape up to this thick is a line, and a line at least this long counts, in points. */
const THICKEST = 3;
const SHORTEST = 4;
/** A line may lean this much over its length and still be straight. */
const LEANING = 0.7;
/** More segments than a page of ruled tables needs: the rest of a map or a logo is not looked at. */
const MAX_SEGMENTS = 20_000;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Numbers of coordinates after each of pdf.js's path codes: move, line, cubic, quadratic, close. */
const COORDINATES = [2, 2, 6, 4, 0];

function subpaths(path: ArrayLike<unknown>, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  for (let at = 0; at < path.length && at < MAX_SEGMENTS;) {
    const code = Number(path[at]);
    const count = COORDINATES[code];
    if (count === undefined) break;
    if (code === 0) {
      if (current.length > 1) found.push(current);
      current = [];
    }
    const first = current[0];
    if (code === 4 && first !== undefined) current.push(first);
    else if (count > 0) current.push(apply(matrix, Number(path[at + count - 1]), Number(path[at + count])));
    at += 1 + count;
  }
  if (current.length > 1) found.push(current);
  return found;
}

function ruleBetween(one: Point, two: Point): Rule[] {
  const [width, height] = [Math.abs(one.x - two.x), Math.abs(one.y - two.y)];
  if (height <= LEANING && width >= SHORTEST)
    return [{ direction: "horizontal", at: (one.y + two.y) / 2, from: Math.min(one.x, two.x), to: Math.max(one.x, two.x) }];
  if (width <= LEANING && height >= SHORTEST)
    return [{ direction: "vertical", at: (one.x + two.x) / 2, from: Math.min(one.y, two.y), to: Math.max(one.y, two.y) }];
  return [];
}

/** @param input.path codes and coordinates as pdf.js hands them over; anything else gives no rule. */
export function rulesOfPath(input: { path: unknown; stroked: boolean; matrix: Matrix }): Rule[] {
  const { path, stroked, matrix } = input;
  if (!isList(path)) return [];
  return subpaths(path, matrix).flatMap((points) => {
    const [left, right] = [Math.min(...points.map((point) => point.x)), Math.max(...points.map((point) => point.x))];
    const [top, bottom] = [Math.min(...points.map((point) => point.y)), Math.max(...points.map((point) => point.y))];
    const [width, height] = [right - left, bottom - top];
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    if (Math.min(width, height) <= THICKEST) {
      return width >= height
        ? ruleBetween({ x: left, y: middle.y }, { x: right, y: middle.y })
        : ruleBetween({ x: middle.x, y: top }, { x: middle.x, y: bottom });
    }
    return stroked ? points.slice(1).flatMap((point, index) => ruleBetween(points[index] ?? point, point)) : [];
  });
}
