/** Reads a request's body within its limit and as UTF-8, before any schema looks at it. */
import type { MiddlewareHandler } from "hono";
import { AppError } from "../base/app-error.ts";
import { LanguageSchema } from "../contract/answer.ts";
import type { HttpContext, HttpEnv } from "./http-context.ts";
import { notJson } from "./problem.ts";

/** @throws (in the request) AppError "too-large" over `maximum` bytes, "bad-request" for bytes that are not UTF-8. */
export function readBody(maximum: number): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const bytes = await limitedBytes(c, maximum).catch((cause: unknown) => {
      throw cause instanceof AppError ? cause : cutOff(cause);
    });
    const text = decodeUtf8(bytes);
    // Hono's own readers (and the validators) take the text from here instead of reading the stream again. It keeps
    // the promise of what its type calls the value.
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
    c.set("bodyLanguage", languageIn(text));
    await next();
  };
}

async function limitedBytes(c: HttpContext, maximum: number): Promise<Uint8Array> {
  const declared = c.req.header("content-length");
  if (declared !== undefined && Number(declared) > maximum) throw tooLarge(maximum);
  // With a declared length the HTTP parser itself holds the body to it; without, the bytes are counted as they come.
  if (declared !== undefined) {
    const whole = new Uint8Array(await c.req.raw.arrayBuffer());
    if (whole.byteLength > maximum) throw tooLarge(maximum);
    return whole;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: ReadableStream<Uint8Array> | null = c.req.raw.body;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > maximum) throw tooLarge(maximum);
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notJson();
  }
}

/** The body's own wish, read before validation so that even a fault in the body is explained in its language. */
function languageIn(text: string): "vi" | "en" | undefined {
  const written = /"lang"\s*:\s*"(\w{1,8})"/u.exec(text.slice(0, 100_000))?.[1];
  const parsed = LanguageSchema.safeParse(written);
  return parsed.success ? parsed.data : undefined;
}

/** The client went away or broke the framing: its fault, and nobody is left to read the answer. */
function cutOff(cause: unknown): AppError {
  return new AppError("bad-request", {
    message: "the body was cut off",
    publicText: { vi: "Nội dung gửi lên bị ngắt giữa chừng.", en: "The request body was cut off." },
    cause,
  });
}

function tooLarge(maximum: number): AppError {
  const kilobytes = String(Math.floor(maximum / 1024));
  return new AppError("too-large", {
    message: `body over ${String(maximum)} bytes`,
    publicText: {
      vi: `Nội dung gửi lên quá lớn: tối đa ${kilobytes} kB.`,
      en: `The request body is too large: at most ${kilobytes} kB.`,
    },
  });
}
