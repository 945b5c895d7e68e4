/**
 * What editors can do, for the server and the command line alike.
 *
 * Input: received files and wishes. Output: jobs, at once; their work is done by whichever process holds the publisher's
 * lock. Invariants: an upload is on the disk with its job before it is acknowledged; a removal hides before it is
 * acknowledged; every act is in the audit trail, in the same write as its job.
 */
import { join } from "node:path";
import { AppError } from "../base/app-error.ts";
import { tryLock, type BuildLock } from "../index/build-lock.ts";
import type { DocumentAccess } from "../store/types/catalogue.ts";
import type { Job } from "../store/types/jobs.ts";
import { describeGenerations, type GenerationSummary } from "./describe-generations.ts";
import { toldDiskFailure } from "./failure-words.ts";
import { documentIdOf, replacingFileName, safeFileName } from "./file-names.ts";
import { clearIncoming, discard, giveToJob, packUpload, stagingFolder, sweepIncoming, type UploadOrder } from "./incoming.ts";
import { createJobEvents, type JobListener } from "./job-events.ts";
import { startJobRunner, type JobRunner } from "./job-runner.ts";
import { filesOf } from "./originals-folder.ts";
import type { PublishContext } from "./publish-context.ts";
import { runJob } from "./run-job.ts";
import { tombstones } from "./tombstones.ts";

export interface GivenFile {
  /** Synced, in the folder that `stagingFolder()` named; it is moved or removed. */
  readonly path: string;
  /** As the client wrote it. */
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface GivenDocument {
  readonly file: GivenFile;
  readonly by: string;
  readonly access?: DocumentAccess | undefined;
  readonly unit?: string | null | undefined;
  readonly title?: string | undefined;
}

export interface CatalogueChange {
  readonly documentId: string;
  readonly by: string;
  readonly access?: DocumentAccess | undefined;
  readonly unit?: string | null | undefined;
  /** Fields of the catalogue file; null takes a correction back. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

export interface PublisherOptions extends PublishContext {
  /** A folder of its own that exists; the process that holds the lock in it runs the jobs. */
  readonly dataFolder: string;
}

export interface Publisher {
  /** Where files may be received. */
  stagingFolder(): Promise<string>;
  /** A received file that comes to nothing; one that was taken over already is left alone. */
  discard(file: GivenFile): Promise<void>;
  /** @throws AppError "conflict" when there is a document of this name. Removes the file when it throws. */
  upload(given: GivenDocument): Promise<Job>;
  replace(documentId: string, given: GivenDocument): Promise<Job>;
  /** Hidden from everybody when this resolves. */
  remove(request: { documentId: string; by: string }): Promise<Job>;
  /** @returns the index job that makes corrected fields seen; null where only the access changed, which is seen at once. */
  describe(change: CatalogueChange): Promise<Job | null>;
  index(by: string): Promise<Job>;
  activate(request: { generation: string; by: string }): Promise<Job>;
  /** @throws AppError "conflict" for a job that has ended or removes a document. Null when unknown. */
  cancel(request: { jobId: string; by: string }): Promise<Job | null>;
  /** Told of every change that this process sees. @returns what ends it. */
  listen(listener: JobListener): () => void;
  /** Whether a file of this document lies in the folder of originals, recorded or not. */
  hasFile(documentId: string): Promise<boolean>;
  generations(): Promise<readonly GenerationSummary[]>;
  /** Takes the publisher's lock and runs jobs from now on. False while another process does. */
  run(): Promise<boolean>;
  /** Whether this process runs the jobs. */
  running(): boolean;
  /** Whether a job runs or waits, as far as this process knows. */
  busy(): boolean;
  /** Resolves when nothing waits or runs; only for the process that runs the jobs. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export function createPublisher(options: PublisherOptions): Publisher {
  const { store, folders, log, dataFolder, placementOf, onPlacementChanged } = options;
  const { corpusFolder } = folders;
  const events = createJobEvents();
  let lock: BuildLock | null = null;
  let runner: JobRunner | null = null;

  async function accept({ kind, order }: { kind: "upload" | "replace"; order: UploadOrder }, given: GivenDocument): Promise<Job> {
    let packed = given.file.path;
    let jobId: string | null = null;
    try {
      packed = await packUpload(given.file.path, order);
      const { unit } = await placementOf(order.documentId);
      const job = await store.transaction(async ({ jobs, audit }) => {
        const { documentId, fileName, sha256, bytes, by } = order;
        const added = await jobs.add({ kind, createdBy: by, documentId, fileName, unit: order.unit === undefined ? unit : order.unit });
        await audit.append({ actor: by, action: `document.${kind}`, object: documentId, details: { job: added.id, sha256, bytes } });
        jobId = added.id;
        await giveToJob({ corpusFolder, packed, jobId });
        return added;
      });
      return announced(job);
    } catch (error) {
      await discard(packed);
      if (jobId !== null) await discardUnless(jobId);
      throw error;
    }
  }

  /** The folder of a job that was not kept; where that cannot be told now, the next start's sweep tells. */
  async function discardUnless(jobId: string): Promise<void> {
    const isKept = await store.jobs.byId(jobId).then(
      (job) => job !== null,
      () => true,
    );
    if (!isKept) await clearIncoming(corpusFolder, jobId);
  }

  function announced(job: Job): Job {
    events.tell(job);
    runner?.wake();
    return job;
  }

  function orderOf(given: GivenDocument, fileName: string): UploadOrder {
    const { file, by, access, unit, title } = given;
    return {
      documentId: documentIdOf(fileName),
      fileName,
      sha256: file.sha256,
      bytes: file.bytes,
      by,
      ...(access === undefined ? {} : { access }),
      ...(unit === undefined ? {} : { unit }),
      ...(title === undefined ? {} : { title }),
    };
  }

  async function addJob(job: Parameters<typeof store.jobs.add>[0], action: string): Promise<Job> {
    const added = await store.transaction(async ({ jobs, audit }) => {
      const made = await jobs.add(job);
      await audit.append({
        actor: job.createdBy,
        action,
        object: job.documentId ?? job.generation ?? "",
        details: { job: made.id },
      });
      return made;
    });
    return announced(added);
  }

  return {
    stagingFolder: async () => {
      try {
        return await stagingFolder(corpusFolder);
      } catch (error) {
        throw toldDiskFailure(error);
      }
    },
    discard: (file) => discard(file.path),
    upload: (given) =>
      orDiscarded(given, async () => {
        const fileName = safeFileName(given.file.fileName);
        const documentId = documentIdOf(fileName);
        if ((await store.originals.current(documentId)) !== null || (await isOnItsWay(documentId))) throw nameTaken(documentId);
        return accept({ kind: "upload", order: orderOf(given, fileName) }, given);
      }),
    replace: (documentId, given) =>
      orDiscarded(given, () => {
        const fileName = replacingFileName(documentId, given.file.fileName);
        return accept({ kind: "replace", order: orderOf(given, fileName) }, given);
      }),
    async remove({ documentId, by }) {
      const known = await store.catalogue.get(documentId);
      const { unit } = await placementOf(documentId);
      const job = await store.transaction(async (repositories) => {
        const { jobs, audit, originals, catalogue } = repositories;
        const added = await jobs.add({ kind: "remove", createdBy: by, documentId, unit });
        // One that came without an upload has no record yet; removed is what was recorded and is no more.
        if ((await originals.remove(documentId)) === null && (await originals.history(documentId)).length === 0) {
          await originals.put({ documentId, fileName: documentId, sha256: "", bytes: 0, uploadedBy: "folder" });
          await originals.remove(documentId);
        }
        // Who might see it stays, should it come back; what was said of it goes.
        if (known !== null) await catalogue.set({ ...known, fields: {}, updatedBy: by });
        await tombstones(repositories).add(documentId);
        await audit.append({ actor: by, action: "document.remove", object: documentId, details: { job: added.id } });
        return added;
      });
      await onPlacementChanged();
      await store.forgetDocument(documentId);
      return announced(job);
    },
    async describe({ documentId, by, access, unit, fields }) {
      const known = await store.catalogue.get(documentId);
      const merged = Object.fromEntries(Object.entries({ ...known?.fields, ...fields }).filter(([, value]) => value !== null));
      const now = await placementOf(documentId);
      const next = {
        documentId,
        access: access ?? now.access,
        unit: unit === undefined ? now.unit : unit,
        fields: merged,
        updatedBy: by,
      };
      const needsIndex = fields !== undefined && JSON.stringify(merged) !== JSON.stringify(known?.fields ?? {});
      const job = await store.transaction(async ({ catalogue, jobs, audit }) => {
        await catalogue.set(next);
        const details = { access: next.access, unit: next.unit, fields: Object.keys(fields ?? {}) };
        await audit.append({ actor: by, action: "document.describe", object: documentId, details });
        return needsIndex ? jobs.add({ kind: "index", createdBy: by, documentId, unit: next.unit }) : null;
      });
      await onPlacementChanged();
      return job === null ? null : announced(job);
    },
    index: (by) => addJob({ kind: "index", createdBy: by }, "index.build"),
    activate: ({ generation, by }) => addJob({ kind: "activate", createdBy: by, generation }, "generation.activate"),
    async cancel({ jobId, by }) {
      const known = await store.jobs.byId(jobId);
      if (known === null) return null;
      if (known.kind === "remove") throw cannotCancel("remove");
      if (known.state !== "waiting" && known.state !== "running") throw cannotCancel("ended");
      const job = await store.jobs.cancel(jobId);
      await store.audit.append({ actor: by, action: "job.cancel", object: jobId });
      runner?.cancel(jobId);
      if (job?.state === "cancelled") {
        await clearIncoming(corpusFolder, jobId);
        events.tell(job);
      }
      return job;
    },
    listen: (listener) => events.listen(listener),
    hasFile: async (documentId) => (await filesOf(corpusFolder, documentId)).length > 0,
    generations: () => describeGenerations(options),
    async run() {
      if (runner !== null) return true;
      lock = await tryLock(join(dataFolder, ".publisher"));
      if (lock === null) return false;
      await store.jobs.requeueRunning();
      await sweepIncoming(corpusFolder, async (jobId) => {
        const job = await store.jobs.byId(jobId);
        return job === null ? null : job.state !== "waiting" && job.state !== "running";
      });
      runner = startJobRunner({
        store,
        events,
        log,
        run: (running) => runJob(running, options),
        after: (job) => clearIncoming(corpusFolder, job.id),
      });
      return true;
    },
    running: () => runner !== null,
    busy: () => runner?.busy() ?? false,
    idle: async () => runner?.idle(),
    async close() {
      await runner?.stop();
      runner = null;
      await lock?.release();
      lock = null;
    },
  };

  /** The file goes with whatever keeps it from becoming a job. */
  async function orDiscarded(given: GivenDocument, work: () => Promise<Job>): Promise<Job> {
    try {
      return await work();
    } catch (error) {
      await discard(given.file.path);
      throw toldDiskFailure(error);
    }
  }

  async function isOnItsWay(documentId: string): Promise<boolean> {
    const unfinished = await store.jobs.list({ states: ["waiting", "running"], documentId });
    // What comes after a removal finds the name free.
    return unfinished[0]?.kind === "upload" || unfinished[0]?.kind === "replace";
  }
}

function nameTaken(documentId: string): AppError {
  return new AppError("conflict", {
    message: "the document is there",
    publicText: {
      vi: `Đã có văn bản “${documentId}”; hãy thay thế văn bản đó (PUT) hoặc đổi tên tệp.`,
      en: `There is a document “${documentId}” already; replace it (PUT) or rename the file.`,
    },
  });
}

function cannotCancel(why: "ended" | "remove"): AppError {
  const publicText =
    why === "ended"
      ? { vi: "Công việc này đã kết thúc nên không hủy được.", en: "This job has ended and cannot be cancelled." }
      : {
          vi: "Việc gỡ văn bản không hủy được; hãy tải văn bản lên lại nếu cần.",
          en: "A removal cannot be cancelled; upload the document again if it is needed.",
        };
  return new AppError("conflict", { message: `cannot cancel: ${why}`, publicText });
}
