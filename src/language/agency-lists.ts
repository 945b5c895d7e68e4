/** Lists of agencies, as sentences and cells print them, split into names. */
import { findAgencies } from "./agencies.ts";
import { alternatives, beforeVerb, HEAD, meansEveryAgency, NAME_LIMIT, sentenceStart, startsWithAgency } from "./agency-phrases.ts";
import agencyWords from "./data/agency-words.json" with { type: "json" };

/** "Sở A; Sở B", "Sở A, UBND các xã và Công an tỉnh", "- Sở A - Sở B", "Sở A/Sở B". */
const LIST_BREAKS = new RegExp(
  `\\s*[;]\\s*(?:[-–+•]\\s+)?|\\s*,\\s*(?:và\\s+)?(?=${HEAD}|các\\s|UBND)|\\s+và\\s+(?=${HEAD}|các\\s|UBND)|\\s+[-–+•]\\s+(?=${HEAD})|\\s*/\\s*(?=${HEAD})`,
  "gu",
);
/** "Giám đốc các sở: Y tế, Tài chính": one head for several names. */
const ONE_HEAD = /^(?:(?:Giám đốc|Lãnh đạo|Thủ trưởng)\s+)?(?:các|Các)\s+(sở|Sở|phòng|Phòng|ban|Ban|chi cục|Chi cục)\s*:\s*(.+)$/u;

/** Parts that a name's own commas may make, with the words between. */
const MOST_PIECES = 6;

/** Items after one head; a known name is taken whole, so that "Văn hóa, Thể thao và Du lịch" stays one. */
function underOneHead(head: string, items: string): string[] {
  const pieces = items.split(/(\s*[,;]\s*(?:và\s+)?|\s+và\s+)/u);
  const joined = (from: number, to: number): string =>
    pieces
      .slice(from, to + 1)
      .join("")
      .trim();
  const names: string[] = [];
  for (let from = 0; from < pieces.length;) {
    let to = from;
    for (let end = Math.min(pieces.length - 1, from + MOST_PIECES); end > from && to === from; end -= 2) {
      const name = `${head} ${joined(from, end)}`;
      if (findAgencies(name)[0]?.end === name.length) to = end;
    }
    const item = joined(from, to);
    if (item !== "") names.push(startsWithAgency(item) ? item : `${head} ${item}`);
    from = to + 2;
  }
  return names;
}

/** Splits where a name begins, but never inside one that the data knows ("Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh"). */
function splitOutsideNames(list: string): string[] {
  const known = findAgencies(list);
  const names: string[] = [];
  let from = 0;
  for (const gap of list.matchAll(LIST_BREAKS)) {
    const next = gap.index + gap[0].length;
    if (known.some(({ start, end }) => start < gap.index && next <= end)) continue;
    // "Văn phòng HĐND và UBND xã" is one office.
    if (
      /và\s+$/u.test(gap[0]) &&
      /^(?:Văn phòng|Thường trực|Lãnh đạo)\s+(?:HĐND|Hội đồng nhân dân|Đoàn|Tỉnh ủy|Huyện ủy)/u.test(list.slice(from, gap.index))
    )
      continue;
    // "Các cơ quan, đơn vị và các tổ chức liên quan" is one way to say all.
    if (/^\s+và\s+$/u.test(gap[0]) && meansEveryAgency(list.slice(from, gap.index)) && /^các\s/iu.test(list.slice(next))) continue;
    names.push(list.slice(from, gap.index));
    from = next;
  }
  return [...names, list.slice(from)];
}

/**
 * A list of agencies split into names; a comma inside a name ("Văn hóa, Thể thao và Du lịch") does not split it, and
 * "các sở: Y tế, Tài chính" gives each its head.
 */
export function splitAgencies(list: string): string[] {
  return list
    .replace(/[.;:,]+\s*$/u, "")
    .replace(/^\s*[-–+•]\s+/u, "")
    .replace(/^[Cc]ác đồng chí\s*:\s*/u, "")
    .split(/\s*;\s*(?:[-–+•]\s+)?/u)
    .flatMap((part) => (ONE_HEAD.test(part) ? [part] : splitOutsideNames(part)))
    .flatMap((part) => {
      const shared = ONE_HEAD.exec(part);
      if (shared === null) return [part];
      return underOneHead((shared[1] ?? "").charAt(0).toUpperCase() + (shared[1] ?? "").slice(1), shared[2] ?? "");
    })
    .map((name) => name.trim())
    .filter((name) => name.length > 1);
}

const RECEIVER = new RegExp(`^(?:${HEAD}|(?:${alternatives(agencyWords.recipients)})(?![\\p{L}]))`, "u");
const NEXT_RECEIVER = new RegExp(`(?:\\s*,\\s*(?:và\\s+)?|\\s+và\\s+)(?=(?:${alternatives(agencyWords.recipients)})(?![\\p{L}]))`, "u");
/** Words after whom a report goes to. */
const AFTER_RECEIVER =
  /\s*[.;:\n()]|,?\s+(?:trước|chậm nhất|muộn nhất|định kỳ|hằng|hàng|theo|thông qua|qua|bằng|nhằm|do|kết quả|tình hình|tiến độ|để|nhằm|khi|nếu|trong|kịp thời|danh sách|về|vào|sau|biết|xem xét|tổng hợp|đề xuất|thì)(?![\p{L}])/u;

export interface AgencyList {
  readonly names: readonly string[];
  /** Offset in the text where the last name ends. */
  readonly end: number;
}

/** The agencies that a text names from an offset on ("… gửi |UBND tỉnh, Bộ Y tế trước ngày …"), null where none begins there. */
export function agencyListAt(text: string, start: number): AgencyList | null {
  const rest = text.slice(start, start + NAME_LIMIT);
  if (!RECEIVER.test(sentenceStart(rest)) && !RECEIVER.test(rest)) return null;
  const sure = findAgencies(rest).find((mention) => mention.start === 0)?.end ?? RECEIVER.exec(sentenceStart(rest))?.[0].length ?? 1;
  const stop = AFTER_RECEIVER.exec(rest.slice(sure));
  const list = rest.slice(0, stop === null ? rest.length : sure + stop.index);
  const bare = list.slice(0, sure) + beforeVerb(list.slice(sure)).replace(/[\s,]+$/u, "");
  return { names: splitAgencies(bare).flatMap((name) => name.split(NEXT_RECEIVER)), end: start + bare.length };
}
