/** Kills the children of a server, each at a random moment of its life. */
import { setTimeout as pause } from "node:timers/promises";
import { descendantsOf } from "./descendants.ts";
import { childKinds, isOfKind, type ChildKind } from "./kinds.ts";

export interface Killer {
  readonly killed: (kind: ChildKind) => number;
  /** Whether this kind has had its share. */
  readonly done: (kind: ChildKind) => boolean;
  readonly total: () => number;
  stop(): Promise<void>;
}

const LOOK_MS = 30;
/** The longest that a child of this kind is left alone, in milliseconds: some die while they start, some at work. */
const mercy: Readonly<Record<ChildKind, number>> = { embedding: 6000, reading: 1500, recognising: 1500, building: 5000 };

export function startKiller({
  pid,
  wanted,
  random,
}: {
  pid: number;
  wanted: Readonly<Record<ChildKind, number>>;
  random: () => number;
}): Killer {
  const counts = new Map<ChildKind, number>();
  /** When each child that was seen is to die. */
  const due = new Map<number, number>();
  const stopping = new AbortController();
  const killed = (kind: ChildKind): number => counts.get(kind) ?? 0;

  async function look(): Promise<void> {
    const living = await descendantsOf(pid);
    for (const known of due.keys()) if (!living.some((child) => child.pid === known)) due.delete(known);
    for (const child of living) {
      const kind = childKinds.find((one) => isOfKind(one, child.command));
      if (kind === undefined || killed(kind) >= wanted[kind]) continue;
      const at = due.get(child.pid) ?? performance.now() + random() * mercy[kind];
      due.set(child.pid, at);
      if (performance.now() < at) continue;
      due.delete(child.pid);
      try {
        process.kill(child.pid, "SIGKILL");
        counts.set(kind, killed(kind) + 1);
      } catch {
        // It ended by itself in this moment.
      }
    }
  }

  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await look();
      await pause(LOOK_MS);
    }
  })();
  return {
    killed,
    done: (kind) => killed(kind) >= wanted[kind],
    total: () => childKinds.reduce((sum, kind) => sum + killed(kind), 0),
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
