/** Provinces and districts before and after 1 July 2025 (`data/places.json`). */
import placeData from "./data/places.json" with { type: "json" };
import { foldText, nameKey } from "./fold.ts";

export type PlaceLevel = "province" | "district";

export interface Place {
  readonly name: string;
  readonly level: PlaceLevel;
  /** The province of a district, as it was before July 2025. */
  readonly province: string | null;
  readonly forms: readonly string[];
  /** The unit it belongs to since 1 July 2025; its own name where nothing changed. */
  readonly now: string;
  readonly change: "merged" | "enlarged" | "unchanged" | "renamed" | "abolished";
}

const CHANGES: readonly Place["change"][] = ["merged", "enlarged", "unchanged", "renamed"];

const provinces: readonly Place[] = placeData.units.map((unit) => ({
  name: unit.name,
  level: "province" as const,
  province: null,
  forms: [unit.name, ...unit.aliases],
  now: unit.since2025.name,
  change: CHANGES.find((change) => change === unit.since2025.change) ?? "unchanged",
}));
const districts: readonly Place[] = placeData.districts.map((district) => ({
  name: district.name,
  level: "district" as const,
  province: district.province,
  forms: [district.name],
  now: provinces.find((province) => province.name === district.province)?.now ?? district.province,
  change: "abolished" as const,
}));

export const places: readonly Place[] = [...provinces, ...districts];

const byKey = new Map<string, Place>(places.toReversed().flatMap((place) => place.forms.map((form) => [nameKey(form), place] as const)));

/** The place a name means, with or without "tỉnh", "huyện" and diacritics. */
export function placeNamed(name: string): Place | undefined {
  const key = nameKey(name);
  return byKey.get(key) ?? byKey.get(key.replace(/^(?:tinh|thanh pho|tp|huyen|thi xa|quan) /u, ""));
}

/**
 * The province to which a place belongs since 1 July 2025; its own name where nothing changed, null where the data knows
 * neither the place nor its province.
 */
export function placeNowOf(place: { readonly name: string; readonly level: string; readonly province: string | null }): string | null {
  if (place.level === "province" || place.level === "central") return placeNamed(place.name)?.now ?? null;
  const province = place.province ?? districts.find(({ name }) => nameKey(name) === nameKey(place.name))?.province ?? null;
  return province === null ? null : (placeNamed(province)?.now ?? province);
}

export interface PlaceMention {
  readonly place: Place;
  readonly start: number;
  readonly end: number;
}

const MOST_WORDS = Math.max(...[...byKey.keys()].map((key) => key.split(" ").length));

/**
 * Places that a text names, offsets in `text` (NFC). Words typed with diacritics must agree with the name's own
 * ("hoa bình" in "loài hoa bình dị" is no province; "Hoa Binh" and "hòa bình" are read as one).
 */
export function findPlaces(text: string): PlaceMention[] {
  const folded = foldText(text);
  const tokens = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const mentions: PlaceMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    for (let length = Math.min(MOST_WORDS, tokens.length - i); length > 0; length--) {
      const place = byKey.get(
        tokens
          .slice(i, i + length)
          .map(({ word }) => word)
          .join(" "),
      );
      const start = tokens[i]?.start ?? 0;
      const end = tokens[i + length - 1]?.end ?? 0;
      if (place === undefined || !looksLikeName(text.slice(start, end), place)) continue;
      mentions.push({ place, start, end });
      i += length - 1;
      break;
    }
  }
  return mentions;
}

/** Lower-case words with diacritics that differ from the name's are other words ("tây ninh" is a name, "an giang" too, "hoa bình" is not). */
function looksLikeName(typed: string, place: Place): boolean {
  const plain = typed === foldText(typed);
  const same = place.forms.some((form) => form.toLowerCase() === typed.toLowerCase());
  return plain || same || /^\p{Lu}/u.test(typed);
}
