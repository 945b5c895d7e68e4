/** What a follow-up leaves out and the conversation says: the place, the agency ("sở này"), the topic ("thì sao?"). */
import type { Turn } from "../contract/answer.ts";
import { findAgencies } from "../language/agencies.ts";
import { foldText, foldedWords } from "../language/fold.ts";
import { withoutInstructions } from "./instructions.ts";

const REFERS_AGENCY =
  /\b(?:so|phong|co quan|don vi|ban|nganh) (?:nay|do|ay|kia|tren)\b|\b(?:this|that|the same) (?:agency|department|office|body)\b|\bthey\b|\bthem\b/u;
const ASKS_ALIKE =
  /^(?:the |vay |con |va |roi )*(?:con |o |tai |so voi )?[\p{L}\d ,/-]{0,40}(?:thi sao|thi the nao|thi nhu the nao|the nao|ra sao)\s*\??$|^(?:and |what about |how about )+[\p{L}\d ,/'-]{0,40}\??$|^(?:so voi|con|compared (?:to|with)) [\p{L}\d ,/-]{0,40}\??$/u;
const ENDS_ALIKE = /(?:thi sao|the nao|ra sao)\s*\??$/u;
const COMPARES = /^(?:so voi|compared (?:to|with))\b/u;
/** "So với Sở Y tế Lai Châu thì hạn đó giống hay khác?" */
const COMPARES_ALIKE = /^so voi .{3,60}\b(?:giong|khac|hon|kem|nhu the nao|the nao|ra sao)\b.{0,20}$/u;
/** "Sóc Sơn có yêu cầu tương tự không?": the same asked of another place. */
const SIMILAR =
  /^[\p{L}\d ,/-]{0,50}\b(?:tuong tu|giong (?:vay|the)|nhu vay|cung vay|cung the|similar|likewise|the same)\b[\p{L} ]{0,20}\??$/u;
/** A question of its own: "còn danh sách thì gửi trước ngày nào?" */
const ASKS = /\b(?:nao|gi|ai|bao nhieu|may|bao gio|bao lau|dau|which|who|whom|what|when|where|how (?!about))\b/u;
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
  const folded = foldText(question.trim());
  if (SIMILAR.test(folded) || COMPARES_ALIKE.test(folded)) return true;
  return ASKS_ALIKE.test(folded) && (ENDS_ALIKE.test(folded) || COMPARES.test(folded) || !ASKS.test(folded));
}

/** What of a question a follow-up names anew: the stage, the year, the quarter, the section. */
const SLOTS: readonly RegExp[] = [
  /giai đoạn\s+(?:\d+|[IVX]+|sau|tiếp theo|trước|đầu|cuối|còn lại)(?:\s*[-–]\s*\d+)?|(?:phase|stage|period)\s+\d+|(?:next|previous|first|last|second)\s+(?:phase|stage|period)/giu,
  /(?:năm|năm học|in|by|year)\s+(?:19|20)\d{2}/giu,
  /quý\s+(?:[IVX]+|\d)|tháng\s+\d{1,2}/giu,
  /(?:khoản|điểm|mục|điều|phần|phụ lục)\s+(?:[IVX]+|\d+|[a-zđ])(?![\p{L}\d])/giu,
];

/** The question before without what the follow-up says otherwise: "còn giai đoạn 3?" after one about stage 1. */
export function withoutRenamed(before: string, question: string): string {
  return SLOTS.reduce((text, slot) => (question.search(slot) === -1 ? text : text.replace(slot, " ")), before);
}

const NEXT_PERIOD = /giai đoạn (?:sau|tiếp theo|kế tiếp|tới)(?: đó)?|(?:the )?(?:next|following|second) (?:period|phase|stage)/iu;
const PREVIOUS_PERIOD = /giai đoạn (?:trước|đầu)(?: đó)?|(?:the )?(?:previous|first|earlier) (?:period|phase|stage)/iu;
const YEARS = /((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})/gu;

/** "Giai đoạn sau" in years: the period of the plans that lies next to the one asked about before; the question as it is where none does. */
export function withPeriodNamed(question: string, before: string, texts: readonly string[]): string {
  const [asked] = [...before.matchAll(YEARS)];
  const next = NEXT_PERIOD.test(question);
  if (asked === undefined || (!next && !PREVIOUS_PERIOD.test(question))) return question;
  const [from, to] = [Number(asked[1]), Number(asked[2])];
  const others = texts
    .flatMap((text) => [...text.matchAll(YEARS)])
    .map(([, first, last]) => [Number(first), Number(last)] as const)
    .filter(([first, last]) => (next ? first === to || first === to + 1 : last === from || last === from - 1));
  const [found] = others;
  return found === undefined ? question : question.replace(next ? NEXT_PERIOD : PREVIOUS_PERIOD, `giai đoạn ${found[0]}-${found[1]}`);
}

/** The agency that "sở này" means: the first one the newest answer names, else the newest question's. */
export function agencyReferred(question: string, context: Context): string | null {
  if (!REFERS_AGENCY.test(foldText(question))) return null;
  const mention = findAgencies(context.answer)[0] ?? findAgencies(context.questions[0] ?? "")[0];
  return mention?.agency.name ?? null;
}

const PRONOUN =
  /\b(?:them|they|that|this|it|its|those|these)\b|\b(?:viec|nhiem vu|cai|muc|khoan|ke hoach|noi dung) (?:nay|do|ay|tren)\b|\bho\b/u;
/** "Thế sau khi sửa đổi thì …?": goes on from what was asked. */
const GOES_ON = /^(?:the|vay|con|the con|vay con|and|so|then)\b(?! nao\b)/u;
const SHORT_WITH_PRONOUN = 12;
/** Words that ask for the same thing at another time or as a whole. */
const SAME_THING = new Set([
  "sau",
  "truoc",
  "sua",
  "doi",
  "bo",
  "sung",
  "dieu",
  "chinh",
  "tong",
  "so",
  "moi",
  "cu",
  "nay",
  "luc",
  "khi",
  "them",
  "het",
  "total",
  "after",
]);

/** "Thế sau khi sửa đổi thì tổng số trạm là bao nhiêu?" after a question about stations: the same subject, said in part. */
export function goesOn(question: string, { own, before }: { own: readonly string[]; before: readonly string[] }): boolean {
  return (
    GOES_ON.test(foldText(question.trim())) &&
    own.some((word) => before.includes(word)) &&
    own.every((word) => before.includes(word) || SAME_THING.has(word))
  );
}

/** A question too short to say its own subject ("thời hạn?", "who supports them?"). */
export function lacksTopic(question: string, topicWords: number): boolean {
  const words = foldedWords(question).length;
  return (
    topicWords === 0 ||
    (words <= SHORT_WITH_PRONOUN && PRONOUN.test(foldText(question)) && topicWords <= 4) ||
    (words <= SHORT && topicWords <= 1)
  );
}
