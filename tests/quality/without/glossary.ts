/** The aide without the English glossary: every English word stays untranslated. */
import type { translateTerms as real } from "../../../src/language/glossary.ts";

export const translateTerms: typeof real = (text) => ({
  vietnamese: "",
  first: "",
  others: new Map(),
  untranslated: text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [],
});
