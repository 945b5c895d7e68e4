/**
 * Telephone numbers, e-mail addresses, identity and account numbers in what people write: "[số điện thoại 1]" stands for
 * them before a text is sent to a language model, kept in a record or written to a log. The same one gets the same mask.
 */

interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
}

const EMAIL = /[\p{L}\d._%+-]+\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Căn cước công dân: twelve digits, the first three of them the province's. */
const IDENTITY_CARD = /(?<![\d.,/])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/]|[.,]\d)/gu;
const TELEPHONE = /(?<![\d/]|\d[.,])(?:\+\s?84|\(\+?84\)|0)(?:[ .()-]{0,2}\d){8,10}(?![\d/]|[.,]\d)/gu;

/** What is told by its own form, without the words before it. Longest first: an identity number is no telephone number. */
export const PERSONAL_DETAILS: readonly RegExp[] = [EMAIL, IDENTITY_CARD, TELEPHONE];

const KINDS: readonly Kind[] = [
  { name: "thư điện tử", pattern: EMAIL },
  { name: "số căn cước", pattern: IDENTITY_CARD },
  { name: "số điện thoại", pattern: TELEPHONE },
  {
    // Chứng minh nhân dân, passports and accounts are told from other numbers by the words before them.
    name: "số giấy tờ",
    pattern:
      /(?<=(?:CMND|CMTND|CCCD|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|hộ chiếu|passport|tài khoản|số TK|STK|mã số thuế|MST|ID card)(?:\s*(?:số|no\.?|:|là|is))*\s*)[A-Z]{0,2}\d[\d .-]{5,18}\d/giu,
  },
];

/** Masks of one conversation: the texts of it share the numbering. */
export interface PersonalDataMask {
  /** The text with every personal datum masked. */
  readonly mask: (text: string) => string;
}

/** The shape of a mask; a text of ours that looks like one is no datum either. */
const MASK = new RegExp(String.raw`\[(?:${KINDS.map(({ name }) => name).join("|")}) \d+\]`, "iu");

/** Whether a text holds a mask. */
export const holdsMask = (text: string): boolean => MASK.test(text);

/** Whether a text holds a personal datum. */
export const holdsPersonalData = (text: string): boolean => KINDS.some(({ pattern }) => text.search(pattern) !== -1);

/** One text masked on its own: for records and logs. */
export const maskPersonalData = (text: string): string => createMask().mask(text);

/** Makes the masks of one conversation. */
export function createMask(): PersonalDataMask {
  const known = new Map<string, string>();
  const counts = new Map<string, number>();
  const maskFor = (name: string, found: string): string => {
    const key = `${name} ${found.replace(/[^\p{L}\d@]/gu, "").toLowerCase()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    const made = `[${name} ${number}]`;
    known.set(key, made);
    return made;
  };
  return {
    mask: (text) => KINDS.reduce((masked, { name, pattern }) => masked.replace(pattern, (found) => maskFor(name, found)), text),
  };
}
