/** What turns a statement round: denials, limits, rhythms, numbers in words. A sentence may say none that its ground does not. */
import type { Language } from "../../contract/answer.ts";
import { foldedWords } from "../../language/fold.ts";
import { figuresOf } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { DENIALS, NUMBER_WORDS, SENSES, withoutLookAlikes } from "./sentence-words.ts";

/** Words after a denial within which it bears on the same thing. */
const REACH = 4;
/** A quote up to this length says one thing: an English sentence that leaves its denial out turns it round. */
const ONE_THING = 400;

interface Denial {
  /** Folded words that follow. */
  readonly of: readonly string[];
}

function denialsIn(text: string, lang: Language): Denial[] {
  const plain = withoutLookAlikes(text);
  return [...plain.matchAll(DENIALS[lang])].map((match) => {
    const from = match.index + match[0].length;
    return { of: foldedWords(plain.slice(from, from + 80)).slice(0, REACH) };
  });
}

/** Pairs of words that the ground only has denied and the sentence has affirmed. */
function affirmed(sentence: string, body: string): string[] {
  const denied = denialsIn(body, "vi").flatMap(({ of: [first, second] }) =>
    first === undefined || second === undefined ? [] : [`${first} ${second}`],
  );
  const said = ` ${foldedWords(sentence).join(" ")} `;
  const ground = ` ${foldedWords(body).join(" ")} `;
  return [...new Set(denied)].filter((pair) => {
    const isDenied = (run: string): boolean =>
      run
        .split(` ${pair} `)
        .slice(0, -1)
        .every((before) => /(?:^| )(?:khong|chua|chang|dung|cho|tru)(?: \S+){0,2}$/u.test(before));
    return said.includes(` ${pair} `) && !isDenied(said) && isDenied(ground);
  });
}

/** Denials that a sentence adds or leaves out; empty when it says neither more nor less than its ground. */
export function turnedDenials(input: { sentence: string; ground: Ground; lang: Language }): string[] {
  const { sentence, ground, lang } = input;
  const denials = denialsIn(sentence, lang);
  const known = [...denialsIn(ground.body, "vi"), ...(lang === "en" ? denialsIn(ground.body, "en") : [])];
  const added = denials.filter(({ of }) =>
    lang === "en" ? known.length === 0 : !known.some((denial) => denial.of.some((word) => of.includes(word))),
  );
  const quoteDenies = ground.quotes.some((quote) => quote.length <= ONE_THING && denialsIn(quote, "vi").length > 0);
  const leftOut = lang === "en" ? (quoteDenies && denials.length === 0 ? ["a denial"] : []) : affirmed(sentence, ground.body);
  return [...added.map(({ of }) => `not: ${of.join(" ")}`), ...leftOut];
}

/** Limits, rhythms and the like that a sentence says and its ground does not. */
export function addedSenses(input: { sentence: string; ground: Ground; lang: Language }): string[] {
  const { ground, lang } = input;
  const said = withoutLookAlikes(input.sentence);
  const known = withoutLookAlikes(ground.body);
  return SENSES.filter(
    (sense) => said.search(sense.said[lang]) !== -1 && known.search(sense.said.vi) === -1 && known.search(sense.said.en) === -1,
  ).map(({ name }) => name);
}

/** Numbers in words that the ground has neither in words nor in digits. */
export function addedNumberWords(input: { sentence: string; ground: Ground; lang: Language }): string[] {
  const { ground, lang } = input;
  const said = withoutLookAlikes(input.sentence).toLowerCase();
  const known = ` ${(
    withoutLookAlikes(ground.body)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).join(" ")} `;
  const figures = figuresOf(ground.body, lang);
  const values = new Set([...figures.numbers.flatMap(({ values: readings }) => readings), ...figures.amounts.flat()]);
  const inWords = new Set([...NUMBER_WORDS].filter(([word]) => known.includes(` ${word} `)).map(([, value]) => value));
  return [...said.matchAll(/(\d\s*)?(?<!\p{L})(\p{L}+)(?!\p{L})/gu)].flatMap(([, digits, word = ""]) => {
    const value = NUMBER_WORDS.get(word);
    // "64,2 tỷ" is an amount and is compared as one.
    return digits !== undefined || value === undefined || values.has(value) || inWords.has(value) ? [] : [word];
  });
}
