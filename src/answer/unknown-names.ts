/**
 * Proper names of a question that no text of the collection holds: a district without a plan, a school, a company.
 * Words near the rest of the question are easily found; they are of somebody else.
 */
import { findAgencies } from "../language/agencies.ts";
import { hasDiacritics } from "../language/restore-diacritics.ts";
import { foldText, foldedWords } from "../language/fold.ts";
import { findPlaces } from "../language/places.ts";
import type { TermWeights } from "./topic.ts";

/** Two to five capitalised syllables in a row; a name of one syllable is told from a word by nothing. */
const NAME = /(?<![\p{L}\d])\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,4}(?!\p{L})/gu;
/** A unit of administration and its name in small letters, typed without diacritics. */
const UNIT_AND_NAME = /\b(?:huyen|thi xa|thi tran|phuong|xa)\s+(\p{Ll}{2,7}\s+\p{Ll}{2,7})\b/gu;
/** "Tôi là Nguyễn Văn An", "em tên Lê Hoa": who asks is no part of the question. */
const ASKER =
  /(?:(?:tôi|em|mình|cháu|anh|chị|toi|minh)\s+(?:là|tên|tên là|la|ten|ten la)|tên (?:tôi|em|mình) là|my name is|i am|i'm|anh|chị|em|cháu)\s+$/iu;
/** Share of capitalised words from which capitals are a manner of typing. */
const TITLE_CASE = 0.6;

/** @param question as typed, NFC. @param weights tell which words and pairs of neighbours the collection holds. */
export function unknownNames(question: string, weights: Pick<TermWeights, "knows">): readonly string[] {
  const words = question.match(/\p{L}+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (words.length < 3 || capitals >= TITLE_CASE * words.length) return [];
  const taken = [...findAgencies(question), ...findPlaces(question)];
  const isTaken = (start: number, end: number): boolean => taken.some((span) => span.start < end && start < span.end);
  const pairsOf = (name: string): string[] => {
    const parts = foldedWords(name);
    return parts.slice(1).map((part, index) => `${parts[index] ?? ""}_${part}`);
  };
  const isUnknown = (name: string): boolean => pairsOf(name).every((pair) => !weights.knows(pair));
  // "Phần Tổ chức thực hiện": a capital within a phrase of the plans, not the end of a name.
  const endsName = (name: string, after: string): boolean =>
    isUnknown(`${name.split(/\s+/u).at(-1) ?? ""} ${/^\s+(\p{Ll}+)/u.exec(after)?.[1] ?? ""}`);
  const capitalised = [...question.matchAll(NAME)].filter(
    ({ 0: name, index }) => !isTaken(index, index + name.length) && !ASKER.test(question.slice(0, index)) && isVietnamese(name),
  );
  const found = capitalised
    .filter(({ 0: name, index }) => isUnknown(name) && endsName(name, question.slice(index + name.length)))
    .map(([name]) => name);
  if (found.length > 0 || hasDiacritics(question)) return found;
  return [...foldText(question).matchAll(UNIT_AND_NAME)]
    .filter(({ index, 0: all }) => !isTaken(index, index + all.length))
    .map(({ 1: name = "" }) => name)
    .filter((name) => isUnknown(name) && foldedWords(name).some((word) => !weights.knows(word)));
}

/** English titles are capitalised too ("Digital Transformation"): their words are the glossary's to know. */
const isVietnamese = (name: string): boolean =>
  name.split(/\s+/u).every((word) => hasDiacritics(word) || SYLLABLE.test(foldText(word))) && hasDiacritics(name);

/** The shape of a Vietnamese syllable without diacritics. */
const SYLLABLE = /^(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[aeiouy]{1,3})(?:ng|nh|ch|[cmnpt])?$/u;
