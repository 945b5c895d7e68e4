/** A language model's server as a script: OpenAI's /chat/completions over real HTTP, well-behaved or not. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const RequestSchema = z.object({
  model: z.string(),
  stream: z.boolean(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As sent, to look for what must not be in it. */
  readonly raw: string;
  readonly system: string;
  readonly user: string;
}

/** What the server does with a request; `closed` resolves when the client has gone. */
export type Script = (asked: Asked, response: ServerResponse, closed: Promise<void>) => void | Promise<void>;

export interface GeneratorServer {
  readonly baseUrl: string;
  readonly asked: Asked[];
  /** Requests whose client has hung up, or that were answered. */
  readonly closed: () => number;
  script: Script;
  close(): Promise<void>;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const event = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

export function begin(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
}

/** Streams a text in a few pieces and ends as a server should. */
export function say(text: string): Script {
  return (_asked, response) => {
    begin(response);
    response.write(event({ role: "assistant", content: "" }));
    for (const piece of text.match(/[\s\S]{1,24}/gu) ?? []) response.write(event({ content: piece }));
    response.end(`${event({}, "stop")}data: [DONE]\n\n`);
  };
}

export async function openGeneratorServer(script: Script = say("Xin chào.")): Promise<GeneratorServer> {
  const asked: Asked[] = [];
  let closed = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    const gone = new Promise<void>((resolve) => response.on("close", () => resolve(void (closed += 1))));
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      const { messages } = RequestSchema.parse(JSON.parse(raw));
      const content = (role: string): string => messages.find((message) => message.role === role)?.content ?? "";
      const one = { path: request.url ?? "", headers: request.headers, raw, system: content("system"), user: content("user") };
      asked.push(one);
      void opened.script(one, response, gone);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const opened: GeneratorServer = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    closed: () => closed,
    script,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return opened;
}
