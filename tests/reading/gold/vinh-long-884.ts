/** A decision of one page without a plan, with its day of effect, signed by the chairman himself. */
import type { GoldReading } from "./gold-reading.ts";

export const vinhLong884: GoldReading = {
  id: "vinh-long-884-qd-ubnd-2025",
  metadata: {
    kind: "Quyết định",
    number: "884/QĐ-UBND",
    issuedOn: "2025-03-03",
    issuedAt: "Vĩnh Long",
    issuer: "UBND tỉnh Vĩnh Long",
    subject: "thành lập Tổ công tác thử nghiệm trợ lý ảo",
    signer: { name: "Phạm Thị Bích Liên", title: "Chủ tịch" },
    authority: [null],
    legalBases: 2,
    recipients: 3,
    status: "issued",
    effectiveOn: "2025-03-10",
  },
  assignments: `
    ? Đ2.1 | Tổ công tác | * | Lựa chọn 03 đơn vị
    ? Đ2.2 | Tổ công tác | * | Xây dựng bộ câu hỏi
    ? Đ2.3 | Tổ công tác | * | Đánh giá kết quả
    Đ3 | Sở Khoa học và Công nghệ | lead | cơ quan thường trực | trước ngày 30 tháng 11 năm 2025 | | due=2025-11-30 report=Chủ tịch Ủy ban nhân dân tỉnh
    ? Đ5 | Giám đốc Sở Khoa học và Công nghệ | * | chịu trách nhiệm thi hành`,
  relations: "",
  warnings: "",
};
