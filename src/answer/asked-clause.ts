/** Long source words from the clause that speaks of what is asked: of many clauses one may be all that matters. */
import { coverageOf, type TermWeights, type Topic } from "./topic.ts";

/** Share of the topic by which a later clause must hold more than the first one for the words to begin with it. */
const AHEAD = 0.1;
const CLAUSE_END = /[;.,]\s+|\s(?=(?:nhằm|để|trong đó|gồm|bao gồm)\s)/gu;

/** `words` as they are while they fit `room`; else from the clause with most of the topic, "…" before it. */
export function fromAskedClause(words: string, { topic, weights, room }: { topic: Topic; weights: TermWeights; room: number }): string {
  if (words.length <= room) return words;
  const starts = [0, ...[...words.matchAll(CLAUSE_END)].map(({ index, 0: stop }) => index + stop.length)];
  const shares = starts.map((start, index) => coverageOf(topic, words.slice(start, starts[index + 1]), weights).share);
  const best = shares.indexOf(Math.max(...shares));
  const start = starts[best] ?? 0;
  // What stands within the room anyway needs no cut.
  const reached = (starts[best + 1] ?? words.length) <= room;
  return best === 0 || reached || (shares[best] ?? 0) < (shares[0] ?? 0) + AHEAD ? words : `…${words.slice(start)}`;
}
