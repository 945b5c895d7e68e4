/** A district's plan: Phần, "Nhiệm vụ 1:", "Bước 1:", bold headings under which numbers begin anew, a jump, a sum that fails (1.855 for 1.945), a year ten years off. */
import type { GoldReading } from "../../gold/gold-reading.ts";

export const songMa96: GoldReading = {
  id: "song-ma-96-kh-ubnd-2024",
  metadata: {
    kind: "Kế hoạch",
    number: "96/KH-UBND",
    issuedOn: "2024-02-26",
    issuedAt: "Sông Mã",
    issuer: "UBND huyện Sông Mã",
    subject: "Thực hiện Đề án truy xuất nguồn gốc nhãn và cây ăn quả",
    signer: { name: "Lò Văn Chựa", title: "Phó Chủ tịch" },
    authority: ["KT.", "TM."],
    legalBases: 3,
    recipients: 7,
    status: "issued",
    effectiveOn: null,
  },
  assignments: `
    P3:1 | Phòng Nông nghiệp và PTNT | lead | Đo vẽ, chuẩn hóa dữ liệu | | | budget=640000000
    P3:2 | Trung tâm Dịch vụ nông nghiệp | lead | Tập huấn, hướng dẫn nông dân | | | budget=485000000
    P3:3 | Phòng Kinh tế và Hạ tầng | lead | Tem điện tử, bao bì | | | budget=730000000
    P4.ket.1-1 | Phòng Nông nghiệp và Phát triển nông thôn | lead | cơ quan thường trực
    P4.ket.1-2 | Phòng Nông nghiệp và Phát triển nông thôn | lead | hoàn thành đo vẽ vùng trồng | trước ngày 30/5/2014 | Trung tâm Dịch vụ nông nghiệp | due=2014-05-30
    P4.ket.1-3 | Phòng Nông nghiệp và Phát triển nông thôn | lead | Tổng hợp báo cáo | trước ngày 20 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=20 report=UBND huyện
    P4.ket.2 | Phòng Tài chính - Kế hoạch | lead | Thẩm định dự toán | trước ngày 31/12/2024 | | due=2024-12-31
    P4.ket.3+1 | Phòng Kinh tế và Hạ tầng | lead | in, cấp phát tem điện tử
    P4.ket.3+2 | Phòng Kinh tế và Hạ tầng | support | đưa nhãn Sông Mã lên sàn | trong quý III/2024 | Sở Công Thương | due=2024-09-30
    P4.ket.4 | Trung tâm Truyền thông - Văn hóa huyện | lead | Xây dựng phóng sự, tin bài | thứ Hai hằng tuần | | rule=FREQ=WEEKLY;BYDAY=MO
    P4.ket.6 | Công an huyện | lead | Kiểm tra, xử lý hành vi giả mạo tem
    P4.ket~2.1 | UBND các xã, thị trấn | * | Bố trí công chức địa chính | trước ngày 15/3/2024 | | due=2024-03-15
    P4.ket~2.2 | UBND các xã, thị trấn | * | Vận động hộ trồng nhãn | trước ngày 18 hằng tháng | | rule=FREQ=MONTHLY;BYMONTHDAY=18 report=Phòng Nông nghiệp và Phát triển nông thôn
    P4.ket~2.3 | UBND xã Chiềng Khoong | * | chọn mỗi xã 01 hợp tác xã | trong quý I/2024 | | due=2024-03-31
    P4.ket~2.3 | UBND xã Nà Nghịu | * | chọn mỗi xã 01 hợp tác xã | trong quý I/2024 | | due=2024-03-31
    P4.ket~3.1 | Ủy ban MTTQ Việt Nam huyện | * | tuyên truyền, vận động hội viên
    P4.ket~3.1 | Hội Nông dân huyện | * | tuyên truyền, vận động hội viên
    P4.ket~3.2 | Bưu điện huyện | * | hỗ trợ vận chuyển nông sản
    ? P4.ket~4 | các cơ quan, đơn vị | * | nghiêm túc triển khai
    ? P4.ket~4 | UBND các xã, thị trấn | * | nghiêm túc triển khai`,
  relations: "",
  warnings: `
    totals-differ | P3
    numbering-skipped | P4.ket.6`,
};
