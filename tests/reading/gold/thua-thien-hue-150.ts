/** Two annexes of tables, the agency in the fourth column; a wrapped line that begins with a number of the sentence ("cấp độ 3."). */
import type { GoldReading } from "./gold-reading.ts";

export const thuaThienHue150: GoldReading = {
  id: "thua-thien-hue-150-kh-ubnd-2024",
  metadata: {
    kind: "Kế hoạch",
    number: "150/KH-UBND",
    issuedOn: "2024-04-12",
    issuedAt: "Thừa Thiên Huế",
    issuer: "UBND tỉnh Thừa Thiên Huế",
    subject: "Số hóa di sản và ứng dụng trí tuệ nhân tạo",
    signer: { name: "Phan Thanh Bình An", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 3,
    recipients: 5,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    III.1 | Trung tâm Bảo tồn Di tích Cố đô Huế | lead | cơ quan thường trực
    III.2 | Sở Du lịch | lead | quảng bá ứng dụng | trong tháng 11/2024 | Hiệp hội Du lịch tỉnh | due=2024-11-30
    III.3 | Sở TT&TT | lead | Thẩm định thiết kế
    III.4 | các đơn vị chủ trì | all | báo cáo tiến độ | trước ngày 25 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=25 report=Trung tâm Bảo tồn Di tích Cố đô Huế
    PL1:1 | Trung tâm Bảo tồn Di tích Cố đô Huế | lead | Quét 3D điện Thái Hòa | 30/9/2024 | Trường Đại học Khoa học Huế | due=2024-09-30
    PL1:2 | Thư viện Tổng hợp tỉnh | lead | Số hóa 1.500 trang Châu bản | 31/12/2024 | Trung tâm Lưu trữ lịch sử tỉnh | due=2024-12-31
    PL1:3 | Nhà hát Nghệ thuật truyền thống Cung đình Huế | lead | Thu âm Nhã nhạc cung đình | Tháng 10/2024 | Học viện Âm nhạc Huế | due=2024-10-31
    PL2:1 | Trung tâm Bảo tồn Di tích Cố đô Huế | lead | Quét 3D ba công trình | | | budget=2150000000
    PL2:2 | Thư viện Tổng hợp tỉnh | lead | Số hóa Châu bản, mộc bản | | | budget=870000000
    PL2:3 | Sở Du lịch | lead | Thuyết minh tự động | | | budget=1480000000`,
  relations: "",
  warnings: "",
};
