/** A provincial plan of five levels; the annex's rows come to 24.700, its total says 24.600. */
import type { GoldReading } from "./gold-reading.ts";

export const hauGiang148: GoldReading = {
  id: "hau-giang-148-kh-ubnd-2023",
  metadata: {
    kind: "Kế hoạch",
    number: "148/KH-UBND",
    issuedOn: "2023-08-18",
    issuedAt: "Hậu Giang",
    issuer: "UBND tỉnh Hậu Giang",
    subject: "Ứng dụng trí tuệ nhân tạo và dữ liệu lớn phục vụ người dân, doanh nghiệp",
    signer: { name: "Trần Quốc Hưng", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 3,
    recipients: 6,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    V.1.a | Sở Thông tin và Truyền thông | lead | Là cơ quan thường trực
    V.1.b | Sở Thông tin và Truyền thông | lead | xây dựng quy chế kho dữ liệu dùng chung | trước ngày 31 tháng 3 năm 2024 | Văn phòng Ủy ban nhân dân tỉnh; Công an tỉnh | due=2024-03-31
    V.1.c | Sở Thông tin và Truyền thông | lead | Tổng hợp, báo cáo Ủy ban nhân dân tỉnh | trước ngày 15 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15 report=Ủy ban nhân dân tỉnh
    V.2 | Sở Tài chính | lead | thẩm định và tham mưu
    V.3 | Sở Kế hoạch và Đầu tư | lead | tham mưu cân đối vốn đầu tư công | trong quý IV năm 2023 | Sở Tài chính | due=2023-12-31
    V.4.a | Sở Nông nghiệp và Phát triển nông thôn | lead | Chủ trì lắp đặt, vận hành | trước ngày 30 tháng 6 năm 2025 | | due=2025-06-30
    V.4.b | Sở Nông nghiệp và Phát triển nông thôn | support | mô hình dự báo xâm nhập mặn | | Sở Khoa học và Công nghệ; Trường Đại học Cần Thơ
    V.5-1 | Sở Y tế | lead | Chủ trì triển khai công cụ đọc phim phổi
    V.5-2 | Sở Y tế | lead | Quản lý dữ liệu hình ảnh y tế
    V.6 | Công an tỉnh | lead | Hướng dẫn kết nối
    V.7 | Các sở, ban, ngành tỉnh | all | Rà soát, đăng ký danh mục dữ liệu mở | trước ngày 30 tháng 10 năm 2023 | | due=2023-10-30
    V.8.a | Ủy ban nhân dân các huyện, thị xã, thành phố | * | Xây dựng kế hoạch triển khai | trong tháng 10 năm 2023 | | due=2023-10-31
    V.8.b | Ủy ban nhân dân các huyện, thị xã, thành phố | * | Báo cáo kết quả thực hiện | trước ngày 01 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1 report=Sở Thông tin và Truyền thông
    ? V.ket | các cơ quan, đơn vị, địa phương | all | phản ánh về Sở Thông tin và Truyền thông
    PL:1 | Sở Thông tin và Truyền thông | lead | Kho dữ liệu dùng chung | 2024 - 2025 | Văn phòng Ủy ban nhân dân tỉnh; Công an tỉnh | from=2024-01-01 due=2025-12-31 budget=6500000000
    PL:2 | Văn phòng Ủy ban nhân dân tỉnh | lead | Số hóa kết quả giải quyết thủ tục | Quý I/2024 - Quý IV/2025 | Các sở, ban, ngành tỉnh; Ủy ban nhân dân cấp huyện | from=2024-01-01 due=2025-12-31 budget=3200000000
    PL:3 | Sở Nông nghiệp và Phát triển nông thôn | lead | Mạng lưới 60 trạm đo mặn | Trước ngày 30/6/2025 | Ủy ban nhân dân các huyện Long Mỹ, Vị Thủy | due=2025-06-30 budget=5400000000
    PL:4 | Sở Thông tin và Truyền thông | lead | Trợ lý ảo hướng dẫn thủ tục hành chính | Năm 2024 | Trung tâm Phục vụ hành chính công tỉnh | from=2024-01-01 due=2024-12-31 budget=2900000000
    PL:5 | Sở Khoa học và Công nghệ | lead | Mô hình dự báo xâm nhập mặn | 2024 - 2026 | Sở Nông nghiệp và Phát triển nông thôn; Trường Đại học Cần Thơ | from=2024-01-01 due=2026-12-31 budget=2100000000
    PL:6 | Sở Y tế | lead | Công cụ hỗ trợ đọc phim phổi | Năm 2025 | Các bệnh viện tuyến tỉnh | from=2025-01-01 due=2025-12-31 budget=1800000000
    PL:7 | Trung tâm Khuyến nông và Dịch vụ nông nghiệp | lead | Nhận diện sâu bệnh | Quý III/2025 | Hội Nông dân tỉnh | from=2025-07-01 due=2025-09-30 budget=950000000
    PL:8 | Sở Nội vụ | lead | Bồi dưỡng kỹ năng dữ liệu | Hằng năm | Trường Chính trị tỉnh | budget=1250000000
    PL:9 | Tỉnh đoàn | lead | Thi đua sáng kiến | Tháng 3 hằng năm | Sở Giáo dục và Đào tạo | budget=600000000`,
  relations: "",
  warnings: `
    totals-differ | PL`,
};
