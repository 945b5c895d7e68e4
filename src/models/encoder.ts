/**
 * The model itself, in this process: the only file that imports @huggingface/transformers. Only the child process
 * and the scripts that fit data to a model load it; everything else asks an `Embedder`.
 */
import { createRequire } from "node:module";
import { z } from "zod";
import type { EncoderOptions } from "./embedder-messages.ts";
import { meanOfRows } from "./pooling.ts";
import { createProjection } from "./project-rows.ts";
import type { TokenProjection } from "./token-projection.ts";

/**
 * By `require`, so that the TypeScript loader leaves it alone: it would rewrite the package's 1.3 MB for nothing, which
 * costs 120 MB of memory (234 MB for the process instead of 357).
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `require` gives is untyped
const { AutoModel, AutoTokenizer, env, Tensor } = createRequire(import.meta.url)(
  "@huggingface/transformers",
) as typeof import("@huggingface/transformers");

export interface Encoder {
  /** Tokens of a piece of text, without the model's marks. */
  tokenise(text: string): readonly number[];
  /** The model's marks around every input. */
  readonly opening: readonly number[];
  readonly closing: readonly number[];
  /** One forward pass. Rows of token vectors of each input, padding left out. */
  encode(batch: readonly (readonly number[])[]): Promise<readonly EncodedTokens[]>;
  close(): Promise<void>;
}

export interface EncodedTokens {
  readonly dimensions: number;
  readonly hidden: Float32Array;
  /** Rows of the projection's output size, neither scaled nor rounded; null without a projection. */
  readonly projected: Float32Array | null;
}

const outputSchema = z.object({
  last_hidden_state: z.object({ dims: z.array(z.number()).length(3), data: z.instanceof(Float32Array) }),
});

/** Splits what the tokeniser puts around a text into the marks before and after it. */
function readMarks(encode: (text: string, withMarks: boolean) => readonly number[]): {
  opening: readonly number[];
  closing: readonly number[];
} {
  const bare = encode("a", false);
  const marked = encode("a", true);
  const at = marked.findIndex((_, i) => bare.every((token, k) => marked[i + k] === token));
  if (bare.length === 0 || at < 0) throw new Error("the tokeniser changes a text when it adds its marks");
  return { opening: marked.slice(0, at), closing: marked.slice(at + bare.length) };
}

/** Loads the model and its tokeniser; about 0.3 s for the shipped one. */
export async function openEncoder(options: EncoderOptions, projection: TokenProjection | null): Promise<Encoder> {
  env.allowRemoteModels = options.allowRemote;
  env.allowLocalModels = !options.allowRemote;
  env.localModelPath = options.modelsFolder;
  const tokeniser = await AutoTokenizer.from_pretrained(options.name);
  const model = await AutoModel.from_pretrained(options.name, {
    dtype: options.settings.dtype,
    session_options: {
      intraOpNumThreads: options.threads,
      interOpNumThreads: 1,
      // Threads that spin between two runs would take a core from the server that shares the machine.
      extra: { session: { intra_op: { allow_spinning: options.spinning ? "1" : "0" } } },
    },
  });
  const pad = tokeniser.pad_token_id ?? 0;
  const tokenise = (text: string, withMarks: boolean) => tokeniser.encode(text, { add_special_tokens: withMarks });
  const projectRows = projection === null ? null : createProjection(projection);

  async function encode(batch: readonly (readonly number[])[]): Promise<readonly EncodedTokens[]> {
    const width = Math.max(...batch.map((ids) => ids.length));
    const ids = new BigInt64Array(batch.length * width).fill(BigInt(pad));
    const mask = new BigInt64Array(batch.length * width);
    batch.forEach((tokens, row) => {
      tokens.forEach((token, column) => {
        ids[row * width + column] = BigInt(token);
      });
      mask.fill(1n, row * width, row * width + tokens.length);
    });
    const shape = [batch.length, width];
    const output: unknown = await model({ input_ids: new Tensor("int64", ids, shape), attention_mask: new Tensor("int64", mask, shape) });
    const { dims, data } = outputSchema.parse(output).last_hidden_state;
    const dimensions = dims[2] ?? 0;
    return batch.map((tokens, row) => {
      const hidden = data.subarray(row * width * dimensions, (row * width + tokens.length) * dimensions);
      return { dimensions, hidden, projected: projectRows?.(hidden) ?? null };
    });
  }

  return {
    tokenise: (text) => (text.trim() === "" ? [] : tokenise(text.trim(), false)),
    ...readMarks(tokenise),
    encode,
    close: async () => {
      await model.dispose();
    },
  };
}

/** The vector of a whole input. */
export function poolTokens(tokens: EncodedTokens, pooling: "mean" | "first"): Float32Array {
  const end = pooling === "first" ? 1 : tokens.hidden.length / tokens.dimensions;
  return meanOfRows({ rows: tokens.hidden, dimensions: tokens.dimensions, start: 0, end });
}
