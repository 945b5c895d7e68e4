/** What each kind of job does. Every one of them may be done again after a crash in its middle, and ends the same. */
import { AppError } from "../base/app-error.ts";
import { sha256OfFile } from "../base/files.ts";
import { readDocumentFile } from "../corpus/read-corpus.ts";
import { unreadableFile } from "../corpus/unreadable.ts";
import type { UnreadableFile } from "../corpus/types.ts";
import type { Job, JobEnd, JobKind } from "../store/types/jobs.ts";
import { activateGeneration } from "./activate-generation.ts";
import { cancelled } from "./build-in-child.ts";
import { withReader } from "./collection.ts";
import { findIncoming } from "./incoming.ts";
import { STOPPING, type RunningJob } from "./job-runner.ts";
import { removeOriginal } from "./originals-folder.ts";
import { preparePlace } from "./place-upload.ts";
import type { PublishContext } from "./publish-context.ts";
import { PublishedError, publishCollection } from "./publish-collection.ts";

type Done = Extract<JobEnd, { state: "done" }>;
type Work = (running: RunningJob, context: PublishContext) => Promise<Done>;

const works: Readonly<Record<JobKind, Work>> = { upload: takeIn, replace: takeIn, remove, index, activate };

/** @throws what is to be told as the job's failure. */
export function runJob(running: RunningJob, context: PublishContext): Promise<Done> {
  return works[running.job.kind](running, context);
}

async function takeIn(running: RunningJob, context: PublishContext): Promise<Done> {
  const { corpusFolder, indexFolder } = context.folders;
  const { job, report, signal } = running;
  const incoming = await findIncoming(corpusFolder, job.id);
  if (incoming === null) throw lostUpload(job);
  const { order, contentPath } = incoming;
  if (contentPath !== null) {
    report({ step: "reading", done: 0, total: 1 });
    if ((await sha256OfFile(contentPath)) !== order.sha256) throw damagedOnDisk(order.fileName);
    // Read before it takes anybody's place: a file that nobody can read, or may not, never costs the one before it.
    const unreadable = await withReader(indexFolder, async (reader) => {
      const read = await readDocumentFile(contentPath, { reader, fileName: order.fileName });
      return "unreadable" in read ? read.unreadable : null;
    });
    if (unreadable !== null) throw notTakenIn(unreadable);
    report({ step: "reading", done: 1, total: 1 });
    if (signal.aborted) throw cancelled();
  }
  const placing = await preparePlace({ job, order, contentPath }, context);
  try {
    await placing.place();
    return await publishCollection(running, context);
  } catch (error) {
    // A stop is no outcome: the next start takes the job up where it is.
    if (signal.reason !== STOPPING && !(error instanceof PublishedError)) await placing.undo();
    throw error;
  }
}

async function remove(running: RunningJob, context: PublishContext): Promise<Done> {
  const { documentId } = running.job;
  if (documentId === null) throw new Error(`job ${running.job.id} removes nothing`);
  await removeOriginal(context.folders.corpusFolder, documentId);
  await context.store.forgetDocument(documentId);
  return publishCollection(running, context);
}

function index(running: RunningJob, context: PublishContext): Promise<Done> {
  return publishCollection(running, context);
}

async function activate({ job, report }: RunningJob, context: PublishContext): Promise<Done> {
  const { generation } = job;
  if (generation === null) throw new Error(`job ${job.id} activates nothing`);
  report({ step: "verifying", done: 0, total: 0 });
  await activateGeneration(generation, context);
  return { state: "done", generation };
}

function notTakenIn(unreadable: UnreadableFile): AppError {
  const { code, fileName, message, messageEn } = unreadable;
  return new AppError("unreadable-document", { message: `${code}: ${fileName}`, publicText: { vi: message, en: messageEn } });
}

function damagedOnDisk(fileName: string): AppError {
  return notTakenIn(unreadableFile({ fileName, code: "damaged" }));
}

function lostUpload({ id, fileName }: Job): AppError {
  return new AppError("not-found", {
    message: `job ${id} has no file`,
    publicText: {
      vi: `Tệp “${fileName ?? ""}” của công việc này không còn trên máy chủ; xin tải lên lại.`,
      en: `The file “${fileName ?? ""}” of this job is not on the server any more; please upload it again.`,
    },
  });
}
