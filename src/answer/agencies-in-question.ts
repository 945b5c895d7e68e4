/** The agencies that a question names: those of the data, those of a sector, and those that only the plans know. */
import { expandAbbreviations } from "../language/abbreviations.ts";
import { agencyKey, agencyNamed, findAgencies, type Agency } from "../language/agencies.ts";
import { foldedWords, nameKey } from "../language/fold.ts";
import type { Collection } from "./collection.ts";

export interface AskedAgency {
  readonly name: string;
  readonly key: string;
  /** Null for an agency that only the plans know. */
  readonly agency: Agency | null;
}

/** "UBND xã Suối Giàng": one commune of many, not the communes; the commune whose plan it is stays an agency. */
function isOfOneUnit({ text, start, end }: { text: string; start: number; end: number }, { entries }: Collection): boolean {
  const name = /(?:xã|phường|thị trấn|huyện|xa|phuong|thi tran|huyen)$/iu.test(text.slice(start, end))
    ? ONE_UNIT.exec(text.slice(end))?.[1]
    : undefined;
  return name !== undefined && !entries.some(({ placeKeys }) => placeKeys.some((key) => nameKey(name).startsWith(key)));
}
const ONE_UNIT = /^\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){0,3})/u;

const OF_SECTOR = new Set(["so", "phong"]);

/** "ngành giáo dục", "ngành y tế": two words of the sector, which the agency's name begins with. */
const sectorsIn = (text: string): { readonly words: readonly string[] }[] =>
  [...text.matchAll(/(?<!\p{L})ngành\s+(\p{Ll}+\s+\p{Ll}+)/giu)].map(([, sector = ""]) => ({ words: foldedWords(sector) }));

/** Agencies named in a text, each once. */
export function agenciesIn(text: string, collection: Collection): AskedAgency[] {
  const seen = new Map<string, AskedAgency>();
  const mentions = findAgencies(text).filter(({ start, end }) => !isOfOneUnit({ text, start, end }, collection));
  for (const { agency } of mentions) {
    const key = agencyKey(agency.name);
    if (!seen.has(key)) seen.set(key, { name: agency.name, agency, key });
  }
  for (const { words: sector } of sectorsIn(text))
    for (const { words, name } of collection.agencyNames)
      if (OF_SECTOR.has(words[0] ?? "") && sector.every((word, index) => words[index + 1] === word) && !seen.has(words.join(" ")))
        seen.set(words.join(" "), { name, agency: agencyNamed(name) ?? null, key: words.join(" ") });
  let left = ` ${foldedWords(mentions.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)} | ${rest.slice(end)}`, text)).join(" ")} `;
  for (const { words: name, name: printed } of collection.agencyNames) {
    const phrase = ` ${name.join(" ")} `;
    if (!left.includes(phrase)) continue;
    left = left.replaceAll(phrase, " ");
    const key = name.join(" ");
    if (!seen.has(key)) seen.set(key, { name: printed, agency: null, key });
  }
  return [...seen.values()];
}

/** What is left of a text when the agencies it names are taken out. */
export function withoutAgencies(text: string): string {
  let rest = text;
  for (const { start, end } of findAgencies(text).toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

/** "The military commands of A and B": English names of several places' agencies are plural. */
const PLURAL_BODIES = /\b(department|command|office|division|board|centre|center|union|association|hospital|school)s\b/giu;
/** Names of bodies in the singular. */
export const singular = (text: string): string => text.replace(PLURAL_BODIES, "$1");

/** "Sở KHCN" and "phòng NN" are known by their own forms; what is left is expanded so that "UBND các huyện" is found. */
export function expandAgencies(text: string): string {
  const whole = text.replace(CENTRE, "Trung tâm");
  return `${whole} | ${expandAbbreviations(whole)}`;
}
/** "TT" is thông tin, thông tư or trung tâm: the last before what centres are for. */
const CENTRE =
  /(?<![\p{L}&])TT(?=\s+(?:ph[uụ]c v[uụ]|PV|y t[eế]|v[aă]n h[oó]a|gi[aá]m s[aá]t|d[uữ] li[eệ]u|khuy[eế]n|chuy[eể]n|truy[eề]n th[oô]ng))/gu;
