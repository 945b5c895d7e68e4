/** Callers take turns, first come first served. */
import { AppError } from "../../base/app-error.ts";

export interface Turns {
  /** @throws AppError "overloaded" when no turn comes in time, as when a transaction waits for a call outside of it. */
  take(): Promise<void>;
  give(): void;
}

export function createTurns({ patienceMs }: { patienceMs: number }): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;

  return {
    take() {
      if (!taken) {
        taken = true;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const enter = (): void => {
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(tooLong());
        }, patienceMs);
        waiting.push(enter);
      });
    },
    give() {
      const next = waiting.shift();
      if (next === undefined) taken = false;
      else next();
    },
  };
}

function tooLong(): AppError {
  return new AppError("overloaded", {
    message: "no turn at the store in time; a call inside a transaction must use the repositories that it is given",
    publicText: {
      vi: "Cơ sở dữ liệu đang bận; xin thử lại sau ít phút.",
      en: "The database is busy; please try again in a few minutes.",
    },
  });
}
