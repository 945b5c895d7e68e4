/**
 * Metadata of one document: number, date, issuer, place, title, signer, legal bases, recipients, draft or issued.
 * Every value carries the place of the text that states it; what the text leaves blank stays null.
 */
import documentKinds from "../language/data/document-kinds.json" with { type: "json" };
import type { DocumentStatus } from "../contract/answer.ts";
import { findDates, isoDate } from "../language/dates.ts";
import { nameKey } from "../language/fold.ts";
import type { Evidence, Section, Stated } from "./types.ts";

export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sectionId: string;
}

export interface DocumentMetadata {
  readonly kind: string;
  readonly subject: string;
  readonly number: Stated<string> | null;
  /** Where the number would stand, when it is blank. */
  readonly numberLine: Evidence | null;
  readonly issuedOn: Stated<string> | null;
  readonly issuedOnPrinted: Stated<string> | null;
  readonly signer: { readonly name: string; readonly title: string; readonly evidence: Evidence } | null;
  readonly legalBases: readonly Stated<string>[];
  readonly recipients: readonly string[];
  readonly status: DocumentStatus;
}

/** Lines of sections' own text, in order. */
export function linesOf(text: string, sections: readonly Section[]): Line[] {
  return sections.flatMap((section) => {
    let start = section.start;
    return text
      .slice(section.start, section.ownEnd)
      .split("\n")
      .map((line) => {
        const at = start;
        start += line.length + 1;
        return { text: line, start: at, end: at + line.length, sectionId: section.id };
      });
  });
}

const evidence = (line: Line, from = 0, to = line.text.length): Evidence => ({
  sectionId: line.sectionId,
  start: line.start + from,
  end: line.start + to,
});
const stated = <T>(value: T, line: Line): Stated<T> => ({ value, evidence: evidence(line) });

const NUMBER_LINE = /^Số\s*:?\s*([\d\s.…]*)\s*[/-]\s*((?:\d{4}\s*\/\s*)?[A-ZĐ][\p{L}\d&.]*(?:\s*[-–/]\s*[\p{L}\d&]+)*)/u;
const PORTAL_NUMBER = /^Số (?:hiệu|ký hiệu|ký hiệu văn bản)\s*:?\s*(\S.*)$/iu;
const PORTAL_DATE = /^Ngày (?:ban hành|ký)\s*:?\s*(\d{1,2}[/-]\d{1,2}[/-]\d{4})/iu;
const PORTAL_SIGNER = /^Người ký\s*:?\s*(\p{Lu}.*)$/u;
const PORTAL_FIELD =
  /^(?:Số hiệu|Ngày (?:ban hành|có hiệu lực|hiệu lực|đăng|ký|hết hiệu lực)|Loại văn bản|Cơ quan ban hành|Nơi ban hành|Người ký|Chức danh|Lĩnh vực|Tình trạng|Trích yếu)\b/u;
const PLACE_DATE = /^(.{2,60}?),\s*ngày([\s.…]*\d{0,2}[\s.…]*)tháng([\s.…]*\d{0,2}[\s.…]*)năm\s*(\d{4})/u;
const BASIS = /^(?:-\s*)?(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở)\s/u;
const DRAFT = /^\(?dự thảo\b/iu;

function readNumber(lines: readonly Line[]): { number: Stated<string> | null; blank: Evidence | null } {
  for (const line of lines) {
    const portal = PORTAL_NUMBER.exec(line.text)?.[1]?.trim();
    if (portal !== undefined) return { number: stated(portal, line), blank: null };
    const match = NUMBER_LINE.exec(line.text);
    if (match === null) continue;
    const digits = (match[1] ?? "").replace(/\D/gu, "");
    const symbol = (match[2] ?? "").replace(/\s+/gu, "");
    return digits === "" ? { number: null, blank: evidence(line) } : { number: stated(`${digits}/${symbol}`, line), blank: null };
  }
  return { number: null, blank: null };
}

function readDate(lines: readonly Line[]): { full: Stated<string> | null; printed: Stated<string> | null } {
  let portal: Stated<string> | null = null;
  for (const line of lines) {
    const day = PORTAL_DATE.exec(line.text)?.[1];
    const found = day === undefined ? undefined : findDates(day)[0];
    const iso = found === undefined ? null : isoDate(found);
    if (iso !== null) portal ??= stated(iso, line);
    const match = PLACE_DATE.exec(line.text);
    if (match === null) continue;
    const [, , dayText = "", monthText = "", year = ""] = match;
    const [dd, mm] = [dayText.replace(/\D/gu, ""), monthText.replace(/\D/gu, "")];
    if (dd !== "" && mm !== "") return { full: stated(`${year}-${mm.padStart(2, "0")}-${dd.padStart(2, "0")}`, line), printed: null };
    return { full: portal, printed: portal === null ? stated(mm === "" ? `năm ${year}` : `tháng ${mm} năm ${year}`, line) : null };
  }
  return { full: portal, printed: null };
}

const NAME = /^(?:(?:TS|ThS|PGS|GS|KS|BS|CN)\.?\s*)*(\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,4})$/u;
const SIGNS =
  /^(?:TM|KT|TL|TUQ|Q)\b\.?|^(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|BÍ THƯ|CHÁNH THANH TRA)/u;

const sentenceCase = (upper: string): string => {
  const lower = upper.toLowerCase();
  return lower
    .replace(
      /(^|\s)(chủ tịch|giám đốc|chánh văn phòng|phó|ủy ban|bộ trưởng|thủ tướng|trưởng)/gu,
      (_, space: string, word: string) => space + word.charAt(0).toUpperCase() + word.slice(1),
    )
    .replace(/Chánh văn phòng/gu, "Chánh Văn phòng");
};

function readSigner(tail: readonly Line[], head: readonly Line[]): DocumentMetadata["signer"] {
  const titles = tail.filter((line) => SIGNS.test(line.text));
  const lastTitle = titles.at(-1);
  const own = titles.findLast((line) => !/^(?:TM|KT|TL|TUQ)\b/u.test(line.text));
  const title = own === undefined ? "" : sentenceCase(own.text.replace(/\s*\(.*\)$/u, ""));
  const after = lastTitle === undefined ? [] : tail.filter((line) => line.start > lastTitle.start && !/^(?:-|Nơi nhận)/u.test(line.text));
  const name =
    after.find((line) => NAME.test(line.text) && !/^[\p{Lu}\s]+$/u.test(line.text)) ?? after.find((line) => NAME.test(line.text));
  if (name !== undefined)
    return {
      name: NAME.exec(name.text)?.[1] ?? name.text,
      title,
      evidence: { sectionId: name.sectionId, start: titles[0]?.start ?? name.start, end: name.end },
    };
  for (const line of head) {
    const portal = PORTAL_SIGNER.exec(line.text)?.[1];
    if (portal !== undefined) return { name: portal.trim(), title, evidence: evidence(line) };
  }
  return null;
}

/** A basis ends where the sentence goes on with who issues: "…, UBND tỉnh ban hành Kế hoạch như sau:". */
const ISSUES = /[,;]\s+(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)[^,;]{0,60}\sban hành\s.*$/u;

function readBasis(line: Line): Stated<string> {
  const value = line.text.replace(ISSUES, "").replace(/[;,.]$/u, "");
  return { value, evidence: evidence(line, 0, value.length) };
}

/** Subject (trích yếu): the lines after the kind up to the bases, or after "V/v". */
function readSubject(head: readonly Line[], kindKey: string): string {
  const letter = head.findIndex((line) => /^V\/v\b/u.test(line.text));
  if (letter !== -1 && !head.some((line) => nameKey(line.text) === kindKey)) {
    const end = head.findIndex((line, index) => index > letter && /^Kính gửi|^CỘNG HÒA/u.test(line.text));
    return head
      .slice(letter, end === -1 ? letter + 1 : end)
      .map((line) => line.text)
      .join(" ")
      .replace(/^V\/v\s*/u, "");
  }
  const at = head.findIndex(
    (line) => nameKey(line.text) === kindKey || (nameKey(line.text).startsWith(`${kindKey} `) && !/\p{Ll}/u.test(line.text)),
  );
  const first = head[at];
  if (first === undefined) return head.map((line) => line.text).find((text) => nameKey(text).startsWith(kindKey)) ?? "";
  const own = nameKey(first.text) === kindKey ? [] : [first.text.slice(first.text.search(/\s/u)).trim()];
  const rest: string[] = [];
  for (const line of head.slice(at + 1)) {
    if (rest.length === 0 && /^(?:Về việc|V\/v)\s/u.test(line.text)) {
      rest.push(line.text);
      continue;
    }
    if (
      (BASIS.test(line.text) && rest.length > 0) ||
      /^Căn cứ|^\(|^Kính gửi|ban hành|^Thực hiện (?:Quyết định|Kế hoạch|Nghị quyết|Chỉ thị|Công văn|Chương trình) số/u.test(line.text)
    )
      break;
    // Who decides, in capitals under the subject: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …".
    if (/\p{Ll}/u.test(rest.join(" ")) && !/\p{Ll}/u.test(line.text)) break;
    rest.push(line.text);
    if (rest.length >= 4) break;
  }
  return [...own, ...rest].join(" ").trim();
}

/** Metadata from the sections of one document of a file. */
export function readMetadata(input: { text: string; kind: string; head: readonly Section[]; tail: readonly Section[] }): DocumentMetadata {
  const head = linesOf(input.text, input.head);
  const tail = linesOf(input.text, input.tail);
  const portalKind = head.map((line) => /^Loại văn bản\s*:?\s*(.+)$/u.exec(line.text)?.[1]?.trim()).find((kind) => kind !== undefined);
  const kind =
    input.kind === "Văn bản"
      ? (documentKinds.kinds.find(({ name }) => nameKey(name) === nameKey(portalKind ?? ""))?.name ?? input.kind)
      : input.kind;
  const { number, blank } = readNumber(head);
  const { full, printed } = readDate(head);
  const letterhead = head.filter((line) => line.text.length < 60);
  const draft = letterhead.some((line) => DRAFT.test(line.text));
  const signer = readSigner(tail.length > 0 ? tail : head, head);
  const received = tail.findIndex((line) => line.text.startsWith("Nơi nhận"));
  const recipients =
    received === -1
      ? []
      : tail
          .slice(received + 1)
          .filter((line) => line.text.startsWith("-"))
          .map((line) => line.text.replace(/^-\s*|[;.]$/gu, ""));
  const subject = readSubject(head, nameKey(kind));
  const bases = head.filter(
    (line) => BASIS.test(line.text) && !PORTAL_FIELD.test(line.text) && line.text.length > 40 && !subject.includes(line.text),
  );
  return {
    kind,
    subject,
    number,
    numberLine: blank,
    issuedOn: full,
    issuedOnPrinted: printed,
    signer,
    legalBases: bases.map(readBasis),
    recipients,
    status: draft ? "draft" : number !== null || full !== null ? "issued" : "unknown",
  };
}
