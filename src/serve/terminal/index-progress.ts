/** How far reading and indexing are, on the terminal. */
import type { Language } from "../../contract/answer.ts";
import { createProgress, type ProgressOutput } from "./progress.ts";
import { stepWords } from "./step-words.ts";

interface Counted {
  readonly done: number;
  readonly total: number;
}

export interface IndexProgress {
  /** For whoever opens or builds an index. */
  readonly shown: { readonly onProgress: (progress: Counted) => void; readonly onFile: (progress: Counted) => void };
  /** Call it before anything else is written. */
  readonly end: () => void;
}

const SLOW_MS = 1500;

/** Reading is worth a word when it takes a while: a scan. Files that were read before take no time. */
function shownWhenSlow<T>(tell: (progress: T) => void): (progress: T) => void {
  const began = performance.now();
  return (progress) => {
    if (performance.now() - began > SLOW_MS) tell(progress);
  };
}

export function shownProgress({ lang, errors }: { lang: Language; errors: ProgressOutput }): IndexProgress {
  const progress = createProgress(errors);
  return {
    shown: {
      onProgress: ({ done, total }) => progress.show(stepWords("indexing")[lang], done, total),
      onFile: shownWhenSlow(({ done, total }) => progress.show(stepWords("reading")[lang], done, total)),
    },
    end: () => progress.end(),
  };
}
