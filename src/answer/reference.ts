/** References as officials paste them: smallest part first, then kind, number, date, issuing body, subject. */
import type { Language } from "../contract/answer.ts";
import documentKinds from "../language/data/document-kinds.json" with { type: "json" };
import { officialDate } from "../language/dates.ts";
import type { Attachment, Plan } from "../parse/types.ts";

const lowerFirst = (text: string): string => (text === "" ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** "khoản 10 Mục III Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Lạng Sơn về …" */
export function fullReference(plan: Plan, label: string): string {
  const draft = plan.status === "draft" ? "dự thảo " : "";
  const number = plan.number === null ? "" : ` số ${plan.number.value}`;
  const date = plan.issuedOn === null ? "" : ` ngày ${officialDate(plan.issuedOn.value)}`;
  const issuer = plan.issuer === null ? "" : ` của ${plan.issuer}`;
  const kind =
    plan.number?.value.includes("QĐ") === true && plan.kind !== "Quyết định" ? `${plan.kind} ban hành kèm theo Quyết định` : plan.kind;
  const subject = lowerFirst(plan.title.slice(plan.kind.length).trim());
  return plan.number === null
    ? `${label} ${draft}${kind} ${subject}${date}${issuer}`
    : `${label} ${draft}${kind}${number}${date}${issuer} ${subject}`;
}

/** "Kế hoạch số 105/KH-UBND của UBND tỉnh Lạng Sơn", for running text. */
export function shortName(plan: Plan): string {
  const draft = plan.status === "draft" ? "dự thảo " : "";
  const number = plan.number === null ? "" : ` số ${plan.number.value}`;
  const kind = plan.number?.value.includes("QĐ") === true && plan.kind !== "Quyết định" ? `${plan.kind} kèm theo Quyết định` : plan.kind;
  return `${draft}${kind}${number}${plan.issuer === null ? "" : ` của ${plan.issuer}`}`;
}

const ENGLISH_PARTS: readonly (readonly [RegExp, string])[] = [
  [/phần đầu văn bản/gu, "head"],
  [/phần cuối văn bản/gu, "closing block"],
  [/công văn kèm theo/gu, "covering letter"],
  [/đoạn cuối/gu, "closing paragraph,"],
  [/dòng (\d+) của bảng/gu, "row $1,"],
  [/dòng tiêu đề của bảng/gu, "header row,"],
  [/gạch đầu dòng thứ (\S+)/gu, "bullet $1,"],
  [/dấu cộng thứ (\S+)/gu, "sub-bullet $1,"],
  [/đoạn thứ (\S+)/gu, "paragraph $1,"],
  [/điểm (\S+)/gu, "point $1,"],
  [/khoản (\S+)/gu, "clause $1,"],
  [/Mục (\S+)/gu, "Section $1,"],
  [/Điều (\S+)/gu, "Article $1,"],
  [/Phần (\S+)/gu, "Part $1,"],
  [/Phụ lục/gu, "Annex"],
  [/\(thứ (\S+)\)/gu, "(no. $1)"],
  [/bản gốc in/gu, "printed as"],
];
const ENGLISH_ORDINALS: readonly (readonly [string, string])[] = [
  ["nhất", "1"],
  ["hai", "2"],
  ["ba", "3"],
  ["tư", "4"],
  ["năm", "5"],
  ["sáu", "6"],
  ["bảy", "7"],
  ["tám", "8"],
  ["chín", "9"],
  ["mười", "10"],
];

/** "khoản 10 Mục III" as "clause 10, Section III". */
export function englishLabel(label: string): string {
  const ordinals = ENGLISH_ORDINALS.reduce((text, [vi, en]) => text.replace(new RegExp(`thứ ${vi}(?!\\p{L})`, "gu"), `thứ ${en}`), label);
  return ENGLISH_PARTS.reduce((text, [pattern, english]) => text.replace(pattern, english), ordinals)
    .replace(/,\s*$/u, "")
    .replace(/\s+/gu, " ");
}

/** "Plan No. 105/KH-UBND of UBND tỉnh Lạng Sơn", for running English text. */
export function englishName(plan: Plan): string {
  const kind = documentKinds.kinds.find(({ name }) => name === plan.kind)?.english ?? plan.kind;
  const number = plan.number === null ? "" : ` No. ${plan.number.value}`;
  return `${plan.status === "draft" ? "draft " : ""}${kind}${number}${plan.issuer === null ? "" : ` of ${plan.issuer}`}`;
}

/** The place of a plan for a list or a table: "Bình Thuận", "huyện Bình Sơn"; its file name when no place is known. */
export function placeLabel(plan: Plan): string {
  if (plan.place === null) return plan.id;
  const unit = plan.issuer?.replace(/^UBND\s+/u, "") ?? plan.place.name;
  return unit;
}

/** Most places named one by one. */
const MOST_PLACES = 8;

/** The places of plans in a few words: "tỉnh Bình Phước, tỉnh Bình Thuận và 3 nơi khác". */
export function placesNamed(plans: readonly Plan[], lang: Language): string {
  const names = [...new Set(plans.map(placeLabel))];
  const more = names.length - MOST_PLACES;
  const rest = more <= 0 ? "" : lang === "en" ? ` and ${more} more` : ` và ${more} nơi khác`;
  return `${names.slice(0, MOST_PLACES).join(", ")}${rest}`;
}

/** Name of another document in the same file: "Công văn", "Quyết định số …". */
export function attachmentName(attachment: Attachment): string {
  return `${attachment.kind}${attachment.number === null ? "" : ` số ${attachment.number.value}`}`;
}
