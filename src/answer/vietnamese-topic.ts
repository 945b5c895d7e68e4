/** What a question is about in Vietnamese words, whatever language it is asked in. */
import type { Language } from "../contract/answer.ts";
import questionWords from "../language/data/question-words.json" with { type: "json" };
import { foldText } from "../language/fold.ts";
import { translateTerms } from "../language/glossary.ts";
import type { Collection } from "./collection.ts";
import { topicOf, type Topic } from "./topic.ts";

/** A text in Vietnamese, for ranking and for the topic. */
export interface InVietnamese {
  /** For ranking: every rendering of every term. */
  readonly text: string;
  readonly topic: Topic;
}

/** Vietnamese words of a topic: the text itself, or its terms translated with the words the collection knows kept. */
export function vietnameseOf(text: string, lang: Language, collection: Collection): InVietnamese {
  if (lang === "vi") return { text, topic: topicOf(text) };
  const { vietnamese, first, others, untranslated } = translateTerms(text);
  const content = untranslated.filter((word) => word.length > 2 && !ENGLISH_SMALL.has(word) && !/^\d[\d-]*$/u.test(word));
  // Abbreviations and numbers are the same in both languages.
  const kept = untranslated.filter((word) => collection.knows(foldText(word)) && (/\d/u.test(word) || typedInCapitals(text, word)));
  const foreign = content.filter((word) => !kept.includes(word)).length;
  return { text: `${vietnamese} ${kept.join(" ")}`.trim(), topic: topicOf(`${first} ${kept.join(" ")}`.trim(), { foreign, others }) };
}

const ENGLISH_SMALL = new Set(questionWords.english);
const typedInCapitals = (text: string, word: string): boolean => text.includes(word.toUpperCase());
