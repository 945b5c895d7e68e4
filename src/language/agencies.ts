/** The agencies of province and district as data: full names, English names, abbreviations, what became of them in 2025. */
import agencyData from "./data/agencies.json" with { type: "json" };
import { expandAbbreviations } from "./abbreviations.ts";
import { foldText, nameKey } from "./fold.ts";
import { comparableTones } from "./normalise.ts";
import { findPlaces } from "./places.ts";

export interface Agency {
  readonly name: string;
  readonly english: string;
  readonly forms: readonly string[];
  readonly since2025: { readonly name?: string | undefined; readonly change: string } | null;
}

export const agencies: readonly Agency[] = agencyData.agencies.map((agency) => ({
  name: agency.name,
  english: agency.english,
  forms: [...("abbreviations" in agency ? (agency.abbreviations ?? []) : []), ...("aliases" in agency ? (agency.aliases ?? []) : [])],
  since2025: "since2025" in agency && agency.since2025 !== undefined ? agency.since2025 : null,
}));

/** "tỉnh", "huyện" and a branch's place say where, not which agency. */
const PLACE_WORDS = /(?<!\bcac)\s+(?:tinh|huyen|thanh pho|thi xa|xa(?! hoi)|phuong)(?:\s.*)?$|\s+chi nhanh.*$/u;
const withoutPlace = (key: string): string => key.replace(PLACE_WORDS, "");

/** The key under which an agency's names meet: folded, abbreviations expanded, place left out. */
export function agencyKey(name: string): string {
  return withoutPlace(nameKey(expandAbbreviations(name)));
}

const byKey = new Map<string, Agency>();
for (const agency of agencies) {
  for (const form of [agency.name, ...agency.forms]) {
    for (const key of [nameKey(form), nameKey(expandAbbreviations(form)), agencyKey(form)]) if (!byKey.has(key)) byKey.set(key, agency);
  }
}

/** The agency a printed name means; undefined for one the data does not know. */
export function agencyNamed(name: string): Agency | undefined {
  const key = nameKey(expandAbbreviations(name));
  return byKey.get(key) ?? byKey.get(withoutPlace(key));
}

/** A head of an agency stands for it: "Giám đốc Sở Y tế". */
const HEAD_OF = /^(?:Giám đốc|Lãnh đạo|Thủ trưởng|Cục trưởng|Chi cục trưởng|Trưởng phòng|Trưởng ban|Chánh)\s+/iu;

/** As `agencyNamed`, for a name as a plan prints it: with its head, or with words in brackets ("Sở Y tế (cơ quan thường trực)"). */
export function agencyPrinted(name: string): Agency | undefined {
  const bare = name.replace(/\s*\([^)]*\)/gu, "").trim();
  return agencyNamed(name) ?? agencyNamed(bare) ?? agencyNamed(bare.replace(HEAD_OF, ""));
}

const UNIT_WORDS = String.raw`tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu`;
const CAPITALISED = String.raw`\p{Lu}[\p{L}'’]*(?:(?:\s+-\s+|\s+)\p{Lu}[\p{L}'’]*){0,3}`;
const OF_UNIT = new RegExp(String.raw`(?<!\p{L})(?:${UNIT_WORDS})\s+(${CAPITALISED})`, "u");
const OF_BRANCH = new RegExp(String.raw`(?<!\p{L})[Cc]hi nhánh\s+(?:(?:${UNIT_WORDS})\s+)?(${CAPITALISED})`, "u");

/**
 * The place that an agency's printed name says ("Sở Y tế tỉnh Hà Nam", "UBND xã Suối Giàng"), null where it
 * says none and the document's own is meant.
 */
export function agencyPlace(name: string): string | null {
  const said = OF_BRANCH.exec(name) ?? OF_UNIT.exec(name);
  if (said?.[1] !== undefined) return said[1];
  const last = findPlaces(name).at(-1);
  return last !== undefined && /^[\s.)]*$/u.test(name.slice(last.end)) && /^\p{Lu}/u.test(name.slice(last.start)) ? last.place.name : null;
}

export interface AgencyMention {
  readonly agency: Agency;
  readonly start: number;
  readonly end: number;
}

interface Form {
  /** A lone abbreviation ("DOT", "SYT") counts only when typed in capitals: "đợt" folds to "dot". */
  readonly capitals: boolean;
  readonly agency: Agency;
  readonly words: readonly string[];
  /** The first word with its marks: "số giáo dục" folds like "sở giáo dục" and is none. */
  readonly first: string;
}

const forms: readonly Form[] = agencies
  .flatMap((agency) =>
    [agency.name, agency.english, ...agency.forms].flatMap((form) =>
      [form, expandAbbreviations(form)].map((text) => ({
        agency,
        words: nameKey(text).split(" "),
        capitals: !nameKey(text).includes(" "),
        first: comparableTones(/[\p{L}\p{N}]+/u.exec(text.normalize("NFC"))?.[0] ?? ""),
      })),
    ),
  )
  .filter(({ words }) => words.length > 1 || (words[0]?.length ?? 0) > 2)
  .toSorted((a, b) => b.words.length - a.words.length);
const formsByFirst = new Map<string, Form[]>();
for (const form of forms) formsByFirst.set(form.words[0] ?? "", [...(formsByFirst.get(form.words[0] ?? "") ?? []), form]);

const isCapitals = (text: string, token: { readonly start: number; readonly end: number } | undefined): boolean => {
  const typed = token === undefined ? "" : text.slice(token.start, token.end);
  return typed === typed.toUpperCase();
};

/** True when a word typed with marks has the marks of the name; one typed bare may be any. */
const isSpelled = (text: string, token: { readonly start: number; readonly end: number } | undefined, name: string): boolean => {
  const typed = token === undefined ? "" : text.slice(token.start, token.end).toLowerCase();
  return typed === foldText(typed) || comparableTones(typed) === name;
};

/** "cơ sở giáo dục" is an establishment, not the Sở Giáo dục: "sở" in small letters after "cơ". */
const isEstablishment = (
  text: string,
  before: { readonly start: number; readonly end: number } | undefined,
  token: { readonly start: number; readonly end: number } | undefined,
): boolean =>
  before !== undefined &&
  token !== undefined &&
  /^cơ (?:sở|so)$/iu.test(text.slice(before.start, token.end)) &&
  text.charAt(token.start) === "s";

/** Agencies that a text names, longest names first, no two overlapping; offsets in `text` (NFC). */
export function findAgencies(text: string): AgencyMention[] {
  const tokens = [...foldText(text).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const mentions: AgencyMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const form = (formsByFirst.get(tokens[i]?.word ?? "") ?? []).find(
      ({ words, capitals, first }) =>
        words.every((word, k) => tokens[i + k]?.word === word) &&
        !(capitals && !isCapitals(text, tokens[i])) &&
        isSpelled(text, tokens[i], first),
    );
    if (form === undefined || isEstablishment(text, tokens[i - 1], tokens[i])) continue;
    mentions.push({ agency: form.agency, start: tokens[i]?.start ?? 0, end: tokens[i + form.words.length - 1]?.end ?? 0 });
    i += form.words.length - 1;
  }
  return mentions;
}
