/** A ward's plan (phường) of 2026: letters above Roman numbers, round bullets, a table of two heading rows over a page's end whose rows 3.1 and 3.2 are part of row 3; the total is right. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const nongTrang57: GoldReading = {
  id: "nong-trang-57-kh-ubnd-2026",
  metadata: {
    kind: "Kế hoạch",
    number: "57/KH-UBND",
    issuedOn: "2026-01-30",
    issuedAt: "Nông Trang",
    issuer: "UBND phường Nông Trang",
    subject: "Chuyển đổi số phường Nông Trang",
    signer: { name: "Tạ Thị Bích Ngà", title: "Chủ tịch" },
    authority: ["TM."],
    legalBases: 3,
    recipients: 7,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    C.III:1 | Văn phòng HĐND và UBND phường | lead | Ban hành quy chế sử dụng chữ ký số | 15/02/2026 | Phòng Văn hóa - Xã hội | due=2026-02-15
    C.III:2 | Văn phòng HĐND và UBND phường | lead | thay thế 35 máy tính | 30/6/2026 | Phòng Kinh tế, Hạ tầng và Đô thị | due=2026-06-30 budget=612500000
    C.III:3 | Phòng Văn hóa - Xã hội | lead | Số hóa 18.400 hồ sơ hộ tịch | Quý II/2026 | Công an phường | due=2026-06-30 budget=276000000
    C.III:3.1 | Phòng Văn hóa - Xã hội | lead | Chỉnh lý, bóc tách hồ sơ | 31/3/2026 | Văn phòng HĐND và UBND phường | due=2026-03-31 budget=96000000
    C.III:3.2 | Phòng Văn hóa - Xã hội | lead | Quét, nhập liệu, kiểm tra | 30/6/2026 | Trung tâm Phục vụ hành chính công phường | due=2026-06-30 budget=180000000
    C.III:4 | Phòng Kinh tế, Hạ tầng và Đô thị | lead | gắn biển số nhà, mã QR | Tháng 9/2026 | Tổ trưởng các tổ dân phố | due=2026-09-30 budget=340000000
    C.III:5 | Công an phường | lead | Lắp đặt 42 camera an ninh | Quý III/2026 | Phòng Kinh tế, Hạ tầng và Đô thị; Ban Chỉ huy Quân sự phường | due=2026-09-30 budget=895000000
    C.III:6 | Trung tâm Phục vụ hành chính công phường | lead | Triển khai trợ lý ảo hướng dẫn thủ tục | Trước 30/5/2026 | Viettel Phú Thọ | due=2026-05-30 budget=150000000
    C.III:7 | Đoàn TNCS Hồ Chí Minh phường | lead | Phổ cập kỹ năng số | Hằng quý | Hội Liên hiệp Phụ nữ phường; Hội Người cao tuổi phường | budget=64500000
    C.III:8 | Phòng Văn hóa - Xã hội | lead | Số hóa di tích đình, đền | Năm 2026 | Ủy ban MTTQ Việt Nam phường | from=2026-01-01 due=2026-12-31 budget=120000000
    D.1 | Phòng Văn hóa - Xã hội | lead | theo dõi việc thực hiện Kế hoạch | trước ngày 22 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=22 report=Chủ tịch Ủy ban nhân dân phường
    D.2 | Phòng Kinh tế, Hạ tầng và Đô thị | lead | Cân đối nguồn vốn
    D.3 | Công an phường | lead | vận động người dân kích hoạt tài khoản
    D.4-1 | Trung tâm Phục vụ hành chính công phường | lead | Bố trí nhân viên hỗ trợ
    D.4-2 | Trung tâm Phục vụ hành chính công phường | lead | Thống kê hồ sơ trực tuyến | ngày 20 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=20
    D.5 | Ủy ban MTTQ Việt Nam phường | * | tuyên truyền, vận động đoàn viên
    D.5 | các đoàn thể | * | tuyên truyền, vận động đoàn viên
    D.6 | Các đồng chí Bí thư chi bộ | * | vận động hộ gia đình
    D.6 | Tổ trưởng các tổ dân phố | * | vận động hộ gia đình
    ? D.ket | các cơ quan, đơn vị | * | tổ chức thực hiện`,
  relations: "",
  warnings: "",
};
