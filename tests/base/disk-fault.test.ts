import { describe, expect, it } from "vitest";
import { describeDiskFault } from "../../src/base/disk-fault.ts";

const fault = (code: string, rest: { syscall?: string; path?: string }): Error => Object.assign(new Error(code), { code, ...rest });

describe("a fault of the disk", () => {
  it.each([
    ["ENOTDIR", "not a folder"],
    ["EACCES", "permission"],
    ["EROFS", "read-only"],
  ])("names the path and the reason: %s", (code, reason) => {
    const text = describeDiskFault(fault(code, { syscall: "mkdir", path: "/a/b" }));
    expect(text?.en).toContain(`"/a/b": `);
    expect(text?.en).toContain(reason);
    expect(text?.vi).toContain(`"/a/b": `);
  });

  it("is told without a path when the disk is full in the middle of a file", () => {
    expect(describeDiskFault(fault("ENOSPC", { syscall: "write" }))?.vi).toContain("ổ đĩa đã đầy");
  });

  it("is not seen in what keeps its stack: a missing file, a refused signal, an error of the program", () => {
    expect(describeDiskFault(fault("ENOENT", { syscall: "open", path: "/a" }))).toBeNull();
    expect(describeDiskFault(fault("EPERM", { syscall: "kill" }))).toBeNull();
    expect(describeDiskFault(new TypeError("x is not a function"))).toBeNull();
    expect(describeDiskFault("EACCES")).toBeNull();
  });
});
