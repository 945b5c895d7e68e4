/**
 * The embedder of the shipped model: one child process with @huggingface/transformers, a bounded queue before it.
 *
 * A child that dies or hangs is started again after a growing pause. Meanwhile questions fail at once with
 * "embedder-failed" (the words still find passages); passages of a build wait and are tried again.
 */
import { availableParallelism } from "node:os";
import { basename, dirname, resolve as absolutePath } from "node:path";
import { AppError } from "../base/app-error.ts";
import { sha256 } from "../base/files.ts";
import type { Embedder, EmbedderModel, EmbedderState, PassageEmbedding, PassageInput, QueryEmbedding } from "./embedder.ts";
import type { EncoderOptions, FromChild } from "./embedder-messages.ts";
import { startModelChild } from "./model-child.ts";
import type { ModelChild } from "./model-child.ts";
import type { ModelSettings } from "./model-settings.ts";
import { planBatches } from "./passage-batches.ts";
import { createWorkQueue } from "./work-queue.ts";

export interface TransformersEmbedderOptions {
  /** The model's folder. With `allowRemote` it need not exist. */
  readonly modelFolder: string;
  /** What the model is called in manifests, and on the model hub when `allowRemote`. Default: the folder's name. */
  readonly name?: string;
  readonly settings: ModelSettings;
  /** From `verifyModel`, so that the fingerprint changes with the files; for a remote model any text that names its version. */
  readonly filesHash: string;
  /** Default false: nothing is fetched from the network. */
  readonly allowRemote?: boolean;
  /** Most questions that may wait for the model. Default 64. */
  readonly queueLimit?: number;
  /** Threads of one forward pass. Default: the machine's cores, at most 4. */
  readonly threads?: number;
  /** Padded characters of one batch of passages. Default 1600, about 400 tokens: larger is no quicker and delays questions. */
  readonly batchCharacters?: number;
  /** A request that takes longer counts as a hanging child. Default 60,000 ms. */
  readonly requestTimeoutMs?: number;
  /** First pause before a restart; doubles up to 10 s. Default 100 ms. */
  readonly restartPauseMs?: number;
}

export interface TransformersEmbedder extends Embedder {
  /** Of the child that runs now; undefined between two. For measuring and for tests. */
  processId(): number | undefined;
}

type Job = {
  attempts: number;
  cancelled: boolean;
  reject(error: AppError): void;
} & (
  | { readonly kind: "query"; readonly text: string; resolve(embedding: QueryEmbedding): void }
  | { readonly kind: "passages"; readonly inputs: readonly PassageInput[]; resolve(embeddings: readonly PassageEmbedding[]): void }
);

const mostAttempts = 3;
const startsBeforeFailed = 5;
const longestPauseMs = 10_000;
const closeGraceMs = 2000;
/** Two questions at the child at once hide the way between the processes; passages go one batch at a time. */
const questionsAtChild = 2;
/** Raise when the same input gives other vectors for a reason that no file of the model shows. */
const codeVersion = 1;

function failure(message: string): AppError {
  return new AppError("embedder-failed", {
    message,
    publicText: {
      vi: "Bộ phận đọc hiểu tạm thời không hoạt động; xin thử lại sau ít phút.",
      en: "The reading model is not working at the moment; please try again in a few minutes.",
    },
  });
}

function busy(limit: number): AppError {
  return new AppError("embedder-busy", {
    message: `${limit} questions are waiting for the model`,
    publicText: {
      vi: "Hệ thống đang có quá nhiều câu hỏi; xin thử lại sau giây lát.",
      en: "There are too many questions at the moment; please try again shortly.",
    },
  });
}

/** @throws AppError "embedder-failed" when the model cannot be loaded. Check the folder with `verifyModel` first. */
export async function openTransformersEmbedder(options: TransformersEmbedderOptions): Promise<TransformersEmbedder> {
  const { settings, queueLimit = 64, batchCharacters = 1600, requestTimeoutMs = 60_000, restartPauseMs = 100 } = options;
  const folder = absolutePath(options.modelFolder);
  const name = options.name ?? basename(folder);
  const allowRemote = options.allowRemote ?? false;
  const encoder: EncoderOptions = {
    modelsFolder: dirname(folder),
    name: allowRemote ? name : basename(folder),
    settings,
    allowRemote,
    threads: options.threads ?? Math.min(availableParallelism(), 4),
    spinning: false,
  };
  const queue = createWorkQueue<Job>(queueLimit);
  const atChild = new Map<number, { readonly job: Job; readonly timer: NodeJS.Timeout }>();
  let state: EmbedderState = "restarting";
  let child: ModelChild | null = null;
  let restartTimer: NodeJS.Timeout | null = null;
  let failedStarts = 0;
  let nextId = 1;
  let closed = false;
  let announce: { ready(message: { dimensions: number; tokenDimensions: number }): void; failed(reason: string): void } | null = null;

  function pump(): void {
    // oxlint-disable-next-line eslint/no-unmodified-loop-condition -- sending may end the child, whose exit changes both
    while (state === "ready" && child !== null) {
      const busyWithPassages = [...atChild.values()].some(({ job }) => job.kind === "passages");
      if (atChild.size >= questionsAtChild || busyWithPassages) return;
      const job = queue.shift();
      if (job === undefined) return;
      if (job.cancelled) continue;
      if (job.kind === "passages" && atChild.size > 0) {
        queue.putBack(job, "passages");
        return;
      }
      const id = nextId++;
      const holder = child;
      atChild.set(id, { job, timer: setTimeout(() => holder.kill(), requestTimeoutMs) });
      child.send(job.kind === "query" ? { kind: "query", id, text: job.text } : { kind: "passages", id, inputs: job.inputs });
    }
  }

  function takeBack(id: number): Job | undefined {
    const held = atChild.get(id);
    if (held === undefined) return undefined;
    atChild.delete(id);
    clearTimeout(held.timer);
    return held.job;
  }

  function onMessage(message: FromChild): void {
    if (message.kind === "ready") {
      state = "ready";
      announce?.ready(message);
      announce = null;
      pump();
      return;
    }
    // The child cannot go on without its model: ending it leads to the one place that starts it again.
    if (message.kind === "open-failed") {
      startError = message.message;
      child?.kill();
      return;
    }
    const job = takeBack(message.id);
    if (job !== undefined) {
      failedStarts = 0;
      if (message.kind === "query-done" && job.kind === "query") job.resolve(message.embedding);
      else if (message.kind === "passages-done" && job.kind === "passages") job.resolve(message.embeddings);
      else job.reject(failure(message.kind === "request-failed" ? message.message : "the model's process mixed up its replies"));
    }
    pump();
  }

  let startError: string | null = null;

  function onExit(exitReason: string): void {
    const reason = startError ?? exitReason;
    startError = null;
    child = null;
    state = "restarting";
    for (const id of Array.from(atChild.keys())) {
      const job = takeBack(id);
      if (job === undefined) continue;
      job.attempts += 1;
      if (job.kind === "passages" && job.attempts < mostAttempts && !closed) queue.putBack(job, "passages");
      else job.reject(failure(reason));
    }
    for (const job of queue.drainQuestions()) job.reject(failure(reason));
    if (announce !== null) {
      announce.failed(reason);
      announce = null;
      return;
    }
    if (closed) return;
    failedStarts += 1;
    if (failedStarts >= startsBeforeFailed) {
      state = "failed";
      for (const job of queue.drain()) job.reject(failure(reason));
    }
    restartTimer = setTimeout(start, Math.min(longestPauseMs, restartPauseMs * 2 ** (failedStarts - 1)));
  }

  function start(): void {
    child = startModelChild({ onMessage, onExit });
    child.send({ kind: "open", options: encoder });
  }

  const { dimensions, tokenDimensions } = await new Promise<{ dimensions: number; tokenDimensions: number }>((ready, failed) => {
    announce = { ready, failed: (reason) => failed(failure(reason)) };
    start();
  });
  const model: EmbedderModel = {
    name,
    fingerprint: sha256(JSON.stringify([codeVersion, options.filesHash, name, settings, dimensions, tokenDimensions])),
    dimensions,
    tokenDimensions,
  };

  function embedQuery(text: string): Promise<QueryEmbedding> {
    if (closed || state !== "ready")
      return Promise.reject(failure(closed ? "the embedder is closed" : "the model's process is being started"));
    return new Promise((resolve, reject) => {
      const accepted = queue.push({ kind: "query", text, resolve, reject, attempts: 0, cancelled: false }, "question");
      if (!accepted) reject(busy(queueLimit));
      pump();
    });
  }

  async function embedPassages(inputs: readonly PassageInput[], onProgress?: (done: number) => void): Promise<readonly PassageEmbedding[]> {
    if (closed || state === "failed") throw failure(closed ? "the embedder is closed" : "the model's process does not start");
    const results = new Map<number, PassageEmbedding>();
    const jobs: Job[] = [];
    const batches = planBatches(inputs, batchCharacters).map(
      (batch) =>
        new Promise<void>((resolve, reject) => {
          const job: Job = {
            kind: "passages",
            inputs: batch.flatMap((i) => inputs[i] ?? []),
            resolve: (embeddings) => {
              batch.forEach((position, k) => {
                const embedding = embeddings[k];
                if (embedding !== undefined) results.set(position, embedding);
              });
              onProgress?.(results.size);
              resolve();
            },
            reject,
            attempts: 0,
            cancelled: false,
          };
          jobs.push(job);
          queue.push(job, "passages");
        }),
    );
    pump();
    try {
      await Promise.all(batches);
    } finally {
      for (const job of jobs) job.cancelled = true;
    }
    return inputs.map((_, i) => {
      const embedding = results.get(i);
      if (embedding === undefined) throw failure("the model gave fewer embeddings than passages");
      return embedding;
    });
  }

  async function close(): Promise<void> {
    closed = true;
    if (restartTimer !== null) clearTimeout(restartTimer);
    for (const job of queue.drain()) job.reject(failure("the embedder was closed"));
    await child?.stop(closeGraceMs);
  }

  return { model, state: () => state, embedQuery, embedPassages, close, processId: () => child?.processId };
}
