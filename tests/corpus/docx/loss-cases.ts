/** Files for `measure-loss.ts`, one feature each and two whole documents, with the lines that the page shows. */
import { abstractList, buildDocx, cell, inList, level, list, paragraph, row, run, table } from "./build-docx.ts";
import { libraryPlan } from "./library-plan.ts";

export interface LossCase {
  readonly what: string;
  readonly bytes: Buffer;
  readonly shows: readonly string[];
  /** Words that the page does not show. */
  readonly hides?: readonly string[];
}

const p = (...runs: string[]): string => `<w:p>${runs.join("")}</w:p>`;
const item = (text: string, at = 0, numId = 1): string => paragraph(text, inList(numId, at));
const texts = (...words: string[]): string => row(words.map((word) => cell(word)).join(""));
const deletedMark = "<w:rPr><w:del w:id='5' w:author='A'/></w:rPr>";
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = (words: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(words)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(words)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const PLAN =
  abstractList(0, level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)") + level(3, "bullet", "-")) +
  list(1, 0);
const HEADINGS =
  `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
  `<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;

/** Each feature written by hand as Word writes it. */
function features(): LossCase[] {
  return [
    {
      what: "list numbers: I., 1., a), -",
      bytes: buildDocx({
        body: item("MỤC TIÊU") + item("Chung", 1) + item("Hạ tầng", 2) + item("Mạng", 3) + item("Cụ thể", 1),
        numbering: PLAN,
      }),
      shows: ["I. MỤC TIÊU", "1. Chung", "a) Hạ tầng", "- Mạng", "2. Cụ thể"],
    },
    {
      what: "numbers of heading styles",
      bytes: buildDocx({
        body:
          paragraph("NHIỆM VỤ", `<w:pStyle w:val="Heading1"/>`) +
          paragraph("Hạ tầng", `<w:pStyle w:val="Heading2"/>`) +
          paragraph("Nhân lực", `<w:pStyle w:val="Heading2"/>`),
        numbering: PLAN,
        styles: HEADINGS,
      }),
      shows: ["I. NHIỆM VỤ", "1. Hạ tầng", "2. Nhân lực"],
    },
    {
      what: "articles, a list that begins anew",
      bytes: buildDocx({
        body: item("Phạm vi") + item("Một", 0, 2) + item("Hiệu lực") + item("Một", 0, 3),
        numbering:
          abstractList(0, level(0, "decimal", "Điều %1.")) +
          abstractList(1, level(0, "decimal", "%1.")) +
          list(1, 0) +
          list(2, 1) +
          list(3, 1, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`),
      }),
      shows: ["Điều 1. Phạm vi", "Điều 2. Hiệu lực", "1. Một", "1. Một"],
    },
    {
      what: "table: cells merged over rows and columns",
      bytes: buildDocx({
        body: table(
          texts("Nhiệm vụ", "Chủ trì", "Hạn") +
            row(cell("Rà soát") + cell("Sở Nội vụ", `<w:vMerge w:val="restart"/>`) + cell("Quý I")) +
            row(cell("Đào tạo") + cell("", "<w:vMerge/>") + cell("Quý II")) +
            row(cell("Tổng", `<w:gridSpan w:val="2"/>`) + cell("02")),
        ),
      }),
      shows: ["Rà soát Sở Nội vụ Quý I", "Đào tạo Sở Nội vụ Quý II", "Tổng 02"],
    },
    {
      what: "table: rows numbered by a list only",
      bytes: buildDocx({
        body: table(texts("TT", "Việc") + row(cell(item("")) + cell("Họp")) + row(cell(item("")) + cell("Báo cáo"))),
        numbering: abstractList(0, level(0, "decimal", "%1")) + list(1, 0),
      }),
      shows: ["1 Họp", "2 Báo cáo"],
    },
    {
      what: "letterhead in a table",
      bytes: buildDocx({
        body: table(
          row(cell("UBND TỈNH HOA SEN") + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
            row(cell("Số: 5/KH-UBND") + cell("Hoa Sen, ngày 05 tháng 3 năm 2025")),
          [],
          "",
        ),
      }),
      shows: ["UBND TỈNH HOA SEN", "Số: 5/KH-UBND", "Hoa Sen, ngày 05 tháng 3 năm 2025"],
    },
    {
      what: "footnotes and endnotes",
      bytes: buildDocx({
        body:
          p(run("Nhiệm vụ"), `<w:r><w:footnoteReference w:id="2"/></w:r>`) +
          p(run("Kinh phí"), `<w:r><w:endnoteReference w:id="2"/></w:r>`),
        footnotes: `<w:footnote w:id="2">${paragraph("Theo Quyết định số 5.")}</w:footnote>`,
        endnotes: `<w:endnote w:id="2">${paragraph("Đã làm tròn.")}</w:endnote>`,
      }),
      shows: ["Nhiệm vụ[1]", "[1] Theo Quyết định số 5.", "Kinh phí[i]", "[i] Đã làm tròn."],
    },
    {
      what: "tracked changes in words",
      bytes: buildDocx({
        body: p(
          run("Trước "),
          `<w:del w:id="1" w:author="A"><w:r><w:delText>30/6</w:delText></w:r></w:del>`,
          `<w:ins w:id="2" w:author="A">${run("30/9")}</w:ins>`,
          run("."),
        ),
      }),
      shows: ["Trước 30/9."],
      hides: ["30/6"],
    },
    {
      what: "tracked changes: paragraphs joined, moved, rows deleted",
      bytes: buildDocx({
        body:
          paragraph("Sở Nội vụ ", deletedMark) +
          paragraph("chủ trì.") +
          p(`<w:moveFrom w:id="3">${run("Chuyển đi")}</w:moveFrom>`) +
          p(`<w:moveTo w:id="4">${run("Chuyển đến")}</w:moveTo>`) +
          table(texts("a", "b", "c") + row(cell("Bỏ hàng này") + cell("x") + cell("y"), `<w:del w:id="6" w:author="A"/>`)),
      }),
      shows: ["Sở Nội vụ chủ trì.", "Chuyển đến"],
      hides: ["Chuyển đi", "Bỏ hàng này"],
    },
    {
      what: "text boxes, once",
      bytes: buildDocx({ body: p(run("Neo"), box("Trong khung")) + paragraph("Sau") }),
      shows: ["Neo", "Trong khung", "Sau"],
    },
    {
      what: "fields: page numbers, table of contents",
      bytes: buildDocx({
        body:
          paragraph("I. MỤC TIÊU 3", `<w:pStyle w:val="TOC1"/>`) +
          p(run("Xem "), field(" REF x ", "Mục II"), run(".")) +
          p(field(" PAGE ", "trang 17")),
        styles: `<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>`,
      }),
      shows: ["Xem Mục II."],
      hides: ["MỤC TIÊU 3", "trang 17"],
    },
    {
      what: "hidden words, capitals by format",
      bytes: buildDocx({ body: p(run("kế hoạch", "<w:caps/>"), run(" nháp", "<w:vanish/>")) + p(run("Ẩn hết", "<w:vanish/>")) }),
      shows: ["KẾ HOẠCH"],
      hides: ["nháp", "Ẩn hết"],
    },
    {
      what: "signs: hyphen, symbol font",
      bytes: buildDocx({
        body: p(
          run("2021"),
          `<w:r><w:noBreakHyphen/></w:r>`,
          run("2025 "),
          `<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>`,
          run(" 90%"),
        ),
      }),
      shows: ["2021-2025 ≥ 90%"],
    },
    {
      what: "stamp in the header",
      bytes: buildDocx({ body: paragraph("Chữ"), header: paragraph("DỰ THẢO") + p(field("PAGE", "3")) }),
      shows: ["DỰ THẢO", "Chữ"],
    },
    {
      what: "the strict variant",
      bytes: buildDocx({ body: item("Một") + item("Hai"), numbering: PLAN, strict: true }),
      shows: ["I. Một", "II. Hai"],
    },
  ];
}

const LIBREOFFICE = `DỰ THẢO
HỘI ĐỒNG NHÂN DÂN
TỈNH ĐÔNG HẢI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Giám sát chuyển đổi số năm 2025[1]
[1] Theo Nghị quyết số 40/NQ-HĐND ngày 10/12/2024.
I. MỤC ĐÍCH
1. Đánh giá kết quả
Báo cáo gửi Thường trực trước ngày 30 tháng 9.
2. Kiến nghị
a) Về hạ tầng:
- Mạng lưới
+ Cáp quang
- Trung tâm dữ liệu
b) Về nhân lực.
II. PHÂN CÔNG
Các ban thực hiện theo bảng sau:
Gửi bản giấy và bản điện tử
TT Nhiệm vụ Thực hiện
TT Nhiệm vụ Chủ trì Thời hạn
1 Khảo sát tại cơ sở Ban Pháp chế; Ban Kinh tế Quý II
2 Tổng hợp kết quả Ban Pháp chế; Ban Kinh tế Quý III
Trên đây là Chương trình giám sát năm 2025.
Nơi nhận:
- Các ban HĐND tỉnh;
- Lưu: VT.
TM. THƯỜNG TRỰC HĐND
CHỦ TỊCH
Phạm Thị Mai`;

const LIBRARY = `SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 45/QĐ-SNV
QUYẾT ĐỊNH
Về đào tạo công chức năm 2025
Điều 1. Ban hành kế hoạch đào tạo
1. Đối tượng
a) Công chức cấp tỉnh
b) Công chức cấp xã
2. Thời gian
Mở 05 lớp[1] trong QUÝ III.
[1] Không áp dụng với cấp xã.
Điều 2. Tổ chức thực hiện
1. Phân công
STT Nội dung Đơn vị chủ trì
1 Kỹ năng số Phòng Công chức
2 An toàn thông tin Phòng Công chức
Tổng số lớp 05
Nơi nhận:
- Như Điều 2;
GIÁM ĐỐC
Lê Văn Sơn`;

/** @param fixture reads a committed file. */
export async function lossCases(fixture: (name: string) => Buffer): Promise<LossCase[]> {
  return [
    ...features(),
    {
      what: "a programme written by LibreOffice",
      bytes: fixture("libreoffice-plan.docx"),
      shows: LIBREOFFICE.split("\n"),
      hides: ["30 tháng 6", "ghi chú nội bộ"],
    },
    {
      what: "a decision written by the library docx",
      bytes: await libraryPlan(),
      shows: LIBRARY.split("\n"),
      hides: ["bí danh", "03 lớp", "Trang"],
    },
  ];
}
