import { describe, expect, it } from "vitest";
import { failed, type Generated, type Generator } from "../../src/models/generator.ts";
import { guardGenerator } from "../../src/models/generator-guard.ts";

const prompt = { system: "", user: "" };
const text: Generated = { kind: "text", text: "Được." };

/** A generator whose replies are given by hand, one after another. */
function byHand(): { generator: Generator; waiting: ((generated: Generated) => void)[]; calls: () => number } {
  const waiting: ((generated: Generated) => void)[] = [];
  let calls = 0;
  const generator: Generator = { model: "m", generate: () => new Promise((resolve) => void ((calls += 1), waiting.push(resolve))) };
  return { generator, waiting, calls: () => calls };
}

const scripted = (replies: Generated[]): Generator => ({ model: "m", generate: async () => replies.shift() ?? text });

describe("a guarded generator", () => {
  it("lets four requests through and tells a fifth at once that it is busy", async () => {
    const { generator, waiting, calls } = byHand();
    const guarded = guardGenerator(generator);
    const four = Array.from({ length: 4 }, () => guarded.generate(prompt));
    expect(await guarded.generate(prompt)).toEqual(failed("busy"));
    expect(calls()).toBe(4);
    for (const answer of waiting.splice(0)) answer(text);
    expect(await Promise.all(four)).toEqual([text, text, text, text]);
    const next = guarded.generate(prompt);
    waiting[0]?.(text);
    expect(await next).toEqual(text);
  });

  it("rests for half a minute after three failures in a row, then tries once", async () => {
    let now = 0;
    const replies = [failed("timeout"), text, failed("timeout"), failed("rejected", 500), failed("empty")];
    const guarded = guardGenerator(scripted(replies), { now: () => now });
    const reasons: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const generated = await guarded.generate(prompt);
      reasons.push(generated.kind === "text" ? "text" : generated.reason);
    }
    expect(reasons).toEqual(["timeout", "text", "timeout", "rejected", "empty", "resting", "resting"]);
    now = 29_999;
    expect(await guarded.generate(prompt)).toEqual(failed("resting"));
    now = 30_000;
    expect(await guarded.generate(prompt)).toEqual(text);
    expect(await guarded.generate(prompt)).toEqual(text);
  });

  it("sends a single request to find out whether the rest is over, and rests again when it fails", async () => {
    let now = 0;
    const { generator, waiting, calls } = byHand();
    const guarded = guardGenerator(generator, { now: () => now, failures: 1 });
    const first = guarded.generate(prompt);
    waiting.shift()?.(failed("timeout"));
    await first;
    now = 30_000;
    const trial = guarded.generate(prompt);
    expect(await guarded.generate(prompt)).toEqual(failed("resting"));
    expect(calls()).toBe(2);
    waiting.shift()?.(failed("timeout"));
    expect(await trial).toEqual(failed("timeout"));
    now = 59_999;
    expect(await guarded.generate(prompt)).toEqual(failed("resting"));
    expect(calls()).toBe(2);
  });

  it("tells the log each failure of the model, not those it made itself", async () => {
    const heard: unknown[] = [];
    const guarded = guardGenerator(scripted([failed("rejected", 429), failed("timeout")]), {
      failures: 2,
      now: () => 0,
      onFailure: (failure) => heard.push(failure),
    });
    for (let i = 0; i < 4; i += 1) await guarded.generate(prompt);
    expect(heard).toEqual([
      { reason: "rejected", status: 429, restsForMs: 0 },
      { reason: "timeout", status: null, restsForMs: 30_000 },
    ]);
  });
});
