import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { PassageInput } from "../../src/models/embedder.ts";
import type { TransformersEmbedder, TransformersEmbedderOptions } from "../../src/models/transformers-embedder.ts";
import { openShippedEmbedder } from "../helpers/shipped-model.ts";
import { dot, health, tourism } from "../conformance/embedder.suite.ts";

let embedder: TransformersEmbedder | null = null;
afterEach(async () => {
  await embedder?.close();
  embedder = null;
});

async function open(options: Partial<TransformersEmbedderOptions> = {}): Promise<TransformersEmbedder> {
  embedder = await openShippedEmbedder(options);
  return embedder;
}

function kill(target: TransformersEmbedder): void {
  const processId = target.processId();
  if (processId === undefined) throw new Error("there is no child to kill");
  process.kill(processId, "SIGKILL");
}

const isAlive = (processId: number) => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};
const many: PassageInput[] = Array.from({ length: 24 }, (_, i) => ({
  context: "",
  sentences: [`Nhiệm vụ số ${i}: `.concat("ứng dụng trí tuệ nhân tạo trong quản lý. ".repeat(8))],
}));

describe("the embedder's child process", () => {
  it("is started again after it was killed; questions fail meanwhile and never hang", async () => {
    const target = await open();
    const before = await target.embedQuery("du lịch");
    const asked = Promise.allSettled([target.embedQuery("a"), target.embedQuery("b"), target.embedQuery("c")]);
    kill(target);
    for (const result of await asked) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "embedder-failed" });
    await expect.poll(() => target.state(), { timeout: 500, interval: 1 }).toBe("restarting");
    await expect(target.embedQuery("du lịch")).rejects.toMatchObject({ code: "embedder-failed" });
    await expect.poll(() => target.state(), { timeout: 15_000 }).toBe("ready");
    const after = await target.embedQuery("du lịch");
    expect(dot(before.pooled, after.pooled)).toBeGreaterThan(0.9999);
  }, 30_000);

  it("finishes a build whose child is killed in the middle", async () => {
    const target = await open();
    const expected = await target.embedPassages(many);
    const seen: number[] = [];
    const build = target.embedPassages(many, (done) => {
      seen.push(done);
      if (seen.length === 2) kill(target);
    });
    const result = await build;
    expect(result).toHaveLength(many.length);
    result.forEach(({ pooled }, i) => expect(dot(pooled, expected[i]?.pooled ?? [])).toBeGreaterThan(0.9999));
    expect(seen.at(-1)).toBe(many.length);
  }, 30_000);

  it("gives up on a passage that takes too long every time, and still answers afterwards", async () => {
    const target = await open({ requestTimeoutMs: 40, restartPauseMs: 10 });
    const slow: PassageInput = { context: "", sentences: ["rất dài ".repeat(2000)] };
    await expect(target.embedPassages([slow])).rejects.toMatchObject({ code: "embedder-failed" });
    await expect
      .poll(
        () =>
          target.embedQuery("ngắn").then(
            () => true,
            () => false,
          ),
        { timeout: 15_000 },
      )
      .toBe(true);
  }, 40_000);

  it("refuses more questions than may wait, and answers those it took", async () => {
    const target = await open({ queueLimit: 3 });
    const results = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => target.embedQuery(`câu ${i}`)));
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    expect(results.length - refused.length).toBeGreaterThanOrEqual(3);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: "embedder-busy", publicText: { vi: expect.any(String), en: expect.any(String) } });
    await expect(target.embedQuery("câu sau")).resolves.toBeDefined();
  }, 20_000);

  it("answers questions before the passages of a build that is running", async () => {
    const target = await open();
    let done = 0;
    const build = target.embedPassages(many, (count) => {
      done = count;
    });
    await target.embedQuery("câu hỏi chen ngang");
    expect(done).toBeLessThan(many.length / 2);
    await build;
  }, 20_000);

  it("ends with its parent's wish, and what waited is told", async () => {
    const target = await open();
    const processId = target.processId() ?? 0;
    const build = target.embedPassages([tourism, health, ...many]);
    // oxlint-disable-next-line vitest/valid-expect -- awaited below: the build must be waited for before the embedder closes
    const told = expect(build).rejects.toMatchObject({ code: "embedder-failed" });
    await target.close();
    await told;
    expect(isAlive(processId)).toBe(false);
    await expect(target.embedQuery("muộn")).rejects.toMatchObject({ code: "embedder-failed" });
  }, 20_000);

  it("leaves no child behind when the parent is killed", async () => {
    const program = fileURLToPath(new URL("orphan-parent.ts", import.meta.url));
    const parent = spawn(process.execPath, ["--import", "tsx", program], { stdio: ["ignore", "pipe", "inherit"] });
    const processId = await new Promise<number>((resolve) =>
      parent.stdout.once("data", (text: Buffer) => resolve(Number(text.toString()))),
    );
    expect(isAlive(processId)).toBe(true);
    parent.kill("SIGKILL");
    await expect.poll(() => isAlive(processId), { timeout: 5000 }).toBe(false);
  }, 20_000);

  it("says that the model cannot be loaded instead of trying for ever", async () => {
    await expect(openShippedEmbedder({ modelFolder: "/nowhere/no-model" })).rejects.toMatchObject({ code: "embedder-failed" });
  }, 20_000);

  it("has another fingerprint for other settings and other files", async () => {
    const first = (await open()).model.fingerprint;
    await embedder?.close();
    expect((await open({ filesHash: "other" })).model.fingerprint).not.toBe(first);
  }, 20_000);
});
