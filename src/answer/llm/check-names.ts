/** Agencies, places and other names of a sentence must stand in what it cites; quoted words must stand there word for word. */
import type { Language } from "../../contract/answer.ts";
import { findAgencies } from "../../language/agencies.ts";
import { foldText, nameKey } from "../../language/fold.ts";
import { findPlaces } from "../../language/places.ts";
import { comparableWords, oneSpaced, wholeOf, wordRun, type Ground } from "./ground.ts";

const QUOTED = /[“"«]([^“”"«»]+)[”"»]/gu;
/** Two capitalised words side by side, or one alone, within a sentence. */
const CAPITALISED = /(?<=[\p{L}\p{N},;:)”"]\s+|^)\p{Lu}[\p{L}\p{N}&-]*/gu;
/** English names of bodies that the data may not know. */
const ENGLISH_BODY =
  /\b(?:Department|Ministry|Bureau|Agency|Authority|Committee|Council|Institute|Centre|Center|Office|Board|Union|Association|Company|Corporation|University|School|Court|Police|Inspectorate|Division|Bank|Fund)\b/gu;

/** Folded words of every capitalised run; the first word of a sentence begins one only when a capitalised word follows. */
function capitalisedRuns(sentence: string): string[][] {
  const runs: string[][] = [];
  let end = -2;
  const found = [...sentence.matchAll(CAPITALISED)];
  for (const match of found) {
    const isNext = match.index === end + 1;
    if (isNext) runs.at(-1)?.push(match[0]);
    else runs.push([match[0]]);
    end = match.index + match[0].length;
  }
  const [first, ...rest] = runs;
  const startsSentence = found[0]?.index === 0 && first?.length === 1;
  return (startsSentence ? rest : runs).map((run) => comparableWords(run.join(" ")));
}

/** Names of a Vietnamese sentence that its ground does not hold; English ones are translated and only abbreviations are compared. */
function unknownNames(sentence: string, run: string, lang: Language): string[] {
  if (lang === "vi")
    return capitalisedRuns(sentence)
      .filter((words) => !words.every((word, i) => (i === 0 ? run.includes(` ${word} `) : run.includes(` ${words[i - 1] ?? ""} ${word} `))))
      .map((words) => words.join(" "));
  const abbreviations = (sentence.match(/(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])/gu) ?? []).filter((short) => short !== "AI");
  const marked = (sentence.match(/\p{L}+/gu) ?? []).filter((word) => foldText(word) !== word.toLowerCase());
  return [...abbreviations, ...marked].filter((word) => !run.includes(` ${comparableWords(word).join(" ")} `));
}

/** The names of a sentence that its ground does not hold; empty when all stand there. */
export function missingNames(input: { sentence: string; ground: Ground; lang: Language }): string[] {
  const { sentence, ground, lang } = input;
  const whole = wholeOf(ground);
  const run = wordRun(whole);
  const known = new Set(findAgencies(whole).map(({ agency }) => agency.name));
  const mentions = findAgencies(sentence);
  const agencies = mentions.filter(({ agency }) => !known.has(agency.name)).map(({ agency }) => agency.name);
  const knownPlaces = new Set(findPlaces(whole).map(({ place }) => place.name));
  const places = findPlaces(sentence)
    .filter(({ place, start, end }) => !knownPlaces.has(place.name) && !run.includes(` ${nameKey(sentence.slice(start, end))} `))
    .map(({ place }) => place.name);
  const bodies =
    lang === "en"
      ? [...sentence.matchAll(ENGLISH_BODY)]
          .filter(({ index }) => !mentions.some(({ start, end }) => start <= index && index < end))
          .map(([body]) => body)
          .filter((body) => !ground.body.includes(body))
      : [];
  return [...agencies, ...places, ...bodies, ...unknownNames(sentence, run, lang)];
}

/** Quoted words of a sentence that are not word for word in its ground. */
export function misquoted(sentence: string, ground: Ground): string[] {
  const whole = oneSpaced(wholeOf(ground));
  return [...sentence.matchAll(QUOTED)]
    .map(([, quote = ""]) => quote.trim())
    .filter((quote) => !whole.includes(quote.replace(/[.,;]$/u, "")));
}
