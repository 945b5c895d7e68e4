/** Jobs: what editors asked for, with progress and outcome. They outlast a restart. */
import type { PublicText } from "../../base/app-error.ts";

export type JobKind = "upload" | "replace" | "remove" | "index" | "activate";
export type JobState = "waiting" | "running" | "done" | "failed" | "cancelled";

export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly documentId: string | null;
  readonly fileName: string | null;
  /** Of the document, so that only its unit sees the job. */
  readonly unit: string | null;
  /** An account's id, or who acted otherwise: "cli", "folder". */
  readonly createdBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** A word for the step it is at, "" before it starts. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly errorCode: string | null;
  readonly errorVi: string | null;
  readonly errorEn: string | null;
  /** That it published, or that it is to activate. */
  readonly generation: string | null;
  /** Somebody wants a running job to stop; the one that runs it looks here. */
  readonly cancelAsked: boolean;
}

export interface NewJob {
  readonly kind: JobKind;
  readonly createdBy: string;
  readonly documentId?: string | null;
  readonly fileName?: string | null;
  readonly unit?: string | null;
  readonly generation?: string | null;
}

export type JobEnd =
  | { readonly state: "done"; readonly generation?: string | null }
  | { readonly state: "failed"; readonly errorCode: string; readonly publicText: PublicText }
  | { readonly state: "cancelled" };

export interface JobFilter {
  readonly states?: readonly JobState[];
  readonly documentId?: string;
  readonly createdBy?: string;
  /** Default 100. */
  readonly limit?: number;
}

export interface Jobs {
  add(job: NewJob): Promise<Job>;
  byId(id: string): Promise<Job | null>;
  /** Newest first. */
  list(filter?: JobFilter): Promise<readonly Job[]>;
  /** The oldest waiting job, now running; null when none waits. Two that ask never get the same. */
  claim(): Promise<Job | null>;
  /** Only of a running job. Each call is a write to the disk: several a second at most. */
  progress(id: string, at: Pick<Job, "step" | "done" | "total">): Promise<void>;
  /** Null when it is unknown or had ended before. */
  end(id: string, end: JobEnd): Promise<Job | null>;
  /** A waiting job is cancelled; a running one is asked to stop. The job as it now is; null when unknown. */
  cancel(id: string): Promise<Job | null>;
  /** Running jobs wait again: their process died. @returns them. */
  requeueRunning(): Promise<readonly Job[]>;
}
