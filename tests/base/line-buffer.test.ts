import { describe, expect, it, vi } from "vitest";
import { createLineBuffer } from "../../src/base/line-buffer.ts";

describe("lines", () => {
  it("are written together, in order, a moment later", async () => {
    const written: string[] = [];
    const lines = createLineBuffer({ write: (text) => written.push(text), delayMs: 10 });
    for (const line of ["a", "b", "c"]) lines.add(line);
    expect(written).toEqual([]);
    await vi.waitFor(() => expect(written).toEqual(["a\nb\nc\n"]));
    lines.add("d");
    lines.flush();
    lines.flush();
    expect(written).toEqual(["a\nb\nc\n", "d\n"]);
  });

  it("that are urgent are written at once, with those before them", () => {
    const written: string[] = [];
    const lines = createLineBuffer({ write: (text) => written.push(text), isUrgent: (line) => line.includes("error") });
    lines.add("a");
    lines.add("error");
    expect(written).toEqual(["a\nerror\n"]);
  });

  it("are not gathered without end", () => {
    const written: string[] = [];
    const lines = createLineBuffer({ write: (text) => written.push(text) });
    for (let line = 0; line < 1000; line += 1) lines.add("x".repeat(1000));
    expect(written.length).toBeGreaterThan(10);
  });
});
