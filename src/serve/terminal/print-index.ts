/** What a build of the index came to, for people. */
import type { Language } from "../../contract/answer.ts";

export interface BuiltIndex {
  /** Null where there was nothing to index. */
  readonly generation: string | null;
  readonly documents: number;
  readonly passages: number;
  /** Passages whose vectors were computed anew. */
  readonly embedded: number;
}

export function formatIndexReport({ generation, documents, passages, embedded }: BuiltIndex, lang: Language): string {
  if (generation === null)
    return lang === "vi" ? "Thư mục văn bản chưa có văn bản nào.\n" : "There is no document in the documents' folder.\n";
  return lang === "vi"
    ? `Đã lập chỉ mục ${generation}: ${String(documents)} văn bản, ${String(passages)} đoạn (${String(embedded)} đoạn tính mới).\n` +
        "Máy chủ đang chạy, nếu có, vẫn dùng chỉ mục cũ cho tới khi được khởi động lại.\n"
    : `Built index ${generation}: ${String(documents)} documents, ${String(passages)} passages (${String(embedded)} computed anew).\n` +
        "A server that is running goes on with the old index until it is restarted.\n";
}
