/** The product as it is started: real model, real documents, an index folder of its own. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AnswerSchema } from "../../src/contract/answer.ts";
import { ReadinessSchema } from "../../src/contract/operation.ts";
import { SearchResponseSchema } from "../../src/contract/search.ts";

interface Called {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const program = resolve(import.meta.dirname, "../../bin/aide.mjs");
const port = 4250;
const url = `http://127.0.0.1:${String(port)}`;
const long = 180_000;
let folder: string;
let env: Record<string, string>;
let built: Called;
const started: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "aide-product-"));
  env = { PATH: process.env["PATH"] ?? "", HOME: folder, AIDE_INDEX: "index", AIDE_DATA: "data", PORT: String(port) };
  built = aide(["index"]);
}, long);

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

function aide(args: string[]): Called {
  const done = spawnSync(process.execPath, [program, ...args], { cwd: folder, env, encoding: "utf8", timeout: long });
  return { code: done.status, output: done.stdout, errors: done.stderr };
}

/** @returns the server once it has said where it is. */
async function serve(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, "serve"], { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
  started.push(child);
  let output = "";
  for await (const part of child.stdout) {
    output += String(part);
    if (output.includes("\n")) break;
  }
  expect(output).toBe(`Trợ lý ảo: ${url}\n`);
  return child;
}

describe("aide index", () => {
  it("shows how far it is and says what it built", () => {
    expect(built).toMatchObject({ code: 0, output: expect.stringMatching(/^Đã lập chỉ mục \S+: \d+ văn bản, \d+ đoạn/u) });
    expect(built.output).toMatch(/\nMáy chủ đang chạy, nếu có, sẽ tự chuyển sang chỉ mục này\.\n$/u);
    expect(built.errors).toContain("Lập chỉ mục: 100%");
  });
});

describe("aide ask, search and show", () => {
  it("answers for people and for programs, and every quote stands in its text", { timeout: long }, () => {
    const question = "Cơ quan nào phụ trách ứng dụng trí tuệ nhân tạo trong du lịch?";
    const people = aide(["ask", question]);
    expect(people).toMatchObject({ code: 0, errors: "" });
    const programs = aide(["ask", question, "--json"]);
    const answer = AnswerSchema.parse(JSON.parse(programs.output));
    expect(answer.citations.length).toBeGreaterThan(0);
    for (const { text, quote } of answer.citations) expect(text).toContain(quote);
    expect(people.output).toContain("[1]");
    expect(people.output.split("\n").every((line) => line.length <= 80)).toBe(true);
  });

  it("finds passages", { timeout: long }, () => {
    const { hits } = SearchResponseSchema.parse(JSON.parse(aide(["search", "camera giao thông", "--limit", "3", "--json"]).output));
    expect(hits).toHaveLength(3);
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? Infinity);
  });

  it("says in one line that a document or section is not there", { timeout: long }, () => {
    expect(aide(["show", "khong-co"])).toEqual({ code: 1, output: "", errors: 'aide: Không có văn bản "khong-co" trong bộ sưu tập.\n' });
  });
});

describe("aide serve", () => {
  it("is soon ready with an index that fits, answers, finishes a question on SIGTERM and exits with 0", { timeout: long }, async () => {
    const began = performance.now();
    const child = await serve();
    // 3 s is promised on a quiet machine; tests run beside others.
    expect(performance.now() - began).toBeLessThan(9_000);
    expect(ReadinessSchema.parse(await (await fetch(`${url}/readyz`)).json())).toMatchObject({ status: "ready", notes: [] });
    const asked = fetch(`${url}/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"question":"du lịch","stream":true}',
    });
    expect((await asked).status).toBe(200);
    child.kill("SIGTERM");
    expect(await (await asked).text()).toContain("event: answer-end");
    const [code] = (await once(child, "exit")) as [number | null];
    expect(code).toBe(0);
  });

  it("says in one line that its port is taken and exits with 1", { timeout: long }, async () => {
    await serve();
    const second = aide(["serve"]);
    expect(second).toMatchObject({ code: 1, output: "" });
    expect(second.errors).toBe(
      `aide: Cổng 127.0.0.1:${String(port)} đã có chương trình khác dùng. Hãy chọn cổng khác, ví dụ: PORT=3001 npm start\n`,
    );
  });
});
