import { describe, expect, test } from "vitest";
import { buildDocx, cell, linesOf, notesOf, paragraph, readBytes, row, run, table } from "./build-docx.ts";

const p = (...runs: string[]): string => `<w:p>${runs.join("")}</w:p>`;
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const br = `<w:r><w:br/></w:r>`;
const tab = `<w:r><w:tab/></w:r>`;
const box = (...words: string[]): string => `<w:txbxContent>${words.map((word) => paragraph(word)).join("")}</w:txbxContent>`;
const drawnBox = (choice: string, fallback: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${choice}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${fallback}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

describe("tracked changes", () => {
  const ins = (inside: string): string => `<w:ins w:id="1" w:author="A">${inside}</w:ins>`;
  const del = (words: string): string => `<w:del w:id="2" w:author="A"><w:r><w:delText>${words}</w:delText></w:r></w:del>`;

  test("are read as accepted, and said", async () => {
    const body =
      p(run("Hoàn thành trước "), del("30/6"), ins(run("30/9")), run(".")) +
      p(`<w:moveFrom w:id="3">${run("Chuyển đi")}</w:moveFrom>`) +
      p(`<w:moveTo w:id="4">${run("Chuyển đến")}</w:moveTo>`);
    expect(await linesOf(body)).toEqual(["Hoàn thành trước 30/9.", "Chuyển đến"]);
    expect(await notesOf(body)).toEqual(["changes-accepted"]);
    expect(await notesOf(paragraph("Không sửa"))).toEqual([]);
  });

  test("a deleted end of a paragraph joins it with the next, whose style it takes", async () => {
    const deletedMark = "<w:rPr><w:del w:id='5' w:author='A'/></w:rPr>";
    const body = paragraph("Sở Nội vụ ", deletedMark) + paragraph("chủ trì.") + paragraph("", deletedMark) + paragraph("Sau");
    expect(await linesOf(body)).toEqual(["Sở Nội vụ chủ trì.", "Sau"]);
    // Nothing follows that it could join.
    expect(await linesOf(paragraph("Cuối", deletedMark))).toEqual(["Cuối"]);
  });

  test("a deleted row or cell of a table is gone, an inserted one stays", async () => {
    const body = table(
      row(cell("a") + cell("b")) +
        row(cell("c") + cell("d"), `<w:del w:id="6" w:author="A"/>`) +
        row(cell("e") + cell("g"), `<w:ins w:id="7" w:author="A"/>`),
    );
    expect(await linesOf(body)).toEqual(["| a | b |", "| e | g |"]);
    expect(await notesOf(body)).toEqual(["changes-accepted"]);
  });

  test("a note that only deleted words refer to is not read", async () => {
    const body = p(run("Chữ"), `<w:del w:id="1" w:author="A"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>`);
    expect(await linesOf({ body, footnotes: `<w:footnote w:id="2">${paragraph("Bỏ")}</w:footnote>` })).toEqual(["Chữ"]);
  });
});

describe("notes", () => {
  const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph("---")}</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(" Theo Quyết định số 5.")}</w:p></w:footnote><w:footnote w:id="3">${paragraph("1 người")}${paragraph("thứ hai")}</w:footnote>`;
  const refer = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

  test("stand after the paragraph that refers to them, in the order of reference", async () => {
    const body = p(run("Nhiệm vụ"), refer(3), run(" và kinh phí"), refer(2), run(".")) + paragraph("Tiếp");
    expect(await linesOf({ body, footnotes })).toEqual([
      "Nhiệm vụ[1] và kinh phí[2].",
      "[1] 1 người thứ hai",
      "[2] Theo Quyết định số 5.",
      "Tiếp",
    ]);
  });

  test("of a table stand after it", async () => {
    const body = table(row(cell("Việc") + cell("Sở")) + row(cell(p(run("Họp"), refer(2))) + cell("Y tế")) + row(cell("x") + cell("y")));
    expect(await linesOf({ body, footnotes })).toEqual(["| Việc | Sở |", "| Họp[1] | Y tế |", "| x | y |", "[1] Theo Quyết định số 5."]);
  });

  test("at the end of the document count by themselves, and one may have a sign of its own", async () => {
    const body =
      p(run("A"), `<w:r><w:endnoteReference w:id="2"/></w:r>`) +
      p(run("B"), `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>`, refer(3));
    const endnotes = `<w:endnote w:id="2">${paragraph("Cuối")}</w:endnote>`;
    const own = `<w:footnote w:id="2">${paragraph("* Riêng")}</w:footnote><w:footnote w:id="3">${paragraph("Thường")}</w:footnote>`;
    expect(await linesOf({ body, footnotes: own, endnotes })).toEqual(["A[i]", "[i] Cuối", "B*[1]", "[*] Riêng", "[1] Thường"]);
  });

  test("referred to twice are read once", async () => {
    expect(await linesOf({ body: p(run("A"), refer(2)) + p(run("B"), refer(2)), footnotes })).toEqual([
      "A[1]",
      "[1] Theo Quyết định số 5.",
      "B[1]",
    ]);
  });
});

describe("text boxes", () => {
  test("are read once, after the paragraph they hang on, from the newer of two renderings", async () => {
    expect(await linesOf(p(run("Neo"), drawnBox(box("Trong khung", "dòng hai"), box("Cũ"))) + paragraph("Sau"))).toEqual([
      "Neo",
      "Trong khung",
      "dòng hai",
      "Sau",
    ]);
    expect(await linesOf(p(run("Neo"), drawnBox("", box("Chỉ có ở bản cũ"))))).toEqual(["Neo", "Chỉ có ở bản cũ"]);
  });

  test("in a cell are part of the cell", async () => {
    expect(
      await linesOf(table(row(cell("Việc") + cell("Ghi chú")) + row(cell("Họp") + cell(p(run("Xem"), drawnBox(box("Khung"), "")))))),
    ).toEqual(["| Việc | Ghi chú |", "| Họp | Xem; Khung |"]);
  });

  test("drawn as lettering are read too", async () => {
    expect(await linesOf(p(`<w:r><w:pict><v:shape><v:textpath string="HỎA TỐC"/></v:shape></w:pict></w:r>`) + paragraph("Chữ"))).toEqual([
      "HỎA TỐC",
      "Chữ",
    ]);
  });
});

describe("fields", () => {
  test("show their result, not their instruction; numbers of pages are left out", async () => {
    expect(await linesOf(p(run("Xem "), field(" REF m1 \\h ", "Mục II"), run(" trang "), field(" PAGE ", "7"), run(".")))).toEqual([
      "Xem Mục II trang .",
    ]);
    expect(
      await linesOf(
        p(`<w:fldSimple w:instr=" NUMPAGES ">${run("12")}</w:fldSimple>`, `<w:fldSimple w:instr=" TITLE ">${run("Tên")}</w:fldSimple>`),
      ),
    ).toEqual(["Tên"]);
  });

  test("inside each other show the outer result", async () => {
    const inner = field(" PAGE ", "3");
    const outer = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("Đúng")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(await linesOf(p(outer, run(" vậy")))).toEqual(["Đúng vậy"]);
  });

  test("without their end do not hide what follows", async () => {
    const broken = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>`;
    expect(await linesOf(p(run("Trước"), broken) + paragraph("Sau"))).toEqual(["Trước", "Sau"]);
  });

  test("a table of contents is left out, its page breaks counted", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Mucluc1"><w:name w:val="toc 1"/></w:style>`;
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph("MỤC LỤC")}</w:sdtContent></w:sdt>`;
    const body =
      contents +
      `<w:p><w:pPr><w:pStyle w:val="Mucluc1"/></w:pPr><w:r><w:lastRenderedPageBreak/></w:r>${run("I. MỤC TIÊU 3")}</w:p>` +
      paragraph("I. MỤC TIÊU");
    const outcome = await readBytes(buildDocx({ body, styles }));
    expect(outcome.ok && outcome.lines).toEqual([{ text: "I. MỤC TIÊU", page: 2, continues: false }]);
  });
});

describe("what a reader of the page does not see", () => {
  test("hidden words, comments, headers and prompts of empty controls are left out", async () => {
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Nhập vào đây")}</w:sdtContent></w:sdt>`;
    const body = p(
      run("Thấy"),
      run(" ẩn", "<w:vanish/>"),
      run(" lại", `<w:vanish w:val="0"/>`),
      prompt,
      `<w:r><w:commentReference w:id="0"/></w:r>`,
    );
    expect(await linesOf({ body, header: paragraph("Trang 3") })).toEqual(["Thấy lại"]);
  });

  test("a hidden end of a paragraph lets the next one run on, under the first one's number", async () => {
    expect(await linesOf(paragraph("Đề mục.", "<w:rPr><w:vanish/></w:rPr>") + paragraph(" Nội dung"))).toEqual(["Đề mục. Nội dung"]);
  });
});

test("words inside links, controls and tags stand in the text", async () => {
  const body = p(
    `<w:hyperlink>${run("liên kết ")}</w:hyperlink>`,
    `<w:smartTag>${run("thẻ ")}</w:smartTag>`,
    `<w:sdt><w:sdtContent>${run("ô ")}</w:sdtContent></w:sdt>`,
    `<w:customXml>${run("riêng")}</w:customXml>`,
  );
  expect(await linesOf(`<w:sdt><w:sdtContent>${body}</w:sdtContent></w:sdt>`)).toEqual(["liên kết thẻ ô riêng"]);
});

test("capitals made by formatting are capitals, by the run, its style or the paragraph's", async () => {
  const styles =
    `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:rPr><w:caps/></w:rPr></w:style>` +
    `<w:style w:type="character" w:styleId="C"><w:name w:val="Hoa"/><w:rPr><w:caps/></w:rPr></w:style>`;
  const body =
    p(run("kế hoạch ", "<w:caps/>"), run("đến năm ", `<w:rStyle w:val="C"/>`), run("thường")) +
    `<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run("mục tiêu ")}${run("không", `<w:caps w:val="0"/>`)}${run(" ngược", `<w:rStyle w:val="C"/>`)}</w:p>`;
  expect(await linesOf({ body, styles })).toEqual(["KẾ HOẠCH ĐẾN NĂM thường", "MỤC TIÊU không ngược"]);
});

test("signs that are no plain letters are read as they look", async () => {
  const body = p(
    run("2021"),
    `<w:r><w:noBreakHyphen/></w:r>`,
    run("2025, chuyển"),
    `<w:r><w:softHyphen/></w:r>`,
    run("\u00ad đổi "),
    `<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>`,
    run(" 90%; H\u2011K"),
  );
  expect(await linesOf(body)).toEqual(["2021-2025, chuyển đổi ≥ 90%; H-K"]);
});

test("white space at the ends of a run counts only where the file says so", async () => {
  expect(await linesOf(p(`<w:r><w:t>Sở </w:t></w:r>`, `<w:r><w:t xml:space="preserve"> Y tế</w:t></w:r>`))).toEqual(["Sở Y tế"]);
});

test("a formula keeps its letters", async () => {
  expect(await linesOf(p(run("với "), `<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`))).toEqual(["với x+1"]);
});

describe("manual line breaks", () => {
  const broken = async (...pieces: string[]): Promise<(readonly [string, boolean | undefined])[]> => {
    const outcome = await readBytes(buildDocx({ body: p(...pieces.flatMap((piece, at) => (at === 0 ? [run(piece)] : [br, run(piece)]))) }));
    return outcome.ok ? outcome.lines.map((line) => [line.text, line.continues] as const) : [];
  };

  test("inside a heading or a sentence go on", async () => {
    expect(await broken("II. NHIỆM VỤ", "VÀ GIẢI PHÁP")).toEqual([
      ["II. NHIỆM VỤ", false],
      ["VÀ GIẢI PHÁP", true],
    ]);
    expect(await broken("Các sở chủ động", "triển khai")).toEqual([
      ["Các sở chủ động", false],
      ["triển khai", true],
    ]);
  });

  test("between items or sentences begin a paragraph", async () => {
    expect(await broken("- Sở Y tế", "- Sở Nội vụ", "a) Một", "1. Hai")).toEqual([
      ["- Sở Y tế", false],
      ["- Sở Nội vụ", false],
      ["a) Một", false],
      ["1. Hai", false],
    ]);
    expect(await broken("Hết câu.", "Câu mới")).toEqual([
      ["Hết câu.", false],
      ["Câu mới", false],
    ]);
  });

  test("between lines in capitals are left for the words to tell", async () => {
    expect(await broken("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")).toEqual([
      ["TM. ỦY BAN NHÂN DÂN", false],
      ["CHỦ TỊCH", undefined],
    ]);
  });
});

test("a tab is a space, but a gap where it sets a letterhead's second column", async () => {
  expect(await linesOf(p(run("1."), tab, run("Mục tiêu")))).toEqual(["1. Mục tiêu"]);
  expect(await linesOf(p(run("Chủ trì:"), tab, run("Sở Y tế")))).toEqual(["Chủ trì: Sở Y tế"]);
  expect(await linesOf(p(run("ỦY BAN NHÂN DÂN"), tab, run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")))).toEqual([
    "ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  ]);
  expect(await linesOf(p(run("Số: 5/KH-UBND"), tab, run("Hoa Sen, ngày 05 tháng 3 năm 2025")))).toEqual([
    "Số: 5/KH-UBND    Hoa Sen, ngày 05 tháng 3 năm 2025",
  ]);
  expect(await linesOf(p(run("- Lưu: VT."), tab, tab, run("Trần Thị B")))).toEqual(["- Lưu: VT.    Trần Thị B"]);
});

test("pages are those of the last layout, and unknown where the file was never laid out", async () => {
  const broken = `<w:p><w:r><w:lastRenderedPageBreak/></w:r>${run("Hai ")}<w:r><w:lastRenderedPageBreak/></w:r>${run("ba")}</w:p>`;
  const outcome = await readBytes(buildDocx({ body: paragraph("Một") + broken + paragraph("Ba") }));
  expect(outcome.ok && outcome.lines.map((line) => line.page)).toEqual([1, 2, 3]);
  const unknown = await readBytes(buildDocx({ body: paragraph("Một") }));
  expect(unknown.ok && unknown.lines).toEqual([{ text: "Một", page: null, continues: false }]);
});

test("a stamp in a header opens the text, nothing else of headers does", async () => {
  const textpath = `<w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>`;
  expect(await linesOf({ body: paragraph("Chữ"), header: paragraph("[TỐI  MẬT]") })).toEqual(["TỐI MẬT", "Chữ"]);
  expect(await linesOf({ body: paragraph("Chữ"), header: paragraph("M Ậ T") })).toEqual(["MẬT", "Chữ"]);
  expect(await linesOf({ body: paragraph("Chữ"), header: paragraph("Dự thảo lần 2") + textpath })).toEqual([
    "Dự thảo lần 2",
    "DỰ THẢO",
    "Chữ",
  ]);
  expect(
    await linesOf({ body: paragraph("Chữ"), header: paragraph("Bảo vệ bí mật nhà nước") + paragraph("Mật ong") + paragraph("2") }),
  ).toEqual(["Chữ"]);
});

describe("pictures", () => {
  const picture = (cx: number, cy: number): string =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const words = paragraph("Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung chủ yếu như sau đây.");

  test("without words beside them are said to be unread", async () => {
    expect(await notesOf(p(picture(100, 100)) + paragraph("Trang 1"))).toEqual(["pictures-unread"]);
  });

  test("as large as a page are said to be unread, with their place", async () => {
    const outcome = await readBytes(buildDocx({ body: words + p(picture(6_000_000, 8_000_000)) + words }));
    expect(outcome.ok && outcome.notes.map(({ code, line }) => [code, line])).toEqual([["pictures-unread", 0]]);
  });

  test("as small as an emblem are not", async () => {
    expect(await notesOf(words + p(picture(500_000, 500_000)))).toEqual([]);
  });
});

test("a document embedded in another format is said to be unread", async () => {
  expect(await notesOf(paragraph("Chữ") + `<w:altChunk r:id="rId9"/>`)).toEqual(["parts-unread"]);
});

test("every note speaks both languages in a sentence", async () => {
  const outcome = await readBytes(buildDocx({ body: p(`<w:ins w:id="1">${run("x")}</w:ins>`) + `<w:altChunk r:id="rId9"/>` }));
  expect(outcome.ok && outcome.notes).toHaveLength(2);
  for (const note of outcome.ok ? outcome.notes : []) {
    expect(note.message).toMatch(/^\p{Lu}.*\.$/u);
    expect(note.messageEn).toMatch(/^[A-Z].*\.$/u);
  }
});

test("the strict variant and a main part of another name are read alike", async () => {
  const body = paragraph("Một") + table(row(cell("a") + cell("b")) + row(cell("c") + cell("d")));
  const lines = await linesOf(body);
  expect(await linesOf({ body, strict: true })).toEqual(lines);
  expect(await linesOf({ body, main: "tailieu/noidung.xml", header: paragraph("x") })).toEqual(lines);
});

test("paragraphs end where the file ends them, unless it holds each printed line as one", async () => {
  const sentence = "Ủy ban nhân dân các xã, phường rà soát và báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 30 tháng 11 hằng năm.";
  const ends = async (paragraphs: readonly string[]): Promise<(boolean | undefined)[]> => {
    const outcome = await readBytes(buildDocx({ body: paragraphs.map((words) => paragraph(words)).join("") }));
    return outcome.ok ? [...new Set(outcome.lines.map((line) => line.continues))] : [];
  };
  const whole = Array.from({ length: 12 }, (_, at) => `${at + 1}. ${sentence}`);
  expect(await ends(whole)).toEqual([false]);
  expect(await ends(whole.flatMap((words) => words.match(/.{1,45}(?:\s|$)/gu) ?? []))).toEqual([undefined]);
});
