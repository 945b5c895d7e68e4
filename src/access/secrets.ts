/** Secrets that are made here, shown once and kept as hashes: sessions, keys, widget tokens, one-time links. */
import { randomBytes } from "node:crypto";
import { sha256 } from "../base/files.ts";

/** The prefix lets people and scanners tell what leaked. */
export const secretPrefixes = { session: "tls_", key: "tla_", widget: "tlw_", link: "tll_" } as const;
export type SecretKind = keyof typeof secretPrefixes;

/** 256 random bits: nothing to guess, so that a plain hash is enough to keep it safe. */
export function newSecret(kind: SecretKind): string {
  return `${secretPrefixes[kind]}${randomBytes(32).toString("base64url")}`;
}

const FORM = /^tl[alsw]_[\w-]{43}$/u;

/** Null for what cannot be a secret of this kind: it is not even looked up. */
export function hashOfSecret(kind: SecretKind, secret: string): string | null {
  const prefix = secretPrefixes[kind];
  return secret.startsWith(prefix) && FORM.test(secret) ? sha256(secret) : null;
}
