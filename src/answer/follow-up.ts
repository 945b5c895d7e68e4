/** What a follow-up leaves out and the conversation says: the place, the agency ("sở này"), the topic ("thì sao?"). */
import type { Turn } from "../contract/answer.ts";
import { findAgencies } from "../language/agencies.ts";
import { foldText, foldedWords } from "../language/fold.ts";
import { withoutInstructions } from "./instructions.ts";

const REFERS_AGENCY =
  /\b(?:so|phong|co quan|don vi|ban|nganh) (?:nay|do|ay|kia|tren)\b|\b(?:this|that|the same) (?:agency|department|office|body)\b|\bthey\b|\bthem\b/u;
const ASKS_ALIKE =
  /^(?:the |vay |con |va |roi )*(?:con |o |tai |so voi )?[\p{L} ,-]{0,40}(?:thi sao|thi the nao|thi nhu the nao|the nao|ra sao)\s*\??$|^(?:and |what about |how about )+[\p{L} ,'-]{0,40}\??$|^(?:so voi|con|compared (?:to|with)) [\p{L} ,]{0,40}\??$/u;
const SHORT = 4;

export interface Context {
  /** Earlier questions of the user, newest first. */
  readonly questions: readonly string[];
  /** The newest answer. */
  readonly answer: string;
}

export function contextOf(history: readonly Turn[] | undefined): Context | null {
  if (history === undefined || history.length === 0) return null;
  const of = (role: Turn["role"]): string[] =>
    history
      .filter((turn) => turn.role === role)
      .map((turn) => turn.content.normalize("NFC"))
      .toReversed();
  // What the user said earlier is under the same rule as the question itself.
  return { questions: of("user").map((question) => withoutInstructions(question).text), answer: of("assistant")[0] ?? "" };
}

/** True when a question only names another place or agency and leaves what is asked to the question before. */
export function asksAlike(question: string): boolean {
  return ASKS_ALIKE.test(foldText(question.trim()));
}

/** The agency that "sở này" means: the first one the newest answer names, else the newest question's. */
export function agencyReferred(question: string, context: Context): string | null {
  if (!REFERS_AGENCY.test(foldText(question))) return null;
  const mention = findAgencies(context.answer)[0] ?? findAgencies(context.questions[0] ?? "")[0];
  return mention?.agency.name ?? null;
}

const PRONOUN =
  /\b(?:them|they|that|this|it|its|those|these)\b|\b(?:viec|nhiem vu|cai|muc|khoan|ke hoach|noi dung) (?:nay|do|ay|tren)\b|\bho\b/u;
const SHORT_WITH_PRONOUN = 9;

/** A question too short to say its own subject ("thời hạn?", "who supports them?"). */
export function lacksTopic(question: string, topicWords: number): boolean {
  const words = foldedWords(question).length;
  return (
    topicWords === 0 ||
    (words <= SHORT_WITH_PRONOUN && PRONOUN.test(foldText(question)) && topicWords <= 4) ||
    (words <= SHORT && topicWords <= 1)
  );
}
