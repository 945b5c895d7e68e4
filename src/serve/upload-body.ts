/**
 * An uploaded file from the request to the disk, a piece at a time; the plain fields beside it as texts.
 *
 * Input: a multipart/form-data request with one file in the field "file". Output: the file's bytes in a new file of the
 * given folder, synced, and its hash. Invariants: nothing larger than the limit is written; after an error nothing stays
 * behind. For a route: declare it with `app.openAPIRegistry.registerPath` and add it with `app.post`, since a declared
 * form body is read into memory by the validator. Ask who it is before calling this.
 */
import { createHash, randomUUID } from "node:crypto";
import { open, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../base/app-error.ts";
import { bodyChunks, uploadPace, type SlowLimits } from "./body-chunks.ts";
import { boundaryIn, malformed, multipartEvents, type PartHead } from "./multipart.ts";

export interface ReceivedFile {
  /** Absolute if the folder was; a new file that the caller moves or removes. The caller syncs the folder. */
  readonly path: string;
  /** As the client wrote it: never to be used as a path. */
  readonly fileName: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface ReceivedUpload {
  readonly file: ReceivedFile;
  /** The form's other fields. One that was sent twice keeps its last value. */
  readonly fields: ReadonlyMap<string, string>;
}

export interface UploadOptions {
  readonly request: Pick<Request, "headers" | "body">;
  /** Must exist; on the same file system as the file's later place. */
  readonly folder: string;
  /** Of the file. */
  readonly maximumBytes: number;
  readonly pace?: SlowLimits;
}

const FIELD_BYTES = 8192;
const MOST_FIELDS = 30;
/** Heads, delimiters and plain fields beside the file. */
const FORM_BYTES = MOST_FIELDS * FIELD_BYTES;

/**
 * @throws AppError "unsupported-media-type" for another kind of body, "too-large" for a file over the limit, "too-slow"
 * for one that hardly comes, "bad-request" for a form without a file, with two, or that breaks off. Faults of the disk come as they are.
 */
export async function receiveUpload({ request, folder, maximumBytes, pace = uploadPace }: UploadOptions): Promise<ReceivedUpload> {
  const boundary = boundaryIn(request.headers.get("content-type") ?? undefined);
  if (boundary === null) throw notAForm();
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maximumBytes + FORM_BYTES) throw fileTooLarge(maximumBytes);
  const fields = new Map<string, string>();
  let writing: FileWriter | null = null;
  let part: { head: PartHead; chunks: Uint8Array[]; size: number } | null = null;
  let [total, parts] = [0, 0];
  try {
    for await (const event of multipartEvents(counted(bodyChunks(request.body, pace)), boundary)) {
      if (event.kind === "part") {
        parts += 1;
        if (parts > MOST_FIELDS) throw malformed("too many parts");
        const isFile = event.head.fileName !== null;
        if (isFile && writing !== null) throw oneFileOnly();
        if (isFile && event.head.name !== "file") throw oneFileOnly();
        if (isFile) writing = await startFile({ folder, fileName: event.head.fileName ?? "", maximumBytes });
        part = { head: event.head, chunks: [], size: 0 };
      } else if (part === null) continue;
      else if (event.kind === "end") {
        if (part.head.fileName === null) fields.set(part.head.name, fieldText(part.chunks));
        part = null;
      } else if (part.head.fileName !== null) await writing?.write(event.bytes);
      else {
        part.size += event.bytes.byteLength;
        if (part.size > FIELD_BYTES) throw malformed("a field is too long");
        // A copy: the bytes are a view of a chunk that may be many times as large.
        part.chunks.push(Uint8Array.from(event.bytes));
      }
    }
    if (writing === null) throw noFile();
    return { file: await writing.finish(), fields };
  } catch (error) {
    await writing?.discard();
    throw error;
  }

  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      total += chunk.byteLength;
      if (total > maximumBytes + FORM_BYTES) throw fileTooLarge(maximumBytes);
      yield chunk;
    }
  }
}

interface FileWriter {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<ReceivedFile>;
  discard(): Promise<void>;
}

interface StartFile {
  readonly folder: string;
  readonly fileName: string;
  readonly maximumBytes: number;
}

async function startFile({ folder, fileName, maximumBytes }: StartFile): Promise<FileWriter> {
  const path = join(folder, `${randomUUID()}.part`);
  const file: FileHandle = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async write(chunk) {
      bytes += chunk.byteLength;
      if (bytes > maximumBytes) throw fileTooLarge(maximumBytes);
      hash.update(chunk);
      // `write` may write less than it was given; `writeFile` on an open file goes on from where it is.
      await file.writeFile(chunk);
    },
    async finish() {
      await file.sync();
      await file.close();
      return { path, fileName, bytes, sha256: hash.digest("hex") };
    },
    async discard() {
      // Closing twice is no fault of anybody's; the error that led here is the one to tell.
      await file.close().catch(() => undefined);
      await rm(path, { force: true }).catch(() => undefined);
    },
  };
}

function fieldText(chunks: readonly Uint8Array[]): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw malformed("a field is not UTF-8", cause);
  }
}

function fileTooLarge(maximumBytes: number): AppError {
  const megabytes = (maximumBytes / 1024 / 1024).toFixed(maximumBytes < 10 * 1024 * 1024 ? 1 : 0);
  return new AppError("too-large", {
    message: `file over ${String(maximumBytes)} bytes`,
    publicText: {
      vi: `Tập tin quá lớn: tối đa ${megabytes.replace(".", ",")} MB.`,
      en: `The file is too large: at most ${megabytes} MB.`,
    },
  });
}

function notAForm(): AppError {
  return new AppError("unsupported-media-type", {
    message: "not multipart/form-data",
    publicText: {
      vi: 'Hãy gửi tập tin trong trường "file" của biểu mẫu multipart/form-data.',
      en: 'Send the file in the field "file" of a multipart/form-data form.',
    },
  });
}

function noFile(): AppError {
  return new AppError("bad-request", {
    message: "no file in the form",
    publicText: { vi: 'Biểu mẫu thiếu tập tin trong trường "file".', en: 'The form has no file in its field "file".' },
  });
}

function oneFileOnly(): AppError {
  return new AppError("bad-request", {
    message: "another file than the one in the field file",
    publicText: { vi: 'Mỗi lần gửi một tập tin, trong trường "file".', en: 'Send one file at a time, in the field "file".' },
  });
}
