/** The agency that a heading or a sentence is about: "Trách nhiệm của Sở Y tế", "Giao Sở Y tế chủ trì …". */
import { findAgencies } from "./agencies.ts";
import {
  alternatives,
  COMRADE,
  HEAD,
  isUpper,
  meansEveryAgency,
  NAME_LIMIT,
  openingAsName,
  sentenceStart,
  startsWithAgency,
  VERB,
} from "./agency-phrases.ts";
import agencyWords from "./data/agency-words.json" with { type: "json" };

const STARTS = new RegExp(`^${HEAD}`, "u");
const ORDER = new RegExp(`^(?:${alternatives(agencyWords.orders)})\\s+(?:các\\s+đồng chí\\s+)?(?=${HEAD}|các\\s)`, "u");
/** "Các đơn vị được giao chủ trì gửi …", "Các cơ quan chủ trì xây dựng …": the words say which of them are meant. */
const IN_CHARGE = new RegExp(
  `^,?\\s*(?:đơn vị\\s+)?(?:được (?:giao|phân công)(?:\\s+(?:chủ trì|nhiệm vụ|thực hiện(?:\\s+nhiệm vụ)?))*|chủ trì(?:\\s+nhiệm vụ)?)(?=\\s+(?:${alternatives(agencyWords.verbs)})(?![\\p{L}]))`,
  "u",
);
const HEADING_OPENERS =
  /^(?:(?:Trách nhiệm|Nhiệm vụ|Phân công nhiệm vụ)(?:\s+cụ thể)?\s+(?:của|cho)\s+|Đối với\s+|(?:Giao|Đề nghị|Yêu cầu)\s+(?:cho\s+)?)(?=\p{L})/iu;

/** The agency that a heading names, the heading's words as printed; null when it names none. */
export function agencyOfHeading(heading: string): string | null {
  const name = heading
    .replace(/[:.;]\s*$/u, "")
    .replace(HEADING_OPENERS, "")
    .trim();
  if (name.length === 0 || name.length > NAME_LIMIT || !startsWithAgency(sentenceStart(name))) return null;
  return VERB.test(name.replace(/\(.*?\)/gu, "")) && !isUpper(name) ? null : name;
}

/** A colon that ends a name; the one of "các sở: Y tế, Tài chính" stands inside a list. */
const NAME_COLON = /(?<!(?:^|\s)[Cc]ác\s+(?:sở|Sở|phòng|Phòng|ban|Ban|chi cục|Chi cục|đồng chí)\s*):/u;
/** Words that go on with a name, or with a list of names, and are no verb. */
const GOES_ON_WITH =
  /^(?:và|của|thuộc|các|trên|tại|liên quan|có|cùng|với|hoặc|về|từ|theo|trong|là|do|được|bị|đã|đang|chưa|không|sẽ|cần|cấp|tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu|khu vực|chi nhánh|cơ sở|quân sự|nhân dân|khi|nơi|chủ|khóa|khoá|nhiệm kỳ)(?!\p{L})/u;

/** Where a known name is followed by a word in small letters, which says what is done, though no list has it ("Sở Y tế trang bị …"). */
function wordAfterName(rest: string, end: number): number | null {
  const place =
    /^(?:\s+(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn))?(?:\s+\p{Lu}\p{Ll}+)*/u.exec(rest.slice(end))?.[0].length ?? 0;
  const after = rest.slice(end + place);
  return /^\s+\p{Ll}/u.test(after) && !GOES_ON_WITH.test(after.trimStart()) ? end + place : null;
}

/** "UBND xã Suối Giàng chọn …", "Bưu điện tỉnh nhận …": a place, and a word in small letters that no list of verbs has. */
const PLACE_THEN_WORD =
  /(?<!\p{L})(?:tỉnh|huyện|thành phố|thị xã|quận|xã(?!\s+hội)|phường|thị trấn|đặc khu)(?:\s+\p{Lu}[\p{L}'’]*)*(?=\s+\p{Ll})/gu;
/** "Các xã biên giới", "UBND các phường trung tâm": the words after the level say which. */
const OF_MANY = /(?:^|\s)[Cc]ác\s/u;

function wordAfterPlace(rest: string): number | null {
  for (const { index, 0: found } of rest.slice(0, NAME_LIMIT + 40).matchAll(PLACE_THEN_WORD)) {
    const end = index + found.length;
    const named = /\p{Lu}/u.test(found);
    if ((named || !OF_MANY.test(rest.slice(0, index))) && !GOES_ON_WITH.test(rest.slice(end).trimStart())) return end;
  }
  return null;
}

/** "Trung tâm Chuyển đổi số tỉnh (đơn vị trực thuộc Sở)": what a closing bracket explains is no part of the name. */
const withoutBracket = (name: string): string => name.replace(/\s*\([^()]*\)\s*$/u, "");

export interface SubjectAgency {
  /** As printed. */
  readonly name: string;
  /** Offset of the name in the text. */
  readonly start: number;
  /** Offset of the words that say what the agency does. */
  readonly taskStart: number;
}

/** The one whom words order or ask ("đề nghị Thủ trưởng các cơ quan quan tâm …"), null for words that open otherwise. */
export function orderedAgency(text: string): SubjectAgency | null {
  return ORDER.test(text) ? subjectAgency(text) : null;
}

/**
 * The agency that a sentence opens with ("Phòng Tài chính tổng hợp …", "Giao Sở Y tế chủ trì …"), null when it opens
 * otherwise. With `anyCase` the text may be the middle of a sentence: "các sở, ngành kịp thời báo cáo".
 */
export function subjectAgency(text: string, options: { readonly anyCase?: boolean } = {}): SubjectAgency | null {
  const ordered = ORDER.exec(text)?.[0].length ?? 0;
  const start = ordered + (COMRADE.exec(text.slice(ordered))?.[0].length ?? 0);
  const printed = text.slice(start);
  const rest = openingAsName(start > 0 || options.anyCase === true ? sentenceStart(printed) : printed);
  if (!STARTS.test(rest)) return null;
  const known = findAgencies(rest.slice(0, NAME_LIMIT)).find((mention) => mention.start === 0);
  const head = Math.max(STARTS.exec(rest)?.[0].length ?? 0, known?.end ?? 0);
  const owner = meansEveryAgency(rest.slice(0, NAME_LIMIT)) ? (IN_CHARGE.exec(rest.slice(head))?.[0].length ?? 0) : 0;
  const verb = VERB.exec(rest.slice(head + owner, NAME_LIMIT + 40));
  const colon = rest.slice(0, NAME_LIMIT).search(NAME_COLON);
  const listed = verb === null ? -1 : head + owner + verb.index;
  const ofPlace = owner > 0 ? null : wordAfterPlace(rest);
  const found = ofPlace !== null && (listed === -1 || ofPlace < listed) ? ofPlace : listed;
  const verbAt = known === undefined || owner > 0 ? found : (wordAfterName(rest, known.end) ?? found);
  const end = verbAt === -1 ? colon : colon === -1 ? verbAt : Math.min(verbAt, colon);
  if (end <= 0) return null;
  const name = withoutBracket(printed.slice(0, end).replace(/[\s,:(–-]+$/u, ""));
  if (name.length > NAME_LIMIT || name.includes("\n")) return null;
  const gap = /^[\s,:]*/u.exec(rest.slice(end))?.[0].length ?? 0;
  return { name, start, taskStart: start + end + gap };
}
