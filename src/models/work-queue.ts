/** Work that waits for the model: questions before passages, each in the order they came, never more than a limit. */

export interface WorkQueue<T> {
  /** False when the limit of questions is reached; passages are not limited, they come from one build at a time. */
  push(item: T, urgency: "question" | "passages"): boolean;
  /** Puts work back at the front, after the child that had it died. */
  putBack(item: T, urgency: "question" | "passages"): void;
  shift(): T | undefined;
  /** Takes everything out. */
  drain(): readonly T[];
  drainQuestions(): readonly T[];
  readonly length: number;
}

/** @param limit Most questions that may wait, at least 1. */
export function createWorkQueue<T>(limit: number): WorkQueue<T> {
  const questions: T[] = [];
  const passages: T[] = [];
  const lane = (urgency: "question" | "passages") => (urgency === "question" ? questions : passages);
  return {
    push(item, urgency) {
      if (urgency === "question" && questions.length >= limit) return false;
      lane(urgency).push(item);
      return true;
    },
    putBack: (item, urgency) => {
      lane(urgency).unshift(item);
    },
    shift: () => questions.shift() ?? passages.shift(),
    drain: () => [...questions.splice(0), ...passages.splice(0)],
    drainQuestions: () => questions.splice(0),
    get length() {
      return questions.length + passages.length;
    },
  };
}
