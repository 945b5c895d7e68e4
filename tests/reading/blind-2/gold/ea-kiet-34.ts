/** A commune's plan whose tasks go to hamlets (thôn, buôn), one by one and in pairs; a table of works whose sum fails (327,5 for 317,5). */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const eaKiet34: GoldReading = {
  id: "ea-kiet-34-kh-ubnd-2026",
  metadata: {
    kind: "Kế hoạch",
    number: "34/KH-UBND",
    issuedOn: "2026-02-11",
    issuedAt: "Ea Kiết",
    issuer: "UBND xã Ea Kiết",
    subject: "Triển khai phong trào “Thôn, buôn số”",
    signer: { name: "Y Thắng Niê", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 2,
    recipients: 6,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    III.1.a | các thôn, buôn | * | Kiện toàn Tổ công nghệ số cộng đồng | trước ngày 05/3/2026 | | due=2026-03-05
    III.1.b | các thôn, buôn | * | tổ chức ít nhất 01 buổi
    III.2-1 | Thôn 1 | * | Làm điểm mô hình thanh toán | trước ngày 30/4/2026 | | due=2026-04-30
    III.2-2 | Thôn 1 | * | Vận động 120 hộ kinh doanh
    III.3 | Thôn 8 | * | thí điểm camera an ninh | trong quý II/2026 | | due=2026-06-30
    III.4-1 | Buôn H’Mông | support | mở lớp xóa mù chữ | trong tháng 3/2026 | Trường Tiểu học Lê Đình Chinh | due=2026-03-31
    III.4-2 | Buôn H’Mông | * | Thu âm 20 bản tin tiếng Mông
    III.5 | Buôn Ja Rai | * | số hóa 03 lễ hội truyền thống
    III.6-1 | Thôn 10 | * | khai báo mã số vùng trồng | trước ngày 15/8/2026 | | due=2026-08-15
    III.6-1 | Thôn 14 | * | khai báo mã số vùng trồng | trước ngày 15/8/2026 | | due=2026-08-15
    IV:1 | Phòng Kinh tế | lead | Lắp đặt mạng không dây | Quý II/2026 | | due=2026-06-30 budget=85000000
    IV:2 | Phòng Văn hóa - Xã hội | lead | Trang bị loa truyền thanh thông minh | Trước 31/5/2026 | | due=2026-05-31 budget=46500000
    IV:3 | Phòng Văn hóa - Xã hội | lead | In sổ tay kỹ năng số song ngữ | Tháng 4/2026 | | due=2026-04-30 budget=18000000
    IV:4 | Văn phòng HĐND và UBND xã | lead | Cấp 14 bộ máy tính | Tháng 6/2026 | | due=2026-06-30 budget=168000000
    V.1-1 | Phòng Văn hóa - Xã hội | lead | hướng dẫn các thôn, buôn thực hiện | | Phòng Kinh tế
    V.1-2 | Phòng Văn hóa - Xã hội | lead | Chấm điểm, xếp hạng | trước ngày 10/12/2026 | | due=2026-12-10
    V.2 | Phòng Kinh tế | lead | cân đối kinh phí
    V.3 | Công an xã | lead | tuyên truyền phòng, chống lừa đảo
    V.4 | Trung tâm Phục vụ hành chính công xã | lead | cử công chức hướng dẫn lưu động | thứ Bảy hằng tuần | | rule=FREQ=WEEKLY;BYDAY=SA
    V.5 | Đoàn TNCS Hồ Chí Minh xã | * | thành lập đội hình
    V.6-1 | Trưởng thôn | * | làm Tổ trưởng Tổ công nghệ số
    V.6-1 | Trưởng buôn | * | làm Tổ trưởng Tổ công nghệ số
    V.6-2 | Trưởng thôn | * | Báo cáo kết quả | trước ngày 20 của tháng cuối quý | | rule=FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20 report=Ủy ban nhân dân xã
    V.6-2 | Trưởng buôn | * | Báo cáo kết quả | trước ngày 20 của tháng cuối quý | | rule=FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20 report=Ủy ban nhân dân xã
    ? V.ket | các thôn, buôn | * | nghiêm túc thực hiện
    ? V.ket | các đơn vị liên quan | * | nghiêm túc thực hiện`,
  relations: "implements | 19/KH-UBND",
  warnings: `
    totals-differ | IV`,
};
