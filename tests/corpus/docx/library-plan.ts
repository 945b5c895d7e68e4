/** A decision as a program writes it, with the library `docx`: the second real tool beside LibreOffice. */
import {
  AlignmentType,
  BorderStyle,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from "docx";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const change = { id: 1, author: "Văn thư", date: "2025-02-01T08:00:00Z" };

const cell = (...lines: string[]): TableCell => new TableCell({ children: lines.map((line) => new Paragraph(line)) });
const merged = (text: string, verticalMerge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]): TableCell =>
  new TableCell({ verticalMerge, children: [new Paragraph(text)] });
const item = (reference: string, text: string, level = 0): Paragraph =>
  new Paragraph({ numbering: { reference, level }, children: [new TextRun(text)] });

/** The bytes of the file; `fixtures/library-plan.docx` holds them as this program wrote them once. */
export async function libraryPlan(): Promise<Buffer> {
  const article = { level: 0, format: LevelFormat.DECIMAL, text: "Điều %1.", alignment: AlignmentType.START, suffix: LevelSuffix.SPACE };
  const clause = { level: 1, format: LevelFormat.DECIMAL, text: "%2.", alignment: AlignmentType.START };
  const point = { level: 2, format: LevelFormat.LOWER_LETTER, text: "%3)", alignment: AlignmentType.START };
  const document = new Document({
    creator: "Văn phòng",
    numbering: { config: [{ reference: "dieu", levels: [article, clause, point] }] },
    footnotes: { 1: { children: [new Paragraph("Không áp dụng với cấp xã.")] } },
    sections: [
      {
        footers: {
          default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: ["Trang ", PageNumber.CURRENT] })] })] }),
        },
        children: [
          new Table({
            borders: NO_BORDERS,
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [
              new TableRow({
                children: [cell("SỞ NỘI VỤ", "TỈNH ĐÔNG HẢI"), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")],
              }),
              new TableRow({ children: [cell("Số: 45/QĐ-SNV"), cell("Đông Hải, ngày 07 tháng 4 năm 2025")] }),
            ],
          }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun("QUYẾT ĐỊNH")] }),
          new Paragraph("Về đào tạo công chức năm 2025"),
          item("dieu", "Ban hành kế hoạch đào tạo"),
          item("dieu", "Đối tượng", 1),
          item("dieu", "Công chức cấp tỉnh", 2),
          item("dieu", "Công chức cấp xã", 2),
          item("dieu", "Thời gian", 1),
          new Paragraph({
            children: [
              new TextRun("Mở "),
              new DeletedTextRun({ ...change, text: "03" }),
              new InsertedTextRun({ ...change, id: 2, text: "05" }),
              new TextRun(" lớp"),
              new FootnoteReferenceRun(1),
              new TextRun({ text: " bí danh", vanish: true }),
              new TextRun(" trong "),
              new TextRun({ text: "quý iii", allCaps: true }),
              new TextRun("."),
            ],
          }),
          item("dieu", "Tổ chức thực hiện"),
          item("dieu", "Phân công", 1),
          new Table({
            layout: TableLayoutType.FIXED,
            columnWidths: [700, 4000, 2500],
            rows: [
              new TableRow({ tableHeader: true, children: [cell("STT"), cell("Nội dung"), cell("Đơn vị chủ trì")] }),
              new TableRow({ children: [cell("1"), cell("Kỹ năng số"), merged("Phòng Công chức", VerticalMergeType.RESTART)] }),
              new TableRow({ children: [cell("2"), cell("An toàn thông tin"), merged("", VerticalMergeType.CONTINUE)] }),
              new TableRow({ children: [new TableCell({ columnSpan: 2, children: [new Paragraph("Tổng số lớp")] }), cell("05")] }),
            ],
          }),
          new Paragraph(""),
          new Table({
            borders: NO_BORDERS,
            rows: [new TableRow({ children: [cell("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT."), cell("GIÁM ĐỐC", "", "Lê Văn Sơn")] })],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
