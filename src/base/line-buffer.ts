/** Lines gathered and written together: a write to a terminal or a pipe holds the whole program until it is taken. */

export interface LineBuffer {
  /** Without its line break. */
  add(line: string): void;
  /** Writes what waits. */
  flush(): void;
}

export interface LineBufferOptions {
  readonly write: (text: string) => void;
  /** How long a line may wait for others, in milliseconds. Default 200. */
  readonly delayMs?: number;
  /** Lines that are worth the wait of everybody: what comes after them may be the end. Default: none. */
  readonly isUrgent?: (line: string) => boolean;
}

/** A flood is written as it comes: so many characters at most are lost with a process that is killed. */
const MOST = 65_536;

/** Whoever makes it flushes it before the process ends. */
export function createLineBuffer({ write, delayMs = 200, isUrgent = () => false }: LineBufferOptions): LineBuffer {
  let waiting: string[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0) return;
    const text = `${waiting.join("\n")}\n`;
    [waiting, size] = [[], 0];
    write(text);
  };
  return {
    add(line) {
      waiting.push(line);
      size += line.length;
      if (size > MOST || isUrgent(line)) flush();
      else timer ??= setTimeout(flush, delayMs).unref();
    },
    flush,
  };
}
