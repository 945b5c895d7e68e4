/** Everything a language model's server may do wrong, and the reason that must come of it. */
import type { GenerationFailure } from "../../src/models/generator.ts";
import { begin, event, pause, say, type Script } from "./generator-server.ts";

const json =
  (status: number, body: object): Script =>
  (_asked, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };

async function until(closed: Promise<void>, work: () => void, everyMs: number): Promise<void> {
  const gone = new AbortController();
  void closed.then(() => gone.abort());
  for (let i = 0; !gone.signal.aborted && i < 5000; i += 1) {
    work();
    await pause(everyMs);
  }
}

export const faults: readonly { readonly name: string; readonly script: Script; readonly reason: GenerationFailure }[] = [
  { name: "accepts the connection and never answers", script: () => undefined, reason: "timeout" },
  {
    name: "sends headers and never a word",
    script: (_asked, response) => {
      begin(response);
      response.flushHeaders();
    },
    reason: "timeout",
  },
  {
    name: "drips a letter at a time",
    script: (_asked, response, closed) => {
      begin(response);
      return until(closed, () => response.write(event({ content: "x" })), 100);
    },
    reason: "timeout",
  },
  {
    name: "drips the bytes of one event",
    script: (_asked, response, closed) => {
      begin(response);
      response.write("data: ");
      return until(closed, () => response.write("x"), 100);
    },
    reason: "timeout",
  },
  {
    name: "sends comments to keep the stream alive",
    script: (_asked, response, closed) => {
      begin(response);
      return until(closed, () => response.write(": keep\n\n"), 50);
    },
    reason: "timeout",
  },
  {
    name: "never ends",
    script: (_asked, response, closed) => {
      begin(response);
      return until(closed, () => response.write(event({ content: "tỉnh ".repeat(200) })), 1);
    },
    reason: "too-long",
  },
  {
    name: "sends one event without end",
    script: (_asked, response, closed) => {
      begin(response);
      response.write("data: ");
      return until(closed, () => response.write("x".repeat(65_536)), 1);
    },
    reason: "too-long",
  },
  {
    name: "thinks without end",
    script: (_asked, response, closed) => {
      begin(response);
      return until(closed, () => response.write(event({ reasoning_content: "hm ".repeat(20_000) })), 1);
    },
    reason: "too-long",
  },
  { name: "answers 429", script: json(429, { error: { message: "slow down" } }), reason: "rejected" },
  { name: "answers 500", script: json(500, { error: { message: "oops" } }), reason: "rejected" },
  { name: "answers 401", script: json(401, { error: { message: "bad key sk-secret-key" } }), reason: "rejected" },
  {
    name: "answers 500 with a page that never ends",
    script: (_asked, response, closed) => {
      response.writeHead(500, { "content-type": "text/html" });
      return until(closed, () => response.write("<p>error</p>".repeat(100)), 5);
    },
    reason: "rejected",
  },
  {
    name: "answers HTML",
    script: (_asked, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Sign in</body></html>"),
    reason: "malformed",
  },
  {
    name: "does not stream",
    script: json(200, { choices: [{ message: { content: "Xin chào." }, finish_reason: "stop" }] }),
    reason: "malformed",
  },
  {
    name: "sends to another server",
    script: (_asked, response) => void response.writeHead(307, { location: "http://127.0.0.1:9/v1/chat/completions" }).end(),
    reason: "unreachable",
  },
  {
    name: "sends events that are no JSON",
    script: (_asked, response) => {
      begin(response);
      response.end("data: {oops\n\ndata: [DONE]\n\n");
    },
    reason: "malformed",
  },
  {
    name: "sends events of another shape",
    script: (_asked, response) => {
      begin(response);
      response.end('data: {"choices":"none"}\n\ndata: 7\n\ndata: null\n\ndata: [DONE]\n\n');
    },
    reason: "malformed",
  },
  {
    name: "reports an error within the stream",
    script: (_asked, response) => {
      begin(response);
      response.end(`${event({ content: "Sở" })}data: {"error":{"message":"overloaded"}}\n\n`);
    },
    reason: "unreachable",
  },
  {
    name: "closes the connection in the middle",
    script: async (_asked, response) => {
      begin(response);
      response.write(event({ content: "Sở Y tế [p1]" }));
      await pause(30);
      response.destroy();
    },
    reason: "unreachable",
  },
  {
    name: "ends the stream in the middle of a sentence",
    script: (_asked, response) => {
      begin(response);
      response.end(event({ content: "Sở Y tế [p1]" }));
    },
    reason: "malformed",
  },
  {
    name: "calls a tool",
    script: (_asked, response) => {
      begin(response);
      response.write(event({ role: "assistant", content: "Sở Y tế. [p1]" }));
      response.write(event({ tool_calls: [{ index: 0, id: "t1", type: "function", function: { name: "run", arguments: "{}" } }] }));
      response.end(`${event({}, "tool_calls")}data: [DONE]\n\n`);
    },
    reason: "tool-call",
  },
  {
    name: "calls a function of the old kind",
    script: (_asked, response) => {
      begin(response);
      response.end(`${event({ role: "assistant", function_call: { name: "run", arguments: "{}" } })}${event({}, "stop")}data: [DONE]\n\n`);
    },
    reason: "tool-call",
  },
  {
    name: "filters its own text",
    script: (_asked, response) => {
      begin(response);
      response.end(`${event({ content: "Sở" })}${event({}, "content_filter")}data: [DONE]\n\n`);
    },
    reason: "filtered",
  },
  { name: "says nothing", script: say(""), reason: "empty" },
  { name: "says blanks", script: say(" \n\n "), reason: "empty" },
];
