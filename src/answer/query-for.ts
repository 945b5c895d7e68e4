/** The ranking query of a plain search: a question understood without its kind. */
import type { Scope } from "../contract/answer.ts";
import type { Generation } from "../index/types.ts";
import type { Query } from "../retrieve/types.ts";
import { describeCollection, type Collection } from "./collection.ts";
import { understand } from "./understand.ts";

const described = new WeakMap<Generation, Collection>();

/** The collection of a generation, described once. */
export function collectionOf(generation: Generation): Collection {
  const known = described.get(generation) ?? describeCollection(generation);
  described.set(generation, known);
  return known;
}

/** Makes a search text ready for ranking. */
export function queryFor(input: { question: string; scope?: Scope | undefined; generation: Generation }): Query {
  const { question, scope, generation } = input;
  return understand(scope === undefined ? { question } : { question, scope }, collectionOf(generation)).query;
}
