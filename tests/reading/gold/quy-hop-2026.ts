/** A commune's draft after districts ceased: number and day blank, no name under the signature, the annex absent. */
import type { GoldReading } from "./gold-reading.ts";

export const quyHop2026: GoldReading = {
  id: "quy-hop-2026-du-thao",
  metadata: {
    kind: "Kế hoạch",
    number: null,
    issuedOn: null,
    issuedAt: "Quỳ Hợp",
    issuer: "UBND xã Quỳ Hợp",
    subject: "Đánh giá kết quả năm 2025 và triển khai nhiệm vụ chuyển đổi số",
    signer: null,
    authority: ["TM.", null],
    legalBases: 2,
    recipients: 5,
    status: "draft",
    effectiveOn: null,
  },
  assignments: `
    III.1.1.1 | Phòng Văn hóa - Xã hội | lead | Chủ trì tham mưu triển khai trợ lý ảo | trước ngày 30/9/2026 | | due=2026-09-30
    III.1.1.2 | Phòng Văn hóa - Xã hội | support | vận động người dân kích hoạt | | Công an xã
    III.1.1.3 | Phòng Văn hóa - Xã hội | lead | Tổng hợp, báo cáo | trước ngày 25 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=25 report=Ủy ban nhân dân xã
    III.2.2.1 | Phòng Kinh tế | lead | Tham mưu bố trí kinh phí 420 triệu đồng | | | budget=420000000
    III.2.2.2 | Phòng Kinh tế | lead | lập nhật ký sản xuất điện tử | giai đoạn 2026 - 2027 | Hội Nông dân xã | from=2026-01-01 due=2027-12-31
    III.3 | Văn phòng HĐND và UBND xã | lead | Rà soát trang thiết bị | trong quý I/2026 | | due=2026-03-31 report=Chủ tịch Ủy ban nhân dân xã
    III.4-1 | Trung tâm Phục vụ hành chính công xã | lead | Bố trí 02 nhân viên
    III.4-2 | Trung tâm Phục vụ hành chính công xã | lead | Thống kê câu hỏi | thứ Sáu hằng tuần | | rule=FREQ=WEEKLY;BYDAY=FR
    III.5 | Công an xã | lead | Bảo đảm an ninh mạng
    III.6 | Các xóm | * | Duy trì hoạt động của Tổ công nghệ số`,
  relations: "",
  warnings: `
    draft | *
    number-missing | *
    date-missing | *
    annex-missing | IV`,
};
