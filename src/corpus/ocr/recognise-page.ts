/** The picture of a page → its words and rules, as the layout wants them. */
import type { PageContent, Word } from "../pdf/layout/page-content.ts";
import { groupBy } from "../pdf/layout/group-by.ts";
import { median, quantile } from "../pdf/layout/page-content.ts";
import type { GreyPicture, OcrEngine, RecognisedWord } from "./ocr-engine.ts";
import { findPictureRules, withoutTableRules } from "./picture-rules.ts";
import { isInTable, readTableCells } from "./table-cells.ts";
import { findGrids } from "../pdf/layout/find-grids.ts";
import { straightenPicture, turnPicture } from "./prepare-picture.ts";

/** Below this mean confidence a page may stand on its head. */
const UPSIDE_DOWN = 0.6;
/** Font size in parts of the height of a line from its highest mark to its lowest. */
const SIZE_OF_HEIGHT = 0.88;
/** Lines whose height differs less than this from the page's usual one are set in its font. */
const SAME_FONT = 0.3;

/** Specks, rests of rules and the like, which the engine makes points and strokes of. */
const SPECK = /^[^\p{L}\p{N}]+$/u;
const KEPT_MARK = /^[-–+•*.,;:()"“”/%…]$|^\.\/\.$|^\.{2,}$|^-{3,}$/u;
const SPECK_CONFIDENCE = 0.5;

const isSpeck = (word: RecognisedWord): boolean =>
  SPECK.test(word.text) && (!KEPT_MARK.test(word.text) || word.confidence < SPECK_CONFIDENCE);

/** Mean confidence, weighted by length; 0 for a page without words. */
export function meanConfidence(words: readonly { readonly text: string; readonly confidence: number }[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}

/** Where the letters of a line stand, and how large they are, in pixels. */
function lineMeasures(words: readonly RecognisedWord[]): { baseline: number; height: number } {
  const bottom = quantile(
    words.map((word) => word.bottom),
    0.35,
  );
  // A speck or the rest of a rule taken into one word must not make the whole line tall.
  return {
    baseline: bottom,
    height:
      quantile(
        words.map((word) => word.bottom),
        0.85,
      ) -
      quantile(
        words.map((word) => word.top),
        0.15,
      ),
  };
}

/** @param points points in a pixel. */
function placeWords(recognised: readonly RecognisedWord[], points: number): Word[] {
  const lines = [...groupBy(recognised, (word) => word.line).values()].map((words) => ({ words, ...lineMeasures(words) }));
  const usual = median(lines.flatMap((line) => line.words.map(() => line.height)));
  return lines.flatMap(({ words, baseline, height }) => {
    const pixels = Math.abs(height - usual) <= SAME_FONT * usual ? usual : height;
    return words.map((word) => ({
      text: word.text,
      left: word.left * points,
      right: word.right * points,
      baseline: baseline * points,
      size: pixels * SIZE_OF_HEIGHT * points,
      bold: false,
      confidence: word.confidence,
    }));
  });
}

/** Reads one page. A blank page gives a page without words. @param input.number the page's number from 1. */
export async function recognisePage(input: { picture: GreyPicture; engine: OcrEngine; number: number }): Promise<PageContent> {
  const { engine, number } = input;
  let picture = await straightenPicture(input.picture);
  let rules = findPictureRules(picture);
  let words = await engine.recognise(withoutTableRules(picture, rules), "page");
  if (words.length > 0 && meanConfidence(words) < UPSIDE_DOWN) {
    const turned = await turnPicture(picture, 180);
    const turnedRules = findPictureRules(turned);
    const others = await engine.recognise(withoutTableRules(turned, turnedRules), "page");
    if (meanConfidence(others) > meanConfidence(words) + 0.1) [picture, rules, words] = [turned, turnedRules, others];
  }
  const found = words.filter((word) => !isSpeck(word));
  const grids = findGrids(rules);
  const outside = found.filter((word) => !isInTable(word, grids, picture.dpi));
  const inside = await readTableCells({ picture: withoutTableRules(picture, rules), rules, engine, firstLine: found.length });
  const points = 72 / picture.dpi;
  return {
    number,
    width: picture.width * points,
    height: picture.height * points,
    words: placeWords([...outside, ...inside.filter((word) => !isSpeck(word))], points),
    rules,
    slanted: [],
  };
}
