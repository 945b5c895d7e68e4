import { describe, expect, it } from "vitest";
import { createLog, describeError } from "../../src/base/log.ts";

describe("createLog", () => {
  it("writes one JSON object a line, even for texts with line breaks", () => {
    const lines: string[] = [];
    const log = createLog({ sink: (line) => lines.push(line), now: () => new Date("2026-01-02T03:04:05Z") });
    log.info("request", { status: 200, route: "/a\nb" });
    log.error("failed", new Error("inner", { cause: new Error("root") }));
    expect(lines.every((line) => !line.includes("\n"))).toBe(true);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      time: "2026-01-02T03:04:05.000Z",
      level: "info",
      event: "request",
      status: 200,
      route: "/a\nb",
    });
    expect(lines[1]).toContain("caused by Error: root");
  });

  it("describes what is thrown without being an error", () => {
    expect(describeError("words")).toBe("words");
  });
});

describe("personal data", () => {
  it("is masked in every text of a line, stacks of errors too; names of ours stay whole", () => {
    const lines: string[] = [];
    const log = createLog({ sink: (line) => lines.push(line), now: () => new Date(0), mask: (text) => text.replaceAll(/\d{10}/gu, "***") });
    log.info("request", { route: "/x/0912345678", requestId: "r-0123456789", ms: 912_345_678 });
    log.error("failed", new Error("of 0912345678", { cause: new Error("and 0987654321") }), { file: "0912345678.docx" });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ route: "/x/***", requestId: "r-0123456789", ms: 912_345_678 });
    expect(lines[1]).not.toMatch(/0912345678|0987654321/u);
  });
});
