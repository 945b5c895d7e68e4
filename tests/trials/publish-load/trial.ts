/**
 * Trial 4: documents are replaced one after the other while clients ask without a pause between answer and next question
 * but a breath. No request may fail, and no answer may show words of two generations.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { z } from "zod";
import { AnswerSchema } from "../../../src/contract/answer.ts";
import { JobSchema, type JobWireShape } from "../../../src/contract/jobs.ts";
import { SearchResponseSchema } from "../../../src/contract/search.ts";
import { startRealServer, type RealServer } from "../server/real-server.ts";
import { createGenerationBook, type GenerationBook } from "./generation-book.ts";
import { questionsOn, textOfVersion, versioned } from "./versions.ts";

export interface PublishLoadOptions {
  readonly publishes: number;
  readonly clients: number;
  /** Of the documents that are replaced in turn. Default: all of them. */
  readonly documents?: number;
  /** Stops early, in milliseconds. */
  readonly untilMs: number;
  readonly port?: number;
  readonly onProgress?: (done: number, faults: number) => void;
}

export interface PublishLoadFigures {
  readonly publishes: number;
  readonly answers: number;
  readonly searches: number;
  /** Pieces of text that were held against their generation. */
  readonly checked: number;
  /** Generations that clients saw answering. */
  readonly generations: number;
  /** Milliseconds from the upload to the end of its job. */
  readonly publishMs: Spread;
  readonly answerMs: Spread;
  readonly faults: readonly string[];
}

export interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

/** Between an answer and the client's next question, in milliseconds. */
const BREATH = 100;
/** How long after a job's end an older generation may still begin answers. */
const SETTLE = 1000;

export async function runPublishLoadTrial(options: PublishLoadOptions): Promise<PublishLoadFigures> {
  const server = await startRealServer({ port: options.port ?? 0, roles: ["administrator"] });
  try {
    return await run(server, options);
  } finally {
    await server.stop();
  }
}

async function run(
  server: RealServer,
  { publishes, clients, documents = versioned.length, untilMs, onProgress }: PublishLoadOptions,
): Promise<PublishLoadFigures> {
  const book = createGenerationBook();
  const faults: string[] = [];
  const versions = new Map<string, number>();
  const publishTimes: number[] = [];
  const began = performance.now();
  for (const { id } of versioned.slice(0, documents)) await publish({ server, id, version: 1, method: "POST", versions, book });
  const asking = startClients({ server, clients, questions: questionsOn(versioned.slice(0, documents)), book, faults });
  let done = 0;
  for (; done < publishes && performance.now() - began < untilMs && server.ended() === null; done += 1) {
    const document = versioned[done % documents];
    if (document === undefined) break;
    const version = (versions.get(document.id) ?? 0) + 1;
    const start = performance.now();
    try {
      const job = await publish({ server, id: document.id, version, method: "PUT", versions, book });
      publishTimes.push(performance.now() - start);
      asking.expectAfter(performance.now() + SETTLE, job.generation ?? "");
    } catch (error) {
      faults.push(`publish ${done + 1}: ${String(error)}`);
    }
    onProgress?.(done + 1, faults.length + book.faults.length);
  }
  const asked = await asking.stop();
  book.check();
  if (server.ended() !== null) faults.push(`the server ended: ${server.ended() ?? ""}`);
  return {
    publishes: done,
    ...asked,
    checked: book.checked(),
    publishMs: spread(publishTimes),
    faults: [...faults, ...book.faults],
  };
}

interface Publish {
  readonly server: RealServer;
  readonly id: string;
  readonly version: number;
  readonly method: "POST" | "PUT";
  readonly versions: Map<string, number>;
  readonly book: GenerationBook;
}

/** @returns the job, done. @throws for any other end. */
async function publish({ server, id, version, method, versions, book }: Publish): Promise<JobWireShape> {
  const document = versioned.find((one) => one.id === id);
  if (document === undefined) throw new Error(`no document ${id}`);
  const form = new FormData();
  form.set("file", new File([textOfVersion(document, version)], `${id}.txt`));
  const headers = { authorization: `Bearer ${server.keys[0] ?? ""}` };
  const path = method === "POST" ? "/v1/documents" : `/v1/documents/${id}`;
  const accepted = await fetch(`${server.url}${path}`, { method, headers, body: form });
  if (accepted.status !== 202) throw new Error(`${method} ${path}: ${accepted.status} ${await accepted.text()}`);
  let job = JobSchema.parse(await accepted.json());
  versions.set(id, version);
  while (job.state === "waiting" || job.state === "running") {
    await pause(50);
    const response = await fetch(`${server.url}/v1/jobs/${job.id}`, { headers });
    if (response.status !== 200) throw new Error(`job ${job.id}: ${response.status}`);
    job = JobSchema.parse(await response.json());
    // Noted as soon as it is named: an answer of it may come before the job's end is seen.
    if (job.generation !== null) book.published(job.generation, versions);
  }
  if (job.state !== "done") throw new Error(`job ${job.id} is ${job.state}: ${job.error?.messageEn ?? ""}`);
  return job;
}

interface Asked {
  readonly answers: number;
  readonly searches: number;
  readonly generations: number;
  readonly answerMs: Spread;
}

interface AskingClients {
  /** Answers that begin after this time must come from this generation or a later one. */
  expectAfter(time: number, generation: string): void;
  stop(): Promise<Asked>;
}

interface AskingOptions {
  readonly server: RealServer;
  readonly clients: number;
  readonly questions: readonly string[];
  readonly book: GenerationBook;
  readonly faults: string[];
}

function startClients({ server, clients, questions, book, faults }: AskingOptions): AskingClients {
  const times: number[] = [];
  const generations = new Set<string>();
  const expected: { readonly time: number; readonly generation: string }[] = [];
  const stopping = new AbortController();
  let searches = 0;

  function isStale(generation: string, began: number): boolean {
    const due = expected.findLastIndex(({ time }) => time < began);
    const shown = expected.findIndex((one) => one.generation === generation);
    return due !== -1 && shown !== -1 && shown < due;
  }

  async function post<T>(path: string, { body, schema }: { body: object; schema: z.ZodType<T> }): Promise<T | null> {
    const response = await fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.status === 200) return schema.parse(await response.json());
    faults.push(`${path}: ${response.status} ${(await response.text()).slice(0, 200)}`);
    return null;
  }

  async function client(number: number): Promise<void> {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      const question = questions[(number * 5 + turn) % questions.length] ?? "";
      const began = performance.now();
      try {
        if (turn % 5 === 4) {
          const response = await post("/v1/search", { body: { query: question, limit: 5 }, schema: SearchResponseSchema });
          if (response !== null) book.found(response);
          searches += 1;
        } else {
          const answer = await post("/v1/ask", { body: { question }, schema: AnswerSchema });
          if (answer !== null) {
            book.answered(answer);
            generations.add(answer.generation);
            if (answer.citations.length === 0) faults.push(`nothing cited for: ${question}`);
            if (isStale(answer.generation, began)) faults.push(`answer ${answer.id} comes from ${answer.generation}, long replaced`);
          }
          times.push(performance.now() - began);
        }
      } catch (error) {
        faults.push(`${question}: ${String(error)}`);
      }
      await pause(BREATH);
    }
  }

  const running = Array.from({ length: clients }, (_, number) => client(number));
  return {
    expectAfter: (time, generation) => void expected.push({ time, generation }),
    async stop() {
      stopping.abort();
      await Promise.all(running);
      return { answers: times.length, searches, generations: generations.size, answerMs: spread(times) };
    },
  };
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { median: at(0.5), p99: at(0.99), longest: at(1) };
}
