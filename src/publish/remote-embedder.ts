/** The model as the building process sees it: somebody on the other side of a pipe who embeds passages when asked. */
import { AppError } from "../base/app-error.ts";
import type { Embedder, EmbedderModel, PassageEmbedding, PassageInput } from "../models/embedder.ts";

/** Passages of one message: enough to be packed well, few enough that neither process holds much of them twice. */
const PASSAGES_A_MESSAGE = 128;

export interface RemoteEmbedderOptions {
  readonly model: EmbedderModel;
  /** Same order as the input. */
  readonly ask: (inputs: readonly PassageInput[]) => Promise<readonly PassageEmbedding[]>;
}

function lengthOf({ context, sentences }: PassageInput): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length, context.length);
}

/** Answers no questions: a build asks none. */
export function createRemoteEmbedder({ model, ask }: RemoteEmbedderOptions): Embedder {
  return {
    model,
    state: () => "ready",
    embedQuery: () => Promise.reject(noQuestions()),
    async embedPassages(inputs, onProgress) {
      const results = new Map<number, PassageEmbedding>();
      // Longest first, as the model's own batches are: passages of like length share a pass.
      const order = inputs.map((input, position) => ({ input, position })).toSorted((a, b) => lengthOf(b.input) - lengthOf(a.input));
      for (let start = 0; start < order.length; start += PASSAGES_A_MESSAGE) {
        const part = order.slice(start, start + PASSAGES_A_MESSAGE);
        const embeddings = await ask(part.map(({ input }) => input));
        part.forEach(({ position }, i) => {
          const embedding = embeddings[i];
          if (embedding !== undefined) results.set(position, embedding);
        });
        onProgress?.(results.size);
      }
      return inputs.map((_, position) => {
        const embedding = results.get(position);
        if (embedding === undefined) throw new Error(`passage ${position} came back without vectors`);
        return embedding;
      });
    },
    close: async () => undefined,
  };
}

function noQuestions(): AppError {
  return new AppError("internal", {
    message: "a build embeds no question",
    publicText: { vi: "Tiến trình lập chỉ mục không trả lời câu hỏi.", en: "The process that builds the index answers no question." },
  });
}
