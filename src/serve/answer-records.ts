/**
 * Answers that were given, kept with the words they cited, so that feedback and a later check find them.
 *
 * Input: answers as they go out. Output: rows in the store, a little later and several at once, so that no answer waits
 * for the disk. Invariants: personal data in the question is masked; what waits is bounded; a store that cannot be written
 * costs records, never answers.
 */
import type { Log } from "../base/log.ts";
import type { Answer } from "../contract/answer.ts";
import type { AnswerRecord, NewAnswerRecord } from "../store/types/answers.ts";
import type { Store } from "../store/types/store.ts";

export interface AnswerRecords {
  /** Notes one that was given, and returns at once. */
  record(answer: Answer, accountId: string | null): void;
  /** One that still waits is stored first. Null for an id that was never given out, or is no longer kept. */
  byId(id: string): Promise<AnswerRecord | null>;
  /** Stores what waits. Never throws: what cannot be stored is logged. */
  flush(): Promise<void>;
}

export interface AnswerRecordsOptions {
  readonly store: Pick<Store, "answers">;
  readonly log: Log;
  readonly now: () => Date;
  readonly mask: (text: string) => string;
  /** False keeps nothing. */
  readonly keep: boolean;
  /** How long a record may wait for others, in milliseconds. Default 500. */
  readonly delayMs?: number;
}

/** One write holds the event loop for as long as it takes: few at a time, and others get their turn between. */
const AT_ONCE = 10;
/** A store that fails for long must not fill the memory. */
const MOST_WAITING = 2000;

export function createAnswerRecords({ store, log, now, mask, keep, delayMs = 500 }: AnswerRecordsOptions): AnswerRecords {
  let waiting: Given[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, AT_ONCE);
      waiting = waiting.slice(AT_ONCE);
      try {
        await store.answers.add(batch.map((given) => recordOf(given, mask)));
      } catch (error) {
        log.error("answers could not be recorded", error, { answers: batch.length });
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  return {
    record(answer, accountId) {
      if (!keep) return;
      if (waiting.length >= MOST_WAITING) {
        log.warn("an answer was not recorded: too many wait", { answerId: answer.id });
        return;
      }
      waiting.push({ answer, accountId, at: now().toISOString() });
      timer ??= setTimeout(() => void flush(), delayMs).unref();
    },
    async byId(id) {
      await flush();
      return store.answers.byId(id);
    },
    flush,
  };
}

interface Given {
  readonly answer: Answer;
  readonly accountId: string | null;
  readonly at: string;
}

function recordOf({ answer, accountId, at }: Given, mask: (text: string) => string): NewAnswerRecord {
  const { id, generation, lang, status, confidence, question, citations } = answer;
  return {
    id,
    at,
    generation,
    accountId,
    lang,
    status,
    confidence,
    question: mask(question),
    citations: citations.map(({ documentId, section, hash, text, quote }) => ({
      documentId,
      sectionId: section.id,
      label: section.label,
      hash,
      text,
      quote,
    })),
  };
}
