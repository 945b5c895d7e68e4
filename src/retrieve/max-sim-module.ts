/**
 * MaxSim with 128-bit vector instructions; about twenty times as fast as loops over an Int8Array, which
 * `tests/retrieve/max-sim.test.ts` compares it with.
 *
 *   for each question row: best = max over passage rows of dot(question row, passage row); total += best
 *
 * Bytes are -127..127, so that two products added stay within 16 bits (2 × 16,129 < 32,768).
 */
import { add, compileFunction, constant, get, loadVector, op, repeat, set, simd, vectorZero } from "../base/webassembly-function.ts";

const local = {
  questionRows: 0,
  passage: 1,
  passageRows: 2,
  dimensions: 3,
  total: 4,
  row: 5,
  questionPlace: 6,
  best: 7,
  passagePlace: 8,
  passageEnd: 9,
  position: 10,
  dot: 11,
  sum: 12,
  left: 13,
  right: 14,
} as const;

const extractLane = (lane: number): number[] => simd(0x1b, lane);
const multiplyLow = simd(0x9c);
const multiplyHigh = simd(0x9d);
const addShorts = simd(0x8e);
const addPairs = simd(0x7e);
const addInts = simd(0xae);
/** -2^31: below every dot product. */
const lowest = [op.i32Const, 0x80, 0x80, 0x80, 0x80, 0x78];

/** sum += products of 16 bytes of both rows at `position`. */
const multiplyAdd = [
  ...add(get(local.questionPlace), get(local.position)),
  ...loadVector(),
  ...set(local.left),
  ...add(get(local.passagePlace), get(local.position)),
  ...loadVector(),
  ...set(local.right),
  ...get(local.left),
  ...get(local.right),
  ...multiplyLow,
  ...get(local.left),
  ...get(local.right),
  ...multiplyHigh,
  ...addShorts,
  ...addPairs,
  ...get(local.sum),
  ...addInts,
  ...set(local.sum),
];

const dotProduct = [
  ...vectorZero,
  ...set(local.sum),
  ...constant(0),
  ...set(local.position),
  ...repeat(multiplyAdd, { local: local.position, step: constant(16), limit: get(local.dimensions) }),
  ...get(local.sum),
  ...extractLane(0),
  ...get(local.sum),
  ...extractLane(1),
  op.i32Add,
  ...get(local.sum),
  ...extractLane(2),
  op.i32Add,
  ...get(local.sum),
  ...extractLane(3),
  op.i32Add,
  ...set(local.dot),
];

const bestOfPassage = [
  ...dotProduct,
  ...get(local.dot),
  ...get(local.best),
  ...get(local.dot),
  ...get(local.best),
  op.i32GtS,
  op.select,
  ...set(local.best),
];

const sumOverQuestion = [
  ...lowest,
  ...set(local.best),
  ...get(local.passage),
  ...set(local.passagePlace),
  ...repeat(bestOfPassage, { local: local.passagePlace, step: get(local.dimensions), limit: get(local.passageEnd) }),
  ...add(get(local.total), get(local.best)),
  ...set(local.total),
  ...add(get(local.questionPlace), get(local.dimensions)),
  ...set(local.questionPlace),
];

const body = [
  ...add(get(local.passage), [...get(local.passageRows), ...get(local.dimensions), op.i32Mul]),
  ...set(local.passageEnd),
  ...repeat(sumOverQuestion, { local: local.row, step: constant(1), limit: get(local.questionRows) }),
  ...get(local.total),
];

export interface MaxSimArguments {
  /** The question's rows lie at the beginning of the memory; at least 1. */
  readonly questionRows: number;
  readonly passageOffset: number;
  /** At least 1. */
  readonly passageRows: number;
  /** A multiple of 16. */
  readonly dimensions: number;
}

/** Sum over question rows of the best dot product, in units of 127². */
export function compileMaxSim(memory: WebAssembly.Memory): (input: MaxSimArguments) => number {
  const run = compileFunction({ memory, parameters: 4, integers: 8, vectors: 3, hasResult: true, body });
  return ({ questionRows, passageOffset, passageRows, dimensions }) => run(questionRows, passageOffset, passageRows, dimensions);
}
