/** Labels that plans put before agencies, times and money: "- Cơ quan chủ trì: Phòng Kinh tế và Hạ tầng." */

export type LabelKind = "lead" | "support" | "time" | "product" | "budget";

export interface LabelledValue {
  readonly kind: LabelKind;
  /** As printed, without the closing full stop. */
  readonly value: string;
  /** Offsets of label and value in the text that was searched. */
  readonly start: number;
  readonly end: number;
}

const LABELS: readonly { readonly kind: LabelKind; readonly words: string }[] = [
  {
    kind: "support",
    words: String.raw`(?:Các\s+)?(?:cơ quan|đơn vị|sở|ban|ngành)[^:\n;.(]{0,40}?phối hợp[^:\n;.(]{0,25}|phối hợp(?: thực hiện)?`,
  },
  {
    kind: "lead",
    words: String.raw`(?:Các\s+)?(?:cơ quan|đơn vị)[^:\n;.(]{0,40}?(?:chủ trì|thực hiện|đầu mối|chịu trách nhiệm|tham mưu|cung cấp|quản lý|vận hành|phụ trách)[^:\n;.(]{0,25}|chủ trì(?: thực hiện| tham mưu)?|phân công(?: thực hiện)?|đầu mối`,
  },
  {
    kind: "time",
    words: String.raw`thời gian[^:\n;.(]{0,25}|thời hạn[^:\n;.(]{0,25}|tiến độ[^:\n;.(]{0,20}|lộ trình[^:\n;.(]{0,20}|hoàn thành`,
  },
  { kind: "product", words: String.raw`sản phẩm[^:\n;.(]{0,25}|kết quả(?: đầu ra| dự kiến| thực hiện)?|chỉ tiêu` },
  { kind: "budget", words: String.raw`(?:nguồn\s+)?kinh phí[^:\n;.(]{0,25}|dự toán[^:\n;.(]{0,20}|nguồn vốn[^:\n;.(]{0,20}` },
];
const ANY = new RegExp(
  String.raw`(?<=^|\n|[.;(]\s*)(?:[-+•–]\s*)?(?:${LABELS.map(({ kind, words }) => `(?<${kind}>${words})`).join("|")})\s*:\s*`,
  "giu",
);

/** Without the closing stop; a closing bracket stays where its opening one stands: "240 triệu đồng (10 triệu đồng/tổ)". */
function withoutStop(value: string): string {
  const bare = value.replace(/[\s;.)]+$/u, "");
  const open = (bare.match(/\(/gu)?.length ?? 0) - (bare.match(/\)/gu)?.length ?? 0);
  return open > 0 && value.startsWith(")", bare.length) ? `${bare})` : bare;
}

/** Labelled values of a text in their order; a value runs to the next label or the paragraph's end. */
export function findLabelledValues(text: string): LabelledValue[] {
  const labels = [...text.matchAll(ANY)];
  return labels.flatMap((label, index) => {
    const from = label.index + label[0].length;
    const newline = text.indexOf("\n", from);
    const end = Math.min(labels[index + 1]?.index ?? text.length, newline === -1 ? text.length : newline);
    const value = withoutStop(text.slice(from, end));
    const kind = LABELS.find((candidate) => label.groups?.[candidate.kind] !== undefined)?.kind;
    const start = label.index + (/^[-+•–\s]*/u.exec(label[0])?.[0].length ?? 0);
    return kind === undefined || value === "" ? [] : [{ kind, value, start, end: from + value.length }];
  });
}
