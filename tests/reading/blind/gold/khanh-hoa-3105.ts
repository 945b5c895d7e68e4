/** A department's urgent letter (HỎA TỐC) to its equals, signed by an acting director; "4." stands twice; a private number. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const khanhHoa3105: GoldReading = {
  id: "khanh-hoa-3105-skhcn-cds-2025",
  metadata: {
    kind: "Công văn",
    number: "3105/SKHCN-CĐS",
    issuedOn: "2025-11-17",
    issuedAt: "Khánh Hòa",
    issuer: "Sở Khoa học và Công nghệ tỉnh Khánh Hòa",
    subject: "đôn đốc khắc phục tồn tại trong vận hành hệ thống thông tin",
    signer: { name: "Trương Nhật Huy", title: "Quyền Giám đốc" },
    authority: ["Q."],
    legalBases: 1,
    recipients: 6,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    2.a | Ủy ban nhân dân các xã, phường, đặc khu | * | lập danh sách hồ sơ trễ hạn | ngày 19/11/2025 | | due=2025-11-19
    2.b | Ủy ban nhân dân các xã, phường, đặc khu | * | Xin lỗi bằng văn bản | trước ngày 21/11/2025 | | due=2025-11-21
    2.c | Chủ tịch Ủy ban nhân dân các xã, phường | * | chịu trách nhiệm trước Chủ tịch
    3 | Sở Tài chính | * | bổ sung 6.750 triệu đồng | trong tháng 11/2025 | | due=2025-11-30 budget=6750000000
    4-1 | VNPT Khánh Hòa | * | Bố trí kỹ thuật viên trực | đến hết ngày 31/12/2025 | | due=2025-12-31
    4-1 | Viettel Khánh Hòa | * | Bố trí kỹ thuật viên trực | đến hết ngày 31/12/2025 | | due=2025-12-31
    4-2 | VNPT Khánh Hòa | * | Khắc phục sự cố đường truyền
    4-2 | Viettel Khánh Hòa | * | Khắc phục sự cố đường truyền
    4~2 | Văn phòng Ủy ban nhân dân tỉnh | * | cho ý kiến về việc kéo dài thời hạn
    5 | Các sở, ban, ngành thuộc Ủy ban nhân dân tỉnh | * | kiểm tra lại quy trình điện tử | trước ngày 25/11/2025 | | due=2025-11-25
    6 | Trung tâm Chuyển đổi số tỉnh | lead | đầu mối hỗ trợ | | | report=Giám đốc Sở
    ? 6 | Trung tâm Chuyển đổi số tỉnh | * | tổng hợp tình hình
    ? ket | Thủ trưởng các cơ quan, đơn vị, địa phương | * | quan tâm, chỉ đạo thực hiện`,
  relations: "implements | 11/CĐ-UBND",
  warnings: `
    numbering-repeated | 4~2
    personal-data | 6`,
};
