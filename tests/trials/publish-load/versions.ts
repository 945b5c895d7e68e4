/** Documents of which every section says which version of its document it belongs to. */

export interface VersionedDocument {
  readonly id: string;
  readonly place: string;
  readonly number: string;
}

export const versioned: readonly VersionedDocument[] = [
  { id: "thu-cam-giang", place: "Cẩm Giang", number: "301" },
  { id: "thu-dong-hai", place: "Đông Hải", number: "302" },
  { id: "thu-phu-loc", place: "Phú Lộc", number: "303" },
  { id: "thu-yen-son", place: "Yên Sơn", number: "304" },
];

const agencies = ["Sở Y tế", "Sở Tài chính", "Sở Du lịch", "Sở Nội vụ", "Sở Tư pháp"] as const;
const duties = [
  "chủ trì triển khai bệnh án điện tử tại các bệnh viện",
  "chủ trì cân đối kinh phí thực hiện hằng năm",
  "chủ trì xây dựng bản đồ số về các điểm tham quan",
  "chủ trì đào tạo cán bộ về chuyển đổi số",
  "chủ trì rà soát văn bản quy phạm pháp luật",
] as const;

export const stamp = (version: number): string => `(đợt ${version})`;

/** The file of this version. Versions differ in length, so that an offset of one is wrong in another. */
export function textOfVersion({ place, number }: VersionedDocument, version: number): string {
  const padding = Array.from(
    { length: version % 7 },
    (_, n) => `- Nguyên tắc thứ ${n + 1} của kế hoạch là đồng bộ, hiệu quả ${stamp(version)}.`,
  );
  return [
    "ỦY BAN NHÂN DÂN",
    `TỈNH ${place.toUpperCase()}`,
    `Số: ${number}/KH-UBND`,
    `${place}, ngày 06 tháng 5 năm 2024`,
    "KẾ HOẠCH",
    `Chuyển đổi số trên địa bàn tỉnh ${place} ${stamp(version)}`,
    "I. NGUYÊN TẮC",
    `- Lấy người dân làm trung tâm ${stamp(version)}.`,
    ...padding,
    "II. NHIỆM VỤ",
    ...agencies.flatMap((agency, n) => [
      `${n + 1}. ${agency} ${stamp(version)}`,
      `- ${agency} ${duties[n] ?? ""}, hoàn thành trước ngày ${(version % 27) + 1}/12/2026 ${stamp(version)}.`,
    ]),
  ].join("\n");
}

/** All versions that a text names. */
export function stampsIn(text: string): readonly number[] {
  return [...new Set(Array.from(text.matchAll(/\(đợt (\d+)\)/gu), ([, version]) => Number(version)))];
}

/** What clients ask; each is about one of the documents. */
export function questionsOn(documents: readonly VersionedDocument[]): readonly string[] {
  return documents.flatMap(({ place }) => [
    ...agencies.map((agency) => `${agency} tỉnh ${place} có nhiệm vụ gì trong kế hoạch chuyển đổi số?`),
    `Hạn hoàn thành của Sở Y tế tỉnh ${place} là khi nào?`,
    `Nguyên tắc của kế hoạch chuyển đổi số tỉnh ${place} là gì?`,
  ]);
}
