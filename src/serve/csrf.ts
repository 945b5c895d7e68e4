/** Writes in a signed-in person's name come from our own pages: a browser says where a request was made. */
import { forbidden } from "../access/access-errors.ts";
import type { HttpContext } from "./http-context.ts";
import { unsupportedMediaType } from "./problem.ts";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);
/** Our own plain forms; where they were sent from is asked like any other write. */
const formPaths = new Set(["/dang-nhap", "/thiet-lap"]);
/** What a form of another site can send without asking first is not among these. */
const bodyTypes = /^(?:application\/json|multipart\/form-data)(?:\s*;|$)/iu;

export function isWrite(method: string): boolean {
  return !harmless.has(method);
}

/** True, false, or null where nothing is said: no browser of today stays silent on a write. */
function isOwnOrigin(c: HttpContext): boolean | null {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = c.req.header("origin");
  if (origin === undefined) return null;
  return URL.parse(origin)?.host === c.req.header("host");
}

/**
 * For a write that a cookie speaks for.
 *
 * @throws AppError "forbidden" when it does not show that it comes from our own pages, "unsupported-media-type" for a body
 * that is neither JSON nor an upload.
 */
export function assertOwnWrite(c: HttpContext): void {
  if (isOwnOrigin(c) !== true) throw foreignWrite();
  const type = c.req.header("content-type");
  if (formPaths.has(c.req.path)) return;
  if (type !== undefined && !bodyTypes.test(type)) throw unsupportedMediaType();
}

/** For signing in, where no cookie speaks yet: a program that says nothing may, another site may not. */
export function assertNotForeign(c: HttpContext): void {
  if (isOwnOrigin(c) === false) throw foreignWrite();
}

function foreignWrite(): ReturnType<typeof forbidden> {
  return forbidden("write from another origin", {
    vi: "Yêu cầu không đến từ trang của hệ thống này nên bị từ chối.",
    en: "The request does not come from a page of this server and was refused.",
  });
}
