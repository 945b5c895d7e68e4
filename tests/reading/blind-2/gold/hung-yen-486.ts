/** A department's report with the plan of the next quarter: results that are no tasks, rooms of the department, hospitals, requests to others. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const hungYen486: GoldReading = {
  id: "hung-yen-486-bc-syt-2025",
  metadata: {
    kind: "Báo cáo",
    number: "486/BC-SYT",
    issuedOn: "2025-09-22",
    issuedAt: "Hưng Yên",
    issuer: "Sở Y tế tỉnh Hưng Yên",
    subject: "Kết quả chuyển đổi số ngành Y tế 9 tháng đầu năm",
    signer: { name: "Đoàn Thị Nguyệt Hằng", title: "Phó Giám đốc" },
    authority: ["KT."],
    legalBases: 1,
    recipients: 6,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    P2.II.1 | Trung tâm Kiểm soát bệnh tật tỉnh | lead | Hợp nhất dữ liệu tiêm chủng | trong tháng 11/2025 | | due=2025-11-30
    P2.III.1-1 | Phòng Kế hoạch - Tài chính | lead | đầu mối theo dõi, đôn đốc | ngày 25 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=25 report=Giám đốc Sở
    ? P2.III.1-1 | Phòng Kế hoạch - Tài chính | * | báo cáo Giám đốc Sở
    P2.III.1-2 | Phòng Kế hoạch - Tài chính | support | thẩm định hồ sơ thuê dịch vụ | trước ngày 20/10/2025 | Phòng Nghiệp vụ Y | due=2025-10-20
    P2.III.2 | Văn phòng Sở | lead | đưa kết quả chuyển đổi số vào tiêu chí
    P2.III.3-1 | Giám đốc các bệnh viện, trung tâm y tế khu vực | * | Chịu trách nhiệm trước Giám đốc Sở
    P2.III.3-2 | Giám đốc các bệnh viện, trung tâm y tế khu vực | * | Bố trí tối thiểu 02 viên chức | trước ngày 15 tháng 11 năm 2025 | | due=2025-11-15
    P2.III.4 | Trạm Y tế các xã, phường | * | rà soát, cập nhật hồ sơ sức khỏe
    ? P2.III.4 | Trạm Y tế các xã, phường | * | gửi danh sách hồ sơ trùng
    ? P2.IV.1-1 | Ủy ban nhân dân tỉnh | * | bổ sung 12,4 tỷ đồng
    ? P2.IV.1-2 | Ủy ban nhân dân tỉnh | * | bố trí đường truyền
    ? P2.IV.1-2 | Ủy ban nhân dân các xã, phường | * | bố trí đường truyền
    P2.IV.2 | Bảo hiểm xã hội tỉnh | * | chia sẻ dữ liệu thẻ bảo hiểm y tế | trước ngày 30/10/2025 | | due=2025-10-30`,
  relations: "implements | 3127/UBND-KGVX",
  warnings: "",
};
