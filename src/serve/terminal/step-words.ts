/** What a job is doing, in words. */
import type { PublicText } from "../../base/app-error.ts";

const words: Readonly<Record<string, PublicText>> = {
  reading: { vi: "Đọc văn bản", en: "Reading" },
  structuring: { vi: "Phân tích cấu trúc", en: "Structuring" },
  indexing: { vi: "Lập chỉ mục", en: "Indexing" },
  writing: { vi: "Ghi chỉ mục", en: "Writing" },
  verifying: { vi: "Kiểm tra chỉ mục", en: "Verifying" },
  publishing: { vi: "Đưa vào dùng", en: "Publishing" },
  tidying: { vi: "Dọn dẹp", en: "Tidying" },
};

/** The step itself where it has no word. */
export function stepWords(step: string): PublicText {
  return words[step] ?? { vi: step, en: step };
}
