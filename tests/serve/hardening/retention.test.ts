import { describe, expect, it } from "vitest";
import { createLog } from "../../../src/base/log.ts";
import { purgeOld } from "../../../src/serve/retention.ts";

describe("what is kept too long", () => {
  const nothing = { answers: 0, feedback: 0, sessions: 0, jobs: 0, links: 0 };
  const purge = async (work: (before: string) => Promise<typeof nothing>): Promise<string[]> => {
    const lines: string[] = [];
    const log = createLog({ sink: (line) => lines.push(line), now: () => new Date(0) });
    await purgeOld({ store: { purge: work }, log, now: () => new Date("2026-04-01T00:00:00Z"), days: 90 });
    return lines;
  };

  it("is erased: everything before so many days ago, and the log says how much", async () => {
    const asked: string[] = [];
    const lines = await purge(async (before) => {
      asked.push(before);
      return { ...nothing, answers: 3 };
    });
    expect(asked).toEqual(["2026-01-01T00:00:00.000Z"]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"answers":3');
  });

  it("is tried again another day when the store fails", async () => {
    expect((await purge(() => Promise.reject(new Error("locked"))))[0]).toContain("purge failed");
  });
});
