/**
 * Agencies as they stand in text: where a name begins and where it ends.
 * The words that begin and end a name are data (`data/agency-words.json`).
 */
import { findAgencies } from "./agencies.ts";
import agencyWords from "./data/agency-words.json" with { type: "json" };

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
/** Words as alternatives of a pattern, the longest first. */
export const alternatives = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join("|");

/** A verb that is part of a name after some words: "các viện nghiên cứu", "các tổ chức". */
const inNames: Readonly<Record<string, readonly string[] | undefined>> = agencyWords.verbsInNames;
const verbPattern = (verb: string): string => {
  const after = inNames[verb];
  return after === undefined ? escape(verb) : `(?<!(?:${after.map(escape).join("|")})\\s)${escape(verb)}`;
};

/** How the name of an agency begins, as the source of a pattern. */
export const HEAD = `(?:(?:${alternatives(agencyWords.heads)})(?![\\p{L}])|(?:${alternatives(agencyWords.headsBeforeCapital)})\\s+(?=\\p{Lu}|\\d))`;
const STARTS = new RegExp(`^${HEAD}`, "u");
/** Lower case only: "Phát triển" and "Đào tạo" belong to names. */
export const VERB = new RegExp(
  `(?:^|[\\s,])(?:${agencyWords.verbs
    .toSorted((a, b) => b.length - a.length)
    .map(verbPattern)
    .join("|")})(?![\\p{L}])`,
  "u",
);
const EVERYONE = new RegExp(`^(?:${alternatives(agencyWords.everyone)})(?![\\p{L}])`, "u");
/** A name of an agency never runs longer than this, in characters. */
export const NAME_LIMIT = 170;

/** True for text in capitals. */
export const isUpper = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);

/** "các sở" as it would open a sentence: "Các sở". */
export const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * "SỞ Y tế" as "Sở Y tế", for comparing with names only: a scan's small letters with horns and hooks are often read as
 * capitals. Same length; words that open with a name as printed ("UBND tỉnh") stay.
 */
export function openingAsName(text: string): string {
  if (STARTS.test(text)) return text;
  const softened = text.replace(/^(\p{Lu})(\p{Lu}+)(?=\s)/u, (_, first: string, rest: string) => first + rest.toLowerCase());
  return STARTS.test(softened) ? softened : text;
}

/** "SỞ TÀI CHÍNH" as "Sở Tài chính" would be written, word by word, for comparing with names only. */
function withoutCapitals(text: string): string {
  return isUpper(text) ? text.toLowerCase().replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase()) : text;
}

/** True when a text begins with the name of an agency. */
export function startsWithAgency(text: string): boolean {
  return STARTS.test(openingAsName(withoutCapitals(text)));
}

const MENTION = new RegExp(`(?<!\\p{L})${HEAD}`, "u");

/** True when a text names some agency anywhere. */
export function mentionsAgency(text: string): boolean {
  return MENTION.test(text) || findAgencies(text).length > 0;
}

/** True for "Các sở, ban, ngành …" and other words that mean every agency. */
export function meansEveryAgency(name: string): boolean {
  return EVERYONE.test(sentenceStart(withoutCapitals(name)));
}

/** "Đồng chí Giám đốc Sở Y tế": the office without the form of address. */
export const withoutComrade = (text: string): string => text.replace(COMRADE, "");
export const COMRADE = new RegExp(`^(?:Đồng chí|đồng chí|Đ/c)\\s+(?=${HEAD})`, "u");

/** The part of a text before the words that say what is done. */
export function beforeVerb(text: string): string {
  const verb = VERB.exec(text);
  return verb === null ? text : text.slice(0, verb.index);
}

/** True where a name opens with the words of an agency, in whatever case: "các sở, ngành", "UBND các xã". */
export function namesAgency(name: string): boolean {
  return startsWithAgency(sentenceStart(name.trim())) || /^các\s/iu.test(name.trim());
}
