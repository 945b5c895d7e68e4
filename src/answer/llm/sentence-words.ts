/** The words of `data/sentence-words.json`, made ready for looking. */
import type { Language } from "../../contract/answer.ts";
import words from "./data/sentence-words.json" with { type: "json" };

const escaped = (form: string): string => form.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
const oneOf = (forms: readonly string[]): string =>
  forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) =>
      escaped(form)
        .replace(" #", String.raw`\s*(?=\d)`)
        .replaceAll(" ", String.raw`\s+`),
    )
    .join("|");

/** A pattern for any of the forms as whole words, in any case. */
export const wordPattern = (forms: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${oneOf(forms)})(?![\p{L}\p{N}])`, "giu");

const LOOK_ALIKES = wordPattern(words.lookAlikes);
/** Words that only look like a denial or a number are blanked; offsets stay. */
export const withoutLookAlikes = (text: string): string => text.replace(LOOK_ALIKES, (found) => " ".repeat(found.length));

export const NEUTRAL: ReadonlySet<string> = new Set(words.neutral);
export const ENGLISH_SMALL: ReadonlySet<string> = new Set(words.small);
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(Object.entries(words.numberWords));
export const DENIALS: Readonly<Record<Language, RegExp>> = { vi: wordPattern(words.negation.vi), en: wordPattern(words.negation.en) };
export const ADDRESSING: Readonly<Record<Language, RegExp>> = {
  vi: wordPattern(words.addressing.vi),
  en: wordPattern(words.addressing.en),
};

export interface Sense {
  readonly name: string;
  readonly said: Readonly<Record<Language, RegExp>>;
}
/** Words that turn a statement, by what they mean. */
export const SENSES: readonly Sense[] = words.senses.map(({ vi, en }) => ({
  name: vi[0] ?? "",
  said: { vi: wordPattern(vi), en: wordPattern(en) },
}));
