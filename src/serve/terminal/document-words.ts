/** Fixed words with which a document is shown in a terminal, in both languages. */
import type { Language } from "../../contract/answer.ts";
import type { AssignmentRow } from "../../contract/assignments.ts";
import type { DocumentDetail, Relation } from "../../contract/documents.ts";

type Words = Readonly<Record<Language, string>>;

export const factNames = {
  kind: { vi: "Loại", en: "Kind" },
  number: { vi: "Số", en: "Number" },
  issued: { vi: "Ngày", en: "Date" },
  issuer: { vi: "Cơ quan", en: "Issuer" },
  place: { vi: "Địa phương", en: "Place" },
  status: { vi: "Tình trạng", en: "Standing" },
  effect: { vi: "Hiệu lực", en: "In force" },
  urgency: { vi: "Độ khẩn", en: "Urgency" },
  signer: { vi: "Người ký", en: "Signer" },
  subject: { vi: "Trích yếu", en: "Subject" },
  recipients: { vi: "Nơi nhận", en: "Recipients" },
  tasks: { vi: "Nhiệm vụ", en: "Tasks" },
} as const satisfies Readonly<Record<string, Words>>;

export const blockNames = {
  bases: { vi: "Căn cứ", en: "Legal bases" },
  relations: { vi: "Văn bản liên quan", en: "Related documents" },
  changedBy: { vi: "Bị thay đổi bởi", en: "Changed by" },
  attachments: { vi: "Trong cùng tệp", en: "In the same file" },
  warnings: { vi: "Cần lưu ý", en: "Doubtful" },
  notes: { vi: "Ghi chú khi đọc tệp", en: "Notes of the reader" },
  sections: { vi: "Các phần", en: "Sections" },
  register: { vi: "Nhiệm vụ", en: "Tasks" },
} as const satisfies Readonly<Record<string, Words>>;

export const statuses: Readonly<Record<DocumentDetail["status"], Words>> = {
  issued: { vi: "đã ban hành", en: "issued" },
  draft: { vi: "dự thảo", en: "draft" },
  amended: { vi: "đã được sửa đổi", en: "amended" },
  superseded: { vi: "đã được thay thế", en: "superseded" },
  unknown: { vi: "chưa rõ", en: "unknown" },
};

export const relationVerbs: Readonly<Record<Relation["kind"], Words>> = {
  supersedes: { vi: "thay thế", en: "replaces" },
  amends: { vi: "sửa đổi", en: "amends" },
  "issued-under": { vi: "ban hành kèm theo", en: "issued under" },
  implements: { vi: "thực hiện", en: "implements" },
};

export const changeVerbs: Readonly<Record<"amends" | "supersedes", Words>> = {
  amends: { vi: "sửa đổi", en: "amended" },
  supersedes: { vi: "thay thế", en: "replaced" },
};

export const roles: Readonly<Record<AssignmentRow["role"], Words>> = {
  lead: { vi: "chủ trì", en: "leads" },
  support: { vi: "phối hợp", en: "supports" },
  all: { vi: "tất cả", en: "all" },
};

export const taskParts = {
  partners: { vi: "phối hợp với", en: "with" },
  time: { vi: "thời gian", en: "time" },
  product: { vi: "kết quả", en: "product" },
  budget: { vi: "kinh phí", en: "budget" },
  reportTo: { vi: "báo cáo", en: "reports to" },
  by: { vi: "theo", en: "by" },
} as const satisfies Readonly<Record<string, Words>>;
