/** References as officials paste them: smallest part first, then kind, number, date, issuing body, subject. */
import { officialDate } from "../language/dates.ts";
import type { Attachment, Plan } from "../parse/types.ts";

const lowerFirst = (text: string): string => (text === "" ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** "khoản 10 Mục III Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Lạng Sơn về …" */
export function fullReference(plan: Plan, label: string): string {
  const draft = plan.status === "draft" ? "dự thảo " : "";
  const number = plan.number === null ? "" : ` số ${plan.number.value}`;
  const date = plan.issuedOn === null ? "" : ` ngày ${officialDate(plan.issuedOn.value)}`;
  const issuer = plan.issuer === null ? "" : ` của ${plan.issuer}`;
  const kind = plan.number?.value.includes("QĐ") === true && plan.kind !== "Quyết định" ? `${plan.kind} ban hành kèm theo Quyết định` : plan.kind;
  const subject = lowerFirst(plan.title.slice(plan.kind.length).trim());
  return plan.number === null ? `${label} ${draft}${kind} ${subject}${date}${issuer}` : `${label} ${draft}${kind}${number}${date}${issuer} ${subject}`;
}

/** "Kế hoạch số 105/KH-UBND của UBND tỉnh Lạng Sơn", for running text. */
export function shortName(plan: Plan): string {
  const draft = plan.status === "draft" ? "dự thảo " : "";
  const number = plan.number === null ? "" : ` số ${plan.number.value}`;
  const kind = plan.number?.value.includes("QĐ") === true && plan.kind !== "Quyết định" ? `${plan.kind} kèm theo Quyết định` : plan.kind;
  return `${draft}${kind}${number}${plan.issuer === null ? "" : ` của ${plan.issuer}`}`;
}

/** The place of a plan for a list or a table: "Bình Thuận", "huyện Bình Sơn"; its file name when no place is known. */
export function placeLabel(plan: Plan): string {
  if (plan.place === null) return plan.id;
  const unit = plan.issuer?.replace(/^UBND\s+/u, "") ?? plan.place.name;
  return unit;
}

/** Name of another document in the same file: "Công văn", "Quyết định số …". */
export function attachmentName(attachment: Attachment): string {
  return `${attachment.kind}${attachment.number === null ? "" : ` số ${attachment.number.value}`}`;
}
