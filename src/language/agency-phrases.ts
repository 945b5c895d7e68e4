/**
 * Agencies as they stand in text: where a name begins, where it ends, and how a list of names is split.
 * The words that begin and end a name are data (`data/agency-words.json`).
 */
import { findAgencies } from "./agencies.ts";
import agencyWords from "./data/agency-words.json" with { type: "json" };

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const alternatives = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join("|");

const HEAD = `(?:(?:${alternatives(agencyWords.heads)})(?![\\p{L}])|(?:${alternatives(agencyWords.headsBeforeCapital)})\\s+(?=\\p{Lu}))`;
const STARTS = new RegExp(`^${HEAD}`, "u");
const ORDER = new RegExp(`^(?:${alternatives(agencyWords.orders)})\\s+(?:các\\s+đồng chí\\s+)?(?=${HEAD}|các\\s)`, "u");
/** Lower case only: "Phát triển" and "Đào tạo" belong to names. */
const VERB = new RegExp(`(?:^|[\\s,])(?:${alternatives(agencyWords.verbs)})(?![\\p{L}])`, "u");
const EVERYONE = new RegExp(`^(?:${alternatives(agencyWords.everyone)})(?![\\p{L}])`, "u");
const LIST_BREAK = new RegExp(
  `\\s*[;]\\s*|\\s*,\\s*(?:và\\s+)?(?=${HEAD}|các\\s|UBND)|\\s+và\\s+(?=(?:${alternatives(agencyWords.heads)}|Sở|Phòng|UBND)(?![\\p{L}]))`,
  "u",
);

/** A name of an agency never runs longer than this, in characters. */
const NAME_LIMIT = 170;

const isUpper = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);

/** "các sở" as it would open a sentence: "Các sở". */
const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "SỞ TÀI CHÍNH" as "Sở Tài chính" would be written, word by word, for comparing with names only. */
function withoutCapitals(text: string): string {
  return isUpper(text) ? text.toLowerCase().replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase()) : text;
}

/** True when a text begins with the name of an agency. */
export function startsWithAgency(text: string): boolean {
  return STARTS.test(withoutCapitals(text));
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

/** The agency that a heading names, the heading's words as printed; null when it names none. */
export function agencyOfHeading(heading: string): string | null {
  const name = heading.replace(/[:.;]\s*$/u, "").trim();
  if (name.length === 0 || name.length > NAME_LIMIT || !startsWithAgency(name)) return null;
  return VERB.test(name.replace(/\(.*?\)/gu, "")) && !isUpper(name) ? null : name;
}

export interface SubjectAgency {
  /** As printed. */
  readonly name: string;
  /** Offset of the name in the text. */
  readonly start: number;
  /** Offset of the words that say what the agency does. */
  readonly taskStart: number;
}

/**
 * The agency that a sentence opens with ("Phòng Tài chính tổng hợp …", "Giao Sở Y tế chủ trì …"), null when it opens
 * otherwise. With `anyCase` the text may be the middle of a sentence: "các sở, ngành kịp thời báo cáo".
 */
export function subjectAgency(text: string, options: { readonly anyCase?: boolean } = {}): SubjectAgency | null {
  const start = ORDER.exec(text)?.[0].length ?? 0;
  const printed = text.slice(start);
  const rest = start > 0 || options.anyCase === true ? sentenceStart(printed) : printed;
  if (!STARTS.test(rest)) return null;
  const known = findAgencies(rest.slice(0, NAME_LIMIT)).find((mention) => mention.start === 0);
  const head = Math.max(STARTS.exec(rest)?.[0].length ?? 0, known?.end ?? 0);
  const verb = VERB.exec(rest.slice(head, NAME_LIMIT + 40));
  const colon = rest.slice(0, NAME_LIMIT).indexOf(":");
  const verbAt = verb === null ? -1 : head + verb.index;
  const end = verbAt === -1 ? colon : colon === -1 ? verbAt : Math.min(verbAt, colon);
  if (end <= 0) return null;
  const name = printed.slice(0, end).replace(/[\s,:(–-]+$/u, "");
  if (name.length > NAME_LIMIT) return null;
  const gap = /^[\s,:]*/u.exec(rest.slice(end))?.[0].length ?? 0;
  return { name, start, taskStart: start + end + gap };
}

/** The part of a text before the words that say what is done. */
export function beforeVerb(text: string): string {
  const verb = VERB.exec(text);
  return verb === null ? text : text.slice(0, verb.index);
}

/** A list of agencies split into names; a comma inside a name ("Văn hóa, Thể thao và Du lịch") does not split it. */
export function splitAgencies(list: string): string[] {
  return list
    .replace(/[.;:,]+\s*$/u, "")
    .split(LIST_BREAK)
    .map((name) => name.trim())
    .filter((name) => name.length > 1);
}
