/**
 * The words of ruled tables. Read as a whole page, lines of neighbouring cells run into each other and words lose the
 * spaces between them, and a number alone in its column is passed over. So each column is cut out, the columns are set
 * one under the other in one narrow picture, and that is read as a single block.
 */
import { findGrids, type Grid, type GridCell } from "../pdf/layout/find-grids.ts";
import { groupBy } from "../pdf/layout/group-by.ts";
import type { Rule } from "../pdf/layout/page-content.ts";
import type { GreyPicture, OcrEngine, RecognisedWord } from "./ocr-engine.ts";

/** Points left out at a cell's border, where its rules stand. */
const BORDER = 0.4;
/** Points of white around and between what is cut out. */
const MARGIN = 12;
/** Rows of pixels that one picture may have; the engine takes no more than 32,767. */
const MAX_ROWS = 24_000;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cells over one another, and where their strip lies in the stacked picture. */
interface Strip {
  readonly cells: readonly Box[];
  readonly box: Box;
  readonly top: number;
}

function pixelBox(cell: GridCell, { width, height, dpi }: GreyPicture): Box {
  const point = dpi / 72;
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
  return {
    left: clamp((cell.left + BORDER) * point, width),
    right: clamp((cell.right - BORDER) * point, width),
    top: clamp((cell.top + BORDER) * point, height),
    bottom: clamp((cell.bottom - BORDER) * point, height),
  };
}

/** Cells of the same columns make a strip. */
function stackStrips(grid: Grid, picture: GreyPicture): Strip[] {
  const margin = Math.round((MARGIN * picture.dpi) / 72);
  let top = margin;
  return [...groupBy(grid.cells, (cell) => `${String(cell.column)}+${String(cell.columns)}`).values()].flatMap((group) => {
    const cells = group.map((cell) => pixelBox(cell, picture)).filter((box) => box.right - box.left > 4 && box.bottom - box.top > 4);
    const first = cells[0];
    if (first === undefined) return [];
    const box = {
      left: first.left,
      right: first.right,
      top: Math.min(...cells.map((cell) => cell.top)),
      bottom: Math.max(...cells.map((cell) => cell.bottom)),
    };
    const strip = { cells, box, top };
    top += box.bottom - box.top + margin;
    return [strip];
  });
}

function drawStrips(strips: readonly Strip[], picture: GreyPicture): GreyPicture {
  const margin = Math.round((MARGIN * picture.dpi) / 72);
  const last = strips.at(-1);
  const width = Math.max(...strips.map(({ box }) => box.right - box.left)) + 2 * margin;
  const height = last === undefined ? 1 : last.top + last.box.bottom - last.box.top + margin;
  const data = new Uint8Array(width * height).fill(255);
  for (const { cells, box, top } of strips) {
    for (const cell of cells) {
      for (let y = cell.top; y < cell.bottom; y++) {
        data.set(
          picture.data.subarray(y * picture.width + cell.left, y * picture.width + cell.right),
          (top + y - box.top) * width + margin + cell.left - box.left,
        );
      }
    }
  }
  return { width, height, dpi: picture.dpi, data };
}

/** Strips that together fit into one picture. */
function inPictures(strips: readonly Strip[]): Strip[][] {
  const pictures: Strip[][] = [];
  let start = 0;
  for (const strip of strips) {
    const height = strip.top + strip.box.bottom - strip.box.top - start;
    const current = pictures.at(-1);
    if (current === undefined || height > MAX_ROWS) {
      start = strip.top;
      pictures.push([strip]);
    } else current.push(strip);
  }
  return pictures.map((group) => group.map((strip) => ({ ...strip, top: strip.top - (group[0]?.top ?? 0) + 20 })));
}

/** Words of all tables, each line within its cell. @param input.rules of the picture, in points. */
export async function readTableCells(input: {
  picture: GreyPicture;
  rules: readonly Rule[];
  engine: OcrEngine;
  firstLine: number;
}): Promise<RecognisedWord[]> {
  const { picture, rules, engine } = input;
  const margin = Math.round((MARGIN * picture.dpi) / 72);
  const words: RecognisedWord[] = [];
  let firstLine = input.firstLine;
  for (const grid of findGrids(rules)) {
    for (const strips of inPictures(stackStrips(grid, picture))) {
      const read = await engine.recognise(drawStrips(strips, picture), "block");
      for (const word of read) {
        const middle = (word.top + word.bottom) / 2;
        const strip = strips.findLast((candidate) => middle >= candidate.top);
        if (strip === undefined) continue;
        const [right, down] = [strip.box.left - margin, strip.box.top - strip.top];
        words.push({
          ...word,
          left: word.left + right,
          right: word.right + right,
          top: word.top + down,
          bottom: word.bottom + down,
          line: firstLine + word.line,
        });
      }
      firstLine += read.length + 1;
    }
  }
  return words;
}

/** True for a word that stands in one of the tables. */
export function isInTable(word: RecognisedWord, grids: readonly Grid[], dpi: number): boolean {
  const [x, y] = [((word.left + word.right) * 36) / dpi, ((word.top + word.bottom) * 36) / dpi];
  return grids.some((grid) => x > (grid.xs[0] ?? 0) && x < (grid.xs.at(-1) ?? 0) && y > (grid.ys[0] ?? 0) && y < (grid.ys.at(-1) ?? 0));
}
