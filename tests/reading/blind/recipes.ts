/** Which document of the blind set is made in which formats, and the footnotes that the masters call. */
import type { Recipe } from "../make/make-plan.ts";

export const blindRecipes: Readonly<Record<string, readonly Recipe[]>> = {
  "an-giang-412-tb-ubnd-2025": [
    { how: "text", variant: "spaced" },
    { how: "word-xml" },
    { how: "office", to: "rtf" },
    { how: "print" },
    { how: "scan", of: "print", to: "tiff", askew: 0.6 },
  ],
  "dong-thap-2207-qd-ubnd-2025": [
    { how: "text", variant: "unwrapped" },
    { how: "docx-package" },
    { how: "office", to: "odt" },
    { how: "print" },
  ],
  "gia-lai-318-kh-ubnd-2025": [
    { how: "text", variant: "wrapped" },
    { how: "portal", style: "paragraphs" },
    { how: "word-xml" },
    { how: "office", to: "pdf" },
  ],
  "khanh-hoa-3105-skhcn-cds-2025": [
    { how: "portal", style: "line-breaks" },
    { how: "office", to: "doc" },
    { how: "office", to: "pdf" },
    { how: "scan", of: "office", to: "pdf", askew: -0.5 },
  ],
  "nong-trang-57-kh-ubnd-2026": [
    { how: "text", variant: "decomposed" },
    { how: "portal", style: "lists" },
    { how: "docx-package" },
    { how: "office", to: "pdf" },
    { how: "print" },
  ],
  "song-ma-96-kh-ubnd-2024": [
    { how: "text", variant: "wrapped" },
    { how: "word-xml" },
    { how: "office", to: "pdf" },
    { how: "scan", of: "office", to: "tiff", askew: 0.7 },
  ],
};

/** By document, in the order of their marks "[^1]", "[^2]". */
export const blindNotes: Readonly<Record<string, readonly string[]>> = {
  "gia-lai-318-kh-ubnd-2025": [
    "Nền tảng được phê duyệt tại Quyết định số 1733/QĐ-UBND ngày 09/9/2025 của Chủ tịch Ủy ban nhân dân tỉnh; giao Sở Khoa học và Công nghệ quản lý.",
    "Theo thống kê đến ngày 30/9/2025, toàn tỉnh còn 38 thôn, làng thuộc 17 xã chưa có sóng di động.",
  ],
};
