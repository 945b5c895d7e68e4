/** A directive of a province's chairman in his own right: heads of agencies above letters, numbers of two levels, effect from the day of signing. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const quangNinh11: GoldReading = {
  id: "quang-ninh-11-ct-ubnd-2025",
  metadata: {
    kind: "Chỉ thị",
    number: "11/CT-UBND",
    issuedOn: "2025-10-06",
    issuedAt: "Quảng Ninh",
    issuer: "UBND tỉnh Quảng Ninh",
    subject: "tăng cường bảo đảm an toàn thông tin mạng, phòng ngừa lừa đảo trực tuyến",
    signer: { name: "Phạm Quốc Thắng", title: "Chủ tịch" },
    authority: [null],
    legalBases: 0,
    recipients: 6,
    status: "issued",
    effectiveOn: "2025-10-06",
  },
  assignments: `
    1.a | Thủ trưởng các sở, ban, ngành | * | phê duyệt hồ sơ đề xuất cấp độ | chậm nhất ngày 30/11/2025 | | due=2025-11-30
    1.a | Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu | * | phê duyệt hồ sơ đề xuất cấp độ | chậm nhất ngày 30/11/2025 | | due=2025-11-30
    1.b | Thủ trưởng các sở, ban, ngành | * | Không sử dụng tài khoản, phần mềm miễn phí
    1.b | Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu | * | Không sử dụng tài khoản, phần mềm miễn phí
    1.c | Thủ trưởng các sở, ban, ngành | * | Bố trí tối thiểu 10% kinh phí
    1.c | Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu | * | Bố trí tối thiểu 10% kinh phí
    2.2.1 | Công an tỉnh | lead | thiết lập đường dây nóng | trước ngày 01 tháng 12 năm 2025 | Sở Khoa học và Công nghệ; Ngân hàng Nhà nước Chi nhánh Khu vực 3 | due=2025-12-01
    2.2.2 | Công an tỉnh | lead | Mở đợt cao điểm tấn công | từ ngày 15/10/2025 đến ngày 15/01/2026 | | from=2025-10-15 due=2026-01-15
    2.2.3 | Công an tỉnh | lead | Kiểm tra đột xuất
    3-1 | Sở Khoa học và Công nghệ | lead | Vận hành Trung tâm Giám sát
    3-2 | Sở Khoa học và Công nghệ | lead | Tổ chức diễn tập thực chiến
    4 | Sở Giáo dục và Đào tạo | lead | đưa nội dung kỹ năng an toàn
    ? 4 | Sở Giáo dục và Đào tạo | * | tổ chức cuộc thi tìm hiểu
    5 | Sở Tài chính | lead | bố trí 15.200 triệu đồng | | | budget=15200000000
    6 | các doanh nghiệp viễn thông | * | khóa hai chiều thuê bao | trước ngày 05 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=5 report=Công an tỉnh
    ? 6 | các doanh nghiệp viễn thông | * | báo cáo kết quả về Công an tỉnh
    7 | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | * | đẩy mạnh tuyên truyền
    7 | các tổ chức chính trị - xã hội | * | đẩy mạnh tuyên truyền
    8 | Báo và Phát thanh, Truyền hình Quảng Ninh | * | mở chuyên mục cảnh báo lừa đảo
    9 | Công an tỉnh | lead | theo dõi, kiểm tra việc thực hiện | trước ngày 15 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15 report=Chủ tịch Ủy ban nhân dân tỉnh
    ? 9 | Công an tỉnh | * | báo cáo Chủ tịch Ủy ban nhân dân tỉnh
    ? ket | các cơ quan, đơn vị, địa phương | * | nghiêm túc thực hiện`,
  relations: "supersedes | 06/CT-UBND",
  warnings: "",
};
