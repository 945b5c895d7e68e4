/** Places and documents that a question names, and the plans they mean. */
import { foldText, nameKey } from "../language/fold.ts";
import { findPlaces, placeNamed } from "../language/places.ts";
import type { Collection, PlanEntry } from "./collection.ts";

export interface NamedPlaces {
  /** Plans of the places named, in the order named; empty when none is named or none has a plan. */
  readonly entries: readonly PlanEntry[];
  /** Places named that have no plan here, as typed. */
  readonly unknown: readonly string[];
  /** Plans meant through a province they were merged into: "Lâm Đồng" for a plan of Bình Thuận. */
  readonly throughMerger: readonly { readonly asked: string; readonly entry: PlanEntry }[];
  /** The question without the names and the words for their kind. */
  readonly rest: string;
}

const KIND_BEFORE =
  /(?:(?:tỉnh|huyện|thành phố|tp\.?|thị xã|quận|xã|phường|tinh|huyen|province of|district of|ubnd tỉnh|ubnd huyện)\s+)$/iu;
const KIND_AFTER = /^(?:['’]s)?(?:\s+(?:province|district|city|provincial|commune))?(?:['’]s)?/iu;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly PlanEntry[];
  readonly name: string;
}

function ownPlaces(text: string, collection: Collection): Span[] {
  const folded = foldText(text);
  const tokens = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans: Span[] = [];
  const keys = new Map<string, PlanEntry[]>();
  for (const entry of collection.entries) for (const key of entry.placeKeys) keys.set(key, [...(keys.get(key) ?? []), entry]);
  for (let i = 0; i < tokens.length; i++) {
    for (let length = Math.min(5, tokens.length - i); length > 0; length--) {
      const key = tokens
        .slice(i, i + length)
        .map(({ word }) => word)
        .join(" ");
      const entries = keys.get(key);
      const start = tokens[i]?.start ?? 0;
      const end = tokens[i + length - 1]?.end ?? 0;
      if (entries === undefined) continue;
      spans.push({ start, end, entries, name: text.slice(start, end) });
      i += length - 1;
      break;
    }
  }
  const typedAllCapitals = text === text.toUpperCase();
  for (const match of text.matchAll(/(?<!\p{L})\p{Lu}{2,4}(?!\p{L}|&)/gu)) {
    if (typedAllCapitals) break;
    const entries = collection.entries.filter((entry) => entry.aliases.includes(match[0]));
    if (entries.length > 0) spans.push({ start: match.index, end: match.index + match[0].length, entries, name: match[0] });
  }
  return spans;
}

/** Reads the places of a question (NFC). */
export function placesInQuestion(text: string, collection: Collection): NamedPlaces {
  const own = ownPlaces(text, collection);
  const others = findPlaces(text).filter(({ start, end }) => !own.some((span) => span.start < end && start < span.end));
  const throughMerger: { asked: string; entry: PlanEntry }[] = [];
  const unknown: string[] = [];
  const provincesOfOwn = new Set(own.flatMap((span) => span.entries.map((entry) => nameKey(entry.plan.place?.province ?? ""))));
  for (const { place } of others) {
    // "huyện Bình Sơn, tỉnh Quảng Ngãi": the province only says where the district is.
    if (provincesOfOwn.has(nameKey(place.name))) continue;
    const merged =
      place.level === "province"
        ? collection.entries.filter(
            (entry) => entry.plan.place?.level === "province" && placeNamed(entry.plan.place.name)?.now === place.name,
          )
        : [];
    if (merged.length === 0) unknown.push(place.name);
    else throughMerger.push(...merged.map((entry) => ({ asked: place.name, entry })));
  }
  const entries = [
    ...new Set([...own.toSorted((a, b) => a.start - b.start).flatMap((span) => span.entries), ...throughMerger.map(({ entry }) => entry)]),
  ];
  let rest = text;
  for (const { start, end } of [...own, ...others].toSorted((a, b) => b.start - a.start)) {
    const before = rest.slice(0, start).replace(KIND_BEFORE, "");
    rest = `${before} ${rest.slice(end).replace(KIND_AFTER, "")}`;
  }
  return { entries, unknown, throughMerger, rest: rest.replace(/\s+/gu, " ").trim() };
}

const NUMBER =
  /(?<![\d/])(\d{1,5})\s*\/\s*((?:\d{4}\/)?[A-ZĐa-zđ][\p{L}\d]*(?:-[\p{L}\d]+)*)|(?<!\p{L})(?:kế hoạch|quyết định|văn bản|công văn|chỉ thị|thông báo|quy chế|báo cáo|tờ trình|nghị quyết|plan|decision|directive|regulation|resolution|ke hoach|quyet dinh|cong van|chi thi|kh|qđ|qd|cv|ct)\s+(?:số\s+|so\s+|no\.?\s*)?(\d{1,5})(?![\d/%.,])(?!\s*(?:nhiệm|năm|giai|mục|tiêu|điểm|việc))/giu;

export interface NamedDocuments {
  readonly entries: readonly PlanEntry[];
  /** Numbers named that no document of the collection carries. */
  readonly unknown: readonly string[];
}

/** Documents that a question names by number ("105/KH-UBND", "Kế hoạch 105"). Years are no numbers. */
export function documentsInQuestion(text: string, collection: Collection): NamedDocuments {
  const entries = new Set<PlanEntry>();
  const unknown: string[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const digits = match[1] ?? match[3] ?? "";
    if (match[1] === undefined && /^(?:19|20)\d{2}$/u.test(digits)) continue;
    const symbol = nameKey(match[2] ?? "");
    const found = collection.entries.filter(({ plan }) =>
      [plan.number, ...plan.attachments.map((attachment) => attachment.number)].some(
        (number) => number !== null && number.value.split("/")[0] === digits && (symbol === "" || nameKey(number.value).endsWith(symbol)),
      ),
    );
    for (const entry of found) entries.add(entry);
    if (found.length === 0) unknown.push(match[0].trim());
  }
  return { entries: [...entries], unknown };
}
