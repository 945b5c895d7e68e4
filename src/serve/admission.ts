/** How many questions are worked on at once; the rest are told to come back, so that those inside stay quick. */
import { AppError } from "../base/app-error.ts";

export interface Admission {
  /**
   * Takes a place; call the returned function once when the work is done.
   * @throws AppError "overloaded" when all places are taken.
   */
  enter(): () => void;
  inFlight(): number;
}

export function createAdmission(places: number): Admission {
  let taken = 0;
  return {
    enter() {
      if (taken >= places) throw overloaded(places);
      taken += 1;
      let left = false;
      return () => {
        if (!left) taken -= 1;
        left = true;
      };
    },
    inFlight: () => taken,
  };
}

function overloaded(places: number): AppError {
  return new AppError("overloaded", {
    message: `all ${String(places)} places taken`,
    publicText: {
      vi: "Hệ thống đang có quá nhiều câu hỏi cùng lúc. Xin thử lại sau vài giây.",
      en: "Too many questions at once. Please try again in a few seconds.",
    },
  });
}
