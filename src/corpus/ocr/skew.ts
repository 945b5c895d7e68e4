/**
 * How much a scanned page leans, and whether it lies on its side. Lines of text make the rows of an upright page alternate
 * between dark and light; the angle at which they do so most is the page's.
 */
import type { GreyPicture } from "./ocr-engine.ts";

/** Degrees looked at on either side, and the steps of the two passes. */
const WIDEST = 6;
const COARSE = 0.5;
const FINE = 0.05;
/** The picture is looked at in this many columns of pixels. */
const LOOK_WIDTH = 900;
/** Darker than this part of the page's mean is ink. */
const INK = 0.75;

interface InkPoint {
  readonly x: number;
  readonly y: number;
}

/** Points of ink of the picture made small. */
function inkPoints({ width, height, data }: GreyPicture): { points: InkPoint[]; width: number; height: number } {
  const step = Math.max(1, Math.floor(width / LOOK_WIDTH));
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const small = new Uint8Array(columns * rows);
  let sum = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      // The darkest of the field, so that thin strokes stay.
      let value = 255;
      for (let k = 0; k < step; k++) value = Math.min(value, data[(y * step + k) * width + x * step + k] ?? 255);
      small[y * columns + x] = value;
      sum += value;
    }
  }
  const limit = INK * (sum / Math.max(1, small.length));
  const points: InkPoint[] = [];
  for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) if ((small[y * columns + x] ?? 255) < limit) points.push({ x, y });
  return { points, width: columns, height: rows };
}

/** How strongly the rows alternate when the page is turned by an angle: the sum of squared steps between rows. */
function alternation(input: { points: readonly InkPoint[]; extent: number; degrees: number; across: boolean }): number {
  const { points, extent, degrees, across } = input;
  const slope = Math.tan((degrees * Math.PI) / 180);
  const counts = new Float64Array(extent * 2);
  for (const { x, y } of points) {
    const row = Math.round(across ? y - x * slope : x + y * slope) + Math.floor(extent / 2);
    if (row >= 0 && row < counts.length) counts[row] = (counts[row] ?? 0) + 1;
  }
  let strength = 0;
  for (let row = 1; row < counts.length; row++) strength += ((counts[row] ?? 0) - (counts[row - 1] ?? 0)) ** 2;
  return strength;
}

/** True when the lines of text run up or down the picture. */
export function liesOnItsSide(picture: GreyPicture): boolean {
  const { points, width, height } = inkPoints(picture);
  const best = (across: boolean, extent: number): number =>
    Math.max(...[-1, -0.5, 0, 0.5, 1].map((degrees) => alternation({ points, extent, degrees, across })));
  return best(false, width) > 1.3 * best(true, height);
}

/** Degrees by which the lines of a picture fall to the right; 0 for a page without lines. */
export function skewOf(picture: GreyPicture): number {
  const { points, height } = inkPoints(picture);
  if (points.length < 200) return 0;
  const strengthAt = (degrees: number): number => alternation({ points, extent: height, degrees, across: true });
  let best = { degrees: 0, strength: strengthAt(0) };
  const look = (from: number, to: number, step: number): void => {
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const strength = strengthAt(degrees);
      if (strength > best.strength) best = { degrees, strength };
    }
  };
  look(-WIDEST, WIDEST, COARSE);
  look(best.degrees - COARSE, best.degrees + COARSE, FINE);
  return Math.abs(best.degrees) < FINE * 1.5 ? 0 : best.degrees;
}
