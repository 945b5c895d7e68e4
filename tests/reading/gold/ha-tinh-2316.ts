/** A letter (công văn) to agencies, a number an agency; a private telephone number and e-mail address stand in it. */
import type { GoldReading } from "./gold-reading.ts";

export const haTinh2316: GoldReading = {
  id: "ha-tinh-2316-ubnd-nc-2025",
  metadata: {
    kind: "Công văn",
    number: "2316/UBND-NC",
    issuedOn: "2025-04-14",
    issuedAt: "Hà Tĩnh",
    issuer: "UBND tỉnh Hà Tĩnh",
    subject: "tăng cường phòng, chống lừa đảo trực tuyến",
    signer: { name: "Lê Ngọc Thắng", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 1,
    recipients: 6,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    1.a | Công an tỉnh | lead | xây dựng quy trình tiếp nhận | trước ngày 15 tháng 5 năm 2025 | Sở Khoa học và Công nghệ; Ngân hàng Nhà nước Chi nhánh Khu vực 8 | due=2025-05-15
    1.b | Công an tỉnh | lead | Mở chuyên mục cảnh báo | hằng tuần | | rule=FREQ=WEEKLY
    1.c | Công an tỉnh | lead | Thiết lập đường dây nóng
    2.a | Sở Khoa học và Công nghệ | lead | Chỉ đạo doanh nghiệp viễn thông
    2.b | Sở Khoa học và Công nghệ | support | thử nghiệm công cụ phát hiện hình ảnh | trong quý III/2025 | Công an tỉnh | due=2025-09-30
    3.a | Sở Giáo dục và Đào tạo | lead | Đưa nội dung nhận biết lừa đảo
    3.b | Sở Giáo dục và Đào tạo | lead | Tập huấn cho giáo viên chủ nhiệm
    4.a | Sở Y tế | lead | Rà soát việc công khai số điện thoại
    4.b | Sở Y tế | lead | Tổ chức tư vấn tâm lý
    5 | Sở Nội vụ | lead | Theo dõi, đưa kết quả tuyên truyền
    6.a | Ngân hàng Nhà nước Chi nhánh Khu vực 8 | lead | Chỉ đạo các tổ chức tín dụng
    6.b | Ngân hàng Nhà nước Chi nhánh Khu vực 8 | lead | Chia sẻ danh sách tài khoản | trước ngày 25 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=25
    7 | Báo và Phát thanh, truyền hình Hà Tĩnh | lead | Xây dựng 10 phóng sự ngắn | thứ Sáu hằng tuần | | rule=FREQ=WEEKLY;BYDAY=FR
    8.a | Ủy ban nhân dân các huyện, thành phố, thị xã | * | phát thông báo trên hệ thống truyền thanh
    8.b | Ủy ban nhân dân các huyện, thành phố, thị xã | * | Huy động Tổ công nghệ số cộng đồng | trước ngày 30/6/2025 | | due=2025-06-30
    9 | Các sở, ban, ngành, đoàn thể cấp tỉnh | all | báo cáo kết quả thực hiện | trước ngày 15 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=15 report=Công an tỉnh
    9 | Ủy ban nhân dân các huyện, thành phố, thị xã | * | báo cáo kết quả thực hiện | trước ngày 15 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=15 report=Công an tỉnh
    ? ket | thủ trưởng các cơ quan, đơn vị, địa phương | * | nghiêm túc thực hiện`,
  relations: `
    implements | 32/CT-TTg`,
  warnings: `
    personal-data | 1.c`,
};
