/** Sentences by which a document itself changes another: "Sửa đổi, bổ sung …", "Kế hoạch này thay thế …", "Khoản 2 … được sửa đổi như sau". */
import { readMarker } from "./markers.ts";
import { KIND_WORDS } from "./named-documents.ts";
import { opensBasis } from "./metadata/legal-bases.ts";
import type { Line } from "./metadata/lines.ts";

export interface ChangeWords {
  /** What stands before and after the verb in its sentence. */
  readonly subject: string;
  readonly object: string;
  /** "Khoản 2 Mục III … được sửa đổi như sau": what is changed stands before the verb. */
  readonly passive: boolean;
  /** The thing ceases to hold. */
  readonly repeals: boolean;
  /** "Bãi bỏ một phần", "một số nội dung": not the whole, although no part is named. */
  readonly partly: boolean;
  /** False for a reference that only says where something new is put ("vào sau khoản 5"), or names the new thing itself. */
  readonly meansPart: (where: string, at: number) => boolean;
  /** Place of the sentence on the line. */
  readonly start: number;
  readonly end: number;
}

export interface ChangeContext {
  /** Headings from the top. */
  readonly path: readonly string[];
  /** The document's subject. */
  readonly subject: string;
}

const VERB =
  /(?<!\p{L})(?:(?<repeal>thay thế(?:\s+cho)?|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ|chấm dứt hiệu lực(?:\s+của)?|hết hiệu lực)|(?<amend>sửa đổi(?:\s*,\s*bổ sung)?|bổ sung(?:\s*,\s*sửa đổi)?|điều chỉnh(?:\s*,\s*(?:sửa đổi|bổ sung))*|đính chính|thay\s+(?:cụm\s+)?từ))(?!\p{L})/giu;
const CHANGING = /sửa đổi|bổ sung|điều chỉnh|bãi bỏ|thay thế|đính chính|hủy bỏ|huỷ bỏ/iu;
const SELF = new RegExp(String.raw`(?<!\p{L})(?:${KIND_WORDS}|văn bản) này(?!\p{L})`, "iu");
/** Someone is told or asked to do it, or it may happen. */
const ORDERED =
  /(?:tham mưu|đề xuất|kiến nghị|đề nghị|trình|giao|yêu cầu|xem xét|nghiên cứu|rà soát|kịp thời|thực hiện việc|phối hợp|chủ trì|cần|phải|sẽ|có thể|để|nếu|khi|việc|cần thiết)[^,]{0,60}$/iu;
const ISSUER_SUBJECT =
  /^(?:nay\s*,?\s*)?(?:(?:Chủ tịch\s+)?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND)|Sở|Giám đốc)[^;]{0,120}$/iu;
const OPENING = new RegExp(String.raw`^(?:nay|về việc|v\/v|quyết định|ban hành|(?:ban hành\s+)?(?:${KIND_WORDS}))?[\s:,“"(]*$`, "iu");
const FUTURE =
  /cho phù hợp|phù hợp với (?:tình hình|điều kiện|thực tiễn)|nếu cần|khi cần thiết|trước ngày|trong (?:năm|quý|tháng)|(?:hằng|hàng) năm/iu;
const AS_FOLLOWS = /như sau|cụ thể:|(?:bằng|thành)\s/iu;
const CLOSING_HEADING = /hiệu lực|sửa đổi|bổ sung|bãi bỏ|thay thế|điều khoản|thi hành|chuyển tiếp/iu;
const PART = /(?:khoản|điểm|mục|điều|phần|chương|phụ lục|tiết)\s+(?:[IVX\d]+|[a-zđ])(?![\p{L}])/iu;
const PARTLY = /^\s*(?:một phần|một số|nội dung)/iu;
const WORDS_ONLY = /^\s*(?:cụm\s+)?từ(?!\p{L})/iu;

/** Sentences of a line with their offsets; longer ones are no prose that changes anything. */
const LONGEST_SENTENCE = 4000;

function sentencesOf(text: string): { readonly text: string; readonly start: number }[] {
  const ends = [...text.matchAll(/\.\s+(?=[\p{Lu}“"])/gu)].map((match) => match.index + match[0].length);
  return [0, ...ends]
    .map((start, index) => ({ start, text: text.slice(start, ends[index] ?? text.length) }))
    .filter((sentence) => sentence.text.length <= LONGEST_SENTENCE);
}

/** The sentence's beginning without the marks of a section or a quotation. */
function withoutMarks(text: string): string {
  const opened = text.replace(/^[\s“"]+/u, "");
  const marker = readMarker(opened);
  return opened.slice(marker?.length ?? 0).replace(/^[\s“"]+/u, "");
}

/** Sayings of change on a line that the document itself performs. */
export function changesIn(line: Line, context: ChangeContext): ChangeWords[] {
  if (line.text.search(VERB) === -1 || opensBasis(withoutMarks(line.text))) return [];
  return sentencesOf(line.text).flatMap((sentence) => changeOf(sentence, context) ?? []);
}

/** The first saying of change in a sentence; those after it are part of what it says. */
function changeOf({ text, start }: { readonly text: string; readonly start: number }, context: ChangeContext): ChangeWords | null {
  for (const match of text.matchAll(VERB)) {
    const from = text.lastIndexOf("; ", match.index) + 1;
    const subject = withoutMarks(text.slice(from, match.index));
    const object = text.slice(match.index + match[0].length).trimEnd();
    const passive = isPassive(subject, match[0]);
    if (!isPerformed({ subject, object, passive }, context)) continue;
    const wordsOnly = WORDS_ONLY.test(object) || /từ$/iu.test(match[0]);
    const adds = /^bổ sung$/iu.test(match[0]);
    return {
      subject,
      object,
      passive,
      repeals: match.groups?.["repeal"] !== undefined && !wordsOnly,
      partly: wordsOnly || PARTLY.test(object),
      meansPart: (where, at) => meansPart(where, { start: at, adds }),
      start: start + from + (/^\s*/u.exec(text.slice(from))?.[0].length ?? 0),
      end: start + text.trimEnd().length,
    };
  }
  return null;
}

/** "… được sửa đổi", "… hết hiệu lực". */
const isPassive = (subject: string, verb: string): boolean => /(?:được|bị)\s*$/iu.test(subject) || /^hết/iu.test(verb);

function meansPart(where: string, { start, adds }: { start: number; adds: boolean }): boolean {
  const before = where.slice(0, start);
  if (/(?:sau|trước|liền sau)\s*$/iu.test(before)) return false;
  // "Bổ sung điểm c vào khoản 2 Mục III": the clause is there, the point is new.
  const into = /\s(?:vào|tại|của)\s/iu.exec(where.slice(start));
  return !adds || /(?:vào|tại|của|cho)\s*$/iu.test(before) || into === null;
}

type Sentence = Pick<ChangeWords, "subject" | "object" | "passive">;

function isPerformed(words: Sentence, context: ChangeContext): boolean {
  const { subject, object, passive } = words;
  const amending = CHANGING.test(context.subject);
  if (passive) return isSaidOf(words, amending);
  if (ORDERED.test(subject) && !/hiệu lực[^,]*$/iu.test(subject)) return false;
  if (SELF.test(subject)) return true;
  const opens = OPENING.test(subject);
  const byIssuer = ISSUER_SUBJECT.test(subject);
  if (!opens && !byIssuer) return false;
  if (AS_FOLLOWS.test(object) && (amending || PART.test(object) || byIssuer)) return true;
  if (FUTURE.test(object)) return false;
  return amending || (opens && (PART.test(object) || context.path.some((heading) => CLOSING_HEADING.test(heading))));
}

/** "Khoản 2 Mục III được sửa đổi như sau", "Kế hoạch số … hết hiệu lực kể từ ngày Kế hoạch này có hiệu lực". */
function isSaidOf({ subject, object }: Sentence, amending: boolean): boolean {
  const about = subject.replace(/(?:được|bị)\s*$/iu, "");
  if (SELF.test(about) || ORDERED.test(about)) return false;
  return SELF.test(object) || (PART.test(about) && (amending || AS_FOLLOWS.test(object)));
}
