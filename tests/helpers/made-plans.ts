/** Short plans in the form of real ones, made with a word of their own so that answers show which document they are from. */

export interface MadePlan {
  readonly place: string;
  /** Occurs in this document only. */
  readonly word: string;
  readonly agency?: string;
  readonly number?: number;
}

export function madePlan({ place, word, agency = "Sở Khoa học và Công nghệ", number = 12 }: MadePlan): string {
  return `ỦY BAN NHÂN DÂN
TỈNH ${place.toUpperCase()}
Số: ${String(number)}/KH-UBND
${place}, ngày 5 tháng 3 năm 2024

KẾ HOẠCH
Phát triển và ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh ${place}

I. MỤC TIÊU
1. Đến năm 2030, tỉnh có 5 sản phẩm ${word} đưa vào sử dụng.
2. Nâng cao nhận thức của cán bộ về ${word}.

II. NHIỆM VỤ
1. Xây dựng nền tảng ${word} dùng chung của tỉnh.
2. Bồi dưỡng 200 cán bộ về ${word} mỗi năm.

III. TỔ CHỨC THỰC HIỆN
1. ${agency}
a) Chủ trì triển khai ${word}, hoàn thành trước ngày 30 tháng 6 năm 2025.
b) Báo cáo Ủy ban nhân dân tỉnh về ${word} trước ngày 15 tháng 12 hằng năm.
2. Sở Tài chính
Bố trí kinh phí 3.600 triệu đồng cho ${word}.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
`;
}
