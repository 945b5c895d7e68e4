/** A page's marks turned so that most of its text stands upright; what still leans is kept apart. */
import { groupBy } from "./layout/group-by.ts";
import { makeWords } from "./glyph-words.ts";
import type { PageContent, Rule } from "./layout/page-content.ts";
import type { Glyph, PageMarks } from "./page-marks.ts";

/** Degrees that a crooked line may lean and still be read as upright. */
const CROOKED = 5;

type Quarter = 0 | 90 | 180 | 270;

const quarterOf = (angle: number): Quarter | null => {
  const turned = ((angle % 360) + 360) % 360;
  for (const quarter of [0, 90, 180, 270] as const)
    if (Math.min(Math.abs(turned - quarter), 360 - Math.abs(turned - quarter)) <= CROOKED) return quarter;
  return null;
};

/** The direction of most glyphs. */
function mainQuarter(glyphs: readonly Glyph[]): Quarter {
  const counts = new Map<Quarter, number>([[0, 0.5]]);
  for (const glyph of glyphs) {
    const quarter = glyph.space ? null : quarterOf(glyph.angle);
    if (quarter !== null) counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Where a point lies when the page is turned back by a quarter. */
function turn(input: { x: number; y: number; quarter: Quarter; marks: PageMarks }): { x: number; y: number } {
  const { x, y, quarter, marks } = input;
  switch (quarter) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: marks.width - x };
    case 180:
      return { x: marks.width - x, y: marks.height - y };
    default:
      return { x: marks.height - y, y: x };
  }
}

function turnGlyphs(input: { glyphs: readonly Glyph[]; quarter: Quarter; marks: PageMarks }): Glyph[] {
  const { glyphs, quarter, marks } = input;
  if (quarter === 0) return [...glyphs];
  return glyphs.map((glyph) => {
    const { x, y } = turn({ x: glyph.x, y: glyph.baseline, quarter, marks });
    return { ...glyph, x, end: x + (glyph.end - glyph.x), baseline: y, angle: glyph.angle - quarter };
  });
}

function turnRule(input: { rule: Rule; quarter: Quarter; marks: PageMarks }): Rule {
  const { rule, quarter, marks } = input;
  const flat = rule.direction === "horizontal";
  const one = turn({ x: flat ? rule.from : rule.at, y: flat ? rule.at : rule.from, quarter, marks });
  const two = turn({ x: flat ? rule.to : rule.at, y: flat ? rule.at : rule.to, quarter, marks });
  const lies = Math.abs(one.y - two.y) < Math.abs(one.x - two.x);
  return lies
    ? { direction: "horizontal", at: one.y, from: Math.min(one.x, two.x), to: Math.max(one.x, two.x) }
    : { direction: "vertical", at: one.x, from: Math.min(one.y, two.y), to: Math.max(one.y, two.y) };
}

const linesOf = (words: ReturnType<typeof makeWords>): string[] => {
  const lines = new Map<number, string>();
  for (const word of words) lines.set(word.baseline, `${lines.get(word.baseline) ?? ""} ${word.text}`.trim());
  return [...lines.values()];
};

/** Text at an angle, read along its own direction. */
function slantedLines(glyphs: readonly Glyph[]): string[] {
  const byAngle = groupBy(glyphs, (glyph) => Math.round(glyph.angle / 3));
  return [...byAngle.values()].flatMap((group) => {
    const [sine, cosine] = [Math.sin(((group[0]?.angle ?? 0) * Math.PI) / 180), Math.cos(((group[0]?.angle ?? 0) * Math.PI) / 180)];
    const turned = group.map((glyph) => {
      const x = glyph.x * cosine + glyph.baseline * sine;
      return { ...glyph, x, end: x + glyph.end - glyph.x, baseline: glyph.baseline * cosine - glyph.x * sine, angle: 0 };
    });
    return linesOf(makeWords(turned));
  });
}

/** @param input.number the page's number from 1. */
export function uprightPage({ marks, number }: { marks: PageMarks; number: number }): PageContent {
  const quarter = mainQuarter(marks.glyphs);
  const onPage = marks.glyphs.filter(
    (glyph) => glyph.end > 0 && glyph.x < marks.width && glyph.baseline > 0 && glyph.baseline < marks.height + glyph.size,
  );
  const glyphs = turnGlyphs({ glyphs: onPage, quarter, marks });
  const upright = glyphs.filter((glyph) => quarterOf(glyph.angle) === 0);
  const slanted = glyphs.filter((glyph) => quarterOf(glyph.angle) !== 0);
  const sideways = quarter === 90 || quarter === 270;
  return {
    number,
    width: sideways ? marks.height : marks.width,
    height: sideways ? marks.width : marks.height,
    words: makeWords(upright),
    rules: marks.rules.map((rule) => turnRule({ rule, quarter, marks })),
    slanted: slantedLines(slanted),
  };
}
