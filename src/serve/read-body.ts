/** Reads a request's body within its limit and as UTF-8, before any schema looks at it. */
import type { MiddlewareHandler } from "hono";
import { AppError } from "../base/app-error.ts";
import { LanguageSchema } from "../contract/answer.ts";
import { bodyChunks, promptly, type SlowLimits } from "./body-chunks.ts";
import type { HttpContext, HttpEnv } from "./http-context.ts";
import { boundaryIn } from "./multipart.ts";
import { notJson } from "./problem.ts";

/** A question is one packet: whoever needs longer than this for it holds a place on purpose. */
const jsonPace: SlowLimits = { idleMs: 15_000, graceMs: 5_000, leastRate: 1024 };

/**
 * Uploads of files are left to their routes, which pass them on to the disk without ever holding them.
 *
 * @throws (in the request) AppError "too-large" over `maximum` bytes, "bad-request" for bytes that are not UTF-8, "too-slow"
 * for a body that hardly comes.
 */
export function readBody(maximum: number): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (isUpload(c)) return next();
    const bytes = await limitedBytes(c, maximum);
    const text = decodeUtf8(bytes);
    // Hono's own readers (and the validators) take the text from here instead of reading the stream again. It keeps
    // the promise of what its type calls the value.
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
    c.set("bodyLanguage", languageIn(text));
    return next();
  };
}

/** The calls that take a file of any size: POST /v1/documents and PUT /v1/documents/{id}. */
function isUpload(c: HttpContext): boolean {
  return boundaryIn(c.req.header("content-type")) !== null && /^\/v1\/documents(?:\/[^/]+)?$/u.test(c.req.path);
}

async function limitedBytes(c: HttpContext, maximum: number): Promise<Uint8Array> {
  const declared = c.req.header("content-length");
  if (declared !== undefined && Number(declared) > maximum) throw tooLarge(maximum);
  // With a declared length the HTTP parser itself holds the body to it; without, the bytes are counted as they come.
  if (declared !== undefined) {
    const whole = new Uint8Array(await promptly(c.req.raw.arrayBuffer(), jsonPace.idleMs));
    if (whole.byteLength > maximum) throw tooLarge(maximum);
    return whole;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(c.req.raw.body, jsonPace)) {
    size += chunk.byteLength;
    if (size > maximum) throw tooLarge(maximum);
    chunks.push(chunk);
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
