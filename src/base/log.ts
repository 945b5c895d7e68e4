/** Structured log: one JSON object a line, so that any collector reads it. Written by pino behind an interface of ours. */
import { pino } from "pino";

export type LogValue = string | number | boolean | null;

/** Never put a question, an answer or a document's text into the fields: logs outlive permissions. */
export type LogFields = Readonly<Record<string, LogValue>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error` is written with its stack and its causes; it stays on the server. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

export interface LogOptions {
  /** Gets each finished line without a line break. */
  readonly sink: (line: string) => void;
  /** The clock of the `time` field. */
  readonly now: () => Date;
  /** Takes personal data out of every text, stacks of errors too. Default: texts stay as they are. */
  readonly mask?: (text: string) => string;
}

/** Made by us, and needed whole to find things again: a number in them is nobody's. */
const OWN_NAMES: ReadonlySet<string> = new Set(["requestId", "generation", "job", "answerId"]);

export function createLog({ sink, now, mask = (text) => text }: LogOptions): Log {
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line: string) => sink(line.trimEnd()) },
  );
  const masked = (fields: LogFields): LogFields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === "string" && !OWN_NAMES.has(name) ? mask(value) : value]),
    );
  return {
    info: (event, fields = {}) => logger.info({ event, ...masked(fields) }),
    warn: (event, fields = {}) => logger.warn({ event, ...masked(fields) }),
    error: (event, error, fields = {}) => logger.error({ event, ...masked(fields), error: mask(describeError(error)) }),
  };
}

/** For people and logs on the server: message, stack and the chain of causes. Not safe to show to a client. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describeError(error.cause)}`;
}
