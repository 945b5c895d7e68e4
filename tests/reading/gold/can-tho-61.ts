/** Marks of the older style: "I-", "1-", "a/" and round bullets. */
import type { GoldReading } from "./gold-reading.ts";

export const canTho61: GoldReading = {
  id: "can-tho-61-kh-ubnd-2023",
  metadata: {
    kind: "Kế hoạch",
    number: "61/KH-UBND",
    issuedOn: "2023-02-27",
    issuedAt: "Cần Thơ",
    issuer: "UBND thành phố Cần Thơ",
    subject: "Phát triển học liệu số và trợ giảng ảo",
    signer: { name: "Nguyễn Thị Hồng Ân", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 1,
    recipients: 5,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    III.1 | Sở Giáo dục và Đào tạo | lead | chủ trì triển khai Kế hoạch | trước ngày 15/6 hằng năm | | rule=FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15 report=Ủy ban nhân dân thành phố
    III.2 | Sở Thông tin và Truyền thông | support | bảo đảm an toàn thông tin | | Sở Giáo dục và Đào tạo
    III.3 | Sở Tài chính | lead | tham mưu bố trí kinh phí | giai đoạn 2023 - 2025 | | due=2025-12-31 budget=12300000000
    III.4 | Trường Đại học Cần Thơ | * | hỗ trợ chuyên gia
    III.5 | Ủy ban nhân dân các quận, huyện | * | rà soát thiết bị | trước ngày 31 tháng 5 năm 2023 | | due=2023-05-31
    III.6 | Các cơ quan, đơn vị có liên quan | all | tổ chức thực hiện | trước ngày 10 tháng 6 hằng năm | | rule=FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10 report=Sở Giáo dục và Đào tạo`,
  relations: "implements | 131/QĐ-TTg",
  warnings: "",
};
