/** What a composer gets and gives. */
import type { Collection, PlanEntry } from "../collection.ts";
import type { DraftAnswer, Piece } from "../draft.ts";
import type { Candidate, Range } from "../evidence.ts";
import type { Understanding } from "../understand.ts";

export interface ComposeInput {
  readonly u: Understanding;
  readonly collection: Collection;
  /** Ranked passages of the plans in question, best first. */
  readonly candidates: readonly Candidate[];
}

/** Null when the collection does not say what this kind of question asks. */
export type Composer = (input: ComposeInput) => DraftAnswer | null;

/** One plan's answer to a question for one fact. */
export interface Finding {
  readonly entry: PlanEntry;
  /** The fact in a few words, without the place and the source. */
  readonly fact: readonly Piece[];
  /** Words that prove it. */
  readonly quote: Range;
  /** True when `fact` itself answers (a name, a date, an amount), so that the quote may be short beside it. */
  readonly answersItself?: boolean;
  /** The sentence of a long quote that answers, where the fact alone does not. */
  readonly lead?: string;
  /** The fact and its further ones in few words, for a first line that sets plans side by side. */
  readonly inShort?: string;
  /** The points of a section that is quoted whole, for a first line that counts them. */
  readonly points?: readonly string[];
  /** Further facts of the same plan, each with its proof. */
  readonly more?: readonly { readonly fact: readonly Piece[]; readonly quote: Range }[];
  /** 0..1: how well the plan supports the answer. */
  readonly support: number;
}

export interface FindInput extends ComposeInput {
  readonly entry: PlanEntry;
}

/** Looks for the fact in one plan; `candidates` hold only that plan's passages. */
export type Finder = (input: FindInput) => Finding | null;
