/**
 * The invented documents that the PDF and scan fixtures are made of, written here once: `make-fixtures.ts` prints them
 * with real programs, and the tests compare what was read with these very paragraphs.
 */

export type Block =
  | { readonly kind: "columns"; readonly left: readonly string[]; readonly right: readonly string[] }
  /** Each line centred for itself. */
  | { readonly kind: "centred"; readonly lines: readonly string[]; readonly bold: boolean }
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly bold?: boolean;
      /** Placed after the text before "¹". */ readonly note?: string;
    }
  | {
      readonly kind: "table";
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
      /** Rows below that share the first row's cell in this column. */ readonly merged?: {
        readonly column: number;
        readonly from: number;
        readonly to: number;
      };
    }
  | { readonly kind: "page-break" };

export interface FixturePlan {
  readonly blocks: readonly Block[];
}

const paragraph = (text: string, more: { bold?: boolean; note?: string } = {}): Block => ({ kind: "paragraph", text, ...more });

/** Printed by LibreOffice: justified, first lines indented, footnotes, page numbers in the top margin. */
export const waterPlan: FixturePlan = {
  blocks: [
    {
      kind: "columns",
      left: ["ỦY BAN NHÂN DÂN", "TỈNH LÂM GIANG", "Số: 214/KH-UBND"],
      right: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Lâm Giang, ngày 08 tháng 4 năm 2024"],
    },
    { kind: "centred", lines: ["KẾ HOẠCH"], bold: true },
    {
      kind: "centred",
      lines: ["Ứng dụng trí tuệ nhân tạo trong quản lý, giám sát nước sạch nông thôn", "trên địa bàn tỉnh Lâm Giang giai đoạn 2024 - 2028"],
      bold: true,
    },
    paragraph(
      "Căn cứ Quyết định số 127/QĐ-TTg ngày 26 tháng 01 năm 2021 của Thủ tướng Chính phủ ban hành Chiến lược quốc gia về nghiên cứu, phát triển và ứng dụng Trí tuệ nhân tạo đến năm 2030;",
    ),
    paragraph(
      "Xét đề nghị của Sở Nông nghiệp và Phát triển nông thôn tại Tờ trình số 96/TTr-SNN ngày 22 tháng 3 năm 2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch với những nội dung như sau:",
    ),
    paragraph("I. MỤC ĐÍCH, YÊU CẦU", { bold: true }),
    paragraph("1. Mục đích"),
    paragraph(
      "a) Phát hiện sớm rò rỉ, suy giảm chất lượng nước tại 186 công trình cấp nước tập trung nông thôn; giảm tỷ lệ thất thoát nước bình quân từ 27% xuống dưới 15% vào cuối năm 2028, góp phần phát triển kinh tế - xã hội vùng nông thôn.",
    ),
    paragraph(
      "b) Hình thành bộ dữ liệu quan trắc dùng chung giữa ngành nông nghiệp, y tế và tài nguyên môi trường, làm cơ sở dự báo thiếu nước mùa khô cho từng xã.",
      { note: "Theo Báo cáo số 411/BC-SNN ngày 15 tháng 12 năm 2023 của Sở Nông nghiệp và Phát triển nông thôn về hiện trạng cấp nước." },
    ),
    paragraph(
      "c) Nâng cao năng lực vận hành của đơn vị quản lý công trình cấp xã, gắn trách nhiệm của người trực với kết quả xử lý cảnh báo.",
    ),
    paragraph("2. Yêu cầu"),
    paragraph(
      "Việc triển khai phải bám sát điều kiện thực tế của từng công trình, không đầu tư trùng lặp với dự án đã được phê duyệt; thiết bị quan trắc có nguồn điện dự phòng tối thiểu 72 giờ; dữ liệu truyền về Trung tâm điều hành của tỉnh ít nhất 15 phút một lần và được lưu giữ không dưới 05 năm.",
    ),
    paragraph("II. MỤC TIÊU", { bold: true }),
    paragraph(
      "1. Đến hết năm 2025: lắp đặt thiết bị quan trắc áp lực, lưu lượng, độ đục, clo dư tại 60 công trình có công suất từ 500 m³/ngày đêm trở lên.",
    ),
    paragraph("2. Đến hết năm 2028:"),
    paragraph("- 100% công trình cấp nước tập trung có dữ liệu trực tuyến;"),
    paragraph("- Mô hình dự báo nhu cầu nước đạt sai số bình quân không quá 8%;"),
    paragraph(
      "- Thời gian xử lý sự cố vỡ đường ống giảm từ 26 giờ xuống còn không quá 06 giờ kể từ khi hệ thống cảnh báo, kể cả tại các xã vùng cao.",
    ),
    paragraph("III. NHIỆM VỤ VÀ GIẢI PHÁP", { bold: true }),
    paragraph("1. Xây dựng hạ tầng dữ liệu"),
    paragraph(
      "Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Nông nghiệp và Phát triển nông thôn, Sở Y tế xây dựng kho dữ liệu quan trắc nước sạch đặt tại Trung tâm tích hợp dữ liệu của tỉnh; hoàn thành trước ngày 30 tháng 9 năm 2024. Dữ liệu mở về chất lượng nước được công bố hằng tuần trên Cổng thông tin điện tử của tỉnh, trừ dữ liệu thuộc phạm vi bảo vệ công trình quan trọng.",
      { note: "Danh mục dữ liệu mở ban hành kèm theo Quyết định số 2207/QĐ-UBND ngày 11 tháng 10 năm 2023." },
    ),
    paragraph("2. Phát triển mô hình cảnh báo"),
    paragraph(
      "Giao Trường Đại học Lâm Giang chủ trì, phối hợp với Trung tâm Nước sạch và Vệ sinh môi trường nông thôn nghiên cứu mô hình phát hiện rò rỉ từ tín hiệu áp lực; thử nghiệm tại huyện Nậm Khao và huyện Sông Trầm trong mùa khô năm 2025; nghiệm thu cấp tỉnh trong quý III năm 2025.",
    ),
    paragraph("3. Đào tạo nhân lực"),
    paragraph(
      "Giao Sở Lao động - Thương binh và Xã hội chủ trì mở 12 lớp bồi dưỡng cho 360 cán bộ vận hành công trình; mỗi xã có công trình cấp nước tập trung phải có ít nhất 02 người được cấp chứng nhận vận hành, bảo trì thiết bị quan trắc trước khi bàn giao thiết bị.",
    ),
    paragraph("IV. KINH PHÍ THỰC HIỆN", { bold: true }),
    paragraph(
      "Tổng kinh phí thực hiện Kế hoạch là 48.250 triệu đồng, trong đó ngân sách tỉnh 31.400 triệu đồng, vốn lồng ghép các chương trình mục tiêu quốc gia 12.850 triệu đồng, nguồn xã hội hóa 4.000 triệu đồng; chi tiết theo Phụ lục kèm theo Kế hoạch này.",
    ),
    paragraph("V. TỔ CHỨC THỰC HIỆN", { bold: true }),
    paragraph(
      "1. Sở Nông nghiệp và Phát triển nông thôn là cơ quan thường trực, có trách nhiệm theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch; tổng hợp, báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 05 tháng 12 hằng năm.",
    ),
    paragraph(
      "2. Sở Tài chính cân đối, bố trí kinh phí từ nguồn chi thường xuyên theo phân cấp ngân sách; hướng dẫn thanh toán, quyết toán theo quy định.",
    ),
    paragraph(
      "3. Ủy ban nhân dân các huyện, thành phố rà soát hiện trạng công trình, bố trí mặt bằng lắp đặt thiết bị, chỉ đạo Ủy ban nhân dân cấp xã phân công người trực vận hành; gửi báo cáo quý về Sở Nông nghiệp và Phát triển nông thôn trước ngày 20 của tháng cuối quý.",
    ),
    paragraph(
      "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Sở Nông nghiệp và Phát triển nông thôn để tổng hợp, trình Ủy ban nhân dân tỉnh xem xét, điều chỉnh cho phù hợp./.",
    ),
    {
      kind: "columns",
      left: [
        "Nơi nhận:",
        "- Bộ Nông nghiệp và Phát triển nông thôn;",
        "- Thường trực Tỉnh ủy, HĐND tỉnh;",
        "- Các sở, ban, ngành tỉnh;",
        "- UBND các huyện, thành phố;",
        "- Lưu: VT, KTN(L).",
      ],
      right: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đoàn Thị Hải Yến"],
    },
    { kind: "page-break" },
    { kind: "centred", lines: ["PHỤ LỤC", "DANH MỤC NHIỆM VỤ VÀ KINH PHÍ GIAI ĐOẠN 2024 - 2028"], bold: true },
    { kind: "centred", lines: ["(Kèm theo Kế hoạch số 214/KH-UBND ngày 08 tháng 4 năm 2024)"], bold: false },
    {
      kind: "table",
      widths: [6, 32, 20, 20, 10, 12],
      rows: [
        ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Kinh phí (triệu đồng)"],
        [
          "1",
          "Khảo sát hiện trạng, lập bản đồ số mạng lưới đường ống của 186 công trình cấp nước tập trung",
          "Sở Nông nghiệp và Phát triển nông thôn",
          "Sở Xây dựng; UBND các huyện, thành phố",
          "2024",
          "3.150",
        ],
        [
          "2",
          "Mua sắm, lắp đặt thiết bị quan trắc áp lực, lưu lượng",
          "Sở Nông nghiệp và Phát triển nông thôn",
          "Sở Tài chính",
          "2024 - 2027",
          "18.600",
        ],
        ["3", "Kho dữ liệu quan trắc nước sạch, cổng dữ liệu mở", "Sở Thông tin và Truyền thông", "Sở Y tế", "2024", "5.900"],
        [
          "4",
          "Mô hình phát hiện rò rỉ từ tín hiệu áp lực",
          "Trường Đại học Lâm Giang",
          "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn",
          "2024 - 2025",
          "2.750",
        ],
        [
          "5",
          "Mô hình dự báo nhu cầu nước và thiếu nước mùa khô",
          "Trường Đại học Lâm Giang",
          "Đài Khí tượng Thủy văn tỉnh",
          "2025 - 2026",
          "3.300",
        ],
        ["6", "Bồi dưỡng cán bộ vận hành công trình", "Sở Lao động - Thương binh và Xã hội", "", "2024 - 2028", "1.450"],
        ["7", "Phòng xét nghiệm chất lượng nước lưu động", "Sở Y tế", "Sở Khoa học và Công nghệ", "2025", "6.200"],
        [
          "8",
          "Ứng dụng phản ánh sự cố nước sạch trên điện thoại",
          "Sở Thông tin và Truyền thông",
          "Các doanh nghiệp viễn thông",
          "2025",
          "1.200",
        ],
        [
          "9",
          "Thiết bị điện dự phòng cho trạm quan trắc vùng cao",
          "UBND các huyện Nậm Khao, Sông Trầm, Pắc Ngà",
          "Công ty Điện lực Lâm Giang",
          "2025 - 2026",
          "3.900",
        ],
        [
          "10",
          "Kiểm tra, đánh giá giữa kỳ và tổng kết",
          "Sở Nông nghiệp và Phát triển nông thôn",
          "Các cơ quan, đơn vị có liên quan",
          "2026; 2028",
          "1.800",
        ],
        ["", "Tổng cộng", "", "", "", "48.250"],
      ],
    },
  ],
};

/** Printed by Chromium: another hand, ragged right, no indents but space between paragraphs, page numbers at the foot. */
export const marketDecision: FixturePlan = {
  blocks: [
    {
      kind: "columns",
      left: ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ VĨNH HẢI", "-------", "Số: 88/QĐ-UBND"],
      right: [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "---------------",
        "Vĩnh Hải, ngày 19 tháng 02 năm 2025",
      ],
    },
    { kind: "centred", lines: ["QUYẾT ĐỊNH"], bold: true },
    { kind: "centred", lines: ["Về việc ban hành Kế hoạch ứng dụng công nghệ số trong quản lý chợ"], bold: true },
    { kind: "centred", lines: ["CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ"], bold: true },
    paragraph(
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
    ),
    paragraph("Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05 tháng 6 năm 2024 của Chính phủ về phát triển và quản lý chợ;"),
    paragraph("Theo đề nghị của Trưởng phòng Kinh tế thành phố tại Tờ trình số 31/TTr-PKT ngày 12 tháng 02 năm 2025."),
    { kind: "centred", lines: ["QUYẾT ĐỊNH:"], bold: true },
    paragraph(
      "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch ứng dụng công nghệ số trong quản lý chợ trên địa bàn thành phố Vĩnh Hải giai đoạn 2025 - 2027.",
    ),
    paragraph("Điều 2. Quyết định này có hiệu lực kể từ ngày ký."),
    paragraph(
      "Điều 3. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thành phố, Trưởng phòng Kinh tế, Trưởng phòng Tài chính - Kế hoạch, Chủ tịch Ủy ban nhân dân các phường và thủ trưởng các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.",
    ),
    {
      kind: "columns",
      left: ["Nơi nhận:", "- Như Điều 3;", "- Sở Công Thương;", "- Lưu: VT, PKT."],
      right: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Quốc Khải"],
    },
    { kind: "page-break" },
    { kind: "centred", lines: ["KẾ HOẠCH"], bold: true },
    { kind: "centred", lines: ["Ứng dụng công nghệ số trong quản lý chợ trên địa bàn thành phố Vĩnh Hải"], bold: true },
    {
      kind: "centred",
      lines: ["(Kèm theo Quyết định số 88/QĐ-UBND ngày 19 tháng 02 năm 2025 của Chủ tịch Ủy ban nhân dân thành phố)"],
      bold: false,
    },
    paragraph("I. MỤC TIÊU", { bold: true }),
    paragraph(
      "1. Toàn bộ 14 chợ hạng 1, hạng 2 có sơ đồ số các điểm kinh doanh; 90% hộ kinh doanh chấp nhận thanh toán không dùng tiền mặt vào cuối năm 2026.",
    ),
    paragraph(
      "2. Camera có phân tích hình ảnh cảnh báo sớm khói, lửa tại 14 chợ; thời gian từ khi phát hiện đến khi báo cho lực lượng phòng cháy không quá 30 giây.",
    ),
    paragraph("II. NHIỆM VỤ", { bold: true }),
    paragraph(
      "1. Phòng Kinh tế chủ trì, phối hợp với Ban Quản lý các chợ lập cơ sở dữ liệu hộ kinh doanh, ngành hàng, nguồn gốc thực phẩm; hoàn thành trong quý II năm 2025.",
    ),
    paragraph(
      "2. Công an thành phố chủ trì thẩm định phương án lắp đặt camera, bảo đảm không ghi hình khu vực riêng tư và chỉ lưu dữ liệu hình ảnh trong 30 ngày.",
    ),
    paragraph(
      "3. Phòng Văn hóa, Khoa học và Thông tin hướng dẫn tiểu thương dùng hóa đơn điện tử khởi tạo từ máy tính tiền; mỗi chợ tổ chức ít nhất 04 buổi hướng dẫn.",
    ),
    paragraph("III. KINH PHÍ", { bold: true }),
    paragraph("Tổng kinh phí 9.360 triệu đồng, phân theo nội dung và năm như sau (triệu đồng):"),
    {
      kind: "table",
      widths: [40, 15, 15, 15, 15],
      rows: [
        ["Nội dung", "2025", "2026", "2027", "Cộng"],
        ["Sơ đồ số và cơ sở dữ liệu", "1.150", "420", "180", "1.750"],
        ["Camera phân tích hình ảnh", "2.600", "1.900", "", "4.500"],
        ["Hướng dẫn tiểu thương", "310", "310", "290", "910"],
        ["Thuê đường truyền", "700", "750", "750", "2.200"],
        ["Tổng cộng", "4.760", "3.380", "1.220", "9.360"],
      ],
    },
    paragraph("IV. BÁO CÁO", { bold: true }),
    paragraph(
      "Các cơ quan, đơn vị gửi báo cáo kết quả về Phòng Kinh tế trước ngày 10 tháng 6 và ngày 10 tháng 12 hằng năm; Phòng Kinh tế tổng hợp, báo cáo Chủ tịch Ủy ban nhân dân thành phố trước ngày 20 tháng 6 và ngày 20 tháng 12./.",
    ),
  ],
};
