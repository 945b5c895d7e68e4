/**
 * Judges one sentence of the model by the passages it cites; what fails is dropped, never mended.
 *
 * The checks are strict: a good sentence that is dropped costs nothing but the model's wording, since the extractive
 * answer stands ready.
 */
import type { Language } from "../../contract/answer.ts";
import { translateTerms } from "../../language/glossary.ts";
import { missingFigures } from "./check-figures.ts";
import { badManners } from "./check-manner.ts";
import { misquoted, missingNames } from "./check-names.ts";
import { addedNumberWords, addedSenses, turnedDenials } from "./check-sense.ts";
import { foldText } from "../../language/fold.ts";
import { comparableWords, saidWords, wholeOf, wordRun, type Ground } from "./ground.ts";
import { changedRoles, claimsIn, wordsAbout } from "./roles.ts";
import { NEUTRAL } from "./sentence-words.ts";

export interface SentenceInput {
  readonly sentence: string;
  readonly ground: Ground;
  readonly lang: Language;
}

/** Share of a sentence's words that must stand in its ground; a rewording brings a few of its own. */
const LEAST_SHARE = 0.7;
/** So many words in a row that the ground does not know are a statement of their own. */
const LONGEST_UNKNOWN = 3;
/** The same share for English, of the terms that the glossary knows; they are translated in more than one way. */
const LEAST_TRANSLATED = 0.5;
const FEW_TERMS = 4;

/** Words of a text that say something, abbreviations written out and folded. */
export const contentWords = (text: string): string[] =>
  comparableWords(text).filter((word) => word.length > 1 && !NEUTRAL.has(word) && !/\d/u.test(word));

/** Share of words that stand in a run of words, 0..1. */
export function shareIn(words: readonly string[], run: string): number {
  return words.length === 0 ? 1 : words.filter((word) => run.includes(` ${word} `)).length / words.length;
}

const saysSomething = ({ word }: { readonly word: string }): boolean =>
  word.length > 1 && !/\d/u.test(word) && !NEUTRAL.has(foldText(word));

function inventedWords({ sentence, ground, lang }: SentenceInput): string[] {
  if (lang === "en") {
    const run = wordRun(wholeOf(ground));
    const terms = contentWords(translateTerms(sentence).vietnamese);
    return terms.length >= FEW_TERMS && shareIn(terms, run) < LEAST_TRANSLATED ? terms.filter((word) => !run.includes(` ${word} `)) : [];
  }
  const content = saidWords(sentence, wholeOf(ground)).filter(saysSomething);
  const unknown = content.filter(({ isSaid }) => !isSaid).map(({ word }) => word);
  let inARow = 0;
  const longest = Math.max(0, ...content.map(({ isSaid }) => (inARow = isSaid ? 0 : inARow + 1)));
  return unknown.length > (1 - LEAST_SHARE) * content.length || longest >= LONGEST_UNKNOWN ? unknown : [];
}

/** Claims whose words the ground says of somebody else. English claims are told by their agency alone. */
function swappedClaims({ sentence, ground, lang }: SentenceInput): string[] {
  if (lang === "en") return [];
  return claimsIn(sentence).flatMap(({ agencies, words }) =>
    agencies.filter((agency) => {
      const about = new Map(
        saidWords(words, `${ground.labels}\n${wordsAbout(agency, ground.body)}`).map(({ isSaid }, index) => [index, isSaid]),
      );
      // Words that the ground has, but elsewhere.
      const known = saidWords(words, wholeOf(ground)).flatMap((said, index) =>
        said.isSaid && saysSomething(said) ? [about.get(index) ?? false] : [],
      );
      return known.filter((isSaid) => !isSaid).length > (1 - LEAST_SHARE) * known.length;
    }),
  );
}

type Check = (input: SentenceInput) => readonly string[];

const CHECKS: readonly { readonly name: string; readonly check: Check }[] = [
  { name: "manner", check: ({ sentence, lang }) => badManners(sentence, lang) },
  { name: "figures", check: missingFigures },
  { name: "names", check: missingNames },
  { name: "quote", check: ({ sentence, ground }) => misquoted(sentence, ground) },
  { name: "roles", check: ({ sentence, ground }) => changedRoles(sentence, ground.body) },
  { name: "denial", check: turnedDenials },
  { name: "sense", check: addedSenses },
  { name: "number words", check: addedNumberWords },
  { name: "words", check: inventedWords },
  { name: "claims", check: swappedClaims },
];

/** What is wrong with a sentence, "check: what" each; empty for one that may be shown. */
export function faultsOfSentence(input: SentenceInput): string[] {
  return CHECKS.flatMap(({ name, check }) => check(input).map((fault) => `${name}: ${fault}`));
}

/** Whether a sentence may be shown; ends at the first fault. */
export const stands = (input: SentenceInput): boolean => CHECKS.every(({ check }) => check(input).length === 0);
