/** A directive (chỉ thị): agencies' heads with a colon, a sum with a decimal comma, effect from the day of signing. */
import type { GoldReading } from "./gold-reading.ts";

export const haiPhong09: GoldReading = {
  id: "hai-phong-09-ct-ubnd-2025",
  metadata: {
    kind: "Chỉ thị",
    number: "09/CT-UBND",
    issuedOn: "2025-03-18",
    issuedAt: "Hải Phòng",
    issuer: "UBND thành phố Hải Phòng",
    subject: "đẩy mạnh ứng dụng trí tuệ nhân tạo trong quản lý giao thông",
    signer: { name: "Đỗ Trọng Khải", title: "Phó Chủ tịch Thường trực" },
    authority: ["KT."],
    legalBases: 0,
    recipients: 5,
    status: "issued",
    effectiveOn: "2025-03-18",
  },
  assignments: `
    1-1 | Giám đốc Sở Xây dựng | lead | lắp đặt hệ thống đèn tín hiệu thích ứng | trước ngày 01/10/2025 | Công an thành phố | due=2025-10-01
    1-2 | Giám đốc Sở Xây dựng | lead | Công bố dữ liệu mật độ xe vào cảng | định kỳ hằng tháng (trước ngày 05) | | rule=FREQ=MONTHLY;BYMONTHDAY=5 report=Ủy ban nhân dân thành phố
    2-1 | Giám đốc Công an thành phố | lead | Tích hợp 1.200 camera | trong quý III năm 2025 | | due=2025-09-30
    2-2 | Giám đốc Công an thành phố | lead | Xử lý nghiêm hành vi
    3 | Sở Khoa học và Công nghệ | lead | thẩm định giải pháp kỹ thuật | trước ngày 30 tháng 4 năm 2025 | | due=2025-04-30
    4.a | Ban Quản lý Khu kinh tế Hải Phòng | lead | Vận động doanh nghiệp cảng
    4.b | Ban Quản lý Khu kinh tế Hải Phòng | support | thí điểm cổng cảng tự động | trong năm 2025 | Chi cục Hải quan khu vực III; Cảng vụ Hàng hải Hải Phòng | due=2025-12-31
    5 | Sở Tài chính | lead | bố trí 38,5 tỷ đồng | | | budget=38500000000
    6 | Ủy ban Mặt trận Tổ quốc Việt Nam thành phố | * | tuyên truyền, vận động Nhân dân
    7 | Văn phòng Ủy ban nhân dân thành phố | lead | theo dõi, đôn đốc, tổng hợp kết quả | trước ngày 20 của tháng cuối quý | | rule=FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20 report=Chủ tịch Ủy ban nhân dân thành phố`,
  relations: "",
  warnings: "",
};
