/** A notice of one page, signed by order (TL.). */
import type { GoldReading } from "./gold-reading.ts";

export const ninhThuan305: GoldReading = {
  id: "ninh-thuan-305-tb-ubnd-2024",
  metadata: {
    kind: "Thông báo",
    number: "305/TB-UBND",
    issuedOn: "2024-09-11",
    issuedAt: "Ninh Thuận",
    issuer: "UBND tỉnh Ninh Thuận",
    subject: "Phân công chuẩn bị Ngày hội chuyển đổi số",
    signer: { name: "Nguyễn Hữu Trí", title: "Chánh Văn phòng" },
    authority: ["TL."],
    legalBases: 1,
    recipients: 4,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    1.a | Sở Thông tin và Truyền thông | lead | Chủ trì xây dựng chương trình chi tiết | trước ngày 20/9/2024 | | due=2024-09-20
    1.b | Sở Thông tin và Truyền thông | lead | Mời các doanh nghiệp công nghệ
    2 | Sở Công Thương | support | bố trí 30 gian hàng | | Sở Nông nghiệp và Phát triển nông thôn
    3 | Công an tỉnh | lead | Bảo đảm an ninh, trật tự
    4-1 | Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm | lead | Chuẩn bị mặt bằng | trước ngày 05/10/2024 | | due=2024-10-05
    4-2 | Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm | lead | Thu gom, xử lý rác
    5 | Các sở, ban, ngành | all | cử cán bộ tham gia | trước ngày 25 tháng 9 năm 2024 | | due=2024-09-25`,
  relations: `
    implements | 2750/KH-UBND`,
  warnings: "",
};
