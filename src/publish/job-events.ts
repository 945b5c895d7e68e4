/** Who watches a job is told as soon as something changes; nothing is kept for those who come later, the job itself tells them. */
import type { Job } from "../store/types/jobs.ts";

export type JobListener = (job: Job) => void;

export interface JobEvents {
  tell(job: Job): void;
  /** @returns what ends it. */
  listen(listener: JobListener): () => void;
}

export function createJobEvents(): JobEvents {
  const listeners = new Set<JobListener>();
  return {
    tell(job) {
      for (const listener of listeners) listener(job);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
