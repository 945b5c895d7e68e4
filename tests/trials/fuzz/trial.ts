/**
 * Requests made from /openapi.json, right and wrong, and bytes that are no requests, against the product in its own
 * process: no status above 500 but a declared 503, no crash, every response of its declared form.
 */
import { Agent, request } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { seededRandom } from "../reading/random.ts";
import type { RealServer } from "../server/real-server.ts";
import { createResponseCheck, type ReceivedResponse } from "./check-response.ts";
import { malformedArbitrary, sendMalformed } from "./malformed.ts";
import { fetchDocument } from "./openapi-document.ts";
import { requestArbitrary, type FuzzedRequest, type RequestPool } from "./requests.ts";

export interface FuzzTrialOptions {
  readonly server: RealServer;
  readonly count: number;
  readonly seed: number;
  /** Requests under way at once. */
  readonly clients?: number;
  /** No further batch is begun after this many milliseconds. Default: no end but `count`. */
  readonly untilMs?: number;
  readonly onProgress?: (done: number, faults: number) => void;
}

export interface FuzzTrialFigures {
  readonly requests: number;
  /** Of these, bytes over a bare socket. */
  readonly malformed: number;
  readonly statuses: ReadonlyMap<number, number>;
  /** Operations that were answered with a success at least once, of all. */
  readonly reached: readonly string[];
  readonly operations: readonly string[];
  readonly faults: readonly string[];
  /** The slowest look at /healthz between batches, in milliseconds. */
  readonly slowestHealthMs: number;
}

const BATCH = 500;
const ANSWER_MS = 30_000;

export async function runFuzzTrial({
  server,
  count,
  seed,
  clients = 12,
  untilMs = Infinity,
  onProgress,
}: FuzzTrialOptions): Promise<FuzzTrialFigures> {
  const document = await fetchDocument(server.url);
  const check = createResponseCheck(document);
  const answerId = await answerOf(server);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const statuses = new Map<number, number>();
  const reached = new Set<string>();
  const faults: string[] = [];
  const began = performance.now();
  let [done, malformed, slowestHealthMs] = [0, 0, 0];
  const note = (status: number): void => void statuses.set(status, (statuses.get(status) ?? 0) + 1);

  async function sendOne(fuzzed: FuzzedRequest): Promise<void> {
    const name = `${fuzzed.method} ${fuzzed.path.slice(0, 200)} ${JSON.stringify(fuzzed.headers).slice(0, 300)} ${Buffer.from(
      fuzzed.body ?? [],
    )
      .toString("utf8")
      .slice(0, 300)}`;
    const response = await send({ server, fuzzed, agent }).catch((error: unknown) => String(error));
    if (typeof response === "string") {
      // A server may end a connection that it has answered (an upload that is refused); silence is a fault.
      faults.push(`${response}: ${name}`);
      return;
    }
    note(response.status);
    if (fuzzed.operation !== null && response.status < 400) reached.add(fuzzed.operation.operationId ?? fuzzed.operation.path);
    const fault = check(fuzzed, response);
    if (fault !== null) faults.push(`${fault}: ${name}`);
  }

  for (let batch = 0; done < count && performance.now() - began < untilMs && server.ended() === null; batch += 1) {
    const size = Math.min(BATCH, count - done);
    const pool = await poolOf(server, answerId);
    // Each batch from a seed of its own, so that one can be made again without those before it.
    const batchSeed = seed * 1_000_003 + batch;
    const fuzzed = fc.sample(requestArbitrary(document, pool), { seed: batchSeed, numRuns: Math.ceil(size * 0.85) });
    const broken = fc.sample(malformedArbitrary, { seed: batchSeed, numRuns: size - fuzzed.length });
    const random = seededRandom(batchSeed);
    const work: (() => Promise<void>)[] = [
      ...fuzzed.map((one) => () => sendOne(one)),
      ...broken.map((one) => async () => {
        malformed += 1;
        for (const status of await sendMalformed(server.port, one)) {
          note(status);
          if (status >= 500 && status !== 503) faults.push(`status ${status} for bytes ${JSON.stringify(one).slice(0, 400)}`);
        }
      }),
    ];
    const shuffled = work.map((job) => ({ job, at: random.next() })).toSorted((a, b) => a.at - b.at);
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let next = shuffled.pop(); next !== undefined; next = shuffled.pop()) await next.job();
      }),
    );
    done += size;
    slowestHealthMs = Math.max(slowestHealthMs, await healthMs(server));
    onProgress?.(done, faults.length);
  }
  agent.destroy();
  if (server.ended() !== null) faults.push(`the server ended: ${String(server.ended())}\n${server.log().slice(-2000)}`);
  const operations = document.operations.map(({ operationId, path }) => operationId ?? path);
  return { requests: done, malformed, statuses, reached: [...reached].toSorted(), operations, faults, slowestHealthMs };
}

/** What is there to be named by now. The trial's own accounts and keys are left out, so that it can go on. */
async function poolOf({ url, keys }: RealServer, answerId: string): Promise<RequestPool> {
  const authorization = `Bearer ${keys[0] ?? ""}`;
  const items = async (path: string, field: string): Promise<readonly Item[]> => {
    const response = await fetch(`${url}${path}`, { headers: keys.length === 0 ? {} : { authorization } });
    const body = response.status === 200 ? ((await response.json()) as Record<string, unknown>)[field] : [];
    return (Array.isArray(body) ? (body as Item[]) : []).filter(({ login, name }) => !(login ?? name ?? "").startsWith("trial-"));
  };
  const ids = async (path: string, field: string): Promise<readonly string[]> => (await items(path, field)).slice(0, 6).map(({ id }) => id);
  const documents = await ids("/v1/documents", "documents");
  const sections = await ids(`/v1/documents/${encodeURIComponent(documents[0] ?? "")}`, "sections");
  return {
    ids: {
      documents,
      sections,
      answers: [answerId],
      jobs: await ids("/v1/jobs", "jobs"),
      generations: await ids("/v1/generations", "generations"),
      accounts: await ids("/v1/accounts", "accounts"),
      keys: await ids("/v1/keys", "keys"),
      "widget-tokens": await ids("/v1/widget-tokens", "tokens"),
    },
    authorizations: keys.map((key) => `Bearer ${key}`),
    known: { answerId: [answerId], documentId: documents },
  };
}

interface Item {
  readonly id: string;
  readonly login?: string;
  readonly name?: string;
}

async function answerOf({ url }: RealServer): Promise<string> {
  const body = '{"question":"Cơ quan nào chủ trì?"}';
  const response = await fetch(`${url}/v1/ask`, { method: "POST", headers: { "content-type": "application/json" }, body });
  return ((await response.json()) as { id: string }).id;
}

function send({ server, fuzzed, agent }: { server: RealServer; fuzzed: FuzzedRequest; agent: Agent }): Promise<ReceivedResponse> {
  const { method, path, headers, body } = fuzzed;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port: server.port,
        method,
        path,
        agent,
        headers: { ...headers, ...(body === null ? {} : { "content-length": String(body.byteLength) }) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        const finish = (): void => {
          const received = decoded(Buffer.concat(chunks), response.headers["content-encoding"]);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received });
        };
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          // Progress of jobs is told for as long as a job goes on.
          if (path.includes("/events") && chunks.length > 3) {
            finish();
            response.destroy();
          }
        });
        response.on("end", finish);
        response.on("error", (error) => (path.includes("/events") ? finish() : reject(error)));
      },
    );
    sent.setTimeout(ANSWER_MS, () => sent.destroy(new Error(`no answer in ${String(ANSWER_MS / 1000)} s`)));
    sent.on("error", (error: NodeJS.ErrnoException) => {
      // A kept connection that the server let go in the moment in which it was taken again: tried anew, as by every client.
      if (sent.reusedSocket && error.code === "ECONNRESET") resolve(send({ server, fuzzed, agent }));
      else reject(error);
    });
    sent.end(body ?? undefined);
  });
}

/** Fetch would do this by itself, and hide what it does. */
function decoded(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === "gzip") return gunzipSync(bytes);
  if (encoding === "deflate") return inflateSync(bytes);
  return encoding === "br" ? brotliDecompressSync(bytes) : bytes;
}

async function healthMs({ url }: RealServer): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${url}/healthz`).catch(() => null);
  return response?.status === 200 ? performance.now() - began : Infinity;
}
