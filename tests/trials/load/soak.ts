/** Questions at 70% of what the server takes, for long: what its memory does. */
import type { RealServer } from "../server/real-server.ts";
import { askAtRate } from "./clients.ts";
import { memoryOf, memorySlope, type MemorySample } from "./observe.ts";
import { questionSource } from "./questions.ts";
import { findKnee, phaseOf, unexpected } from "./trial.ts";

export interface SoakTrialOptions {
  readonly server: RealServer;
  readonly seed: number;
  readonly seconds: number;
  readonly onPhase?: (line: string) => void;
}

export interface SoakTrialFigures {
  readonly questions: number;
  /** MB an hour over the last half. */
  readonly slope: number;
  /** Of the server and its children. */
  readonly firstMegabytes: number;
  readonly lastMegabytes: number;
  readonly mostMegabytes: number;
  readonly faults: readonly string[];
}

const SAMPLE_MS = 2000;

export async function runSoakTrial({ server, seed, seconds, onPhase = () => {} }: SoakTrialOptions): Promise<SoakTrialFigures> {
  const next = questionSource(seed);
  const knee = Math.max(...(await findKnee({ server, next, seconds: Math.min(10, seconds / 10), onPhase })).map(({ rate }) => rate));
  const samples: MemorySample[] = [];
  const faults: string[] = [];
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  const sample = async (): Promise<void> => {
    const megabytes = await memoryOf(server.pid);
    samples.push({ hours: elapsed() / 3600, megabytes });
  };
  await sample();
  const watch = setInterval(() => void sample(), SAMPLE_MS);
  let questions = 0;
  for (let minute = 0; elapsed() < seconds; minute += 1) {
    const phase = phaseOf(await askAtRate({ server, next, seconds: Math.min(60, seconds - elapsed()), rate: knee * 0.7 }));
    questions += phase.asked;
    faults.push(...unexpected(`in minute ${minute}`, phase, [200]));
    if (minute % 5 === 0) onPhase(`minute ${minute}: ${(samples.at(-1)?.megabytes ?? 0).toFixed(0)} MB`);
  }
  clearInterval(watch);
  if (server.ended() !== null) faults.push(`the server ended: ${String(server.ended())}`);
  const megabytes = samples.map((one) => one.megabytes);
  return {
    questions,
    slope: memorySlope(samples),
    firstMegabytes: megabytes[0] ?? 0,
    lastMegabytes: megabytes.at(-1) ?? 0,
    mostMegabytes: Math.max(...megabytes),
    faults,
  };
}
