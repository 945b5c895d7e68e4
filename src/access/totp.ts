/** Codes of an authenticator: TOTP (RFC 6238) over HOTP (RFC 4226), SHA-1, six digits, thirty seconds, as every app has it. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** A clock may be one step off, either way. */
const WINDOW = 1;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** 160 bits as RFC 4226 recommends, in base 32 (RFC 4648) without padding: 32 characters. */
export function newTotpSecret(bytes: Uint8Array = randomBytes(20)): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{1,5}/gu) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, "0"), 2)] ?? "").join("");
}

/** @throws Error when the text is no base 32. */
export function decodeBase32(text: string): Uint8Array {
  let bits = "";
  for (const letter of text.replace(/=+$/u, "").toUpperCase()) {
    const value = ALPHABET.indexOf(letter);
    if (value === -1) throw new Error("no base 32");
    bits += value.toString(2).padStart(5, "0");
  }
  return Uint8Array.from(bits.match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}

export interface HotpOptions {
  readonly key: Uint8Array;
  /** For TOTP: steps of 30 seconds since 1970. */
  readonly counter: number;
  /** Default 6. */
  readonly digits?: number;
  /** Default "sha1". */
  readonly hash?: "sha1" | "sha256" | "sha512";
}

/** RFC 4226, section 5.3. */
export function hotp({ key, counter, digits = DIGITS, hash = "sha1" }: HotpOptions): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(hash, key).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const value = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(value % 10 ** digits).padStart(digits, "0");
}

export function totpCounter(now: Date): number {
  return Math.floor(now.getTime() / 1000 / PERIOD_SECONDS);
}

/** The step whose code this is, one before or after now included; null when it is none. A step that was used counts no more. */
export function matchTotp({
  secret,
  code,
  now,
  usedUpTo = -1,
}: {
  secret: string;
  code: string;
  now: Date;
  /** The last step that was accepted. */
  usedUpTo?: number;
}): number | null {
  const given = Buffer.from(code.replaceAll(/\s/gu, ""), "utf8");
  const key = decodeBase32(secret);
  const current = totpCounter(now);
  let found: number | null = null;
  for (let counter = current - WINDOW; counter <= current + WINDOW; counter += 1) {
    const expected = Buffer.from(hotp({ key, counter }), "utf8");
    if (given.length === expected.length && timingSafeEqual(given, expected) && counter > usedUpTo) found = counter;
  }
  return found;
}

/** What an authenticator app reads from a picture or takes as a link. */
export function totpUri({ secret, login, issuer }: { secret: string; login: string; issuer: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${String(DIGITS)}&period=${String(PERIOD_SECONDS)}`;
}
