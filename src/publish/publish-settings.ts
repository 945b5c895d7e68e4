/** Settings of publishing, checked before anything starts. */
import type { PublicText } from "../base/app-error.ts";

export interface PublishSettings {
  /** Generations that are kept, the live one included; at least 2, default 2. */
  readonly keepGenerations: number;
  /** Whether files that are put into the folder of documents are picked up while the server runs; default yes. */
  readonly watch: boolean;
}

const MOST = 50;

/**
 * @param given the trimmed value of a variable, undefined when it is not set or empty.
 * @param faults gets one sentence for each fault, in both languages.
 */
export function readPublishSettings(given: (name: string) => string | undefined, faults: PublicText[]): PublishSettings {
  return Object.freeze({
    keepGenerations: readKeep(given("AIDE_KEEP_GENERATIONS"), faults),
    watch: readWatch(given("AIDE_WATCH"), faults),
  });
}

function readKeep(value: string | undefined, faults: PublicText[]): number {
  if (value === undefined) return 2;
  const number = /^\d{1,3}$/u.test(value) ? Number(value) : Number.NaN;
  if (number >= 2 && number <= MOST) return number;
  faults.push({
    vi: `AIDE_KEEP_GENERATIONS phải là số nguyên từ 2 đến ${String(MOST)}, không phải "${value}"`,
    en: `AIDE_KEEP_GENERATIONS must be a whole number from 2 to ${String(MOST)}, not "${value}"`,
  });
  return 2;
}

function readWatch(value: string | undefined, faults: PublicText[]): boolean {
  if (value === undefined || value === "1") return true;
  if (value === "0") return false;
  faults.push({ vi: `AIDE_WATCH chỉ nhận 1 hoặc 0, không phải "${value}"`, en: `AIDE_WATCH takes 1 or 0 only, not "${value}"` });
  return true;
}
