/**
 * The product under load on this machine's cores, the askers beside it on the same ones: how many questions a second it
 * takes, how it does below that, above that, and while documents are uploaded and indexed.
 */
import type { RealServer } from "../server/real-server.ts";
import { askAtRate, askInTurn, percentile, statusesOf, type Asked } from "./clients.ts";
import { lagBetween, readLag, readWaiting, waitingBetween } from "./observe.ts";
import { planText } from "./plan-text.ts";
import { questionSource } from "./questions.ts";

export interface LoadTrialOptions {
  readonly server: RealServer;
  readonly seed: number;
  /** Of each step of the search for the knee. */
  readonly stepSeconds: number;
  /** At 70% of the knee. */
  readonly steadySeconds: number;
  /** At three times the knee. */
  readonly floodSeconds: number;
  /** With uploads and builds. */
  readonly togetherSeconds: number;
  readonly onPhase?: (line: string) => void;
}

export interface LoadTrialFigures {
  /** Questions a second that were answered, by number of clients. */
  readonly steps: readonly { readonly clients: number; readonly rate: number; readonly p99: number }[];
  /** Questions a second. */
  readonly knee: number;
  readonly steady: Phase;
  readonly flood: Phase;
  /** Seconds after the flood until answers came in under a second again. */
  readonly recoverySeconds: number;
  readonly together: Phase & { readonly lagP99: number; readonly lagMost: number; readonly jobs: number };
  /** The share of the time in which the server had work and no core was free for it: what other programs took from it. */
  readonly crowding: number;
  readonly faults: readonly string[];
}

export interface Phase {
  readonly asked: number;
  readonly p50: number;
  readonly p99: number;
  readonly statuses: ReadonlyMap<number, number>;
}

const CLIENTS = [1, 2, 4, 8, 16, 32];
/** More clients that bring less than this are past the knee. */
const GAIN = 1.07;

export async function runLoadTrial(options: LoadTrialOptions): Promise<LoadTrialFigures> {
  const { server, seed, onPhase = () => {} } = options;
  const next = questionSource(seed);
  const faults: string[] = [];
  const waited = await readWaiting(server.pid);
  const steps = await findKnee({ server, next, seconds: options.stepSeconds, onPhase });
  const knee = Math.max(...steps.map(({ rate }) => rate));

  const steady = phaseOf(await askAtRate({ server, next, seconds: options.steadySeconds, rate: knee * 0.7 }));
  onPhase(`70% (${(knee * 0.7).toFixed(1)}/s): ${describe(steady)}`);
  faults.push(...unexpected("at 70% of the knee", steady, [200]));

  const flooded = await askAtRate({ server, next, seconds: options.floodSeconds, rate: knee * 3 });
  const flood = phaseOf(flooded);
  onPhase(`three times: ${describe(flood)}`);
  faults.push(...unexpected("at three times the knee", flood, [200, 429, 503]));
  if (flooded.some(({ status, retryAfter }) => (status === 429 || status === 503) && !retryAfter))
    faults.push("refused without Retry-After");
  const recoverySeconds = await recovery({ server, next, rate: knee * 0.5 });
  onPhase(`recovered after ${recoverySeconds.toFixed(1)} s`);

  const together = await withPublishing({ server, next, seconds: options.togetherSeconds, rate: knee * 0.3 });
  onPhase(`with uploads and builds (${together.jobs} jobs): ${describe(together)}, lag p99 ${together.lagP99.toFixed(0)} ms`);
  faults.push(...unexpected("with uploads and builds", together, [200]), ...together.faults);

  if (server.ended() !== null) faults.push(`the server ended: ${String(server.ended())}`);
  const crowding = waitingBetween(waited, await readWaiting(server.pid));
  return { steps, knee, steady, flood, recoverySeconds, together, crowding, faults };
}

interface KneeInput {
  readonly server: RealServer;
  readonly next: () => string;
  /** Of each step. */
  readonly seconds: number;
  readonly onPhase: (line: string) => void;
}

/** More clients again and again, until they bring no more answers; the first are only there to warm the server up. */
export async function findKnee({ server, next, seconds, onPhase }: KneeInput): Promise<LoadTrialFigures["steps"]> {
  await askInTurn({ server, next, seconds: Math.max(3, seconds), clients: 2 });
  const steps: { clients: number; rate: number; p99: number }[] = [];
  let withoutGain = 0;
  for (const clients of CLIENTS) {
    const asked = await askInTurn({ server, next, seconds, clients });
    const answered = asked.filter(({ status }) => status === 200);
    const lasted = Math.max(...asked.map(({ at, ms }) => at + ms)) / 1000;
    const step = {
      clients,
      rate: answered.length / lasted,
      p99: percentile(
        answered.map(({ ms }) => ms),
        0.99,
      ),
    };
    onPhase(`${clients} clients: ${step.rate.toFixed(1)} questions/s, p99 ${step.p99.toFixed(0)} ms`);
    const before = Math.max(0, ...steps.map(({ rate }) => rate));
    steps.push(step);
    // Once may be chance.
    withoutGain = step.rate < before * GAIN ? withoutGain + 1 : 0;
    if (withoutGain === 2) break;
  }
  return steps;
}

export function phaseOf(asked: readonly Asked[]): Phase {
  const times = asked.filter(({ status }) => status === 200).map(({ ms }) => ms);
  return { asked: asked.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99), statuses: statusesOf(asked) };
}

export function describe({ asked, p50, p99, statuses }: Phase): string {
  const seen = [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  return `${asked} questions, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${seen.join(", ")}`;
}

export function unexpected(when: string, { statuses }: Phase, allowed: readonly number[]): readonly string[] {
  return [...statuses].filter(([status]) => !allowed.includes(status)).map(([status, times]) => `${when}: ${times} times status ${status}`);
}

export interface Pace {
  readonly server: RealServer;
  readonly next: () => string;
  readonly rate: number;
}

/** A second of questions again and again, until one has no refusal and no answer over a second. */
async function recovery({ server, next, rate }: Pace): Promise<number> {
  const began = performance.now();
  for (;;) {
    const at = (performance.now() - began) / 1000;
    const asked = await askAtRate({ server, next, seconds: 1, rate });
    if (asked.every(({ status, ms }) => status === 200 && ms < 1000)) return at;
    if (at > 60) return Infinity;
  }
}

async function withPublishing({
  server,
  next,
  seconds,
  rate,
}: Pace & { seconds: number }): Promise<LoadTrialFigures["together"] & { faults: string[] }> {
  const before = await readLag(server);
  const authorization = `Bearer ${server.keys[0] ?? ""}`;
  const until = performance.now() + seconds * 1000;
  const faults: string[] = [];
  let jobs = 0;
  const publishing = (async () => {
    for (let number = 1; performance.now() < until; number += 1) {
      const form = new FormData();
      form.append("file", new Blob([planText(number)]), `thu-nghiem-${String(number)}.txt`);
      const uploaded = await fetch(`${server.url}/v1/documents`, { method: "POST", headers: { authorization }, body: form });
      if (uploaded.status !== 202)
        faults.push(`an upload was answered with ${String(uploaded.status)}: ${(await uploaded.text()).slice(0, 200)}`);
      const started = await fetch(`${server.url}/v1/index`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: "{}",
      });
      const { id } = (await started.json()) as { id: string };
      jobs += 2;
      const state = await jobEnd({ server, id, authorization, until: until + 60_000 });
      if (state !== "done") faults.push(`a build ended as ${state}`);
    }
  })();
  const phase = phaseOf(await askAtRate({ server, next, seconds, rate }));
  await publishing;
  const after = await readLag(server);
  return { ...phase, jobs, lagP99: lagBetween({ before, after, share: 0.99 }), lagMost: lagBetween({ before, after, share: 1 }), faults };
}

async function jobEnd({
  server,
  id,
  authorization,
  until,
}: {
  server: RealServer;
  id: string;
  authorization: string;
  until: number;
}): Promise<string> {
  for (;;) {
    const job = (await (await fetch(`${server.url}/v1/jobs/${id}`, { headers: { authorization } })).json()) as { state: string };
    if (job.state !== "waiting" && job.state !== "running") return job.state;
    if (performance.now() > until) return "never";
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
