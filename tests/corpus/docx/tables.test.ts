import { expect, test } from "vitest";
import {
  abstractList,
  BORDERS,
  buildDocx,
  cell,
  inList,
  level,
  linesOf,
  list,
  paragraph,
  readBytes,
  row,
  run,
  table,
} from "./build-docx.ts";

const texts = (...words: string[]): string => row(words.map((word) => cell(word)).join(""));
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const FROM = `<w:vMerge w:val="restart"/>`;
const ON = `<w:vMerge/>`;
const NO_BORDERS = "";

test("a row is a line of cells", async () => {
  const body = table(texts("STT", "Nhiệm vụ", "Chủ trì") + texts("1", "Rà soát", "Sở Nội vụ"));
  expect(await linesOf(body)).toEqual(["| STT | Nhiệm vụ | Chủ trì |", "| 1 | Rà soát | Sở Nội vụ |"]);
});

test("a cell merged over rows stands in each of them, one merged over columns in its first", async () => {
  const body = table(
    row(cell("TT", FROM) + cell("Nhiệm vụ", FROM) + cell("Kinh phí", span(2))) +
      row(cell("", ON) + cell("", ON) + cell("2025") + cell("2026")) +
      texts("1", "Hạ tầng", "10", "20") +
      row(cell("Tổng cộng", span(2)) + cell("10") + cell("20")),
    [600, 4000, 1000, 1000],
  );
  expect(await linesOf(body)).toEqual([
    "| TT | Nhiệm vụ | Kinh phí |  |",
    "| TT | Nhiệm vụ | 2025 | 2026 |",
    "| 1 | Hạ tầng | 10 | 20 |",
    "| Tổng cộng |  | 10 | 20 |",
  ]);
});

test("a cell merged over columns in the old way is one cell", async () => {
  const body = table(row(cell("Chung", `<w:hMerge w:val="restart"/>`) + cell("", `<w:hMerge/>`) + cell("x")) + texts("a", "b", "c"));
  expect(await linesOf(body)).toEqual(["| Chung |  | x |", "| a | b | c |"]);
});

test("borders that nearly meet make one column, so that cells stay under their headings", async () => {
  // Dragged borders: the head's second border is at 3000, the other rows' at 3200.
  const body = table(
    row(cell("Nhiệm vụ") + cell("Chủ trì", span(2))) + [1, 2, 3].map((n) => row(cell(`việc ${n}`, span(2)) + cell(`Sở ${n}`))).join(""),
    [3000, 200, 2800],
  );
  expect(await linesOf(body)).toEqual(["| Nhiệm vụ | Chủ trì |", "| việc 1 | Sở 1 |", "| việc 2 | Sở 2 |", "| việc 3 | Sở 3 |"]);
});

test("a row that begins further in leaves the columns before it empty", async () => {
  const body = table(texts("a", "b", "c") + texts("1", "2", "3") + row(cell("lùi") + cell("vào"), `<w:gridBefore w:val="1"/>`));
  expect(await linesOf(body)).toEqual(["| a | b | c |", "| 1 | 2 | 3 |", "|  | lùi | vào |"]);
});

test("the head of a table is kept once, however often the file repeats it", async () => {
  const head = texts("STT", "Nhiệm vụ");
  const body = table(head + texts("1", "Một") + head + texts("2", "Hai"));
  const once = ["| STT | Nhiệm vụ |", "| 1 | Một |", "| 2 | Hai |"];
  expect(await linesOf(body)).toEqual(once);
  // Cut in two at the end of a page.
  expect(await linesOf(table(head + texts("1", "Một")) + paragraph("") + table(head + texts("2", "Hai")))).toEqual(once);
  // Words in between make it another table.
  expect(await linesOf(table(head + texts("1", "Một")) + paragraph("Phụ lục II") + table(head + texts("2", "Hai")))).toHaveLength(5);
});

test("rows of the same words that are no head are all kept", async () => {
  const body = table(texts("Nội dung", "Số") + texts("Họp", "1") + texts("Họp", "1"));
  expect(await linesOf(body)).toEqual(["| Nội dung | Số |", "| Họp | 1 |", "| Họp | 1 |"]);
});

test("paragraphs of a cell are joined so that each can still be told", async () => {
  const several = (...words: string[]): string => cell(words.map((word) => paragraph(word)).join(""));
  const body = table(
    row(several("Cơ quan", "chủ trì") + several("ĐƠN VỊ", "PHỐI HỢP")) +
      row(several("Sở Y tế", "Sở Nội vụ") + several("- Một;", "- Hai")) +
      row(several("Sở Khoa học và", "Công nghệ") + several("Quý I", "- Quý II")),
  );
  expect(await linesOf(body)).toEqual([
    "| Cơ quan chủ trì | ĐƠN VỊ PHỐI HỢP |",
    "| Sở Y tế; Sở Nội vụ | - Một; - Hai |",
    "| Sở Khoa học và Công nghệ | Quý I; - Quý II |",
  ]);
});

test("a bar inside a cell cannot be taken for a border", async () => {
  expect(await linesOf(table(texts("a|b", "c") + texts("d", "e")))).toEqual(["| a¦b | c |", "| d | e |"]);
});

test("a table inside a cell is part of the cell's text", async () => {
  const inner = table(texts("x", "1") + texts("y", "2")) + paragraph("");
  expect(await linesOf(table(texts("Việc", "Chi tiết") + row(cell("A") + cell(inner))))).toEqual([
    "| Việc | Chi tiết |",
    "| A | x, 1; y, 2 |",
  ]);
});

test("columns and rows without any words are left out", async () => {
  expect(await linesOf(table(texts("a", "", "b") + texts("", "", "") + texts("c", "", "d")))).toEqual(["| a | b |", "| c | d |"]);
});

test("list numbers inside merged cells are counted once", async () => {
  const numbering = abstractList(0, level(0, "decimal", "%1.")) + list(1, 0);
  const numbered = (words: string, properties = ""): string => cell(paragraph(words, inList(1)), properties);
  const body = table(row(numbered("Một", FROM) + cell("x")) + row(numbered("", ON) + cell("y")) + row(numbered("Hai") + cell("z")));
  expect(await linesOf({ body, numbering })).toEqual(["| 1. Một | x |", "| 1. Một | y |", "| 2. Hai | z |"]);
});

const LETTERHEAD =
  row(
    cell(paragraph("ỦY BAN NHÂN DÂN") + paragraph("TỈNH HOA SEN")) +
      cell(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Độc lập - Tự do - Hạnh phúc")),
  ) + row(cell("Số: 12/KH-UBND") + cell("Hoa Sen, ngày 05 tháng 3 năm 2025"));

test.each([
  ["without lines", NO_BORDERS],
  ["with lines that somebody drew", BORDERS],
])("a letterhead set in a table %s is read down its columns", async (_, borders) => {
  expect(await linesOf(table(LETTERHEAD, [4000, 5000], borders))).toEqual([
    "ỦY BAN NHÂN DÂN",
    "TỈNH HOA SEN",
    "Số: 12/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Hoa Sen, ngày 05 tháng 3 năm 2025",
  ]);
});

test("recipients and signature side by side are read one after the other", async () => {
  const left = ["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT."].map((line) => paragraph(line)).join("");
  const right = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Trần Thị B"].map((line) => paragraph(line)).join("");
  expect(await linesOf(table(row(cell(left) + cell(right)), [], NO_BORDERS))).toEqual([
    "Nơi nhận:",
    "- Như Điều 3;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Trần Thị B",
  ]);
});

test("a frame round a whole text is no table, and a table inside it is one", async () => {
  const inner = table(texts("STT", "Việc") + texts("1", "Họp"));
  expect(await linesOf(table(row(cell(paragraph("Khung") + inner + paragraph("Hết")))))).toEqual([
    "Khung",
    "| STT | Việc |",
    "| 1 | Họp |",
    "Hết",
  ]);
});

test("a table of data is one also without lines, and also when an agency's office signs in it", async () => {
  const body = table(
    texts("Cơ quan", "Thời hạn") + texts("Sở Y tế", "Quý I") + texts("Sở Nội vụ", "Quý II") + texts("Công an", "Quý III"),
    [],
    NO_BORDERS,
  );
  expect((await linesOf(body))[1]).toBe("| Sở Y tế | Quý I |");
  const four = table(texts("STT", "Nhiệm vụ", "Chủ trì", "Nơi nhận báo cáo") + texts("1", "Họp", "CHỦ TỊCH", "Văn phòng"));
  expect((await linesOf(four))[1]).toBe("| 1 | Họp | CHỦ TỊCH | Văn phòng |");
});

test("a style may draw the lines of a table", async () => {
  const styles = `<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Table Grid"/><w:tblPr>${BORDERS}</w:tblPr></w:style>`;
  const one = table(texts("Chủ trì", "Sở Y tế"), [], `<w:tblStyle w:val="Luoi"/>`);
  expect(await linesOf({ body: one, styles })).toEqual(["| Chủ trì | Sở Y tế |"]);
  expect(await linesOf({ body: one })).toEqual(["Chủ trì", "Sở Y tế"]);
});

test("a table cut out of a page keeps the pages of its rows, a break in two cells being one", async () => {
  const broken = (words: string): string => cell(`<w:p><w:r><w:lastRenderedPageBreak/></w:r>${run(words)}</w:p>`);
  const outcome = await readBytes(
    buildDocx({ body: table(texts("a", "b") + row(broken("c") + broken("d")) + texts("e", "g")) + paragraph("Cuối") }),
  );
  expect(outcome.ok && outcome.lines.map(({ text, page }) => [text, page])).toEqual([
    ["| a | b |", 1],
    ["| c | d |", 2],
    ["| e | g |", 2],
    ["Cuối", 2],
  ]);
});
