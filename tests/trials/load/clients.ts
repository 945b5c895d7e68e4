/** Those who ask: some who wait for each answer, and some who come at their own pace, whether the server keeps up or not. */
import { Agent, request } from "node:http";
import type { RealServer } from "../server/real-server.ts";

export interface Asked {
  /** Milliseconds since the phase began. */
  readonly at: number;
  readonly ms: number;
  /** 0 for a connection that failed. */
  readonly status: number;
  readonly retryAfter: boolean;
}

export interface AskInput {
  readonly server: RealServer;
  readonly question: string;
  readonly agent: Agent;
  readonly began?: number;
}

const ANSWER_MS = 30_000;

/**
 * Never throws: a connection that fails is an outcome. One that was kept from an earlier question, and that the server let
 * go in the moment in which it was taken again, is tried anew, as every client does (RFC 9112, 9.3.1).
 */
export function askOnce({ server, question, agent, began = performance.now() }: AskInput): Promise<Omit<Asked, "at">> {
  const body = JSON.stringify({ question });
  return new Promise((resolve) => {
    const end = (status: number, retryAfter: boolean): void => resolve({ ms: performance.now() - began, status, retryAfter });
    const sent = request(
      {
        host: "127.0.0.1",
        port: server.port,
        path: "/v1/ask",
        method: "POST",
        agent,
        headers: { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) },
      },
      (response) => {
        response.resume();
        response.on("end", () => end(response.statusCode ?? 0, response.headers["retry-after"] !== undefined));
        response.on("error", () => end(0, false));
      },
    );
    sent.setTimeout(ANSWER_MS, () => sent.destroy());
    sent.on("error", (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === "ECONNRESET") resolve(askOnce({ server, question, agent, began }));
      else end(0, false);
    });
    sent.end(body);
  });
}

export interface PhaseInput {
  readonly server: RealServer;
  readonly next: () => string;
  readonly seconds: number;
}

/** So many clients, each asking again as soon as it has its answer. */
export async function askInTurn({ server, next, seconds, clients }: PhaseInput & { clients: number }): Promise<readonly Asked[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const asked: Asked[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - began < seconds * 1000) {
        const at = performance.now() - began;
        asked.push({ at, ...(await askOnce({ server, question: next(), agent })) });
      }
    }),
  );
  agent.destroy();
  return asked;
}

/** So many questions a second, at times that have nothing to do with the answers. */
export async function askAtRate({ server, next, seconds, rate }: PhaseInput & { rate: number }): Promise<readonly Asked[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1500 });
  const asked: Asked[] = [];
  const waiting: Promise<void>[] = [];
  const began = performance.now();
  let due = 0;
  while (due < seconds * 1000) {
    const wait = due - (performance.now() - began);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const at = due;
    // The time that a question waited to be sent counts too: it was due then.
    const late = Math.max(0, performance.now() - began - due);
    waiting.push(askOnce({ server, question: next(), agent }).then(({ ms, ...rest }) => void asked.push({ at, ms: ms + late, ...rest })));
    // Arrivals of many people who do not know of each other: gaps of an exponential distribution.
    due += (-Math.log(1 - Math.random()) / rate) * 1000;
  }
  await Promise.all(waiting);
  agent.destroy();
  return asked.toSorted((a, b) => a.at - b.at);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function statusesOf(asked: readonly Asked[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { status } of asked) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
