/** Passwords, codes and secrets: against published vectors, and against those who guess. */
import { describe, expect, it } from "vitest";
import { createPasswords, shippedCosts } from "../../src/access/passwords.ts";
import { hashOfSecret, newSecret } from "../../src/access/secrets.ts";
import { createThrottle } from "../../src/access/sign-in-throttle.ts";
import { decodeBase32, hotp, matchTotp, newTotpSecret, totpUri } from "../../src/access/totp.ts";
import { AppError } from "../../src/base/app-error.ts";

const cheap = { n: 1024, r: 8, p: 1 };

describe("codes of an authenticator", () => {
  it("are those of RFC 4226, appendix D", () => {
    const key = Buffer.from("12345678901234567890");
    const codes = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];
    expect(codes.map((_, counter) => hotp({ key, counter }))).toEqual(codes);
  });

  it.each([
    [59, "sha1", "94287082"],
    [59, "sha256", "46119246"],
    [59, "sha512", "90693936"],
    [1_111_111_109, "sha1", "07081804"],
    [1_111_111_111, "sha256", "67062674"],
    [1_234_567_890, "sha512", "93441116"],
    [2_000_000_000, "sha1", "69279037"],
    [20_000_000_000, "sha256", "77737706"],
  ] as const)("are those of RFC 6238, appendix B, at %i s with %s", (seconds, hash, code) => {
    const lengths = { sha1: 20, sha256: 32, sha512: 64 };
    const key = Buffer.from("1234567890".repeat(7).slice(0, lengths[hash]));
    expect(hotp({ key, counter: Math.floor(seconds / 30), digits: 8, hash })).toBe(code);
  });

  it("hold one step before and after, and not two", () => {
    const secret = newTotpSecret();
    const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
    const code = hotp({ key: decodeBase32(secret), counter: Math.floor(at(0).getTime() / 30_000) });
    expect([-60, -30, 0, 30, 60].map((shift) => matchTotp({ secret, code, now: at(shift) }) !== null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(matchTotp({ secret, code: "", now: at(0) })).toBeNull();
  });

  it("hold once", () => {
    const secret = newTotpSecret();
    const now = new Date(1_800_000_000_000);
    const code = hotp({ key: decodeBase32(secret), counter: Math.floor(now.getTime() / 30_000) });
    const step = matchTotp({ secret, code, now })!;
    expect(matchTotp({ secret, code, now, usedUpTo: step })).toBeNull();
  });

  it("come from 160 bits in base 32, as apps read them", () => {
    expect(newTotpSecret(Buffer.from("12345678901234567890"))).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(Buffer.from(decodeBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).toString()).toBe("12345678901234567890");
    expect(() => decodeBase32("0189")).toThrow("base 32");
    expect(totpUri({ secret: "ABC", login: "an@x", issuer: "Tro ly" })).toBe(
      "otpauth://totp/Tro%20ly:an%40x?secret=ABC&issuer=Tro%20ly&algorithm=SHA1&digits=6&period=30",
    );
  });
});

describe("passwords", () => {
  const passwords = createPasswords(cheap);
  it("are kept with a salt of their own and their costs", async () => {
    const [first, second] = [await passwords.hash("một mật khẩu dài"), await passwords.hash("một mật khẩu dài")];
    expect(first).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/u);
    expect(first).not.toBe(second);
    expect(await passwords.verify("một mật khẩu dài", first)).toBe(true);
    expect(await passwords.verify("một mật khẩu dàj", first)).toBe(false);
  });

  it("are the same however the keyboard composes them", async () => {
    const stored = await passwords.hash("mật khẩu của tôi".normalize("NFD"));
    expect(await passwords.verify("mật khẩu của tôi".normalize("NFC"), stored)).toBe(true);
  });

  it("are refused where nothing or nonsense is stored, in the time that a wrong one takes", async () => {
    const real = createPasswords({ n: 2 ** 14, r: 8, p: 1 });
    const stored = await real.hash("x".repeat(12));
    const timed = async (against: string | null): Promise<number> => {
      const began = performance.now();
      expect(await real.verify("y".repeat(12), against)).toBe(false);
      return performance.now() - began;
    };
    await timed(stored);
    const [wrong, none] = [await timed(stored), await timed(null)];
    expect(none).toBeGreaterThan(wrong / 4);
    expect(await real.verify("y".repeat(12), "plain")).toBe(false);
  });

  it("cost what OWASP asks, in 32 MB", () => {
    expect(shippedCosts).toEqual({ n: 32_768, r: 8, p: 3 });
    expect((128 * shippedCosts.n * shippedCosts.r) / 2 ** 20).toBe(32);
  });

  it("are checked one at a time, and only so many wait", async () => {
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => passwords.verify("x", null)));
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.length).toBe(40 - 16);
    expect((refused[0] as PromiseRejectedResult).reason).toMatchObject({ code: "overloaded" });
  });
});

describe("secrets", () => {
  it("carry 256 random bits under a prefix that tells what leaked", () => {
    const keys = Array.from({ length: 200 }, () => newSecret("key"));
    expect(new Set(keys).size).toBe(200);
    expect(keys[0]).toMatch(/^tla_[\w-]{43}$/u);
    expect(hashOfSecret("key", keys[0]!)).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("of one kind are nothing of another, and what has no such form is not looked up", () => {
    expect(hashOfSecret("widget", newSecret("key"))).toBeNull();
    for (const wrong of ["", "tla_", "tla_x", `tla_${"a".repeat(44)}`, `tla_${"a".repeat(42)}\n`])
      expect(hashOfSecret("key", wrong)).toBeNull();
  });
});

describe("slowing those who guess", () => {
  it("lets a few mistakes pass, then doubles the wait, up to its longest", () => {
    let time = 0;
    const throttle = createThrottle({ clock: () => time, free: 2, longestMs: 5000 });
    const waitOf = (): number => {
      try {
        throttle.begin("an");
        return 0;
      } catch (error) {
        return (error as AppError).retryAfterSeconds ?? Number.NaN;
      }
    };
    expect([waitOf(), waitOf(), waitOf()]).toEqual([0, 0, 0]);
    expect(waitOf()).toBe(1);
    time = 1000;
    expect([waitOf(), waitOf()]).toEqual([0, 2]);
    time = 3000;
    expect([waitOf(), waitOf()]).toEqual([0, 4]);
    time = 7000;
    expect([waitOf(), waitOf()]).toEqual([0, 5]);
    throttle.begin("binh");
    throttle.succeed("an");
    expect(waitOf()).toBe(0);
  });

  it("remembers so many names and no more", () => {
    const throttle = createThrottle({ clock: () => 0, free: 0, size: 3 });
    for (const name of ["a", "b", "c", "d"]) throttle.begin(name);
    expect(() => throttle.begin("a")).not.toThrow();
    expect(() => throttle.begin("d")).toThrow(AppError);
  });
});
