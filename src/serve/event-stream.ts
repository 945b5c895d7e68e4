/**
 * Server-sent events with back-pressure and heartbeat; one form for answers and for jobs.
 *
 * Invariants: an event is made ready only when the client took the one before (what waits is one event, not a queue);
 * a silent stream carries a comment now and then; a client that left is told of by `signal`, and costs nothing more.
 */
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { HttpEnv } from "./http-context.ts";

export interface ServerEvent {
  readonly event: string;
  /** Becomes JSON. */
  readonly data: unknown;
  /** What a browser sends as Last-Event-ID when it comes again. */
  readonly id?: string;
}

export interface EventStream {
  /** Resolves when the client has taken it, or has left. Wait for it before the next one. */
  readonly send: (event: ServerEvent) => Promise<void>;
  /** Aborted when the client leaves or is cut off. */
  readonly signal: AbortSignal;
}

export interface EventStreamOptions {
  /** Pause between comments on a silent stream, in milliseconds. */
  readonly heartbeatMs: number;
  /** The whole stream ends after so long, whatever its client does, in milliseconds. Default: never. */
  readonly longestMs?: number;
  /** Its end is the stream's end. It must not throw: what goes wrong is an event. */
  readonly run: (stream: EventStream) => Promise<void>;
}

export function streamEvents(c: Context<HttpEnv>, { heartbeatMs, longestMs, run }: EventStreamOptions): Response {
  // Proxies that collect a response before they pass it on would hold back every event.
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (stream) => {
    const left = new AbortController();
    // A write that nobody takes any more never ends by itself.
    const waiting = new Set<() => void>();
    left.signal.addEventListener("abort", () => waiting.forEach((release) => release()), { once: true });
    stream.onAbort(() => left.abort());
    const write = async (work: () => Promise<unknown>): Promise<void> => {
      if (left.signal.aborted) return;
      await new Promise<void>((resolve, reject) => {
        waiting.add(resolve);
        work()
          .finally(() => waiting.delete(resolve))
          .then(() => resolve(), reject);
      });
    };
    // Proxies and browsers drop a connection that stays silent. One that takes nothing gets no comments on top.
    const heartbeat = setInterval(() => {
      if (waiting.size === 0) void write(() => stream.write(": heartbeat\n\n"));
    }, heartbeatMs);
    const end = longestMs === undefined ? undefined : setTimeout(() => cut(c, left), longestMs);
    try {
      await run({
        signal: left.signal,
        send: ({ event, data, id }) =>
          write(() => stream.writeSSE({ event, data: JSON.stringify(data), ...(id === undefined ? {} : { id }) })),
      });
    } finally {
      clearInterval(heartbeat);
      clearTimeout(end);
    }
  });
}

/** Reads nothing, or a byte now and then: the connection is taken away. */
function cut(c: Context<HttpEnv>, left: AbortController): void {
  left.abort();
  // No environment means no connection: a test without a socket.
  (c.env as HttpEnv["Bindings"] | undefined)?.incoming?.socket.destroy();
}
