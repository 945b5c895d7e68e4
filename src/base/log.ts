/** Structured log: one JSON object a line, so that any collector reads it. */

export type LogValue = string | number | boolean | null;

/** Never put a question, an answer or a document's text into the fields: logs outlive permissions. */
export type LogFields = Readonly<Record<string, LogValue>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error` is written with its stack and its causes; it stays on the server. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** @param sink gets each finished line without a line break; `now` is the clock of the `time` field. */
export function createLog({ sink, now }: { sink: (line: string) => void; now: () => Date }): Log {
  const write = (level: string, event: string, fields: LogFields): void => {
    sink(JSON.stringify({ time: now().toISOString(), level, event, ...fields }));
  };
  return {
    info: (event, fields = {}) => write("info", event, fields),
    warn: (event, fields = {}) => write("warn", event, fields),
    error: (event, error, fields = {}) => write("error", event, { ...fields, error: describeError(error) }),
  };
}

/** For people and logs on the server: message, stack and the chain of causes. Not safe to show to a client. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describeError(error.cause)}`;
}
