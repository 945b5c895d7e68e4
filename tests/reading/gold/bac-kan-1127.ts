/** A decision with four Điều and the plan that it issues, in Phần, Chương and Mục; the plan's last Phần counts "3." twice. */
import type { GoldReading } from "./gold-reading.ts";

export const bacKan1127: GoldReading = {
  id: "bac-kan-1127-qd-ubnd-2024",
  metadata: {
    kind: "Kế hoạch",
    number: "1127/QĐ-UBND",
    issuedOn: "2024-07-09",
    issuedAt: "Bắc Kạn",
    issuer: "UBND tỉnh Bắc Kạn",
    subject: "Số hóa tài liệu lưu trữ lịch sử và ứng dụng nhận dạng chữ viết",
    signer: { name: "Hoàng Đức Thuận", title: "Phó Chủ tịch" },
    authority: ["KT."],
    legalBases: 4,
    recipients: 5,
    status: "issued",
    effectiveOn: "2024-07-09",
  },
  assignments: `
    Đ2.1 | Sở Nội vụ | lead | tổ chức thực hiện Kế hoạch | trước ngày 20 tháng 12 | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20 report=Chủ tịch Ủy ban nhân dân tỉnh
    Đ2.2 | Sở Tài chính | lead | tham mưu bố trí kinh phí
    ? Đ4 | Giám đốc Sở Nội vụ | * | chịu trách nhiệm thi hành
    P3.1.a | Sở Nội vụ | lead | Chủ trì triển khai Kế hoạch | trước ngày 30/9/2024 | | due=2024-09-30
    P3.1.b | Sở Nội vụ | lead | Lựa chọn đơn vị số hóa
    P3.1.c | Sở Nội vụ | lead | Sơ kết Kế hoạch
    P3.2.a | Sở Thông tin và Truyền thông | lead | Bảo đảm hạ tầng lưu trữ
    P3.2.b | Sở Thông tin và Truyền thông | support | thẩm định cấp độ an toàn | | Sở Nội vụ
    P3.3 | Sở Tài chính | lead | Thẩm định dự toán
    P3.3~2 | Sở Giáo dục và Đào tạo | support | đưa tư liệu lưu trữ vào giáo dục | | Lưu trữ lịch sử tỉnh
    P3.4 | Các sở, ban, ngành | all | Giao nộp tài liệu đến hạn | trước ngày 05 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5 report=Sở Nội vụ
    P3.4 | Ủy ban nhân dân các huyện, thành phố | * | Giao nộp tài liệu đến hạn | trước ngày 05 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5 report=Sở Nội vụ
    PLI:1 | Sở Nội vụ | lead | Chỉnh lý 28 phông lưu trữ | 2024 - 2025 | | from=2024-01-01 due=2025-12-31 budget=4100000000
    PLI:2 | Sở Nội vụ | lead | Quét 3.000.000 trang | 2024 - 2025 | | from=2024-01-01 due=2025-12-31 budget=7500000000
    PLI:3 | Trường Cao đẳng Bắc Kạn | lead | Huấn luyện mô hình nhận dạng | 2025 - 2026 | | from=2025-01-01 due=2026-12-31 budget=1350000000
    PLI:4 | Sở Thông tin và Truyền thông | lead | Cổng tra cứu tài liệu lưu trữ | 2026 | | from=2026-01-01 due=2026-12-31 budget=2050000000`,
  // The decision that issues the plan stands in the same file: no relation to another document.
  relations: `
    supersedes | 2045/QĐ-UBND`,
  warnings: `
    numbering-repeated | P3.3~2`,
};
