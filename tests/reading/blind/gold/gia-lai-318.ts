/** A provincial plan after the mergers: digital signature above the letterhead, numbers of three levels, stars, footnotes, an annex on a lying page. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const giaLai318: GoldReading = {
  id: "gia-lai-318-kh-ubnd-2025",
  metadata: {
    kind: "Kế hoạch",
    number: "318/KH-UBND",
    issuedOn: "2025-10-24",
    issuedAt: "Gia Lai",
    issuer: "UBND tỉnh Gia Lai",
    subject: "Triển khai Chương trình hành động của Tỉnh ủy về đột phá phát triển",
    signer: { name: "Đinh Thị Mai Hương", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 1,
    recipients: 11,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    III.2.2.1 | Sở Khoa học và Công nghệ | lead | Đầu tư trung tâm dữ liệu tỉnh | Quý III/2026 | Công an tỉnh; Sở Tài chính | from=2026-07-01 due=2026-09-30
    III.2.2.2 | Sở Khoa học và Công nghệ | lead | Xóa vùng lõm sóng | trước ngày 30/6/2026 | các doanh nghiệp viễn thông | due=2026-06-30
    III.3-1 | Trường Đại học Quy Nhơn | * | mở ngành trí tuệ nhân tạo
    ? IV.2 | các cơ quan, đơn vị | * | lập dự toán
    V.1-1 | Sở Khoa học và Công nghệ | lead | đầu mối theo dõi, hướng dẫn, đôn đốc
    V.1-2 | Sở Khoa học và Công nghệ | lead | bộ tiêu chí đánh giá mức độ chuyển đổi số | trước ngày 31/3/2026 | | due=2026-03-31
    V.1-3 | Sở Khoa học và Công nghệ | lead | tổng hợp kết quả | trước ngày 15/6 | | rule=FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15 report=Ủy ban nhân dân tỉnh
    V.2 | Sở Tài chính | lead | tham mưu cấp có thẩm quyền cân đối
    V.3 | Sở Nội vụ | lead | đưa kết quả chuyển đổi số vào tiêu chí | trong tháng 01/2026 | | due=2026-01-31
    V.4.a | Công an tỉnh | lead | công tác bảo đảm an ninh mạng
    V.4.b | Công an tỉnh | support | làm sạch dữ liệu đất đai | trong quý II/2026 | Sở Nông nghiệp và Môi trường | due=2026-06-30
    V.5 | Ban Tuyên giáo và Dân vận Tỉnh ủy | * | Định hướng các cơ quan báo chí
    V.6 | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | * | vận động đoàn viên, hội viên
    V.6 | các tổ chức chính trị - xã hội tỉnh | * | vận động đoàn viên, hội viên
    V.7-1 | Thủ trưởng các sở, ban, ngành | * | chịu trách nhiệm trước Chủ tịch
    V.7-1 | Chủ tịch Ủy ban nhân dân các xã, phường | * | chịu trách nhiệm trước Chủ tịch
    V.7-2 | Thủ trưởng các sở, ban, ngành | * | Gửi báo cáo | trước ngày 10 của tháng cuối quý | | rule=FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10 report=Sở Khoa học và Công nghệ
    V.7-2 | Chủ tịch Ủy ban nhân dân các xã, phường | * | Gửi báo cáo | trước ngày 10 của tháng cuối quý | | rule=FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10 report=Sở Khoa học và Công nghệ
    ? V.ket | các cơ quan, đơn vị | * | phản ánh về Sở Khoa học và Công nghệ
    PL:1 | Sở Khoa học và Công nghệ | lead | hỗ trợ doanh nghiệp khởi nghiệp sáng tạo | Tháng 7/2026 | Sở Tư pháp; Sở Tài chính | due=2026-07-31
    PL:2 | Sở Khoa học và Công nghệ | lead | Quy chế quản lý, khai thác dữ liệu dùng chung | Quý I/2026 | Công an tỉnh | due=2026-03-31
    PL:3 | Sở Khoa học và Công nghệ | lead | Hoàn thiện hạ tầng số cấp xã | Quý IV/2026 | UBND các xã, phường | due=2026-12-31
    PL:3.1 | Văn phòng UBND tỉnh | lead | Thay thế thiết bị đầu cuối | Trước 30/9/2026 | Sở Tài chính | due=2026-09-30
    PL:3.2 | Sở Khoa học và Công nghệ | lead | Lắp đặt đường truyền dự phòng | Trước 31/12/2026 | Bộ Chỉ huy Quân sự tỉnh; Viễn thông Gia Lai | due=2026-12-31
    PL:4 | Sở Nông nghiệp và Môi trường | lead | cơ sở dữ liệu đất đai toàn tỉnh | Tháng 12/2026 | Công an tỉnh; UBND các xã, phường | due=2026-12-31
    PL:5 | Sở Nội vụ | lead | Bồi dưỡng kỹ năng số | Hằng năm | Trường Chính trị tỉnh; Trường Đại học Quy Nhơn
    PL:6 | Tỉnh đoàn Gia Lai | lead | Bình dân học vụ số | Thường xuyên | Ủy ban MTTQ Việt Nam tỉnh`,
  relations: "implements | 09-CTr/TU",
  warnings: "",
};
