/** Trial 8 in its short form; `npm run trial -- children` is the long one. */
import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { descendantsOf } from "./children/descendants.ts";
import { childKinds, isOfKind, shares } from "./children/kinds.ts";
import { startKiller } from "./children/killer.ts";
import { runChildrenTrial } from "./children/trial.ts";

const MINUTES = 60_000;

it(
  "answers on while every kind of child is killed, from words alone where the model is away, and is whole again afterwards",
  async () => {
    const figures = await runChildrenTrial({ kills: 8, clients: 3, seed: 1, untilMs: 3 * MINUTES });
    expect(figures.faults).toEqual([]);
    for (const kind of childKinds) expect(figures.killed[kind], kind).toBeGreaterThan(0);
    expect(figures.killed.embedding).toBeGreaterThan(2);
    expect(figures.answers).toBeGreaterThan(50);
    expect(figures.whileAway).toBeGreaterThan(0);
  },
  5 * MINUTES,
);

describe("what the trial is made of", () => {
  it("finds the children of children, and kills as many of a kind as it is told", async () => {
    const script = `
      const { spawn } = require("node:child_process");
      const start = () => { const child = spawn("sleep", ["60"], { argv0: "/usr/bin/tesseract" }); child.on("exit", start); };
      start();
      spawn("sleep", ["60"]);
      setTimeout(() => process.exit(), 20_000);`;
    const parent = spawn(process.execPath, ["-e", script], { stdio: "ignore" });
    const pid = parent.pid ?? 0;
    const killer = startKiller({ pid, wanted: { embedding: 1, reading: 1, recognising: 3, building: 1 }, random: () => 0.05 });
    while (!killer.done("recognising")) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await killer.stop();
    expect(childKinds.map((kind) => killer.killed(kind))).toEqual([0, 0, 3, 0]);
    const left = await descendantsOf(pid);
    expect(left.map(({ command }) => command).toSorted()).toEqual(["/usr/bin/tesseract 60", "sleep 60"]);
    for (const child of left) process.kill(child.pid, "SIGKILL");
    parent.kill("SIGKILL");
  });

  it("tells the kinds apart by what was started", () => {
    const kindOf = (command: string): readonly string[] => childKinds.filter((kind) => isOfKind(kind, command));
    expect(kindOf("/usr/bin/node --import x /a/src/models/embedder-child.ts")).toEqual(["embedding"]);
    expect(kindOf("/usr/bin/node --import x /a/src/corpus/reading-child.ts")).toEqual(["reading"]);
    expect(kindOf("bwrap --unshare-net node /a/src/corpus/reading-child.ts")).toEqual([]);
    expect(kindOf("/usr/bin/tesseract page.pgm stdout -l vie tsv")).toEqual(["recognising"]);
    expect(kindOf("/usr/bin/node /a/src/publish/build-child.ts")).toEqual(["building"]);
  });

  it("kills a thousand altogether", () => {
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
});
