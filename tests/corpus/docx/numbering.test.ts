import { describe, expect, test } from "vitest";
import { formatNumber } from "../../../src/corpus/docx/number-format.ts";
import { abstractList, cell, inList, level, linesOf, list, paragraph, row, table } from "./build-docx.ts";

const PLAN_LEVELS = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)") + level(3, "bullet", "-");
const planList = abstractList(0, PLAN_LEVELS) + list(1, 0);
const item = (text: string, numId: number, at = 0): string => paragraph(text, inList(numId, at));
const style = (id: string, name: string, inside: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

test("the numbers that Word counts stand in the text, nested and begun anew under each heading", async () => {
  const body = [
    item("MỤC TIÊU", 1),
    item("Mục tiêu chung", 1, 1),
    item("Mục tiêu cụ thể", 1, 1),
    item("Hạ tầng", 1, 2),
    item("Nhân lực", 1, 2),
    item("Đào tạo", 1, 3),
    item("NHIỆM VỤ", 1),
    item("Rà soát", 1, 1),
    item("Văn bản", 1, 2),
  ].join("");
  expect(await linesOf({ body, numbering: planList })).toEqual([
    "I. MỤC TIÊU",
    "1. Mục tiêu chung",
    "2. Mục tiêu cụ thể",
    "a) Hạ tầng",
    "b) Nhân lực",
    "- Đào tạo",
    "II. NHIỆM VỤ",
    "1. Rà soát",
    "a) Văn bản",
  ]);
});

test("a number made of several levels shows each in its format, in digits where the level asks for legal numbers", async () => {
  const levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>");
  const body = item("Một", 1) + item("Hai", 1) + item("Mười hai", 1, 1) + item("Hai một một", 1, 2);
  expect(await linesOf({ body, numbering: abstractList(0, levels) + list(1, 0) })).toEqual([
    "I. Một",
    "II. Hai",
    "II.1. Mười hai",
    "2.1.1 Hai một một",
  ]);
});

test("articles are numbered through the whole document while their clauses begin anew", async () => {
  const levels = level(0, "decimal", "Điều %1.") + level(1, "decimal", "%2.");
  const body =
    item("Phạm vi", 1) + item("Một", 1, 1) + item("Hai", 1, 1) + paragraph("Chương II") + item("Hiệu lực", 1) + item("Một", 1, 1);
  expect(await linesOf({ body, numbering: abstractList(3, levels) + list(1, 3) })).toEqual([
    "Điều 1. Phạm vi",
    "1. Một",
    "2. Hai",
    "Chương II",
    "Điều 2. Hiệu lực",
    "1. Một",
  ]);
});

test("a list that begins anew by an override counts from its start, and lists of one kind go on with each other", async () => {
  const restart = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`;
  const numbering = abstractList(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 0) + list(3, 0, restart);
  const body = item("a", 1) + item("b", 1) + item("c", 2) + item("d", 3) + item("e", 3) + item("g", 1);
  expect(await linesOf({ body, numbering })).toEqual(["1. a", "2. b", "3. c", "1. d", "2. e", "3. g"]);
});

test("an override may give a level another text and start", async () => {
  const own = `<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="Phần %1:"/></w:lvl></w:lvlOverride>`;
  expect(await linesOf({ body: item("Cuối", 1), numbering: abstractList(0, level(0, "decimal", "%1.")) + list(1, 0, own) })).toEqual([
    "Phần E: Cuối",
  ]);
});

test("a level that is told not to begin anew goes on", async () => {
  const levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", `<w:lvlRestart w:val="0"/>`);
  const body = item("A", 1) + item("a", 1, 1) + item("B", 1) + item("b", 1, 1);
  expect(await linesOf({ body, numbering: abstractList(0, levels) + list(1, 0) })).toEqual(["I. A", "1. a", "II. B", "2. b"]);
});

describe("numbering through styles", () => {
  const levels = level(0, "upperRoman", "%1.", `<w:pStyle w:val="Heading1"/>`) + level(1, "decimal", "%2.", `<w:pStyle w:val="Heading2"/>`);
  const numbering = abstractList(0, levels) + list(7, 0);
  const styles =
    style("Heading1", "heading 1", `<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>`) +
    style("Heading2", "heading 2", `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>`) +
    style("Mine", "Của tôi", `<w:basedOn w:val="Heading2"/>`) +
    style("Bare", "Không số", `<w:basedOn w:val="Heading2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`);
  const styled = (text: string, id: string, more = ""): string => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);

  test("a paragraph has the number of its style's level", async () => {
    const body = styled("Một", "Heading1") + styled("Hai", "Heading2") + styled("Ba", "Heading2");
    expect(await linesOf({ body, numbering, styles })).toEqual(["I. Một", "1. Hai", "2. Ba"]);
  });

  test("a style without numbering of its own inherits it, and number 0 takes it away", async () => {
    const body = styled("Một", "Heading1") + styled("Hai", "Mine") + styled("Không", "Bare") + styled("Cũng không", "Heading2", inList(0));
    expect(await linesOf({ body, numbering, styles })).toEqual(["I. Một", "1. Hai", "Không", "Cũng không"]);
  });

  test("styles based on each other in a circle end nowhere and are read all the same", async () => {
    const circle = style("A", "A", `<w:basedOn w:val="B"/>`) + style("B", "B", `<w:basedOn w:val="A"/>`);
    expect(await linesOf({ body: styled("Chữ", "A"), styles: circle })).toEqual(["Chữ"]);
  });

  test("a list that takes its levels from a list style is that list", async () => {
    const linked =
      `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Kieu"/></w:abstractNum>` +
      abstractList(2, level(0, "decimal", "(%1)")) +
      list(1, 1) +
      list(2, 2);
    const listStyle = `<w:style w:type="numbering" w:styleId="Kieu"><w:name w:val="Kiểu"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
    expect(await linesOf({ body: item("Một", 1), numbering: linked, styles: listStyle })).toEqual(["(1) Một"]);
  });
});

test("bullets are printed as seen, others as a dash", async () => {
  const bullet = (id: number, text: string, font = ""): string =>
    abstractList(
      id,
      `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/>${font === "" ? "" : `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`}</w:lvl>`,
    );
  const kinds = [
    bullet(0, "-"),
    bullet(1, "+"),
    bullet(2, "\uf0b7", "Symbol"),
    bullet(3, "\uf0d8", "Wingdings"),
    bullet(4, "o", "Courier New"),
    bullet(5, "►"),
    bullet(6, "\uf02d", "Symbol"),
  ];
  const body = kinds.map((_, at) => item("x", at + 1)).join("");
  expect(await linesOf({ body, numbering: kinds.join("") + kinds.map((_, at) => list(at + 1, at)).join("") })).toEqual([
    "- x",
    "+ x",
    "• x",
    "- x",
    "○ x",
    "- x",
    "- x",
  ]);
});

test("after a number without space comes one all the same, unless a sign follows", async () => {
  const numbering = abstractList(0, level(0, "decimal", "Điều %1", `<w:suff w:val="nothing"/>`)) + list(1, 0);
  expect(await linesOf({ body: item(". Hiệu lực", 1) + item("Thi hành", 1), numbering })).toEqual(["Điều 1. Hiệu lực", "Điều 2 Thi hành"]);
});

test("an empty paragraph of a list counts, as on the page, and prints no line", async () => {
  const numbering = abstractList(0, level(0, "decimal", "%1.")) + list(1, 0);
  expect(await linesOf({ body: item("Một", 1) + item("", 1) + item("Ba", 1), numbering })).toEqual(["1. Một", "3. Ba"]);
});

test("the rows of a table may be numbered by nothing but their list", async () => {
  const numbering = abstractList(0, level(0, "decimal", "%1")) + list(1, 0);
  const rows = ["Hạ tầng", "Nhân lực"].map((task) => row(cell(item("", 1)) + cell(task)));
  expect(await linesOf({ body: table(row(cell("STT") + cell("Nhiệm vụ")) + rows.join("")), numbering })).toEqual([
    "| STT | Nhiệm vụ |",
    "| 1 | Hạ tầng |",
    "| 2 | Nhân lực |",
  ]);
});

test("a paragraph of a list that is not defined keeps its words", async () => {
  expect(await linesOf({ body: item("Chữ", 9) })).toEqual(["Chữ"]);
});

test("a format that only new editions know stands beside one that all do", async () => {
  const custom = `<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>`;
  expect(await linesOf({ body: item("Một", 1), numbering: abstractList(0, custom) + list(1, 0) })).toEqual(["01. Một"]);
});

test.each([
  [4, "upperRoman", "IV"],
  [1994, "lowerRoman", "mcmxciv"],
  [26, "lowerLetter", "z"],
  [28, "upperLetter", "BB"],
  [3, "decimalZero", "03"],
  [15, "vietnameseCounting", "mười lăm"],
  [21, "vietnameseCounting", "hai mươi mốt"],
  [40, "vietnameseCounting", "bốn mươi"],
  [0, "upperRoman", "0"],
  [7, "none", ""],
  [7, "chicago", "7"],
])("%d in the format %s is %s", (value, format, printed) => {
  expect(formatNumber(value, format)).toBe(printed);
});
