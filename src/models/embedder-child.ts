/**
 * The child process that holds the model. It does one request after the other, in the order they come, and ends when
 * its parent does.
 */
import { join } from "node:path";
import type { PassageEmbedding, PassageInput, QueryEmbedding } from "./embedder.ts";
import type { EmbedRequest, EncoderOptions, FromChild, ToChild } from "./embedder-messages.ts";
import { openEncoder, poolTokens } from "./encoder.ts";
import type { EncodedTokens, Encoder } from "./encoder.ts";
import type { ModelSettings } from "./model-settings.ts";
import { meanOfRows, quantisedRows } from "./pooling.ts";
import { layOutTokens } from "./token-layout.ts";
import type { TokenLayout } from "./token-layout.ts";
import { readProjection } from "./token-projection.ts";

interface OpenModel {
  readonly encoder: Encoder;
  readonly settings: ModelSettings;
  readonly tokenDimensions: number;
}

function send(message: FromChild): void {
  // A parent that has just gone is told nothing; "disconnect" ends this process.
  if (process.connected) process.send?.(message, () => undefined);
}

function contentTokens(model: OpenModel, layout: TokenLayout, tokens: EncodedTokens): Int8Array {
  if (tokens.projected === null) return new Int8Array(0);
  return quantisedRows({ rows: tokens.projected, dimensions: model.tokenDimensions, ...layout.content });
}

function layOutQuery({ encoder, settings }: OpenModel, text: string): TokenLayout {
  const { opening, closing } = encoder;
  return layOutTokens({
    prefix: encoder.tokenise(settings.queryPrefix),
    context: [],
    sentences: [encoder.tokenise(text)],
    opening,
    closing,
    maxTokens: settings.maxTokens,
  });
}

function layOutPassage({ encoder, settings }: OpenModel, input: PassageInput): TokenLayout {
  const { opening, closing } = encoder;
  const sentences = input.sentences.map((sentence) => encoder.tokenise(sentence));
  return layOutTokens({
    prefix: encoder.tokenise(settings.passagePrefix),
    context: encoder.tokenise(input.context),
    sentences,
    opening,
    closing,
    maxTokens: settings.maxTokens,
  });
}

function sentenceVectors(layout: TokenLayout, tokens: EncodedTokens, pooled: Float32Array): Float32Array {
  const { dimensions, hidden } = tokens;
  const vectors = new Float32Array(layout.sentences.length * dimensions);
  layout.sentences.forEach((span, i) => {
    // A sentence beyond the model's length has no tokens: the passage speaks for it.
    const vector = span.start === span.end ? pooled : meanOfRows({ rows: hidden, dimensions, ...span });
    vectors.set(vector, i * dimensions);
  });
  return vectors;
}

async function embedQuery(model: OpenModel, text: string): Promise<QueryEmbedding> {
  const layout = layOutQuery(model, text);
  const [tokens] = await model.encoder.encode([layout.ids]);
  if (tokens === undefined) throw new Error("the model gave nothing");
  return { pooled: poolTokens(tokens, model.settings.pooling), tokens: contentTokens(model, layout, tokens) };
}

async function embedPassages(model: OpenModel, inputs: readonly PassageInput[]): Promise<readonly PassageEmbedding[]> {
  const layouts = inputs.map((input) => layOutPassage(model, input));
  const encoded = await model.encoder.encode(layouts.map((layout) => layout.ids));
  return layouts.map((layout, i) => {
    const tokens = encoded[i];
    if (tokens === undefined) throw new Error("the model gave fewer rows than inputs");
    const pooled = poolTokens(tokens, model.settings.pooling);
    return { pooled, sentences: sentenceVectors(layout, tokens, pooled), tokens: contentTokens(model, layout, tokens) };
  });
}

async function open(options: EncoderOptions): Promise<OpenModel> {
  const projection = options.allowRemote ? null : await readProjection(join(options.modelsFolder, options.name));
  const encoder = await openEncoder(options, projection);
  const model = { encoder, settings: options.settings, tokenDimensions: projection?.outputDimensions ?? 0 };
  // The first pass allocates: done now, so that the first question does not wait for it.
  const { pooled } = await embedQuery(model, "a");
  send({ kind: "ready", dimensions: pooled.length, tokenDimensions: model.tokenDimensions });
  return model;
}

async function answer(model: Promise<OpenModel>, request: EmbedRequest): Promise<void> {
  const { id } = request;
  try {
    if (request.kind === "query") send({ kind: "query-done", id, embedding: await embedQuery(await model, request.text) });
    else send({ kind: "passages-done", id, embeddings: await embedPassages(await model, request.inputs) });
  } catch (error) {
    send({ kind: "request-failed", id, message: String(error) });
  }
}

let model: Promise<OpenModel> | null = null;
let work: Promise<void> = Promise.resolve();

process.on("message", (message: ToChild) => {
  if (message.kind === "open") {
    model = open(message.options);
    model.catch((error: unknown) => send({ kind: "open-failed", message: String(error) }));
    return;
  }
  const opened = model ?? Promise.reject(new Error("asked before the model was named"));
  work = work.then(() => answer(opened, message));
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C in a terminal reaches the whole group: the parent decides when its child ends.
process.on("SIGINT", () => undefined);
