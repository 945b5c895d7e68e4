/** Conclusions of a meeting (thông báo kết luận): agencies in bold inside the lines, comrades, "3." before "5.", signed TL. and KT. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const anGiang412: GoldReading = {
  id: "an-giang-412-tb-ubnd-2025",
  metadata: {
    kind: "Thông báo",
    number: "412/TB-UBND",
    issuedOn: "2025-12-08",
    issuedAt: "An Giang",
    issuer: "UBND tỉnh An Giang",
    subject: "Kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh Lâm Hữu Phước",
    signer: { name: "Huỳnh Ngọc Diễm", title: "Phó Chánh Văn phòng" },
    authority: ["TL.", "KT."],
    legalBases: 0,
    recipients: 7,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    II.1-1 | Ủy ban nhân dân đặc khu Phú Quốc | lead | hoàn thành chi trả bồi thường | trước ngày 31/12/2025 | | due=2025-12-31
    II.1-2 | Sở Nông nghiệp và Môi trường | lead | thẩm định phương án tái định cư
    II.2-1 | Sở Xây dựng | lead | rà soát đường găng tiến độ | trước ngày 15/12/2025 | Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh | due=2025-12-15 report=Phó Chủ tịch Ủy ban nhân dân tỉnh
    II.2-2 | Sở Xây dựng | lead | Tham mưu văn bản xử lý nhà thầu | trong tháng 12 năm 2025 | | due=2025-12-31
    II.3 | Sở Du lịch | lead | hoàn thiện trợ lý ảo đa ngôn ngữ | trước ngày 30 tháng 4 năm 2026 | Sở Khoa học và Công nghệ; Công an tỉnh | due=2026-04-30
    II.3 | Sở Tài chính | lead | tham mưu bố trí 18,4 tỷ đồng | | | budget=18400000000
    II.5.a | Các đồng chí thành viên Ban Chỉ đạo | * | kiểm tra hiện trường
    II.5.b | Giám đốc Sở Xây dựng | * | chịu trách nhiệm toàn diện
    II.5.c | Các sở, ban, ngành tỉnh | all | báo cáo tiến độ | trước ngày 25 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=25 report=Sở Xây dựng
    III | Văn phòng Ủy ban nhân dân tỉnh | lead | theo dõi, đôn đốc | hằng quý | | report=Phó Chủ tịch Ủy ban nhân dân tỉnh
    ? ket | Văn phòng Ủy ban nhân dân tỉnh | * | thông báo
    ? ket | các cơ quan, đơn vị | * | thực hiện`,
  relations: "",
  warnings: `
    numbering-skipped | II.5`,
};
