/** The store under processes that die and processes that write side by side. */
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/types/store.ts";
import { acknowledged, startWriter } from "./processes.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** What a writer counted to, seen in each of the three tables that it writes to at once. */
async function countedBy(store: Store, name: string): Promise<readonly number[]> {
  const counter = Number((await store.settings.get(name)) ?? "0");
  const original = await store.originals.current(name);
  const [entry] = await store.audit.list({ actor: name, limit: 1 });
  return [counter, original?.bytes ?? 0, Number(entry?.object ?? "0")];
}

it("loses nothing that was acknowledged and keeps no half of a step when its writers are killed, time and again", async () => {
  const path = join(temporaryFolder(), "aide.db");
  let killedWhileWriting = 0;
  for (let round = 0; round < 12; round += 1) {
    const writers = ["server", "command"].map((name) => startWriter({ path, name }));
    // The first kills may fall into the making of the tables.
    if (round > 2) await Promise.all(writers.map(({ begun }) => begun));
    await pause(Math.random() * (round > 2 ? 250 : 700));
    for (const one of writers) one.process.kill("SIGKILL");
    await Promise.all(writers.map(({ ended }) => ended));
    const store = await openStore(path);
    try {
      for (const [i, name] of ["server", "command"].entries()) {
        const writer = writers[i];
        if (writer === undefined) throw new Error("no writer");
        const [counter = 0, ...others] = await countedBy(store, name);
        expect(others).toEqual([counter, counter]);
        expect(counter).toBeGreaterThanOrEqual(acknowledged(writer));
        expect(writer.lines().filter((line) => !/^(?:open|\d+)$/u.test(line))).toEqual([]);
        if (acknowledged(writer) > 0) killedWhileWriting += 1;
      }
      expect(await store.audit.verify()).toMatchObject({ whole: true });
      expect(await store.faults()).toEqual([]);
    } finally {
      await store.close();
    }
  }
  expect(killedWhileWriting).toBeGreaterThan(10);
}, 120_000);

it("lets several processes write at once: each step counts once, none is refused, the audit trail is one", async () => {
  const path = join(temporaryFolder(), "aide.db");
  const limit = 60;
  const writers = ["server", "command", "second"].map((name) => startWriter({ path, name: name === "second" ? "command" : name, limit }));
  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  const store = await openStore(path);
  expect(await countedBy(store, "server")).toEqual([limit, limit, limit]);
  expect(await countedBy(store, "command")).toEqual([2 * limit, 2 * limit, 2 * limit]);
  expect(await store.audit.verify()).toMatchObject({ whole: true, entries: 3 * limit });
  await store.close();
}, 60_000);

it("goes on answering others while another process holds the lock for writing", async () => {
  const path = join(temporaryFolder(), "aide.db");
  const [one, other] = [await openStore(path), await openStore(path)];
  let release = (): void => {};
  const held = new Promise<void>((done) => (release = done));
  const long = other.transaction(async ({ settings }) => {
    await settings.set("a", "1");
    await held;
  });
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const write = one.settings.set("b", "2");
  await pause(400);
  clearInterval(beat);
  // A wait inside SQLite would have stopped everything for as long.
  expect(longest).toBeLessThan(200);
  release();
  await Promise.all([long, write]);
  expect([await one.settings.get("a"), await one.settings.get("b")]).toEqual(["1", "2"]);
  await one.close();
  await other.close();
});

it("lets others have their turn within a long transaction", async () => {
  const store = await openStore(join(temporaryFolder(), "aide.db"));
  const citations = Array.from({ length: 20 }, (_, n) => ({
    documentId: "d",
    sectionId: "1",
    label: "1",
    hash: `${n}`,
    text: "văn bản",
    quote: "trích",
  }));
  const base = {
    at: "2026-01-01T00:00:00.000Z",
    generation: "g",
    accountId: null,
    lang: "vi",
    status: "answered",
    confidence: 1,
    question: null,
  } as const;
  let turns = 0;
  const beat = setInterval(() => (turns += 1), 1);
  await store.answers.add(Array.from({ length: 1000 }, (_, n) => ({ ...base, id: `a-${n}`, citations })));
  clearInterval(beat);
  expect(turns).toBeGreaterThan(5);
  await store.close();
});
