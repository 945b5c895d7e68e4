/** Identifiers that are opaque to clients and hard to guess. */
import { randomUUID } from "node:crypto";

/** "a-5f0c…": for answers, requests and the like; the prefix only helps people who read logs. */
export function newId(prefix: string): string {
  return `${prefix}-${randomUUID()}`;
}
