/** Reads `text/event-stream` (WHATWG HTML, "Server-sent events") from a fetch body, which `EventSource` cannot POST for. */

export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** Turns one block of lines into an event; null for comments and blocks without data. */
export function readEvent(block: string): ServerEvent | null {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event = value;
    else if (field === "data") data.push(value);
  }
  return data.length === 0 ? null : { event, data: data.join("\n") };
}

/** Yields events as they arrive. An unfinished block at the end is dropped, as the specification says. */
export async function* serverEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let buffer = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // A chunk may end between CR and LF; holding a last CR back keeps the pair together.
      buffer = `${buffer}${decoder.decode(value, { stream: true })}`.replace(/\r\n|\r(?!$)/g, "\n");
      for (let end = buffer.indexOf("\n\n"); end >= 0; end = buffer.indexOf("\n\n")) {
        const event = readEvent(buffer.slice(0, end));
        buffer = buffer.slice(end + 2);
        if (event !== null) yield event;
      }
    }
  } finally {
    // Reached on stop too: tells the server that nobody reads any more.
    await reader.cancel().catch(() => undefined);
  }
}
