import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEvent, serverEvents, type ServerEvent } from "../../web/shared/server-events.ts";

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function collect(chunks: readonly Uint8Array[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of serverEvents(streamOf(chunks))) events.push(event);
  return events;
}

/** Cuts bytes at the given places, in the middle of a letter too. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const bounds = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return bounds.slice(0, -1).map((from, index) => bytes.slice(from, bounds[index + 1]));
}

describe("reading server-sent events", () => {
  test("an event has its name and its data lines joined", () => {
    expect(readEvent("event: answer-delta\ndata: một\ndata: hai")).toEqual({ event: "answer-delta", data: "một\nhai" });
  });

  test("a comment, sent as a heartbeat, is no event", () => {
    expect(readEvent(": heartbeat")).toBeNull();
  });

  test("only the first space after the colon is left out", () => {
    expect(readEvent("data:  x")?.data).toBe(" x");
  });

  test.each(["\n", "\r\n", "\r"])("events arrive whole however the bytes are cut, with %j as line break", async (lineBreak) => {
    const lines = ["event: step", "data: tìm", "", ": heartbeat", "", "event: answer-end", 'data: {"a":"Sở Văn hóa"}', "", ""];
    const bytes = new TextEncoder().encode(lines.join(lineBreak) + (lineBreak === "\r" ? "\n" : ""));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 12 }), async (places) => {
        expect(await collect(cut(bytes, places))).toEqual([
          { event: "step", data: "tìm" },
          { event: "answer-end", data: '{"a":"Sở Văn hóa"}' },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  test("a block without its closing blank line is dropped", async () => {
    expect(await collect([new TextEncoder().encode("data: một\n\ndata: ha")])).toEqual([{ event: "message", data: "một" }]);
  });
});
