/** A plan that amends plan 148/KH-UBND: new words in quotation marks, a deadline moved, a khoản repealed. */
import type { GoldReading } from "./gold-reading.ts";

export const hauGiang67: GoldReading = {
  id: "hau-giang-67-kh-ubnd-2024",
  metadata: {
    kind: "Kế hoạch",
    number: "67/KH-UBND",
    issuedOn: "2024-04-05",
    issuedAt: "Hậu Giang",
    issuer: "UBND tỉnh Hậu Giang",
    subject: "Sửa đổi, bổ sung một số nội dung của Kế hoạch số 148/KH-UBND",
    signer: { name: "Trần Quốc Hưng", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 1,
    recipients: 5,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    II.1 | Sở Kế hoạch và Đầu tư | lead | xây dựng trợ lý ảo hỗ trợ doanh nghiệp | trước ngày 31 tháng 12 năm 2024 | Cục Thuế tỉnh; Hiệp hội Doanh nghiệp tỉnh | due=2024-12-31
    II.2 | Sở Nông nghiệp và Phát triển nông thôn | lead | điều chỉnh dự án mạng lưới trạm đo | trong quý II năm 2024 | | due=2024-06-30
    II.3 | Sở Tài chính | lead | bố trí bổ sung | | | budget=1900000000
    II.4 | Các cơ quan, đơn vị, địa phương | all | báo cáo kết quả thực hiện | trước ngày 01 tháng 12 | | report=Sở Thông tin và Truyền thông`,
  relations: `
    amends | 148/KH-UBND
    supersedes | 2209/UBND-NCTH`,
  warnings: "",
};
