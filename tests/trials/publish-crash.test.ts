/** Trial 1 in its short form; `npm run trial -- publish-crash` and `publish-kill` are the long ones. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { diskAfter, putDisk, readDisk, type CrashKind } from "./disk/disk-model.ts";
import type { DiskOperation } from "./disk/record.ts";
import { runKillTrial } from "./publish-crash/kill.ts";
import { runReplay } from "./publish-crash/replay.ts";
import { seededRandom } from "./reading/random.ts";

const MINUTES = 60_000;

it(
  "is exactly before or after, whatever file operation of a publish a crash falls on",
  async () => {
    const figures = await runReplay({ seeds: 1, operations: 12, recoverEvery: 12 });
    expect(figures.faults).toEqual([]);
    expect(figures.operations).toBeGreaterThan(400);
    // A trial that only ever sees one side tries nothing.
    expect(figures.before).toBeGreaterThan(20);
    expect(figures.after).toBeGreaterThan(10);
    expect(figures.recovered).toBeGreaterThan(4);
  },
  4 * MINUTES,
);

it(
  "loses nothing that was acknowledged to kills at random times, and is ready again at once",
  async () => {
    const figures = await runKillTrial({ count: 6, seed: 3, freshEvery: 3 });
    expect(figures.faults).toEqual([]);
    expect(figures.acknowledged).toBeGreaterThan(2);
    expect(Math.max(...figures.readyMs)).toBeLessThan(5000);
  },
  4 * MINUTES,
);

describe("the disk that forgets", () => {
  const work = mkdtempSync(join(tmpdir(), "aide-disk-"));
  afterAll(() => rmSync(work, { recursive: true }));
  const root = join(work, "root");
  mkdirSync(root);
  writeFileSync(join(root, "old"), "old");
  const base = readDisk(root, (path) => statSync(path).ino);
  const path = (name: string): string => join(root, name);
  const data = (text: string): Pick<Extract<DiskOperation, { kind: "write" }>, "offset" | "data"> => ({
    offset: 0,
    data: Buffer.from(text),
  });
  const rootInode = statSync(root).ino;

  /** What each of many crashes leaves, as "name=content". */
  function outcomes(operations: readonly DiskOperation[], kind: CrashKind): ReadonlySet<string> {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const state = join(work, "state");
      putDisk(diskAfter(base, { operations, crash: { kind, after: operations.length, random: seededRandom(seed) } }), state);
      seen.add(
        readdirSync(state)
          .map((name) => `${name}=${readFileSync(join(state, name), "utf8")}`)
          .join(" "),
      );
    }
    return seen;
  }

  const replace: readonly DiskOperation[] = [
    { kind: "create", inode: 2 ** 41, path: path("new") },
    { kind: "write", inode: 2 ** 41, path: path("new"), ...data("new") },
    { kind: "rename", inode: 2 ** 41, path: path("new"), to: path("old") },
  ];
  const sync = {
    file: { kind: "sync", inode: 2 ** 41, path: path("new") },
    folder: { kind: "sync", inode: rootInode, path: root },
  } as const;

  it("loses the bytes of a file that was renamed into place without being synced", () => {
    expect(outcomes(replace, "crash")).toEqual(new Set(["old=new"]));
    expect(outcomes(replace, "lost")).toContain("old=");
  });

  it("keeps what was synced: old or new, never between, and surely new once the folder was synced", () => {
    const [create, write, rename] = replace;
    if (create === undefined || write === undefined || rename === undefined) throw new Error("no operations");
    const careful = outcomes([create, write, sync.file, rename], "lost");
    expect(careful).toContain("old=old");
    expect(careful).toContain("old=new");
    expect([...careful].filter((state) => !/^(?:new=new )?old=(?:old|new)$/u.test(state))).toEqual([]);
    expect(outcomes([create, write, sync.file, rename, sync.folder], "lost")).toEqual(new Set(["old=new"]));
  });
});
