import { describe, expect, it } from "vitest";
import { joinParts } from "../../../src/corpus/html/break-lines.ts";
import { htmlReader } from "../../../src/corpus/readers/read-html.ts";

async function linesOf(body: string): Promise<string[]> {
  const outcome = await htmlReader.read({ bytes: Buffer.from(`<meta charset=utf-8>${body}`), workFolder: "" });
  return outcome.ok ? outcome.lines.map(({ text }) => text) : [outcome.code];
}

describe("paragraphs and breaks", () => {
  it("makes a line of every block and none of inline elements or breaks in the source", async () => {
    expect(await linesOf("<div>Một <b>hai</b>\n  <span>ba</span></div><h2>Bốn</h2>năm<section>sáu</section>")).toEqual([
      "Một hai ba",
      "Bốn",
      "năm",
      "sáu",
    ]);
  });

  it.each([
    ["joins words that go on in small letters", ["ứng dụng", "trí tuệ nhân tạo"], [["ứng dụng trí tuệ nhân tạo", false]]],
    ["joins the years of a period", ["giai đoạn 2025", "- 2030"], [["giai đoạn 2025 - 2030", false]]],
    [
      "cuts before a mark",
      ["Nhiệm vụ", "a) Một", "- Hai", "1.2. Ba", "II. Bốn"],
      [
        ["Nhiệm vụ", false],
        ["a) Một", false],
        ["- Hai", false],
        ["1.2. Ba", false],
        ["II. Bốn", false],
      ],
    ],
    [
      "cuts after a stop",
      ["Căn cứ Luật;", "Xét tờ trình"],
      [
        ["Căn cứ Luật;", false],
        ["Xét tờ trình", false],
      ],
    ],
    [
      "cuts at an empty line",
      ["KẾ HOẠCH", "", "TRIỂN KHAI"],
      [
        ["KẾ HOẠCH", false],
        ["TRIỂN KHAI", false],
      ],
    ],
    [
      "cuts between capitals and a sentence",
      ["KẾ HOẠCH", "Triển khai năm 2025"],
      [
        ["KẾ HOẠCH", false],
        ["Triển khai năm 2025", false],
      ],
    ],
    [
      "leaves to the words what is not plain",
      ["Sở Khoa học", "Công nghệ"],
      [
        ["Sở Khoa học", false],
        ["Công nghệ", undefined],
      ],
    ],
  ])("%s", (_, parts, expected) => {
    expect(joinParts(parts).map(({ text, continues }) => [text, continues])).toEqual(expected);
  });

  it("does not claim a new paragraph where one begins in the middle of a sentence", async () => {
    const outcome = await htmlReader.read({
      bytes: Buffer.from("<meta charset=utf-8><p>Thực hiện Chiến lược quốc gia về</p><p>nghiên cứu trí tuệ nhân tạo.</p><p>Sở Y tế</p>"),
      workFolder: "",
    });
    expect(outcome.ok && outcome.lines.map(({ continues }) => continues)).toEqual([false, undefined, false]);
  });

  it("drops soft hyphens and makes fixed spaces plain, but keeps the gap between the sides of a letterhead", async () => {
    expect(
      await linesOf(
        "<p>trí&shy;tuệ&nbsp;&nbsp;nhân tạo</p><p>1.&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Mục</p><p>UBND TỈNH&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;CỘNG HÒA</p>",
      ),
    ).toEqual(["trítuệ nhân tạo", "1. Mục", "UBND TỈNH    CỘNG HÒA"]);
  });

  it("keeps lines of preformatted text as lines", async () => {
    expect(await linesOf("<pre>KẾ HOẠCH\n  1. Một\n</pre>")).toEqual(["KẾ HOẠCH", "  1. Một", ""]);
  });

  it("tells powers, units and note numbers apart", async () => {
    expect(await linesOf("<p>30 m<sup>2</sup>, 10<sup>6</sup>, Luật<sup>3</sup>, H<sub>2</sub>O</p>")).toEqual([
      "30 m2, 10^6, Luật[3], H2O",
    ]);
  });
});

describe("lists", () => {
  it.each([
    ["numbers", "<ol><li>a b</li><li>c d</li></ol>", ["1. a b", "2. c d"]],
    ["letters", '<ol type="a" start="4"><li>x y</li></ol>', ["d) x y"]],
    ["Roman numbers", '<ol type="I" start="3"><li>x</li><li>y</li></ol>', ["III. x", "IV. y"]],
    ["a style", '<ol style="list-style-type: upper-alpha"><li>x</li></ol>', ["A. x"]],
    ["a value that jumps", '<ol><li>x</li><li value="7">y</li><li>z</li></ol>', ["1. x", "7. y", "8. z"]],
    ["counting down", "<ol reversed><li>x</li><li>y</li></ol>", ["2. x", "1. y"]],
    ["bullets, and bullets in them", "<ul><li>x<ul><li>y</li></ul></li><li>z</li></ul>", ["- x", "+ y", "- z"]],
    ["no marks where none are shown", '<ul style="list-style:none"><li>x</li></ul>', ["x"]],
    ["no second mark before one that is written", "<ul><li>- x y</li><li>1. z</li></ul><ol><li>a) w</li></ol>", ["- x y", "1. z", "a) w"]],
    ["paragraphs of an item", "<ol><li><p>x</p><p>y</p></li></ol>", ["1. x", "y"]],
  ])("prints %s", async (_, list, lines) => {
    expect(await linesOf(list)).toEqual(lines);
  });
});

describe("tables", () => {
  const rows = (cells: string): Promise<string[]> =>
    linesOf(`<table><tr><th>TT</th><th>Nhiệm<br>Vụ</th><th>Chủ trì</th></tr>${cells}</table>`);

  it("makes a line of every row, with merged cells in each row and once over columns", async () => {
    expect(
      await rows(
        '<tr><td>1</td><td rowspan="2">Đào tạo</td><td>Sở A</td></tr><tr><td>2</td><td>Sở B</td></tr><tr><td colspan="3">Nhóm II</td></tr>',
      ),
    ).toEqual(["| TT | Nhiệm Vụ | Chủ trì |", "| 1 | Đào tạo | Sở A |", "| 2 | Đào tạo | Sở B |", "| Nhóm II | | |"]);
  });

  it("joins the paragraphs of a cell by what stands at their ends", async () => {
    const lines = await rows(
      "<tr><td>1</td><td><p>Mua máy</p><p>Lắp đặt;</p><p>Vận hành</p></td><td>- Sở A<br>- Sở B<br>và Sở C | D</td></tr>",
    );
    expect(lines[1]).toBe("| 1 | Mua máy; Lắp đặt; Vận hành | - Sở A; - Sở B và Sở C ¦ D |");
  });

  it("drops columns and rows that hold nothing, and reads the foot last", async () => {
    expect(
      await linesOf(
        "<table><tfoot><tr><td>Tổng</td><td></td><td>5</td></tr></tfoot><tr><td>a</td><td></td><td>2</td></tr><tr><td> </td><td></td><td></td></tr><tr><td>b</td><td></td><td>3</td></tr></table>",
      ),
    ).toEqual(["| a | 2 |", "| b | 3 |", "| Tổng | 5 |"]);
  });

  it("reads a letterhead and a closing down their columns", async () => {
    expect(
      await linesOf(
        "<table><tr><td>UBND TỈNH X<br>SỞ Y TẾ</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>Số: 1/KH-SYT</td><td>X, ngày 02 tháng 01 năm 2025</td></tr></table>",
      ),
    ).toEqual(["UBND TỈNH X", "SỞ Y TẾ", "Số: 1/KH-SYT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "X, ngày 02 tháng 01 năm 2025"]);
  });

  it("reads the cells of a page's layout as blocks, and a register inside them as rows", async () => {
    expect(
      await linesOf(
        "<table><tr><td><p>I. Một</p><table><tr><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr></table></td></tr></table>",
      ),
    ).toEqual(["I. Một", "| 1 | a |", "| 2 | b |"]);
  });

  it("says that a table's rows do not agree", async () => {
    const outcome = await htmlReader.read({
      bytes: Buffer.from("<table><tr><td>TT</td><td>Việc</td><td>Ai</td></tr><tr><td>1</td><td>x</td></tr></table>"),
      workFolder: "",
    });
    expect(outcome).toMatchObject({ ok: true, notes: [{ code: "table-broken", line: 0 }] });
  });
});

describe("pages made to do harm", () => {
  const deep = 100_000;
  it.each([
    ["elements", "<div>".repeat(deep) + "hết"],
    ["lists", "<ul><li>".repeat(deep) + "hết"],
    ["tables", "<table><tr><td>".repeat(deep) + "hết"],
  ])(
    "reads through 100,000 levels of %s without losing the text in them",
    async (_, source) => {
      expect((await linesOf(source)).join(" ")).toContain("hết");
    },
    20_000,
  );

  it("keeps every text of tables nested beyond all measure", async () => {
    const lines = await linesOf("<table><tr><td>kế hoạch</td><td>b</td></tr><tr><td>".repeat(300));
    expect(lines.join(" ").match(/kế hoạch/gu)).toHaveLength(300);
  });

  it("stops at markup that multiplies: unclosed formatting, cells merged over thousands of rows", async () => {
    const formatting = `<p>${Array.from({ length: 3000 }, (_, at) => `<font a=${at}>`).join("")}${"<p>x".repeat(3000)}`;
    expect(await linesOf(formatting)).toEqual(["limits"]);
    expect(
      await linesOf(`<table>${`<tr><td rowspan=65534 colspan=1000>${"x".repeat(1000)}</td><td>a</td></tr>`.repeat(5000)}</table>`),
    ).toEqual(["limits"]);
  }, 20_000);
});
