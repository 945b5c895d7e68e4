import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const program = resolve(import.meta.dirname, "../../bin/aide.mjs");

function aide(args: string[], env: Record<string, string> = {}): { code: number | null; output: string; errors: string } {
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env["PATH"] ?? "", ...env },
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: done.status, output: done.stdout, errors: done.stderr };
}

describe("aide, called from another folder", () => {
  it("helps in Vietnamese, and in English when asked", () => {
    expect(aide(["--help"])).toMatchObject({ code: 0, output: expect.stringContaining("aide ask CÂU_HỎI"), errors: "" });
    expect(aide(["--help", "--lang", "en"])).toMatchObject({ code: 0, output: expect.stringContaining("aide ask QUESTION") });
    expect(aide(["ask", "-h"])).toMatchObject({ code: 0, output: expect.stringContaining("aide ask CÂU_HỎI") });
  });

  it("tells its version", () => {
    expect(aide(["--version"])).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) });
  });

  it.each([
    [[], "thiếu lệnh"],
    [["--nope"], "thiếu lệnh"],
    [["answer"], 'không có lệnh "answer"'],
    [["ask"], "thiếu câu hỏi"],
    [["ask", "  "], "thiếu câu hỏi"],
    [["ask", "x", "--jsn"], "tham số không đúng"],
    [["ask", "x", "--lang", "fr"], '--lang chỉ nhận vi hoặc en, không phải "fr"'],
    [["ask", "x".repeat(2001)], "Câu hỏi quá dài: tối đa 2.000 ký tự"],
    [["search"], "thiếu từ khóa"],
    [["search", "x", "--limit", "0"], 'Trường "limit" không hợp lệ'],
    [["search", "x", "--limit", "many"], 'Trường "limit" không hợp lệ'],
    [["show"], "thiếu tên văn bản"],
    [["show", "a", "b", "c"], 'thừa tham số "c"'],
    [["serve", "8080"], 'thừa tham số "8080"'],
    [["index", "now"], 'thừa tham số "now"'],
  ])("answers wrong call %# with one line and exit code 2", (args, words) => {
    const { code, output, errors } = aide(args);
    expect(errors).toContain(words);
    expect(errors.trimEnd().split("\n")).toHaveLength(1);
    expect({ code, output }).toEqual({ code: 2, output: "" });
  });

  it("says what is wrong in English when asked", () => {
    expect(aide(["ask", "--lang", "en"])).toMatchObject({ code: 2, errors: "aide: no question given. See: aide --help --lang en\n" });
  });

  it("lists the faults of its configuration and exits with 1", () => {
    const { code, errors } = aide(["ask", "x"], { PORT: "x", AIDE_CORPUS: "no-such-folder" });
    expect(code).toBe(1);
    expect(errors).toContain("PORT phải là số nguyên");
    expect(errors).toContain("AIDE_CORPUS: không có thư mục");
    expect(errors).not.toContain(" at ");
  });

  it("says in one line that no index can be kept where no folder can be, and exits with 1", () => {
    const index = { AIDE_INDEX: "/dev/null/x" };
    expect(aide(["index"], index)).toEqual({
      code: 1,
      output: "",
      errors:
        'aide: Không đọc hoặc ghi được "/dev/null/x": đường dẫn đi qua một tập tin, không phải thư mục (ENOTDIR). Hãy xem lại AIDE_INDEX và các thư mục khác.\n',
    });
    expect(aide(["index", "--lang", "en"], index).errors).toMatch(/^aide: Cannot read or write .+\n$/u);
  });
});
