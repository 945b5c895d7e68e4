/**
 * Runs jobs one after the other, as long as it lives.
 *
 * Invariants: a job ends as done, failed or cancelled, and nothing that it throws ends the runner; a stop leaves the job
 * that runs to the next start; another process's wish to cancel is heard within `lookMs`.
 */
import { AppError } from "../base/app-error.ts";
import type { Log } from "../base/log.ts";
import type { Job, JobEnd } from "../store/types/jobs.ts";
import type { Store } from "../store/types/store.ts";
import { cancelled } from "./build-in-child.ts";
import { describeFailure } from "./failure-words.ts";
import type { JobEvents } from "./job-events.ts";
import type { PublishProgress } from "./types.ts";

export interface RunningJob {
  readonly job: Job;
  readonly signal: AbortSignal;
  readonly report: (progress: PublishProgress) => void;
}

export interface JobRunnerOptions {
  readonly store: Pick<Store, "jobs">;
  readonly events: JobEvents;
  readonly log: Log;
  /** Does the work. What it throws is told as the job's failure. */
  readonly run: (running: RunningJob) => Promise<Extract<JobEnd, { state: "done" }>>;
  /** Called when a job has ended otherwise than well, or well: to put away what it left. */
  readonly after: (job: Job) => Promise<void>;
  /** How often to look for jobs and wishes of other processes, in milliseconds. Default 500. */
  readonly lookMs?: number;
}

export interface JobRunner {
  /** There may be something to do. */
  wake(): void;
  /** Ends the job that runs, if it is this one. */
  cancel(jobId: string): void;
  /** Whether a job runs, or one is about to. */
  busy(): boolean;
  /** Ends what runs without an outcome, and waits until it has let go. */
  stop(): Promise<void>;
  /** Resolves when no job waits or runs. */
  idle(): Promise<void>;
}

/** The reason of a signal that ends a job without an outcome: this process stops, another takes the job up. */
export const STOPPING = Symbol("stopping");

/** Progress is written to the disk at most so often; who listens is told at once. */
const WRITE_MS = 400;

export function startJobRunner({ store, events, log, run, after, lookMs = 500 }: JobRunnerOptions): JobRunner {
  let stopping = false;
  let isIdle = false;
  let current: { readonly job: Job; readonly abort: AbortController } | null = null;
  let wakeUp: () => void = () => undefined;
  let idleWaiters: (() => void)[] = [];
  const watch = setInterval(() => void hearWishes(), lookMs);
  watch.unref();
  const loop = work();

  async function work(): Promise<void> {
    // oxlint-disable-next-line eslint/no-unmodified-loop-condition -- `stop` changes it
    while (!stopping) {
      const job = await claim();
      if (job === null) {
        isIdle = true;
        for (const tell of idleWaiters.splice(0)) tell();
        await pause();
        continue;
      }
      isIdle = false;
      await runOne(job);
    }
  }

  async function claim(): Promise<Job | null> {
    try {
      return await store.jobs.claim();
    } catch (error) {
      log.error("jobs cannot be read", error);
      return null;
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function runOne(job: Job): Promise<void> {
    const abort = new AbortController();
    current = { job, abort };
    events.tell(job);
    const writer = progressWriter(job);
    let end: JobEnd;
    try {
      end = await run({ job, signal: abort.signal, report: (progress) => writer.report(progress) });
    } catch (error) {
      if (stopping) {
        await writer.done();
        return;
      }
      const isCancelled = abort.signal.aborted && error instanceof AppError && error.code === "cancelled";
      if (!isCancelled) log.error("job failed", error, { job: job.id, kind: job.kind });
      end = isCancelled ? { state: "cancelled" } : { state: "failed", ...describeFailure(error) };
    } finally {
      await writer.done();
      current = null;
    }
    await settle(job, end);
  }

  /** An outcome that could not be written is written later: else the work would be done twice. */
  async function settle(job: Job, end: JobEnd): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const ended = (await store.jobs.end(job.id, end)) ?? (await store.jobs.byId(job.id));
        // An outcome that a fault of the disk swallowed; what the job left is needed until it is written.
        if (ended?.state === "running") throw new Error("the outcome was not written");
        if (ended !== null) events.tell(ended);
        await after(ended ?? job);
        return;
      } catch (error) {
        log.error("a job's outcome could not be kept", error, { job: job.id });
        // The next start takes the job up again; each job can be done twice without harm.
        if (attempt >= (stopping ? 2 : 5)) return;
        await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
      }
    }
  }

  function progressWriter(job: Job): { report(progress: PublishProgress): void; done(): Promise<void> } {
    let written = { step: "", at: 0 };
    let writing: Promise<void> = Promise.resolve();
    return {
      report(progress) {
        events.tell({ ...job, ...progress });
        const now = performance.now();
        if (progress.step === written.step && now - written.at < WRITE_MS) return;
        written = { step: progress.step, at: now };
        writing = writing
          .then(() => store.jobs.progress(job.id, progress))
          .catch((error: unknown) => log.error("progress not kept", error));
      },
      done: () => writing,
    };
  }

  async function hearWishes(): Promise<void> {
    if (current === null) return;
    const { job, abort } = current;
    try {
      if ((await store.jobs.byId(job.id))?.cancelAsked === true) abort.abort(cancelled());
    } catch (error) {
      log.error("jobs cannot be read", error);
    }
  }

  return {
    busy: () => !isIdle,
    wake() {
      isIdle = false;
      wakeUp();
    },
    cancel(jobId) {
      if (current?.job.id === jobId) current.abort.abort(cancelled());
    },
    async stop() {
      stopping = true;
      clearInterval(watch);
      current?.abort.abort(STOPPING);
      wakeUp();
      await loop;
    },
    idle: () =>
      new Promise((resolve) => {
        idleWaiters = [...idleWaiters, resolve];
        wakeUp();
      }),
  };
}
