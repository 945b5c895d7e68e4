/** Headers that keep a browser from doing more with our pages and data than we meant. */
import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./http-context.ts";

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");
/** Data is never a page: should a browser show it, it may load nothing at all. */
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

export function secureHeaders(): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await next();
    const policy = policyFor(c.res);
    if (policy !== null) c.header("content-security-policy", policy);
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "no-referrer");
    c.header("x-frame-options", "DENY");
    c.header("cross-origin-opener-policy", "same-origin");
    // Set before for pages of other origins that may read this.
    if (!c.res.headers.has("cross-origin-resource-policy")) c.header("cross-origin-resource-policy", "same-origin");
    c.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
  };
}

/** Null for "not modified": a browser puts that response's headers in place of the kept page's own, and has no type to tell them by. */
function policyFor({ status, headers }: Response): string | null {
  if (status === 304) return null;
  const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
  return isPage ? pagePolicy : dataPolicy;
}
