/**
 * multipart/form-data (RFC 7578) as it comes in, piece by piece: a file of any size passes through and is never held.
 *
 * Input: a body's chunks and its boundary. Output: for each part its head, its bytes and its end, in order.
 * Invariants: the bytes put together are the part's content whatever the chunks; a body that ends too early is an error.
 */
import { AppError } from "../base/app-error.ts";

export interface PartHead {
  /** Of the form's field. */
  readonly name: string;
  /** Null for a plain field. As the client wrote it: a name, maybe with a path, never to be used as one. */
  readonly fileName: string | null;
}

export type MultipartEvent =
  | { readonly kind: "part"; readonly head: PartHead }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "end" };

type State = "before" | "line" | "head" | "content" | "done";

const HEAD_LIMIT = 8192;
/** Two dashes or a line break after a delimiter, with blanks before it. */
const LINE_LIMIT = 256;

/** The boundary in a Content-Type header; null when it is no multipart/form-data. */
export function boundaryIn(contentType: string | undefined): string | null {
  if (contentType === undefined || !/^\s*multipart\/form-data\s*(?:;|$)/iu.test(contentType)) return null;
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?=[\s;]|$))/iu.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

/** @throws AppError "bad-request" for a body that is not what its header says. */
export async function* multipartEvents(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<MultipartEvent> {
  const delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
  // The first delimiter may stand at the very beginning, without the line break that belongs to the others.
  let held: Buffer = Buffer.from("\r\n");
  // Held in an object: the compiler does not see that the generator below changes it.
  const at: { state: State } = { state: "before" };

  /** Goes as far as the held bytes lead. */
  function* advance(): Generator<MultipartEvent> {
    for (;;) {
      if (at.state === "before" || at.state === "content") {
        const found = held.indexOf(delimiter);
        // What could be the beginning of a delimiter waits for more.
        const sure = found === -1 ? Math.max(0, held.length - delimiter.length + 1) : found;
        if (at.state === "content" && sure > 0) yield { kind: "bytes", bytes: held.subarray(0, sure) };
        held = held.subarray(found === -1 ? sure : found + delimiter.length);
        if (found === -1) return;
        if (at.state === "content") yield { kind: "end" };
        at.state = "line";
      } else if (at.state === "line") {
        if (held.length >= 2 && held.subarray(0, 2).toString("latin1") === "--") {
          at.state = "done";
          return;
        }
        const end = held.indexOf("\r\n");
        if (end > LINE_LIMIT || (end === -1 && held.length > LINE_LIMIT)) throw malformed("a delimiter's line does not end");
        if (end === -1) return;
        if (!/^[ \t]*$/u.test(held.subarray(0, end).toString("latin1"))) throw malformed("a delimiter is followed by something");
        held = held.subarray(end);
        at.state = "head";
      } else if (at.state === "head") {
        const end = held.indexOf("\r\n\r\n");
        if (end > HEAD_LIMIT || (end === -1 && held.length > HEAD_LIMIT)) throw malformed("a part's head is too long");
        if (end === -1) return;
        yield { kind: "part", head: readHead(held.subarray(0, end)) };
        held = held.subarray(end + 4);
        at.state = "content";
      } else return;
    }
  }

  for await (const chunk of body) {
    if (at.state === "done") continue; // What follows the last delimiter means nothing; it is read so that the connection can go on.
    held = held.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([held, chunk]);
    yield* advance();
  }
  if (at.state !== "done") throw malformed("the body ends before its last delimiter");
}

function readHead(bytes: Uint8Array): PartHead {
  const text = decode(bytes);
  const line = /(?:^|\r\n)content-disposition[ \t]*:([^\r\n]*)/iu.exec(text)?.[1] ?? "";
  if (!/^\s*form-data\s*(?:;|$)/iu.test(line)) throw malformed("a part is no form field");
  const name = parameter(line, "name");
  if (name === null) throw malformed("a part has no name");
  return { name, fileName: extendedParameter(line) ?? parameter(line, "filename") };
}

/** Browsers write a quotation mark in a name as %22 (WHATWG), older programs as \". */
function parameter(line: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;"]*))`, "iu").exec(line);
  const quoted = found?.[1]?.replace(/\\(["\\])/gu, "$1");
  return (quoted ?? found?.[2] ?? null)?.replaceAll("%22", '"').replaceAll(/%0[ad]/giu, " ") ?? null;
}

/** filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.docx (RFC 5987), which some programs send beside the plain one. */
function extendedParameter(line: string): string | null {
  const written = /;\s*filename\*=utf-8''([^\s;"]*)/iu.exec(line)?.[1];
  if (written === undefined) return null;
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw malformed("a part's head is not UTF-8", cause);
  }
}

export function malformed(message: string, cause?: unknown): AppError {
  return new AppError("bad-request", {
    message: `multipart: ${message}`,
    publicText: {
      vi: "Nội dung gửi lên không phải biểu mẫu multipart/form-data hợp lệ.",
      en: "The body is not a valid multipart/form-data form.",
    },
    cause,
  });
}
