/** The cookie that holds a session: bound to the host where the connection is safe, plain only on the machine itself. */
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { forbidden } from "../access/access-errors.ts";
import { isLoopback } from "./client-address.ts";
import type { HttpContext } from "./http-context.ts";

const SECURE_NAME = "__Host-aide";
const PLAIN_NAME = "aide";

/**
 * Whether the browser's own connection is encrypted. A proxy says so in X-Forwarded-Proto; whoever forges it only gets a
 * cookie that their own browser sends less often.
 */
function isSecure(c: HttpContext): boolean {
  return c.req.url.startsWith("https:") || c.req.header("x-forwarded-proto")?.split(",")[0]?.trim().toLowerCase() === "https";
}

/** Browsers take connections to the machine itself for safe. */
function isOwnMachine(c: HttpContext): boolean {
  const host = new URL(c.req.url).hostname.replace(/^\[|\]$/gu, "");
  return host === "localhost" || isLoopback(host);
}

export function readSessionCookie(c: HttpContext): string | undefined {
  return getCookie(c, isSecure(c) ? SECURE_NAME : PLAIN_NAME);
}

/** @throws AppError "forbidden" where anybody on the way could read the session. */
export function assertSafeConnection(c: HttpContext): void {
  if (isSecure(c) || isOwnMachine(c)) return;
  throw forbidden("sign-in without encryption", {
    vi: "Chỉ đăng nhập được qua HTTPS. Máy chủ HTTPS đứng trước phải gửi X-Forwarded-Proto: https.",
    en: "Signing in needs HTTPS. The HTTPS server in front must send X-Forwarded-Proto: https.",
  });
}

export function writeSessionCookie({ c, secret, lastsMs }: { c: HttpContext; secret: string; lastsMs: number }): void {
  assertSafeConnection(c);
  const secure = isSecure(c);
  setCookie(c, secure ? SECURE_NAME : PLAIN_NAME, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    maxAge: Math.floor(lastsMs / 1000),
  });
}

export function dropSessionCookie(c: HttpContext): void {
  const secure = isSecure(c);
  deleteCookie(c, secure ? SECURE_NAME : PLAIN_NAME, { path: "/", secure });
}
