/** A district's plan under letters, where the numbers begin anew under each; khoản 3 of D is left out; duties of every rhythm. */
import type { GoldReading } from "./gold-reading.ts";

export const maiChau89: GoldReading = {
  id: "mai-chau-89-kh-ubnd-2024",
  metadata: {
    kind: "Kế hoạch",
    number: "89/KH-UBND",
    issuedOn: "2024-03-22",
    issuedAt: "Mai Châu",
    issuer: "UBND huyện Mai Châu",
    subject: "Xây dựng cơ sở dữ liệu du lịch thông minh",
    signer: { name: "Hà Công Thức", title: "Chủ tịch" },
    authority: ["TM."],
    legalBases: 1,
    recipients: 6,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    B.1.a-1 | Phòng Văn hóa và Thông tin | lead | lập phiếu điều tra | trước ngày 30/4/2024 | | due=2024-04-30
    B.1.a-2 | Ủy ban nhân dân các xã, thị trấn | * | tổ chức điều tra | trong tháng 5 và tháng 6 năm 2024
    B.1.b-1 | Trung tâm Văn hóa, Thể thao và Truyền thông huyện | lead | | trong quý IV/2024 | Hội Văn học nghệ thuật tỉnh | due=2024-12-31
    B.3.a | Phòng Lao động - Thương binh và Xã hội | lead | | trước ngày 30 tháng 11 năm 2024 | | due=2024-11-30
    B.3.b | Phòng Kinh tế và Hạ tầng | lead | | trong quý II/2024 | | due=2024-06-30
    C.2 | Phòng Tài chính - Kế hoạch | lead | thẩm định dự toán | trước ngày 15 tháng 4 năm 2024 | | due=2024-04-15
    D.1-1 | Phòng Văn hóa và Thông tin | lead | tham mưu thành lập Tổ giúp việc | trong tháng 4/2024 | | due=2024-04-30
    D.1-2 | Phòng Văn hóa và Thông tin | lead | vận hành bản đồ du lịch số | | Phòng Kinh tế và Hạ tầng; Công an huyện
    D.1-3 | Phòng Văn hóa và Thông tin | lead | Tổng hợp, báo cáo | trước ngày 10/6 | | rule=FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10 report=Ủy ban nhân dân huyện
    D.2-1 | Công an huyện | lead | Hướng dẫn khai báo lưu trú | trước ngày 31/8/2024 | | due=2024-08-31
    D.2-2 | Công an huyện | support | kiểm tra an toàn thông tin | | Phòng Văn hóa và Thông tin
    D.4 | Phòng Nông nghiệp và Phát triển nông thôn | lead | Cung cấp dữ liệu mùa vụ | hằng quý, trước ngày 20 của tháng cuối quý | | rule=FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20
    D.5.a | Ủy ban nhân dân các xã, thị trấn | * | Bố trí 01 công chức làm đầu mối | trước ngày 10/4/2024 | | due=2024-04-10
    D.5.b | Ủy ban nhân dân các xã, thị trấn | * | Báo cáo tình hình thực hiện | trước ngày 05/12 hằng năm | | rule=FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5 report=Phòng Văn hóa và Thông tin
    D.5.c | Ủy ban nhân dân xã Chiềng Châu | * | thí điểm thu gom, phân loại rác | đến hết năm 2025 | | due=2025-12-31
    D.6 | Ủy ban Mặt trận Tổ quốc Việt Nam huyện | * | tuyên truyền, vận động
    D.6 | các tổ chức chính trị - xã hội huyện | * | tuyên truyền, vận động
    ? D.ket | các phòng, ban, đơn vị | * | nghiêm túc thực hiện
    ? D.ket | Ủy ban nhân dân các xã, thị trấn | * | nghiêm túc thực hiện`,
  relations: `
    implements | 41/KH-UBND`,
  warnings: `
    numbering-skipped | D.4`,
};
