/** Passwords as they are kept: scrypt (RFC 7914) with a salt of their own, its costs written beside the hash. */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";
import { AppError } from "../base/app-error.ts";

export interface PasswordCosts {
  /** Work and memory; a power of two. Memory is 128 · N · r bytes. */
  readonly n: number;
  readonly r: number;
  /** Rounds after one another. */
  readonly p: number;
}

/**
 * OWASP's list of equal strengths (Password Storage Cheat Sheet, 2025) holds N=2^17 r=8 p=1 and N=2^15 r=8 p=3; the latter
 * takes 32 MB where the former takes 128, which a server of 450 MB cannot lend to whoever tries a password.
 */
export const shippedCosts: PasswordCosts = Object.freeze({ n: 2 ** 15, r: 8, p: 3 });

const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** One at a time, a few that wait: the memory of one is all that sign-ins ever take. */
const MOST_WAITING = 16;

export interface Passwords {
  /** "scrypt$32768$8$3$salt$hash" */
  hash(password: string): Promise<string>;
  /** Takes as long for no stored hash as for a wrong password, so that nobody learns which logins there are. */
  verify(password: string, stored: string | null): Promise<boolean>;
}

/** The same characters typed on two keyboards are one password: Vietnamese comes composed from one and decomposed from another. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize("NFKC"), "utf8");
}

function derive({ password, salt, costs }: { password: string; salt: Buffer; costs: PasswordCosts }): Promise<Buffer> {
  const options: ScryptOptions = { N: costs.n, r: costs.r, p: costs.p, maxmem: 256 * costs.n * costs.r };
  return new Promise((resolve, reject) => {
    scrypt(bytesOf(password), salt, HASH_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

interface Stored {
  readonly costs: PasswordCosts;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const FORM = /^scrypt\$(?<n>\d{1,8})\$(?<r>\d{1,2})\$(?<p>\d{1,2})\$(?<salt>[\w-]+)\$(?<hash>[\w-]+)$/u;

function readStored(text: string): Stored | null {
  const parts = FORM.exec(text)?.groups;
  if (parts === undefined) return null;
  const costs = { n: Number(parts["n"]), r: Number(parts["r"]), p: Number(parts["p"]) };
  const hash = Buffer.from(parts["hash"] ?? "", "base64url");
  return hash.length === HASH_BYTES ? { costs, salt: Buffer.from(parts["salt"] ?? "", "base64url"), hash } : null;
}

/** @param costs of new hashes; stored ones say their own. */
export function createPasswords(costs: PasswordCosts = shippedCosts): Passwords {
  const decoy: Stored = { costs, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** @throws AppError "overloaded" when too many wait. */
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= MOST_WAITING) throw tooMany();
    waiting += 1;
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  }

  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(SALT_BYTES);
        const key = await derive({ password, salt, costs });
        return ["scrypt", costs.n, costs.r, costs.p, salt.toString("base64url"), key.toString("base64url")].join("$");
      }),
    verify: (password, stored) =>
      inTurn(async () => {
        const known = stored === null ? null : readStored(stored);
        const { hash, ...rest } = known ?? decoy;
        const same = timingSafeEqual(await derive({ password, ...rest }), hash);
        return same && known !== null;
      }),
  };
}

function tooMany(): AppError {
  return new AppError("overloaded", {
    message: "too many passwords to check",
    publicText: {
      vi: "Đang có quá nhiều lượt đăng nhập. Xin thử lại sau vài giây.",
      en: "Too many sign-ins at once. Please try again shortly.",
    },
  });
}
