/** A decision of general effect and the regulation of cooperation (quy chế phối hợp) under it: agencies head khoản inside one Điều, reports have a Điều of their own. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const laiChau41: GoldReading = {
  id: "lai-chau-41-qd-ubnd-2025",
  metadata: {
    kind: "Quy chế",
    number: "41/2025/QĐ-UBND",
    issuedOn: "2025-08-19",
    issuedAt: "Lai Châu",
    issuer: "UBND tỉnh Lai Châu",
    subject: "Phối hợp quản lý, vận hành Cổng dữ liệu và Trợ lý ảo công vụ",
    signer: { name: "Giàng A Páo", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 4,
    recipients: 5,
    status: "issued",
    effectiveOn: "2025-09-01",
  },
  assignments: `
    ? Đ3 | Chánh Văn phòng Ủy ban nhân dân tỉnh | * | chịu trách nhiệm thi hành
    ? Đ3 | Thủ trưởng các sở, ban, ngành tỉnh | * | chịu trách nhiệm thi hành
    ? Đ3 | Chủ tịch Ủy ban nhân dân các xã, phường | * | chịu trách nhiệm thi hành
    CIIIĐ5.1.a | Sở Khoa học và Công nghệ | lead | xây dựng bộ câu hỏi đánh giá | trước ngày 30 tháng 10 năm 2025 | Văn phòng Ủy ban nhân dân tỉnh | due=2025-10-30
    CIIIĐ5.1.b | Sở Khoa học và Công nghệ | lead | Bảo đảm hạ tầng, kỹ thuật
    CIIIĐ5.1.c | Sở Khoa học và Công nghệ | lead | Tổ chức tập huấn
    CIIIĐ5.2.a | Văn phòng Ủy ban nhân dân tỉnh | lead | Cung cấp văn bản chỉ đạo, điều hành
    CIIIĐ5.2.b | Văn phòng Ủy ban nhân dân tỉnh | support | rà soát hiệu lực của văn bản | hằng quý | Sở Tư pháp
    CIIIĐ6 | Công an tỉnh | lead | thẩm định, kiểm tra an ninh mạng
    CIIIĐ7.1 | các sở, ban, ngành | all | Phân công 01 công chức | trước ngày 15 tháng 9 năm 2025 | | due=2025-09-15
    CIIIĐ7.1 | Ủy ban nhân dân các xã, phường | * | Phân công 01 công chức | trước ngày 15 tháng 9 năm 2025 | | due=2025-09-15
    CIIIĐ7.2 | các sở, ban, ngành | all | Phản hồi yêu cầu đính chính
    CIIIĐ7.2 | Ủy ban nhân dân các xã, phường | * | Phản hồi yêu cầu đính chính
    CIIIĐ8.1 | Các sở, ban, ngành | all | báo cáo kết quả phối hợp | trước ngày 10 tháng 6 và trước ngày 10 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10 report=Sở Khoa học và Công nghệ
    CIIIĐ8.1 | Ủy ban nhân dân các xã, phường | * | báo cáo kết quả phối hợp | trước ngày 10 tháng 6 và trước ngày 10 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10 report=Sở Khoa học và Công nghệ
    CIIIĐ8.2 | Sở Khoa học và Công nghệ | lead | tổng hợp, báo cáo | trước ngày 20 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20 report=Ủy ban nhân dân tỉnh
    CIVĐ9 | Sở Tài chính | lead | bố trí kinh phí thực hiện Quy chế
    ? CIVĐ10 | các cơ quan, đơn vị | * | phản ánh bằng văn bản`,
  relations: "",
  warnings: "",
};
