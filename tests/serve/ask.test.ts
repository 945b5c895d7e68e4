import { describe, expect, it, vi } from "vitest";
import { AnswerSchema } from "../../src/contract/answer.ts";
import { ProblemSchema, type Problem } from "../../src/contract/operation.ts";
import { AppError } from "../../src/base/app-error.ts";
import { testApp } from "./support/test-app.ts";

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const problem = ProblemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  return problem;
}

describe("POST /v1/ask", () => {
  it("answers with the contract's object", async () => {
    const response = await testApp().ask({ question: "  Ai phụ trách?  " });
    expect(response.status).toBe(200);
    expect(AnswerSchema.parse(await response.json()).question).toBe("Ai phụ trách?");
  });

  it.each([
    ["no question", {}],
    ["an empty question", { question: "" }],
    ["only spaces", { question: " \n\t " }],
    ["only invisible characters", { question: "\u200b\u200d\u0000\u0007" }],
    ["a number for a question", { question: 12 }],
    ["a list for a body", []],
    ["null for a body", "null"],
    ["21 turns of history", { question: "a", history: Array.from({ length: 21 }, () => ({ role: "user", content: "a" })) }],
    ["a role that does not exist", { question: "a", history: [{ role: "system", content: "a" }] }],
    ["a language that we do not speak", { question: "a", lang: "fr" }],
    ["a scope of the wrong type", { question: "a", scope: { documents: "x" } }],
    ["broken JSON", '{"question": "a"'],
    ["no JSON at all", "question=a"],
    ["an empty body", ""],
    ["JSON that is nested 30,000 deep", `{"question": ${"[".repeat(30_000)}${"]".repeat(30_000)}}`],
    ["bytes that are not UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ["UTF-16", new Uint8Array(Buffer.from('{"question":"a"}', "utf16le"))],
  ])("refuses %s with 400 in Vietnamese", async (_name, body) => {
    const response = await testApp().ask(body);
    expect(response.status).toBe(400);
    const problem = await problemOf(response);
    expect(problem.code).toBe("bad-request");
    expect(problem.title).toBe("Yêu cầu không hợp lệ");
  });

  it("says how long a question may be, with 413", async () => {
    const app = testApp();
    expect((await app.ask({ question: "á".repeat(2000) })).status).toBe(200);
    const response = await app.ask({ question: "á".repeat(2001) });
    expect(response.status).toBe(413);
    expect((await problemOf(response)).detail).toBe("Câu hỏi quá dài: tối đa 2.000 ký tự.");
  });

  it("refuses a body over 64 kB with 413, whether or not its length is declared", async () => {
    const body = JSON.stringify({ question: "a", history: [{ role: "user", content: "x".repeat(70_000) }] });
    const { app, ask } = testApp();
    const declared = await ask(body, { "content-length": String(body.length) });
    expect(declared.status).toBe(413);
    expect((await problemOf(declared)).detail).toBe("Nội dung gửi lên quá lớn: tối đa 64 kB.");
    const stream = new Blob([body]).stream();
    const chunked = await app.request("/v1/ask", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: stream,
      duplex: "half",
    });
    expect(chunked.status).toBe(413);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml"])(
    "refuses content of type %s with 415",
    async (type) => {
      const response = await testApp().ask({ question: "a" }, { "content-type": type });
      expect(response.status).toBe(415);
      expect((await problemOf(response)).code).toBe("unsupported-media-type");
    },
  );

  it("takes JSON with a charset", async () => {
    expect((await testApp().ask({ question: "a" }, { "content-type": "application/json; charset=utf-8" })).status).toBe(200);
  });

  it("works with NUL characters and lone surrogates in a question, and never echoes them", async () => {
    const response = await testApp().ask('{"question":"du\\u0000 lịch \\ud83d?"}');
    expect(response.status).toBe(200);
    expect(AnswerSchema.parse(await response.json()).question).toBe("du  lịch \ufffd?");
  });

  it.each([
    ["the body asks for English", { question: "", lang: "en" }, {}],
    ["Accept-Language prefers English", { question: "" }, { "accept-language": "en-US,en;q=0.9,vi;q=0.5" }],
    ["the body asks for English though the browser speaks Vietnamese", { question: "", lang: "en" }, { "accept-language": "vi" }],
  ])("explains faults in English when %s", async (_name, body, headers) => {
    expect((await problemOf(await testApp().ask(body, headers))).title).toBe("Bad request");
  });

  it.each([
    {},
    { "accept-language": "*" },
    { "accept-language": "vi,en;q=0.9" },
    { "accept-language": "fr" },
    { "accept-language": "en;q=x" },
  ])("explains faults in Vietnamese for %o", async (headers) => {
    expect((await problemOf(await testApp().ask({ question: "" }, headers))).title).toBe("Yêu cầu không hợp lệ");
  });

  it("hides what went wrong inside, and logs it", async () => {
    const { ask, lines } = testApp({ ask: () => Promise.reject(new Error("secret path /srv/index")) });
    const response = await ask({ question: "a" });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain("secret");
    expect(lines.join("\n")).toContain("secret path");
  });

  it("passes a busy embedder on as 503 with Retry-After", async () => {
    const busy = new AppError("embedder-busy", { message: "queue full", publicText: { vi: "Đang bận.", en: "Busy." } });
    const response = await testApp({ ask: () => Promise.reject(busy) }).ask({ question: "a" });
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await problemOf(response)).detail).toBe("Đang bận.");
  });

  it("turns away questions beyond its places with 503, and takes the next when one is free again", async () => {
    let finish: () => void = () => {};
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const { fakeAnswer } = await import("./support/fake-aide.ts");
    const { ask } = testApp({ ask: () => gate.then(() => fakeAnswer) });
    const inside = Array.from({ length: 4 }, () => ask({ question: "a" }));
    await vi.waitFor(async () => expect((await ask({ question: "b", stream: true })).status).toBe(503));
    finish();
    expect((await Promise.all(inside)).map((response) => response.status)).toEqual([200, 200, 200, 200]);
    expect((await ask({ question: "c" })).status).toBe(200);
  });

  it("never writes a question into the log", async () => {
    const { ask, lines } = testApp();
    await ask({ question: "câu hỏi bí mật" });
    await ask({ question: "câu hỏi bí mật", history: "x" });
    expect(lines).toHaveLength(2);
    expect(lines.join("")).not.toContain("bí mật");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "request", method: "POST", route: "/v1/ask", status: 200, requestId: "r-1" });
  });
});
