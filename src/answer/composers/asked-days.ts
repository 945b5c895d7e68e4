/** Which of several days in a sentence is asked for: the one of the rhythm that the question names. */
import { dayPhrases } from "../../language/time-phrases.ts";

interface Rhythm {
  /** As asked, folded. */
  readonly asks: RegExp;
  readonly printed: RegExp;
}

/** The rhythms of reports: a sentence may set one day for each. */
const RHYTHMS: readonly Rhythm[] = [
  {
    asks: /\b(?:hang|moi) nam\b|\bbao cao nam\b|\bannual|\beach year\b|\bevery year\b|\byearly\b/u,
    printed: /(?:hằng|hàng|mỗi) năm|báo cáo năm/iu,
  },
  { asks: /\b0?6 thang\b|\bsau thang\b|\bsix[- ]month|\bhalf[- ]year/u, printed: /(?:0?6|sáu) tháng/iu },
  { asks: /\b(?:hang|moi) quy\b|\bbao cao quy\b|\bquarter/u, printed: /(?:hằng|hàng|mỗi) quý|báo cáo quý/iu },
  { asks: /\b(?:hang|moi) thang\b|\bbao cao thang\b|\bmonthly\b|\bevery month\b/u, printed: /(?:hằng|hàng|mỗi) tháng|báo cáo tháng/iu },
];
/** Words before a day that may say its rhythm, and most days named in one answer. */
const BEFORE = 30;
const MOST_DAYS = 3;

/** The rhythm that a folded question names. */
export const rhythmAsked = (folded: string): Rhythm | undefined => RHYTHMS.find(({ asks }) => asks.test(folded));

/** The days of a sentence: the one of the rhythm asked for, else all of them, so that none stands for another. */
export function daysOf(words: string, folded: string): string | null {
  const found = dayPhrases(words);
  const rhythm = rhythmAsked(folded);
  const own = found.filter(
    (match) => rhythm?.printed.test(words.slice(Math.max(0, match.index - BEFORE), match.index) + match.text) ?? false,
  );
  const chosen = own.length === 1 ? own : found;
  const phrases = chosen.map((match) => (match.text.includes("(") ? match.text : match.text.replace(/\)/u, "")).trim());
  return phrases.length === 0 ? null : [...new Set(phrases)].slice(0, MOST_DAYS).join("; ");
}

/** The days of a sentence with the words before each; days that only "và" joins stand for one. */
export function clausesOfDays(words: string): { readonly day: string; readonly clause: string }[] {
  const groups: { day: string; clause: string }[] = [];
  let from = 0;
  for (const { text, index } of dayPhrases(words)) {
    const clause = words.slice(from, index);
    const last = groups.at(-1);
    if (last !== undefined && JOINS.test(clause)) last.day = `${last.day}; ${text.trim()}`;
    else groups.push({ day: text.trim(), clause });
    from = index + text.length;
  }
  return groups;
}

/** What may stand between two days of one matter. */
const JOINS = /^[\s,;)]*(?:và|hoặc|đến)?[\s,;(]*$/u;
