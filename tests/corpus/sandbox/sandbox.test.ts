/** The reading process, taken over by a file: what it can reach, and how it ends. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { memoryOfGroup } from "../../../src/corpus/memory-of-group.ts";
import { startReadingProcess, type ReadingProcess } from "../../../src/corpus/reading-process.ts";
import { findIsolation, type Isolation } from "../../../src/corpus/reading-sandbox.ts";

const hostile = fileURLToPath(new URL("hostile-child.ts", import.meta.url));
const readingChild = new URL("../../../src/corpus/reading-child.ts", import.meta.url).href;
const limits = { timeMs: 5000, memoryMiB: 600, heapMiB: 256, cpuSeconds: 20, fileMiB: 64 };
const strongest = await findIsolation();
const isolations: readonly Isolation[] = strongest === "bubblewrap" ? ["bubblewrap", "node-permissions"] : ["node-permissions"];

let workFolder: string;
let outside: string;
let server: Server;
let asked = 0;
beforeAll(async () => {
  server = createServer((_, response) => {
    asked++;
    response.end("x");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());
beforeEach(async () => {
  workFolder = await mkdtemp(join(tmpdir(), "aide-work-"));
  outside = await mkdtemp(join(tmpdir(), "aide-outside-"));
});
afterEach(async () => {
  for (const folder of [workFolder, outside]) await rm(folder, { recursive: true, force: true });
});

async function order(isolation: Isolation, words: string, change: Partial<typeof limits> = {}) {
  const reading: ReadingProcess = startReadingProcess({ workFolder, isolation, limits: { ...limits, ...change }, entry: hostile });
  try {
    return await reading.read({ kind: "text", bytes: Buffer.from(words), workFolder });
  } finally {
    await reading.stop();
  }
}

it("is shut in by bubblewrap on Linux, where the tests run with it installed", () => {
  expect(strongest).toBe(process.platform === "linux" ? "bubblewrap" : "node-permissions");
});

describe.each(isolations)("a reading process under %s", (isolation) => {
  it("writes into its own folder", async () => {
    expect(await order(isolation, "here")).toMatchObject({ ok: true, lines: [{ text: "written" }] });
    expect(existsSync(join(workFolder, "own"))).toBe(true);
  });

  it("writes nowhere else", async () => {
    const path = join(outside, "escaped");
    expect(await order(isolation, `write ${path}`)).toMatchObject({
      ok: true,
      lines: [{ text: expect.stringMatching(/read-only file system|no such file|access to this api has been restricted/iu) }],
    });
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ["dies", "die", {}],
    ["never ends", "spin", { timeMs: 700 }],
    ["takes ever more memory", "swell", {}],
    ["waits for a program that does not end", "sleep", { timeMs: 700 }],
  ])("gives an outcome when it %s, and leaves nothing running", async (_, words, change) => {
    const before = performance.now();
    const reading = startReadingProcess({ workFolder, isolation, limits: { ...limits, ...change }, entry: hostile });
    const outcome = await reading.read({ kind: "text", bytes: Buffer.from(words), workFolder });
    expect(outcome).toMatchObject({ ok: false, code: "limits" });
    expect(performance.now() - before).toBeLessThan(8000);
    await reading.stop();
    expect(reading.alive()).toBe(false);
    expect(await reading.read({ kind: "text", bytes: Buffer.from("here"), workFolder })).toMatchObject({ ok: false, code: "limits" });
  });
});

it("counts the memory of a process group", async () => {
  const own = await memoryOfGroup(process.pid);
  if (process.platform === "linux") expect(own ?? 0).toBeGreaterThanOrEqual(0);
  expect(await memoryOfGroup(2 ** 30)).toBe(process.platform === "linux" ? 0 : null);
});

it("refuses to call out in the reading process itself, whatever shuts it in", async () => {
  const { port } = server.address() as AddressInfo;
  const program = `await import(${JSON.stringify(readingChild)}); await fetch("http://127.0.0.1:${String(port)}/").then(() => console.log("reached"), (error) => console.log(String(error.cause ?? error)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program]);
  expect(stdout).toContain("reading a file needs no network");
  expect(asked).toBe(0);
});

describe("under bubblewrap alone", () => {
  it.runIf(strongest === "bubblewrap")("cannot even write into the project", async () => {
    expect(await order("bubblewrap", `write ${hostile}`)).toMatchObject({
      ok: true,
      lines: [{ text: expect.stringMatching(/read-only file system/iu) }],
    });
  });

  it.runIf(strongest === "bubblewrap")("reaches no server, not even on this machine", async () => {
    const { port } = server.address() as AddressInfo;
    const outcome = await order("bubblewrap", `connect ${String(port)}`);
    expect(outcome).toMatchObject({ lines: [{ text: expect.stringMatching(/ECONNREFUSED|ENETUNREACH|EADDRNOTAVAIL/u) }] });
    expect(asked).toBe(0);
  });

  it.runIf(strongest === "bubblewrap")("programs that the process starts write nowhere else either", async () => {
    const path = join(outside, "escaped");
    expect(await order("bubblewrap", `write-by-program ${path}`)).toMatchObject({
      ok: true,
      lines: [{ text: expect.not.stringContaining("exit 0") }],
    });
    expect(existsSync(path)).toBe(false);
  });
});
