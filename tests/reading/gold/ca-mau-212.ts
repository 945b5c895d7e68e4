/** A plan whose register stands in its annex: a heading of two rows, an agency merged over rows, groups A to C, over a page's end. */
import type { GoldReading } from "./gold-reading.ts";

export const caMau212: GoldReading = {
  id: "ca-mau-212-kh-ubnd-2024",
  metadata: {
    kind: "Kế hoạch",
    number: "212/KH-UBND",
    issuedOn: "2024-10-30",
    issuedAt: "Cà Mau",
    issuer: "UBND tỉnh Cà Mau",
    subject: "Triển khai quan trắc, cảnh báo sạt lở bờ sông, bờ biển",
    signer: { name: "Huỳnh Minh Trọng", title: "Chủ tịch" },
    authority: ["TM."],
    legalBases: 2,
    recipients: 5,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    III.1 | Sở Nông nghiệp và Phát triển nông thôn | lead | cơ quan đầu mối | trước ngày 25 của tháng cuối quý | | rule=FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25 report=Ủy ban nhân dân tỉnh
    III.2 | Sở Tài chính | lead | cân đối, bố trí vốn | | Sở Kế hoạch và Đầu tư
    III.3 | Sở Thông tin và Truyền thông | lead | bảo đảm hạ tầng máy chủ | trước ngày 28/02/2025 | | due=2025-02-28
    III.4.a | Ủy ban nhân dân các huyện, thành phố | * | Thành lập đội xung kích | trước ngày 31/3/2025 | | due=2025-03-31
    III.4.b | Ủy ban nhân dân các huyện, thành phố | * | Báo cáo thiệt hại do sạt lở | | | report=Sở Nông nghiệp và Phát triển nông thôn
    PL:1 | Sở Nông nghiệp và Phát triển nông thôn | lead | Đo vẽ địa hình đáy sông | Quý II/2025 | Sở Tài nguyên và Môi trường; Ủy ban nhân dân các huyện Năm Căn, Ngọc Hiển, Đầm Dơi | from=2025-04-01 due=2025-06-30 budget=4750000000
    PL:2 | Sở Nông nghiệp và Phát triển nông thôn | lead | Mua, xử lý ảnh vệ tinh | 2025 - 2027 | Đài Khí tượng Thủy văn tỉnh | from=2025-01-01 due=2027-12-31 budget=6300000000
    PL:3 | Sở Tài nguyên và Môi trường | lead | Lập bản đồ biến động đường bờ | Tháng 12/2025 | Trường Đại học Cần Thơ; Viện Khoa học Thủy lợi miền Nam | due=2025-12-31 budget=1850000000
    PL:4 | Sở Khoa học và Công nghệ | lead | Huấn luyện mô hình dự báo sạt lở | Trước ngày 30/9/2026 | Sở Nông nghiệp và Phát triển nông thôn | due=2026-09-30 budget=2400000000
    PL:5 | Sở Nông nghiệp và Phát triển nông thôn | lead | Lắp đặt 18 trạm quan trắc | Quý IV/2025 | Ủy ban nhân dân các huyện, thành phố | due=2025-12-31 budget=9900000000
    PL:6 | Sở Thông tin và Truyền thông | lead | Hệ thống gửi tin cảnh báo | Quý I/2026 | Đài Phát thanh - Truyền hình Cà Mau; doanh nghiệp viễn thông | due=2026-03-31 budget=1600000000
    PL:7 | Sở Thông tin và Truyền thông | lead | Bản đồ cảnh báo trực tuyến | Năm 2026 | Bộ Chỉ huy Quân sự tỉnh | due=2026-12-31 budget=700000000
    PL:8 | Bộ Chỉ huy Quân sự tỉnh | lead | Tập huấn cho đội xung kích | Hằng năm | Hội Chữ thập đỏ tỉnh; Tỉnh đoàn | budget=1500000000
    PL:9 | Bộ Chỉ huy Quân sự tỉnh | lead | Diễn tập sơ tán dân | Tháng 8 hằng năm | Công an tỉnh; Sở Y tế | budget=1200000000`,
  relations: "",
  warnings: "",
};
