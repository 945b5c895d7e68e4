/**
 * Late interaction (ColBERT's MaxSim, Khattab and Zaharia 2020): every token of the question looks for the token of
 * the passage that is most like it; the mean of these likenesses is the score.
 *
 * Rows are unit vectors scaled to int8, where 127 is 1.0.
 */
import { reserveMemory } from "../base/webassembly-function.ts";
import { compileMaxSim } from "./max-sim-module.ts";

export interface TokenRows {
  readonly values: Int8Array;
  /** First and last (exclusive) row. */
  readonly start: number;
  readonly end: number;
}

export interface MaxSim {
  /** Mean over the question's tokens of the best cosine, -1..1; 0 when either side has no token. */
  score(passage: TokenRows): number;
}

const unit = 127 * 127;

/** The definition in plain loops: the reference for the quick way, and the way for sizes that are no multiple of 16. */
export function plainMaxSim(question: Int8Array, dimensions: number): MaxSim {
  const questionRows = question.length / dimensions;
  return {
    score({ values, start, end }) {
      if (questionRows === 0 || start >= end) return 0;
      let total = 0;
      for (let q = 0; q < questionRows; q += 1) {
        let best = -Infinity;
        for (let row = start; row < end; row += 1) {
          let dot = 0;
          for (let d = 0; d < dimensions; d += 1) dot += (question[q * dimensions + d] ?? 0) * (values[row * dimensions + d] ?? 0);
          if (dot > best) best = dot;
        }
        total += best;
      }
      return total / questionRows / unit;
    },
  };
}

export interface MaxSimEngine {
  /** Sets the question that the passages are then compared with. */
  ask(question: Int8Array): MaxSim;
}

/** @param dimensions length of a token vector. Multiples of 16 run on the processor's vector instructions. */
export function createMaxSim(dimensions: number): MaxSimEngine {
  if (dimensions === 0 || dimensions % 16 !== 0) return { ask: (question) => plainMaxSim(question, Math.max(1, dimensions)) };
  const memory = new WebAssembly.Memory({ initial: 4 });
  const sumOfBest = compileMaxSim(memory);
  return {
    ask(question) {
      const questionRows = question.length / dimensions;
      // The question lies at the beginning of the memory, each passage after it in turn.
      reserveMemory(memory, question.length);
      new Int8Array(memory.buffer).set(question);
      return {
        score({ values, start, end }) {
          if (questionRows === 0 || start >= end) return 0;
          const passage = values.subarray(start * dimensions, end * dimensions);
          reserveMemory(memory, question.length + passage.length);
          new Int8Array(memory.buffer).set(passage, question.length);
          return sumOfBest({ questionRows, passageOffset: question.length, passageRows: end - start, dimensions }) / questionRows / unit;
        },
      };
    },
  };
}
