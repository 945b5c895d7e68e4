/** Which place a document is of, and who issued it. */
import { findPlaces, placeNamed } from "../language/places.ts";
import type { Line } from "./metadata/lines.ts";
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

/** The national name holds the word for a commune: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM". */
const MOTTO = /^xã hội(?!\p{L})/iu;

interface Unit {
  readonly level: PlanPlace["level"];
  readonly name: string;
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** A unit's name as printed, in capitals brought to small letters, without the words that follow it. */
const printedName = (raw: string): string => (/\p{Ll}/u.test(raw) ? raw : titleCase(raw)).replace(STOP_WORDS, "");

function unitsIn(text: string): Unit[] {
  return [...text.matchAll(UNIT)].flatMap((match) => {
    const raw = match[2] ?? "";
    if (!/^\p{Lu}/u.test(raw) || MOTTO.test(match[0])) return [];
    const name = printedName(raw);
    const level = LEVELS[(match[1] ?? "").toLowerCase()] ?? "province";
    const known = placeNamed(name);
    // "thành phố" is a province-level city only when the data says so.
    const actual = match[1]?.toLowerCase() === "thành phố" && known?.level !== "province" ? "district" : level;
    return [{ level: actual, name: known !== undefined && actual !== "commune" ? known.name : name }];
  });
}

const RANKED = ["commune", "district", "province"] as const;
const lowestOf = (units: readonly Unit[]): Unit | undefined => RANKED.flatMap((level) => units.filter((unit) => unit.level === level))[0];

/** Lines of the letterhead's left column: a council or committee, and its unit on the line below. */
const BODY_LINE =
  /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)(?!\p{L})[^\p{Ll}]{0,50}$/u;

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
  // The issuing unit is the one the date line names; else the letterhead's; else the lowest level the subject names.
  const byDate = dated === null ? undefined : candidates.find((unit) => unit.name.toLowerCase() === dated.toLowerCase());
  const byLetterhead = lowestOf(letterhead.filter(({ text }) => BODY_LINE.test(text)).flatMap((line) => unitsIn(line.text)));
  const chosen = byDate ?? byLetterhead ?? lowestOf(unitsIn(input.subject)) ?? candidates[0];
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

/** "UBND tỉnh Bình Thuận"; the unit's word and name as the document prints them where it does ("UBND tỉnh Thừa Thiên Huế"). */
export function issuerName(place: PlanPlace, head: readonly Line[], subject: string): string {
  const isMeant = (name: string): boolean =>
    name.toLowerCase().startsWith(place.name.toLowerCase()) || (place.level !== "commune" && placeNamed(name)?.name === place.name);
  const printed = [...head.map((line) => line.text), subject]
    .flatMap((text) => [...text.matchAll(UNIT)])
    .map((match) => ({ word: (match[1] ?? "").toLowerCase(), name: printedName(match[2] ?? "") }))
    .filter(({ name }) => isMeant(name));
  const [first] = printed;
  const name = printed.find((unit) => placeNamed(unit.name) !== undefined && place.level === "province")?.name ?? place.name;
  return `UBND ${first?.word ?? UNIT_WORDS[place.level]} ${name}`.replaceAll(/\s+/gu, " ");
}
