import { describe, expect, it } from "vitest";
import { AnswerSchema } from "../../src/contract/answer.ts";
import { ProblemSchema } from "../../src/contract/operation.ts";
import { fakeAnswer } from "./support/fake-aide.ts";
import { testApp } from "./support/test-app.ts";

interface Received {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

function eventsOf(text: string): Received[] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("event:"))
    .map((block) => {
      const [first = "", second = ""] = block.split("\n");
      return { event: first.slice("event: ".length), data: JSON.parse(second.slice("data: ".length)) as Record<string, unknown> };
    });
}

describe("an answer as a stream of events", () => {
  it.each([
    ["stream is true", { question: "a", stream: true }, {}],
    ["the client accepts event streams", { question: "a" }, { accept: "application/json;q=0.1, text/event-stream" }],
  ])("is sent when %s", async (_name, body, headers) => {
    const response = await testApp().ask(body, headers);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(eventsOf(await response.text()).at(-1)?.event).toBe("answer-end");
  });

  it("begins with answer-start, tells the steps, and ends with the whole answer", async () => {
    const events = eventsOf(await (await testApp().ask({ question: "a", stream: true })).text());
    expect(events.map((event) => event.event)).toEqual([
      "answer-start",
      "step",
      "step",
      "citation-available",
      "answer-delta",
      "answer-delta",
      "citation-available",
      "answer-delta",
      "answer-end",
    ]);
    expect(events[0]?.data).toEqual({ requestId: "r-1", question: "a" });
    expect(AnswerSchema.parse(events.at(-1)?.data)).toEqual({ ...fakeAnswer, question: "a" });
  });

  it("sends deltas that together are the answer, and each citation before the line that uses it", async () => {
    const events = eventsOf(await (await testApp().ask({ question: "a", stream: true })).text());
    let text = "";
    const known = new Set<number>();
    for (const { event, data } of events) {
      if (event === "citation-available") known.add((data["citation"] as { n: number }).n);
      if (event !== "answer-delta") continue;
      for (const mark of String(data["text"]).matchAll(/\[(\d+)\]/gu)) expect(known).toContain(Number(mark[1]));
      text += String(data["text"]);
    }
    expect(text).toBe(fakeAnswer.answer);
  });

  it("ends with answer-error, a problem without internals, when the answer fails", async () => {
    const { ask, lines } = testApp({ ask: () => Promise.reject(new Error("secret")) });
    const text = await (await ask({ question: "a", stream: true, lang: "en" })).text();
    expect(text).not.toContain("secret");
    const last = eventsOf(text).at(-1);
    expect(last?.event).toBe("answer-error");
    expect(ProblemSchema.parse(last?.data)).toMatchObject({ code: "internal", title: "Internal error", requestId: "r-1" });
    expect(lines.join("\n")).toContain("secret");
  });

  it("sends a comment now and then while nothing else is to be said", async () => {
    const slow = { ask: () => new Promise<typeof fakeAnswer>((resolve) => setTimeout(() => resolve(fakeAnswer), 80)) };
    const { ask } = testApp(slow, { limits: { bodyBytes: 65_536, inFlight: 4, heartbeatMs: 10 } });
    const text = await (await ask({ question: "a", stream: true })).text();
    expect(text.split(": heartbeat\n\n").length).toBeGreaterThan(2);
  });

  it("gives its place back when it is over", async () => {
    const { ask } = testApp({}, { limits: { bodyBytes: 65_536, inFlight: 1, heartbeatMs: 15_000 } });
    for (let turn = 0; turn < 3; turn += 1) {
      const response = await ask({ question: "a", stream: true });
      expect(response.status).toBe(200);
      await response.text();
    }
  });

  it("answers faults of the request with their status, not with a stream", async () => {
    const response = await testApp().ask({ question: "", stream: true }, { accept: "text/event-stream" });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("problem+json");
  });
});
