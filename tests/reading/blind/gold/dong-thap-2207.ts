/** A decision and the regulation (quy chế) that it issues: Chương, Mục and Điều; the Điều count from 1 again; duties by Điều. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const dongThap2207: GoldReading = {
  id: "dong-thap-2207-qd-ubnd-2025",
  metadata: {
    kind: "Quy chế",
    number: "2207/QĐ-UBND",
    issuedOn: "2025-08-04",
    issuedAt: "Đồng Tháp",
    issuer: "UBND tỉnh Đồng Tháp",
    subject: "Quản lý, vận hành và khai thác Kho dữ liệu dùng chung",
    signer: { name: "Võ Trần Minh Quân", title: "Chủ tịch" },
    authority: ["TM."],
    legalBases: 5,
    recipients: 8,
    status: "issued",
    effectiveOn: "2025-08-15",
  },
  assignments: `
    ? Đ3 | Chánh Văn phòng Ủy ban nhân dân tỉnh | * | chịu trách nhiệm thi hành
    ? Đ3 | Giám đốc Sở Khoa học và Công nghệ | * | chịu trách nhiệm thi hành
    ? Đ3 | Thủ trưởng các sở, ban, ngành tỉnh | * | chịu trách nhiệm thi hành
    ? Đ3 | Chủ tịch Ủy ban nhân dân các xã, phường | * | chịu trách nhiệm thi hành
    ? Đ3 | các tổ chức, cá nhân có liên quan | * | chịu trách nhiệm thi hành
    CIIIĐ8.1 | Sở Khoa học và Công nghệ | lead | cơ quan quản lý Kho dữ liệu
    CIIIĐ8.2 | Sở Khoa học và Công nghệ | lead | kiểm tra, đánh giá an toàn thông tin | | Công an tỉnh
    CIIIĐ8.3 | Sở Khoa học và Công nghệ | lead | Tổng hợp, báo cáo | trước ngày 20 tháng 12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20 report=Ủy ban nhân dân tỉnh
    CIIIĐ9.1 | Công an tỉnh | lead | Hướng dẫn kết nối Kho dữ liệu
    CIIIĐ9.2 | Công an tỉnh | support | ứng cứu sự cố an ninh mạng | | Sở Khoa học và Công nghệ
    CIIIĐ10 | Sở Tài chính | lead | bố trí kinh phí duy trì, nâng cấp
    CIIIĐ11.1 | các sở, ban, ngành tỉnh | all | Cử 01 lãnh đạo và 01 công chức | trước ngày 30 tháng 8 năm 2025 | | due=2025-08-30
    CIIIĐ11.1 | Ủy ban nhân dân các xã, phường | * | Cử 01 lãnh đạo và 01 công chức | trước ngày 30 tháng 8 năm 2025 | | due=2025-08-30
    CIIIĐ11.2 | các sở, ban, ngành tỉnh | all | Rà soát chất lượng dữ liệu | trước ngày 10 tháng đầu quý | | rule=FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10
    CIIIĐ11.2 | Ủy ban nhân dân các xã, phường | * | Rà soát chất lượng dữ liệu | trước ngày 10 tháng đầu quý | | rule=FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10
    CIVĐ13.1 | Sở Khoa học và Công nghệ | lead | hướng dẫn, theo dõi, đôn đốc
    ? CIVĐ13.2 | các cơ quan, đơn vị | * | phản ánh về Sở Khoa học và Công nghệ`,
  relations: "supersedes | 1180/QĐ-UBND",
  warnings: "",
};
