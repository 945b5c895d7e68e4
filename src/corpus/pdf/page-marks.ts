/**
 * What a page draws: every glyph with its place, straight rules, and how much of the page pictures cover.
 *
 * pdf.js's own text items are not used: programs that split a font in two (LibreOffice does for Vietnamese) draw the
 * plain letters of a line first and those with marks afterwards, and the items then hold words with holes. Single glyphs
 * with their places can be put in order.
 */
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Rule } from "./layout/page-content.ts";
import { apply, combine, IDENTITY, readMatrix, type Matrix } from "./matrix.ts";
import { rulesOfPath } from "./path-rules.ts";

export interface Glyph {
  readonly text: string;
  /** Where the pen stands before and after it. */
  readonly x: number;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly space: boolean;
  /** Direction of the writing in degrees, 0 for upright, clockwise. */
  readonly angle: number;
}

export interface PageMarks {
  readonly width: number;
  readonly height: number;
  /** In the order of drawing. */
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Part of the page (0..1) that its largest picture covers. */
  readonly pictured: number;
}

interface Font {
  readonly scale: number;
  readonly bold: boolean;
  readonly vertical: boolean;
}

interface State {
  readonly matrix: Matrix;
  readonly font: Font;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly horizontal: number;
  readonly leading: number;
  readonly rise: number;
}

const NO_FONT: Font = { scale: 0.001, bold: false, vertical: false };
const START: State = { matrix: IDENTITY, font: NO_FONT, fontSize: 1, charSpacing: 0, wordSpacing: 0, horizontal: 1, leading: 0, rise: 0 };

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}
const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);

/** A font as pdf.js made it out; its name tells bold where its tables do not. */
function readFont(page: PDFPageProxy, name: unknown): Font {
  if (typeof name !== "string" || !page.commonObjs.has(name)) return NO_FONT;
  const font: unknown = page.commonObjs.get(name);
  const matrix = readMatrix(field(font, "fontMatrix"));
  const fontName = field(font, "name");
  return {
    scale: matrix === null || matrix[0] === 0 ? NO_FONT.scale : matrix[0],
    bold:
      field(font, "bold") === true || field(font, "black") === true || /bold|black/iu.test(typeof fontName === "string" ? fontName : ""),
    vertical: field(font, "vertical") === true,
  };
}

/** Runs through a page's drawing operations. */
export async function readPageMarks(page: PDFPageProxy): Promise<PageMarks> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  const fonts = new Map<unknown, Font>();
  const saved: State[] = [];
  let state: State = { ...START, matrix: readMatrix(viewport.transform) ?? IDENTITY };
  let text: Matrix = IDENTITY;
  let pen = { x: 0, y: 0, lineX: 0, lineY: 0 };
  let pictured = 0;

  const picture = (): void => {
    const [a, b, c, d] = state.matrix;
    pictured = Math.max(pictured, Math.abs(a * d - b * c) / (viewport.width * viewport.height));
  };
  const moveText = (x: number, y: number): void => {
    pen = { x: pen.lineX + x, y: pen.lineY + y, lineX: pen.lineX + x, lineY: pen.lineY + y };
  };
  const show = (items: unknown): void => {
    if (!Array.isArray(items) || state.font.vertical) return;
    const matrix = combine(state.matrix, text);
    const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
    const size = Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3]);
    const advance = (units: number): void => {
      pen = { ...pen, x: pen.x + units * state.horizontal };
    };
    for (const item of items as readonly unknown[]) {
      if (typeof item === "number") {
        advance((-item * state.fontSize) / 1000);
        continue;
      }
      const unicode = field(item, "unicode");
      // Of code 32, which word spacing applies to; in a subset font it may be any letter.
      const spaced = field(item, "isSpace") === true;
      const from = apply(matrix, pen.x, pen.y + state.rise);
      advance(number(field(item, "width")) * state.font.scale * state.fontSize + state.charSpacing + (spaced ? state.wordSpacing : 0));
      const to = apply(matrix, pen.x, pen.y + state.rise);
      if (typeof unicode !== "string" || size === 0) continue;
      glyphs.push({
        text: unicode,
        x: from.x,
        end: from.x + Math.hypot(to.x - from.x, to.y - from.y),
        baseline: from.y,
        size,
        bold: state.font.bold,
        space: unicode.trim() === "",
        angle,
      });
    }
  };

  list.fnArray.forEach((operation, index) => {
    const given: unknown = list.argsArray[index];
    const values: readonly unknown[] = Array.isArray(given) ? given : [];
    switch (operation) {
      case OPS.save:
        saved.push(state);
        break;
      case OPS.restore:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        state = { ...state, matrix: combine(state.matrix, readMatrix(given) ?? IDENTITY) };
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(state);
        state = { ...state, matrix: combine(state.matrix, readMatrix(values[0]) ?? IDENTITY) };
        break;
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.beginText:
        text = IDENTITY;
        pen = { x: 0, y: 0, lineX: 0, lineY: 0 };
        break;
      case OPS.setFont: {
        const font = fonts.get(values[0]) ?? readFont(page, values[0]);
        fonts.set(values[0], font);
        state = { ...state, font, fontSize: number(values[1]) };
        break;
      }
      case OPS.setCharSpacing:
        state = { ...state, charSpacing: number(values[0]) };
        break;
      case OPS.setWordSpacing:
        state = { ...state, wordSpacing: number(values[0]) };
        break;
      case OPS.setHScale:
        state = { ...state, horizontal: number(values[0]) / 100 };
        break;
      case OPS.setLeading:
        state = { ...state, leading: number(values[0]) };
        break;
      case OPS.setTextRise:
        state = { ...state, rise: number(values[0]) };
        break;
      case OPS.setTextMatrix:
        text = readMatrix(values.length === 1 ? values[0] : given) ?? IDENTITY;
        pen = { x: 0, y: 0, lineX: 0, lineY: 0 };
        break;
      case OPS.moveText:
        moveText(number(values[0]), number(values[1]));
        break;
      case OPS.setLeadingMoveText:
        state = { ...state, leading: -number(values[1]) };
        moveText(number(values[0]), number(values[1]));
        break;
      case OPS.nextLine:
        moveText(0, -state.leading);
        break;
      case OPS.showText:
        show(values[0]);
        break;
      case OPS.constructPath: {
        const stroked = (
          [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke] as unknown[]
        ).includes(values[0]);
        const filled = ([OPS.fill, OPS.eoFill] as unknown[]).includes(values[0]);
        if (stroked || filled) rules.push(...rulesOfPath({ path: field(values[1], "0"), stroked, matrix: state.matrix }));
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        picture();
        break;
      default:
    }
  });
  return { width: viewport.width, height: viewport.height, glyphs, rules, pictured };
}
