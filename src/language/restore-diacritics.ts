/**
 * Diacritics put back from the collection's own words and word pairs: the likeliest sequence of words under a bigram
 * model with add-k smoothing (Viterbi). Words the collection does not know stay as typed.
 */
import { foldText } from "./fold.ts";
import questionWords from "./data/question-words.json" with { type: "json" };

export interface Vocabulary {
  /** Spellings of a folded word with their counts. */
  readonly spellings: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Counts of neighbouring words, "một hai". */
  readonly pairs: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Words that questions use and plans hardly: counted as if each stood this often in the collection. */
const QUESTION_COUNT = 3;
/** Share of words with diacritics from which a text counts as typed with them. */
const MARKED_SHARE = 0.4;
/** Smoothing of unseen pairs. */
const SMOOTHING = 0.05;

const lowerWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The vocabulary of a collection's texts (NFC). */
export function makeVocabulary(texts: readonly string[]): Vocabulary {
  const spellings = new Map<string, Map<string, number>>();
  const pairs = new Map<string, number>();
  let total = 0;
  const count = (text: string, times: number): void => {
    const words = lowerWords(text);
    words.forEach((word, index) => {
      const key = foldText(word);
      const known = spellings.get(key) ?? new Map<string, number>();
      known.set(word, (known.get(word) ?? 0) + times);
      spellings.set(key, known);
      total += times;
      const next = words[index + 1];
      if (next !== undefined) pairs.set(`${word} ${next}`, (pairs.get(`${word} ${next}`) ?? 0) + times);
    });
  };
  for (const text of texts) for (const paragraph of text.split("\n")) count(paragraph, 1);
  for (const phrase of [...questionWords.restorable, ...questionWords.words]) count(phrase, QUESTION_COUNT);
  return { spellings, pairs, total };
}

interface Path {
  readonly word: string;
  readonly score: number;
  readonly previous: Path | null;
}

/** True when at least one word carries a diacritic that folding drops. */
export function hasDiacritics(text: string): boolean {
  return foldText(text) !== text.toLowerCase();
}

/**
 * The text with each word in its likeliest spelling. A word that carries a diacritic and is known stays as it is; all
 * others are tried in every spelling the vocabulary holds for their folded form.
 */
export function restoreDiacritics(text: string, vocabulary: Vocabulary): string {
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  if (tokens.length === 0) return text;
  const marked = tokens.filter(([word]) => hasDiacritics(word)).length >= MARKED_SHARE * tokens.length;
  let paths: Path[] = [{ word: "", score: 0, previous: null }];
  for (const token of tokens) {
    const typed = token[0].toLowerCase();
    const known = vocabulary.spellings.get(foldText(typed));
    const fixed = known === undefined || (known.has(typed) && foldText(typed) !== typed);
    // A word typed with diacritics that the collection lacks ("đợt") competes on equal terms: only its neighbours may change it.
    const most = Math.max(1, ...(known?.values() ?? []));
    // So does a bare word among words with diacritics ("Kho có những văn bản nào"): it may be meant as it stands.
    const unsure: readonly (readonly [string, number])[] = foldText(typed) === typed && !marked ? [] : [[typed, most]];
    const choices: readonly (readonly [string, number])[] = fixed ? [[typed, known?.get(typed) ?? 1]] : [...unsure, ...(known ?? [])];
    paths = choices.map(([word, count]) => {
      let best: Path = { word, score: -Infinity, previous: null };
      for (const path of paths) {
        const pair = vocabulary.pairs.get(`${path.word} ${word}`) ?? 0;
        const before =
          path.word === ""
            ? vocabulary.total
            : [...(vocabulary.spellings.get(foldText(path.word))?.values() ?? [1])].reduce((sum, n) => sum + n, 0);
        const score = path.score + Math.log((pair + SMOOTHING * (count / vocabulary.total) * 50 + 1e-9) / (before + SMOOTHING));
        if (score > best.score) best = { word, score, previous: path };
      }
      return best;
    });
  }
  const chosen: string[] = [];
  for (
    let path: Path | null = paths.toSorted((a, b) => b.score - a.score)[0] ?? null;
    path !== null && path.word !== "";
    path = path.previous
  )
    chosen.unshift(path.word);
  let result = "";
  let from = 0;
  tokens.forEach((token, index) => {
    const word = chosen[index] ?? token[0];
    const capital = /^\p{Lu}/u.test(token[0]);
    const allCapitals = token[0].length > 1 && token[0] === token[0].toUpperCase();
    result +=
      text.slice(from, token.index) +
      (word === token[0].toLowerCase()
        ? token[0]
        : allCapitals
          ? word.toUpperCase()
          : capital
            ? word.charAt(0).toUpperCase() + word.slice(1)
            : word);
    from = token.index + token[0].length;
  });
  return result + text.slice(from);
}
