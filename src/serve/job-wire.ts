/** A job as clients see it. */
import { authorize } from "../access/authorize.ts";
import type { JobObject } from "../access/objects.ts";
import type { Access } from "../access/open-access.ts";
import type { Principal } from "../access/principal.ts";
import { AppError } from "../base/app-error.ts";
import type { JobWireShape } from "../contract/jobs.ts";
import type { Job } from "../store/types/jobs.ts";

export function jobWire(job: Job): JobWireShape {
  const { id, kind, state, documentId, fileName, createdBy, createdAt, startedAt, endedAt, step, done, total, generation } = job;
  const { errorCode, errorVi, errorEn } = job;
  const error = errorCode === null ? null : { code: errorCode, message: errorVi ?? "", messageEn: errorEn ?? "" };
  return { id, kind, state, documentId, fileName, createdBy, createdAt, startedAt, endedAt, step, done, total, error, generation };
}

/** What rights to a job depend on: its document as it stands or last stood; the unit it was made for where it never was there. */
function jobObject({ documentId, unit }: Pick<Job, "documentId" | "unit">, { book, current }: JobRights): JobObject {
  const isThere = documentId !== null && current.has(documentId);
  const document = documentId === null ? null : isThere ? book.document(documentId) : book.lastPlacement(documentId);
  return { kind: "job", unit, document, aboutDocument: documentId !== null };
}

interface JobRights extends Pick<Access, "book"> {
  /** Ids of the documents that are there. */
  readonly current: ReadonlySet<string>;
}

/** @returns what decides about jobs as things stand now. */
export async function jobRights({ book, store }: Pick<Access, "book" | "store">): Promise<JobRights> {
  return { book, current: new Set((await store.originals.listCurrent()).map(({ documentId }) => documentId)) };
}

/** @param action default "job.read". */
export function mayTouchJob({ principal, job, rights, action = "job.read" }: JobQuestion): boolean {
  return authorize(principal, action, jobObject(job, rights)).allowed;
}

interface JobQuestion {
  readonly principal: Principal;
  readonly job: Job;
  readonly rights: JobRights;
  readonly action?: "job.read" | "job.cancel";
}

export function unknownJob(): AppError {
  return new AppError("not-found", {
    message: "unknown job",
    publicText: { vi: "Không có công việc này.", en: "There is no such job." },
  });
}
