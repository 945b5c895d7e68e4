/** Fixed words of answers in both languages; agency names keep their Vietnamese form, with the English one beside it. */
import type { Language } from "../contract/answer.ts";
import { agencyNamed } from "../language/agencies.ts";

/** An agency as an answer shows it: as printed, in English answers with its English name. */
export function agencyShown(printed: string, canonical: string | null, lang: Language): string {
  const agency = canonical === null ? agencyNamed(printed) : agencyNamed(canonical);
  const name = /\p{Ll}/u.test(printed) ? printed : (agency?.name ?? printed);
  return lang === "en" && agency !== undefined ? `${name} (${agency.english})` : name;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One of two wordings by language. */
export const say = (lang: Language, vi: string, en: string): string => (lang === "en" ? en : vi);

/** Source words on one line, without the mark of a bullet, for lists and tables. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s*\n\s*/gu, " ")
    .replace(/^[-+–•]\s*/u, "")
    .trim();
