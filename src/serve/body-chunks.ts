/** A request's body as chunks, cut off when it comes too slowly: a slow sender holds a place that others need. */
import { AppError } from "../base/app-error.ts";

export interface SlowLimits {
  /** No byte for so long ends it, in milliseconds. */
  readonly idleMs: number;
  /** After this time the rate counts, in milliseconds. */
  readonly graceMs: number;
  /** Bytes a second on the whole. */
  readonly leastRate: number;
}

/** An upload over a poor line passes; one byte now and then does not. */
export const uploadPace: SlowLimits = { idleMs: 20_000, graceMs: 30_000, leastRate: 4096 };

/**
 * @throws AppError "too-slow" as `limits` say, "bad-request" when the client goes away in the middle.
 */
export async function* bodyChunks(body: ReadableStream<Uint8Array> | null, limits: SlowLimits): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  const began = performance.now();
  let size = 0;
  try {
    for (;;) {
      const elapsed = performance.now() - began;
      if (elapsed > limits.graceMs && size < (elapsed / 1000) * limits.leastRate) throw tooSlow();
      const read = await promptly(reader.read(), limits.idleMs);
      if (read.done) return;
      size += read.value.byteLength;
      yield read.value;
    }
  } finally {
    // Not cancelled, which would cut the connection before the answer is out: the server reads what is left and drops it.
    reader.releaseLock();
  }
}

/** Waits for what the client sends, for so long. @throws AppError "too-slow", or "bad-request" when the client goes away. */
export async function promptly<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw error instanceof AppError ? error : cutOff(error);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(): AppError {
  return new AppError("too-slow", {
    message: "the body came too slowly",
    publicText: { vi: "Nội dung gửi lên quá chậm nên đã bị ngắt.", en: "The request body came too slowly and was cut off." },
  });
}

/** The client went away or broke the framing: its fault, and nobody is left to read the answer. */
function cutOff(cause: unknown): AppError {
  return new AppError("bad-request", {
    message: "the body was cut off",
    publicText: { vi: "Nội dung gửi lên bị ngắt giữa chừng.", en: "The request body was cut off." },
    cause,
  });
}
