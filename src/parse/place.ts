/** Which place a document is of, and who issued it. */
import { findPlaces, placeNamed } from "../language/places.ts";
import type { Line } from "./metadata.ts";
import type { PlanPlace } from "./types.ts";

const LEVELS: Readonly<Record<string, PlanPlace["level"]>> = {
  tỉnh: "province",
  "thành phố": "province",
  huyện: "district",
  "thị xã": "district",
  quận: "district",
  xã: "commune",
  phường: "commune",
  "thị trấn": "commune",
  "đặc khu": "commune",
};
const UNIT_KINDS = Object.keys(LEVELS).flatMap((kind) => [kind, kind.toUpperCase(), kind.charAt(0).toUpperCase() + kind.slice(1)]);
const UNIT = new RegExp(String.raw`(?<!\p{L})(${UNIT_KINDS.join("|")})\s+(\p{Lu}[\p{L}'’]*(?:(?:\s+-\s+|\s+)\p{Lu}[\p{L}'’]*){0,3})`, "gu");
const STOP_WORDS = /\s+(?:Ban|Triển|Thực|Căn|Đến|Giai|Năm|Về|Số|Ngày|Kế|Ủy|Cộng|Độc)(?!\p{L}).*$/u;

interface Unit {
  readonly level: PlanPlace["level"];
  readonly name: string;
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

function unitsIn(text: string): Unit[] {
  return [...text.matchAll(UNIT)].flatMap((match) => {
    const raw = match[2] ?? "";
    if (!/^\p{Lu}/u.test(raw)) return [];
    const name = (/\p{Ll}/u.test(raw) ? raw : titleCase(raw)).replace(STOP_WORDS, "");
    const level = LEVELS[(match[1] ?? "").toLowerCase()] ?? "province";
    const known = placeNamed(name);
    // "thành phố" is a province-level city only when the data says so.
    const actual = match[1]?.toLowerCase() === "thành phố" && known?.level !== "province" ? "district" : level;
    return [{ level: actual, name: known !== undefined && actual !== "commune" ? known.name : name }];
  });
}

/**
 * The place of a document from its subject, then its letterhead, then the place before its date.
 * A district's province is the one that the text names or the data knows.
 */
export function readPlace(input: { head: readonly Line[]; subject: string; body: string }): PlanPlace | null {
  const letterhead = input.head.filter((line) => line.text.length < 70);
  const dated = letterhead.map((line) => /^(.{2,50}?),\s*ngày\b/u.exec(line.text)?.[1]?.trim()).find((name) => name !== undefined) ?? null;
  const candidates = [
    ...unitsIn(input.subject),
    ...letterhead.flatMap((line) => unitsIn(line.text)),
    ...input.head.flatMap((line) => (/ban hành/u.test(line.text) ? unitsIn(line.text) : [])),
  ];
  const ranked = ["commune", "district", "province"] as const;
  // The issuing unit is the one the date line names; else the lowest level the subject names.
  const byDate = dated === null ? undefined : candidates.find((unit) => unit.name.toLowerCase() === dated.toLowerCase());
  const bySubject = ranked.flatMap((level) => unitsIn(input.subject).filter((unit) => unit.level === level))[0];
  const chosen = byDate ?? bySubject ?? candidates[0];
  const datedPlace = dated === null ? undefined : placeNamed(dated);
  if (chosen === undefined) {
    if (datedPlace === undefined) return null;
    return { name: datedPlace.name, level: datedPlace.level, province: datedPlace.province };
  }
  if (chosen.level === "province") return { name: chosen.name, level: "province", province: null };
  const known = placeNamed(chosen.name);
  const named = [...candidates, ...unitsIn(input.body.slice(0, 6000))].find((unit) => unit.level === "province")?.name;
  const loose = findPlaces(input.head.map((line) => line.text).join("\n")).find((mention) => mention.place.level === "province")?.place
    .name;
  return { name: chosen.name, level: chosen.level, province: known?.province ?? named ?? loose ?? null };
}

const UNIT_WORDS: Readonly<Record<PlanPlace["level"], string>> = { province: "tỉnh", district: "huyện", commune: "xã", central: "" };

/** "UBND tỉnh Bình Thuận"; the unit's word as the document prints it where it does. */
export function issuerName(place: PlanPlace, head: readonly Line[], subject: string): string {
  const all = [subject, ...head.map((line) => line.text)].join("\n");
  const printed = [...all.matchAll(UNIT)]
    .find((match) => (match[2] ?? "").toLowerCase().startsWith(place.name.toLowerCase()))?.[1]
    ?.toLowerCase();
  return `UBND ${printed ?? (placeNamed(place.name)?.level === "province" && UNIT_WORDS[place.level] === "tỉnh" ? "tỉnh" : UNIT_WORDS[place.level])} ${place.name}`.replace(
    /\s+/gu,
    " ",
  );
}
