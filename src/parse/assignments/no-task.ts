/** Words that look like an agency with its task and assign nothing: goals in figures, and notes at a page's foot. */
import type { Section } from "../types.ts";
import { parentOf } from "./parents.ts";

/** "85%", "trung tâm: đạt 60% trở lên;", "xã biên giới: 12/15 xã": a goal that is said of somebody, not a task. */
const FIGURE =
  /^(?:[^.;:\n]{0,120}:\s*)?(?:phấn đấu\s+)?(?:đạt\s+)?(?:trên|tối thiểu|ít nhất|từ|khoảng|hơn)?\s*\d[\d.,/]*\s*(?:%|\p{L}+)?(?:\s*(?:[-–]|đến)\s*\d[\d.,]*\s*%?)?(?:\s+trở lên)?[\s.;,/)]*$/iu;
/** Headings of what is aimed at, over words that say how things shall be and not who brings them about. */
const OF_GOALS = /^(?:(?:các|những|một số)\s+)?(?:mục tiêu|chỉ tiêu|quan điểm)(?!\p{L})/iu;
const OF_TASKS = /nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|trách nhiệm/iu;
/** "[1] Nền tảng được phê duyệt tại …": what a note at the foot says, a line of its own. */
const NOTE = /^[ \t]*\[\d{1,3}\][ \t]+\S[^\n]*$/gmu;
const CLOSING_NOTES = /(?:\n[ \t]*\[\d{1,3}\][ \t]+\S[^\n]*)+\s*$/u;

/** True for a task's words that only state a figure. */
export const isFigure = (words: string): boolean => FIGURE.test(words);

/** Spaces in place of notes, so that every offset stays. */
export const withoutNotes = (text: string): string => text.replace(NOTE, (note) => " ".repeat(note.length));

/** The words before the notes that close them. */
export const beforeNotes = (words: string): string => words.replace(CLOSING_NOTES, "");

/** True for a section under a heading of goals, unless one between is of tasks ("Mục tiêu, nhiệm vụ"). */
export function isOfGoals(sections: readonly Section[], section: Section): boolean {
  if (OF_TASKS.test(section.heading)) return false;
  if (OF_GOALS.test(section.heading)) return true;
  const parent = parentOf(sections, section);
  return parent !== undefined && isOfGoals(sections, parent);
}
