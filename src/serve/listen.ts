/** Puts an application on a port, and takes it off without cutting an answer. */
import { createServer, IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { AppError } from "../base/app-error.ts";
import { errorCode } from "../base/files.ts";

export interface ListenOptions {
  readonly app: { fetch(request: Request, env: { incoming?: IncomingMessage }): Response | Promise<Response> };
  readonly port: number;
  readonly host: string;
  /** How long `stop` waits for answers in flight, in milliseconds. */
  readonly stopMs: number;
}

export interface Listener {
  /** The port taken, also where 0 was asked for. */
  readonly port: number;
  /** "http://127.0.0.1:3000" */
  readonly url: string;
  /**
   * Takes no new connection, lets answers in flight finish up to `stopMs`, then cuts what is left.
   * @returns whether every answer was finished. Calling it again gives the same promise.
   */
  stop(): Promise<boolean>;
}

const UPLOAD_MS = 15 * 60_000;
const DRAIN_MS = 2_000;
/** Idle ones cost little, and questions have their own limit; this keeps file handles for files. */
const MOST_CONNECTIONS = 2_000;

/** @throws AppError "port-taken" when another program holds the port, or the address is not ours to listen on. */
export async function listen({ app, port, host, stopMs }: ListenOptions): Promise<Listener> {
  const answer = getRequestListener(
    (request, { incoming }) => app.fetch(request, incoming instanceof IncomingMessage ? { incoming } : {}),
    { hostname: host },
  );
  // A client that sends slower than this holds a place that others need. An upload may take long; small bodies have a
  // shorter time of their own where they are read.
  const limits = { headersTimeout: 10_000, requestTimeout: UPLOAD_MS, keepAliveTimeout: 5_000, connectionsCheckingInterval: 2_000 };
  const server = createServer(limits, (request, response) => {
    endUnfinished(request, response);
    void answer(request, response);
  });
  server.maxConnections = MOST_CONNECTIONS;
  // One that neither sends nor reads for this long is gone; heartbeats keep a waiting event stream well below it.
  server.setTimeout(60_000);
  await startListening(server, { port, host });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  const shownHost = host.includes(":") ? `[${host}]` : host;
  let stopping: Promise<boolean> | undefined;
  return { port: taken, url: `http://${shownHost}:${String(taken)}`, stop: () => (stopping ??= stopServer(server, stopMs)) };
}

/**
 * Takes the port and gives it back, so that a start can fail before its long work.
 * @throws AppError "port-taken" as `listen` does.
 */
export async function assertPortFree({ port, host }: { port: number; host: string }): Promise<void> {
  const server = createServer();
  await startListening(server, { port, host });
  await new Promise((resolve) => server.close(resolve));
}

/** An answer that went out before its request was all there: the rest has a moment to come, then the connection ends. */
function endUnfinished(request: IncomingMessage, response: ServerResponse): void {
  response.once("finish", () => {
    if (request.complete) return;
    const end = setTimeout(() => request.socket.destroy(), DRAIN_MS);
    const done = (): void => clearTimeout(end);
    request.once("end", done).once("close", done);
  });
}

function startListening(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (cause) => reject(cannotListen({ cause, port, host })));
    server.listen(port, host);
  });
}

function stopServer(server: Server, stopMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    let finished = true;
    const cut = setTimeout(() => {
      finished = false;
      server.closeAllConnections();
    }, stopMs);
    // Connections that are kept alive between requests are closed as soon as they fall idle.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve(finished);
    });
    server.closeIdleConnections();
  });
}

/** The system's codes for an address that is not ours, or a name that leads to none. */
const foreignAddress: ReadonlySet<string> = new Set(["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"]);

function cannotListen({ cause, port, host }: { cause: unknown; port: number; host: string }): AppError {
  const code = errorCode(cause);
  const why: Readonly<Record<string, { vi: string; en: string }>> = {
    EADDRINUSE: { vi: "đã có chương trình khác dùng", en: "is used by another program" },
    EACCES: { vi: "cần quyền quản trị", en: "needs administrator's rights" },
  };
  const reason = (code === null ? undefined : why[code]) ?? { vi: "không mở được", en: "cannot be opened" };
  const place = `${host}:${String(port)}`;
  const portText = {
    vi: `Cổng ${place} ${reason.vi}. Hãy chọn cổng khác, ví dụ: PORT=3001 npm start`,
    en: `Port ${place} ${reason.en}. Choose another one, for example: PORT=3001 npm start`,
  };
  // No port helps where the address is another machine's, or nobody's.
  const hostText = {
    vi: `HOST=${host} không phải địa chỉ của máy này. Hãy đặt địa chỉ khác, ví dụ: HOST=127.0.0.1 npm start`,
    en: `HOST=${host} is not an address of this machine. Set another one, for example: HOST=127.0.0.1 npm start`,
  };
  return new AppError("port-taken", {
    message: `cannot listen on ${place}: ${code ?? "unknown"}`,
    publicText: code !== null && foreignAddress.has(code) ? hostText : portText,
    cause,
  });
}
