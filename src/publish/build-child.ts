/** The process in which a generation is built. It does one build, asks its parent for vectors, and ends when the parent does. */
import type { PassageEmbedding, PassageInput } from "../models/embedder.ts";
import { buildCollection } from "./build-collection.ts";
import type { FromBuilder, ToBuilder } from "./build-messages.ts";
import { createRemoteEmbedder } from "./remote-embedder.ts";
import { packFailure, unpackFailure } from "./sent-failure.ts";

interface Asked {
  resolve(embeddings: readonly PassageEmbedding[]): void;
  reject(error: Error): void;
}

const asked = new Map<number, Asked>();
let nextId = 1;

function send(message: FromBuilder, then: () => void = () => undefined): void {
  // A parent that has just gone is told nothing; "disconnect" ends this process.
  if (process.connected) process.send?.(message, then);
}

function ask(inputs: readonly PassageInput[]): Promise<readonly PassageEmbedding[]> {
  return new Promise((resolve, reject) => {
    const id = nextId++;
    asked.set(id, { resolve, reject });
    send({ kind: "embed", id, inputs });
  });
}

async function build({ wish, model }: Extract<ToBuilder, { kind: "build" }>): Promise<FromBuilder> {
  try {
    const report = await buildCollection(wish, {
      embedder: createRemoteEmbedder({ model, ask }),
      onProgress: (progress) => send({ kind: "progress", progress }),
      now: () => new Date(),
    });
    return { kind: "built", report };
  } catch (error) {
    return { kind: "failed", failure: packFailure(error) };
  }
}

function settle(id: number, how: (waiting: Asked) => void): void {
  const waiting = asked.get(id);
  asked.delete(id);
  if (waiting !== undefined) how(waiting);
}

process.on("message", (message: ToBuilder) => {
  if (message.kind === "embedded") settle(message.id, (waiting) => waiting.resolve(message.embeddings));
  else if (message.kind === "embedding-failed") settle(message.id, (waiting) => waiting.reject(unpackFailure(message.failure)));
  // Gone only when the last word is out.
  else void build(message).then((outcome) => send(outcome, () => process.disconnect()));
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C in a terminal reaches the whole group: the parent decides when its child ends.
process.on("SIGINT", () => undefined);
send({ kind: "ready" });
