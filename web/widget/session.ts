/**
 * What survives a page change within one tab: the conversation and the words not yet sent.
 *
 * Kept in the session's storage only: closing the tab forgets it, and nothing is shared with other tabs.
 */
import type { Answer } from "../../src/contract/answer.ts";
import { isAnswer } from "../shared/guards.ts";

const CONVERSATION_KEY = "tro-ly-ao.conversation";
const DRAFT_KEY = "tro-ly-ao.draft";
const MAX_KEPT = 20;

export interface AnsweredQuestion {
  readonly question: string;
  readonly answer: Answer;
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    if (value === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Storage is forbidden or full: the conversation then lasts as long as the page.
  }
}

const isAnsweredQuestion = (value: unknown): value is AnsweredQuestion =>
  typeof value === "object" &&
  value !== null &&
  "question" in value &&
  typeof value.question === "string" &&
  "answer" in value &&
  isAnswer(value.answer);

/** Oldest first; empty when nothing was kept, or what was kept is from another version. */
export function recallConversation(): readonly AnsweredQuestion[] {
  try {
    const kept: unknown = JSON.parse(read(CONVERSATION_KEY) ?? "[]");
    return Array.isArray(kept) && kept.every(isAnsweredQuestion) ? kept : [];
  } catch {
    return [];
  }
}

/** Keeps the last 20. */
export function rememberConversation(answered: readonly AnsweredQuestion[]): void {
  write(CONVERSATION_KEY, answered.length === 0 ? "" : JSON.stringify(answered.slice(-MAX_KEPT)));
}

export function recallDraft(): string {
  return read(DRAFT_KEY) ?? "";
}

export function rememberDraft(draft: string): void {
  write(DRAFT_KEY, draft);
}
