/** Short plans as files have them, that amend, replace and repeat one another: for what depends on which of them are there. */
import { sha256 } from "../../src/base/files.ts";
import type { CatalogueEntry, SourceDocument } from "../../src/corpus/types.ts";

export interface ShortPlan {
  readonly id: string;
  readonly number: string;
  /** "ngày 06 tháng 5 năm 2021" */
  readonly date: string;
  readonly place?: string;
  readonly subject: string;
  readonly body: readonly string[];
  readonly catalogue?: CatalogueEntry;
}

export function textOf({ number, date, place = "Cà Mau", subject, body }: ShortPlan): string {
  return [
    "ỦY BAN NHÂN DÂN",
    `TỈNH ${place.toUpperCase()}`,
    `Số: ${number}/KH-UBND`,
    `${place}, ${date}`,
    "KẾ HOẠCH",
    subject,
    ...body,
  ].join("\n");
}

/** @param text default: the plan's own. */
export function sourceOf(plan: ShortPlan, text: string = textOf(plan)): SourceDocument {
  let offset = 0;
  const lines = text.split("\n").map((line) => {
    const at = offset;
    offset += line.length + 1;
    return { text: line, offset: at, page: null };
  });
  return {
    id: plan.id,
    fileName: `${plan.id}.txt`,
    sourceHash: sha256(text),
    kind: "text",
    lines,
    notes: [],
    catalogue: plan.catalogue ?? {},
  };
}

const first: ShortPlan = {
  id: "ke-hoach-105",
  number: "105",
  date: "ngày 06 tháng 5 năm 2021",
  subject: "Ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Cà Mau",
  body: [
    "I. NHIỆM VỤ",
    "1. Sở Y tế",
    "- Chủ trì triển khai bệnh án điện tử tại các bệnh viện tuyến tỉnh.",
    "2. Sở Tài chính",
    "- Bố trí kinh phí thực hiện Kế hoạch hằng năm.",
  ],
};

/** Sorted by id, as a corpus is read. Every way in which one document changes what is said of another is among them. */
export const entwined: readonly SourceDocument[] = [
  sourceOf(first),
  // Before and after its original by name, with the same words; one of them an editor moved to another place.
  sourceOf({ ...first, id: "a-ban-sao-105" }, textOf(first)),
  sourceOf({ ...first, id: "ke-hoach-105-ban-sao", catalogue: { place: "Bạc Liêu" } }, textOf(first)),
  sourceOf({
    id: "ke-hoach-210",
    number: "210",
    date: "ngày 10 tháng 3 năm 2023",
    subject: "Sửa đổi Kế hoạch ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Cà Mau",
    body: [
      "I. NỘI DUNG",
      "1. Sửa đổi khoản 2 Mục I Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Cà Mau như sau: “Sở Tài chính cân đối kinh phí.”",
    ],
  }),
  sourceOf({
    id: "ke-hoach-300",
    number: "300",
    date: "ngày 12 tháng 9 năm 2024",
    subject: "Chuyển đổi số trên địa bàn tỉnh Cà Mau",
    body: [
      "I. NỘI DUNG",
      "1. Sở Thông tin và Truyền thông",
      "- Xây dựng nền tảng dữ liệu dùng chung trước ngày 30/6/2025.",
      "2. Kế hoạch này thay thế Kế hoạch số 210/KH-UBND ngày 10/3/2023 của UBND tỉnh Cà Mau.",
    ],
    catalogue: { supersedes: ["ke-hoach-105"] },
  }),
  sourceOf({
    id: "ke-hoach-300-lai",
    number: "300",
    date: "ngày 12 tháng 9 năm 2024",
    subject: "Chuyển đổi số trên địa bàn tỉnh Cà Mau (bản khác)",
    body: ["I. NỘI DUNG", "1. Sở Du lịch", "- Chủ trì số hóa bản đồ du lịch, báo cáo UBND tỉnh trước ngày 15/12 hằng năm."],
  }),
  sourceOf({
    id: "ke-hoach-nghe-an",
    number: "77",
    place: "Nghệ An",
    date: "ngày 01 tháng 02 năm 2022",
    subject: "Ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Nghệ An",
    body: [
      "I. NHIỆM VỤ",
      "1. Sở Y tế",
      "- Chủ trì khám chữa bệnh từ xa, kinh phí 3.600 triệu đồng.",
      "2. Sở Du lịch",
      "- Phối hợp quảng bá.",
    ],
  }),
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
