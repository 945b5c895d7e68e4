/** Everyday matters that a text holds by name or not at all: lotteries, passports, tomorrow's weather. */
import data from "./data/outside-matters.json" with { type: "json" };
import { foldText } from "./fold.ts";
import { hasDiacritics } from "./restore-diacritics.ts";

const isWithin = (text: string, phrase: string): boolean => {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  return new RegExp(String.raw`(?<![\p{L}\d])${escaped}(?![\p{L}\d])`, "iu").test(text);
};

/** The names of the everyday matters that a question is about; a text that may answer holds one name of each. */
export function outsideMattersIn(question: string): readonly (readonly string[])[] {
  const bare = hasDiacritics(question) ? null : foldText(question);
  return data.matters
    .filter(
      ({ vi, bare: typed, en }) =>
        [...vi, ...en].some((phrase) => isWithin(question, phrase)) || (bare !== null && typed.some((phrase) => isWithin(bare, phrase))),
    )
    .map(({ vi }) => vi);
}

/** Whether a text names a matter. */
export const namesMatter = (text: string, names: readonly string[]): boolean => names.some((name) => isWithin(text, name));
