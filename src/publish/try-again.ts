/** For what follows a publish: too late to go back, so a fault that passes is waited for. */
import { setTimeout as sleep } from "node:timers/promises";

const ATTEMPTS = 3;
const PAUSE_MS = 200;

/** @throws what the last try throws. */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await sleep(PAUSE_MS * attempt);
    }
  }
}
