/**
 * Lays out the tokens of one input: opening mark, prefix, context, sentences, closing mark. The pieces are tokenised
 * one by one, so that it is known which tokens are which sentence's.
 */

/** Tokens from `start` up to `end`. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

export interface TokenLayout {
  readonly ids: readonly number[];
  /** Context and sentences: all but the marks and the prefix. */
  readonly content: TokenSpan;
  /** One a sentence; empty (start = end) for a sentence that lies wholly beyond the model's length. */
  readonly sentences: readonly TokenSpan[];
}

export interface LayoutPieces {
  readonly prefix: readonly number[];
  readonly context: readonly number[];
  readonly sentences: readonly (readonly number[])[];
  /** The model's mark before and after every input, empty where it has none. */
  readonly opening: readonly number[];
  readonly closing: readonly number[];
  readonly maxTokens: number;
}

/** A context keeps at most a quarter of the model's length: the sentences are what is searched for. */
const contextShare = 0.25;

/** Puts the pieces together; what exceeds the length is cut at the end. */
export function layOutTokens(pieces: LayoutPieces): TokenLayout {
  const room = pieces.maxTokens - pieces.closing.length;
  const context = pieces.context.slice(0, Math.floor(pieces.maxTokens * contextShare));
  const ids = [...pieces.opening, ...pieces.prefix];
  const contentStart = ids.length;
  ids.push(...context);
  const sentences = pieces.sentences.map((sentence) => {
    const start = Math.min(ids.length, room);
    ids.push(...sentence.slice(0, Math.max(0, room - ids.length)));
    return { start, end: ids.length };
  });
  const content = { start: contentStart, end: ids.length };
  ids.push(...pieces.closing);
  return { ids, content, sentences };
}
