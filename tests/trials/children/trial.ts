/**
 * Trial 8: the embedding, reading, recognising and building children of a server are killed, again and again, while clients
 * ask and an editor uploads. The server never ends, every question is answered, from words alone where the model is away,
 * and the answer says so; every upload ends as done or with a reason; afterwards all is as before.
 */
import { setTimeout as pause } from "node:timers/promises";
import { AnswerSchema, type Answer } from "../../../src/contract/answer.ts";
import { JobSchema, type JobWireShape } from "../../../src/contract/jobs.ts";
import { ReadinessSchema, type Readiness } from "../../../src/contract/operation.ts";
import { seededRandom } from "../reading/random.ts";
import { startRealServer, type RealServer } from "../server/real-server.ts";
import { descendantsOf, openFilesOf } from "./descendants.ts";
import { childKinds, shares, uploads, type ChildKind, type Upload } from "./kinds.ts";
import { startKiller, type Killer } from "./killer.ts";

export interface ChildrenOptions {
  readonly kills: number;
  readonly clients: number;
  readonly seed: number;
  /** Stops early, in milliseconds. */
  readonly untilMs: number;
  readonly port?: number;
  readonly onProgress?: (killed: number, faults: number) => void;
}

export interface ChildrenFigures {
  readonly killed: Readonly<Record<ChildKind, number>>;
  readonly answers: number;
  /** Answers from words alone, which said so. */
  readonly fromWords: number;
  /** Questions that began and ended while the model was away. */
  readonly whileAway: number;
  readonly longestAnswerMs: number;
  readonly jobsDone: number;
  /** By the code of their reason. */
  readonly jobsFailed: Readonly<Record<string, number>>;
  /** From the last kill until everything was ready again, in milliseconds. */
  readonly recoveryMs: number;
  readonly faults: readonly string[];
}

const RECOVERY_MS = 60_000;

export async function runChildrenTrial(options: ChildrenOptions): Promise<ChildrenFigures> {
  const server = await startRealServer({ port: options.port ?? 0, roles: ["administrator"] });
  try {
    return await run(server, options);
  } finally {
    await server.stop();
  }
}

async function run(server: RealServer, { kills, clients, seed, untilMs, onProgress }: ChildrenOptions): Promise<ChildrenFigures> {
  const faults: string[] = [];
  const before = {
    children: (await descendantsOf(server.pid)).length,
    files: await openFilesOf(server.pid),
    readiness: await readinessOf(server),
  };
  const share = (kind: ChildKind): number => Math.max(1, Math.round(kills * shares[kind]));
  const wanted = {
    embedding: share("embedding"),
    reading: share("reading"),
    recognising: share("recognising"),
    building: share("building"),
  };
  const killer = startKiller({ pid: server.pid, wanted, random: seededRandom(seed).next });
  const asking = startAsking({ server, clients, killer, faults });
  const editing = startEditing({ server, killer, faults });
  const began = performance.now();
  while (!childKinds.every((kind) => killer.done(kind)) && performance.now() - began < untilMs && server.ended() === null) {
    await pause(1000);
    onProgress?.(killer.total(), faults.length);
  }
  await killer.stop();
  const lastKill = performance.now();
  if (server.ended() === null && !(await isReadyAgain(server)))
    faults.push(`not ready again: ${JSON.stringify(await readinessOf(server))}`);
  const recoveryMs = Math.round(performance.now() - lastKill);
  const [asked, edited] = [await asking.stop(), await editing.stop()];
  if (server.ended() === null) faults.push(...(await afterwards({ server, before })));
  else faults.push(`the server ended: ${server.ended() ?? ""}`);
  for (const kind of childKinds) if (killer.killed(kind) === 0) faults.push(`no ${kind} child was ever there to be killed`);
  return {
    killed: {
      embedding: killer.killed("embedding"),
      reading: killer.killed("reading"),
      recognising: killer.killed("recognising"),
      building: killer.killed("building"),
    },
    ...asked,
    ...edited,
    recoveryMs,
    faults,
  };
}

async function isReadyAgain(server: RealServer): Promise<boolean> {
  const until = performance.now() + RECOVERY_MS;
  while (performance.now() < until) {
    if ((await readinessOf(server)).status === "ready") return true;
    await pause(100);
  }
  return false;
}

interface Before {
  readonly children: number;
  readonly files: number;
  readonly readiness: Readiness;
}

/** What is not as it was: both documents can be uploaded, nothing was lost, and nothing is left running or open. */
async function afterwards({ server, before }: { server: RealServer; before: Before }): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const upload of Object.values(uploads)) {
    const job = await putDocument({ server, upload, number: 0 });
    if (job.state !== "done") faults.push(`${upload.id} cannot be uploaded afterwards: ${job.error?.messageEn ?? job.state}`);
  }
  const held = (await readinessOf(server)).documents;
  if (held !== before.readiness.documents + 2) faults.push(`${held} documents in place of ${before.readiness.documents + 2}`);
  const { notices, citations } = await ask(server, "Sở Tài chính có nhiệm vụ gì?");
  if (citations.length === 0 || notices.some(({ code }) => code === "lexical-only")) faults.push("the last answer is not a full one");
  await pause(1000);
  const left = await descendantsOf(server.pid);
  if (left.length > before.children) faults.push(`left running: ${left.map(({ command }) => command).join("; ")}`);
  const files = await openFilesOf(server.pid);
  // A few connections of clients may linger.
  if (files > before.files + 20) faults.push(`${files} files open in place of ${before.files}`);
  return faults;
}

interface Asked {
  readonly answers: number;
  readonly fromWords: number;
  readonly whileAway: number;
  readonly longestAnswerMs: number;
}

/** No question comes twice: an answer from memory would not need the model. */
function startAsking({ server, clients, killer, faults }: { server: RealServer; clients: number; killer: Killer; faults: string[] }): {
  stop(): Promise<Asked>;
} {
  const asked = { answers: 0, fromWords: 0, whileAway: 0, longestAnswerMs: 0 };
  const stopping = new AbortController();

  async function client(number: number): Promise<void> {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      try {
        const [kills, earlier] = [killer.killed("embedding"), await readinessOf(server)];
        const began = performance.now();
        const answer = await ask(server, `Lần hỏi ${number * 1_000_000 + turn}: Sở Tài chính tỉnh Bình Thuận có nhiệm vụ gì?`);
        asked.longestAnswerMs = Math.max(asked.longestAnswerMs, Math.round(performance.now() - began));
        const later = await readinessOf(server);
        asked.answers += 1;
        const saysSo = answer.notices.some(({ code }) => code === "lexical-only");
        if (saysSo) asked.fromWords += 1;
        // Away before and after, and not killed in between: it was not back meanwhile.
        const isAway = [earlier, later].every(({ embedder }) => embedder.state !== "ready") && killer.killed("embedding") === kills;
        if (isAway) asked.whileAway += 1;
        if (isAway && !saysSo) faults.push("an answer while the model was away does not say so");
        if (answer.citations.length === 0) faults.push(`nothing cited: ${answer.answer.slice(0, 100)}`);
      } catch (error) {
        if (server.ended() !== null) return;
        faults.push(`asking: ${String(error)}`);
      }
      await pause(50);
    }
  }

  const running = Array.from({ length: clients }, (_, number) => client(number));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
      return asked;
    },
  };
}

interface Edited {
  readonly jobsDone: number;
  readonly jobsFailed: Readonly<Record<string, number>>;
}

/** Uploads what makes the server start the children that are still to be killed. */
function startEditing({ server, killer, faults }: { server: RealServer; killer: Killer; faults: string[] }): { stop(): Promise<Edited> } {
  const failed = new Map<string, number>();
  const stopping = new AbortController();
  let jobsDone = 0;
  const running = (async () => {
    for (let number = 1; !stopping.signal.aborted && server.ended() === null; number += 1) {
      const kind = number % 2 === 0 && !killer.done("recognising") ? "recognising" : "reading";
      try {
        const job = await putDocument({ server, upload: uploads[kind], number });
        if (job.state === "done") jobsDone += 1;
        else if (job.error === null) faults.push(`job ${job.id} is ${job.state} without a reason`);
        else failed.set(job.error.code, (failed.get(job.error.code) ?? 0) + 1);
        if (job.error?.code === "internal") faults.push(`job ${job.id}: ${job.error.messageEn}`);
      } catch (error) {
        if (server.ended() === null) faults.push(`uploading: ${String(error)}`);
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      return { jobsDone, jobsFailed: Object.fromEntries(failed) };
    },
  };
}

/** @returns the job, ended. @throws for a response that is not the expected one. */
async function putDocument({ server, upload, number }: { server: RealServer; upload: Upload; number: number }): Promise<JobWireShape> {
  const { id, fileName } = upload;
  const headers = { authorization: `Bearer ${server.keys[0] ?? ""}` };
  const send = (method: "POST" | "PUT"): Promise<Response> => {
    const body = new FormData();
    body.set("file", new File([new Uint8Array(upload.bytes(number))], fileName));
    return fetch(`${server.url}/v1/documents${method === "PUT" ? `/${id}` : ""}`, { method, headers, body });
  };
  let response = await send("PUT");
  // Not there yet: its first upload failed, or never was.
  if (response.status === 404) response = await send("POST");
  if (response.status !== 202) throw new Error(`${id}: ${response.status} ${await response.text()}`);
  let job = JobSchema.parse(await response.json());
  while (job.state === "waiting" || job.state === "running") {
    await pause(50);
    const told = await fetch(`${server.url}/v1/jobs/${job.id}`, { headers });
    if (told.status !== 200) throw new Error(`job ${job.id}: ${told.status}`);
    job = JobSchema.parse(await told.json());
  }
  return job;
}

async function ask(server: RealServer, question: string): Promise<Answer> {
  const response = await fetch(`${server.url}/v1/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question }),
  });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return AnswerSchema.parse(await response.json());
}

async function readinessOf(server: RealServer): Promise<Readiness> {
  const response = await fetch(`${server.url}/readyz`);
  if (response.status !== 200) throw new Error(`readyz: ${response.status}`);
  return ReadinessSchema.parse(await response.json());
}
