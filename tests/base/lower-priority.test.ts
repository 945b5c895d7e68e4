import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants, getPriority } from "node:os";
import { describe, expect, it } from "vitest";
import { lowerPriority } from "../../src/base/lower-priority.ts";

describe("a process whose work can wait", () => {
  it("is given a lower priority; one that is gone, or never was, is no fault", async () => {
    const child = spawn("sleep", ["30"]);
    lowerPriority(child.pid);
    expect(getPriority(child.pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(() => lowerPriority(child.pid)).not.toThrow();
    expect(() => lowerPriority(undefined)).not.toThrow();
  });
});
