import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOutPages } from "../../../src/corpus/pdf/layout/lay-out-pages.ts";
import type { PageContent } from "../../../src/corpus/pdf/layout/page-content.ts";
import { grid, page, wordsOf, type MadeLine } from "./made-pages.ts";

const texts = (pages: readonly PageContent[]): string[] => layOutPages(pages).map((line) => line.text);
const LONG = "các sở ban ngành và địa phương theo chức năng nhiệm vụ được giao chủ động triển khai";
/** Body text that fills the page's width, so that its edges are known. */
const body = (y: number, lines = 3): MadeLine[] =>
  Array.from({ length: lines }, (_, index) => ({
    text: LONG,
    x: index === 0 ? 90 : 60,
    y: y + 16 * index,
    ...(index === 0 ? { size: 11.4 } : {}),
  }));

describe("columns", () => {
  const letterhead: MadeLine[] = [
    { text: "UBND TỈNH HẢI SƠN", x: 70, y: 60 },
    { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 290, y: 60 },
    { text: "SỞ NỘI VỤ", x: 95, y: 76 },
    { text: "Độc lập - Tự do - Hạnh phúc", x: 320, y: 76 },
  ];

  test("a letterhead is read column by column", () => {
    expect(texts([page([...letterhead, ...body(140)])]).slice(0, 4)).toEqual([
      "UBND TỈNH HẢI SƠN",
      "SỞ NỘI VỤ",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
    ]);
  });

  test("the title under it is no part of a column", () => {
    const read = texts([page([...letterhead, { text: "KẾ HOẠCH", x: 275, y: 110 }, ...body(140)])]);
    expect(read[4]).toBe("KẾ HOẠCH");
  });

  test("columns whose lines do not stand level are read column by column too", () => {
    const read = texts([
      page([
        ...body(100, 4),
        { text: "Nơi nhận:", x: 60, y: 200, size: 11 },
        { text: "- Như trên;", x: 60, y: 213, size: 11 },
        { text: "- Lưu: VT.", x: 60, y: 226, size: 11 },
        { text: "KT. GIÁM ĐỐC", x: 380, y: 204, size: 13 },
        { text: "PHÓ GIÁM ĐỐC", x: 380, y: 220, size: 13 },
        { text: "Lê Thị Mận", x: 390, y: 280, size: 13 },
      ]),
    ]);
    expect(read.slice(-6)).toEqual(["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Mận"]);
  });

  test("list marks set off by a tab make no column", () => {
    const lines = ["1.", "2.", "3."].flatMap((text, index): MadeLine[] => [
      { text, x: 60, y: 100 + 16 * index },
      { text: `Nhiệm vụ thứ ${String(index)}`, x: 96, y: 100 + 16 * index },
    ]);
    expect(texts([page(lines)])).toEqual(["1. Nhiệm vụ thứ 0", "2. Nhiệm vụ thứ 1", "3. Nhiệm vụ thứ 2"]);
  });
});

describe("heads and feet", () => {
  const pages = (head: (number: number) => string): PageContent[] =>
    [1, 2, 3, 4].map((number) =>
      page([{ text: head(number), x: 290, y: 40 }, ...body(100), { text: `Nội dung ${"abcd".charAt(number)}`, x: 60, y: 300 }], { number }),
    );

  test.each(["N", "- N -", "Trang N/4", "N | Kế hoạch tỉnh Hải Sơn"])("a line “%s” that returns at the top of pages goes", (form) => {
    const read = texts(pages((number) => form.replace("N", String(number))));
    expect(read.filter((text) => !text.startsWith("các sở") && !text.startsWith("Nội dung"))).toEqual([]);
  });

  test("a year that heads a page by chance stays, and so does what stands on one page only", () => {
    const read = texts([
      page([{ text: "Phụ lục II", x: 290, y: 40 }, ...body(100)]),
      page([{ text: "2025", x: 290, y: 40 }, ...body(100)], { number: 2 }),
    ]);
    expect(read).toContain("Phụ lục II");
    expect(read).toContain("2025");
  });
});

describe("tables", () => {
  const xs = [60, 90, 300, 500];

  test("a ruled table gives a row a line, empty cells kept", () => {
    const rows = page(
      [
        { text: "1", x: 70, y: 116 },
        { text: "Lập dự án", x: 100, y: 116 },
        { text: "2", x: 70, y: 136 },
        { text: "Sở Y tế", x: 310, y: 136 },
      ],
      { rules: grid(xs, [100, 120, 140]) },
    );
    expect(texts([rows])).toEqual(["| 1 | Lập dự án |  |", "| 2 |  | Sở Y tế |"]);
  });

  test("a cell merged over rows stands in each, one merged over columns stands first", () => {
    const rules = [
      ...grid(xs, [100, 120, 160]).filter((rule) => !(rule.direction === "vertical" && rule.at === 90)),
      { direction: "vertical" as const, at: 90, from: 120, to: 160 },
      { direction: "horizontal" as const, at: 140, from: 90, to: 300 },
    ];
    const made = page(
      [
        { text: "NHÓM VIỆC", x: 70, y: 116 },
        { text: "1", x: 70, y: 136 },
        { text: "Việc một", x: 100, y: 136 },
        { text: "Việc hai", x: 100, y: 156 },
        { text: "Sở Y tế", x: 310, y: 146 },
      ],
      { rules },
    );
    expect(texts([made])).toEqual(["| NHÓM VIỆC |  |  |", "| 1 | Việc một | Sở Y tế |", "| 1 | Việc hai | Sở Y tế |"]);
  });

  test("lines of a cell are one text, its paragraphs parted, and a bar in it is no border", () => {
    const made = page(
      [
        { text: "1", x: 70, y: 116 },
        { text: "Sở Y tế", x: 310, y: 116 },
        { text: "Sở Tài chính", x: 310, y: 130 },
        { text: "Thuê dịch vụ lưu trữ dữ liệu dùng", x: 95, y: 116 },
        { text: "chung A | B", x: 95, y: 130 },
      ],
      { rules: grid(xs, [100, 140]) },
    );
    expect(texts([made])).toEqual(["| 1 | Thuê dịch vụ lưu trữ dữ liệu dùng chung A ¦ B | Sở Y tế; Sở Tài chính |"]);
  });

  test("a table that goes on over pages is one, its repeated header once, its cut row whole", () => {
    const header = (y: number): MadeLine[] => [
      { text: "STT", x: 62, y },
      { text: "Nhiệm vụ", x: 100, y },
      { text: "Chủ trì", x: 310, y },
    ];
    const read = texts([
      page([...header(716), { text: "1", x: 70, y: 736 }, { text: "Xây dựng kho", x: 100, y: 736 }, { text: "Sở Y tế", x: 310, y: 736 }], {
        rules: grid(xs, [700, 720, 740]),
      }),
      page(
        [
          ...header(116),
          { text: "dữ liệu", x: 100, y: 136 },
          { text: "2", x: 70, y: 156 },
          { text: "Đào tạo", x: 100, y: 156 },
          { text: "Sở Nội vụ", x: 310, y: 156 },
        ],
        { number: 2, rules: grid(xs, [100, 120, 140, 160]) },
      ),
    ]);
    expect(read).toEqual(["| STT | Nhiệm vụ | Chủ trì |", "| 1 | Xây dựng kho dữ liệu | Sở Y tế |", "| 2 | Đào tạo | Sở Nội vụ |"]);
  });

  test("numbers in aligned columns are a table without rules, two columns of words are none", () => {
    const made = (cells: readonly string[]): MadeLine[] =>
      cells.flatMap((text, index) => [
        { text: `Nội dung ${"abc".charAt(index)}`, x: 60, y: 100 + 18 * index },
        { text, x: 400, y: 100 + 18 * index },
      ]);
    expect(texts([page(made(["1.200", "350", "4.000"]))])).toEqual([
      "| Nội dung a | 1.200 |",
      "| Nội dung b | 350 |",
      "| Nội dung c | 4.000 |",
    ]);
    expect(texts([page(made(["TM. ỦY BAN", "CHỦ TỊCH", "Lê Mận"]))]).filter((text) => text.includes("|"))).toEqual([]);
  });

  test("a box around text is no table", () => {
    expect(texts([page([{ text: "DỰ THẢO", x: 70, y: 116 }], { rules: grid([60, 200], [100, 120]) })])).toEqual(["DỰ THẢO"]);
  });
});

describe("paragraphs", () => {
  const continues = (lines: readonly MadeLine[]): (boolean | undefined)[] => layOutPages([page(lines)]).map((line) => line.continues);

  test("full lines go on, an indented one begins anew", () => {
    expect(continues([...body(100), ...body(148)])).toEqual([false, true, true, false, true, true]);
  });

  test("a line into which the next word would have fitted ends its paragraph", () => {
    expect(
      continues([...body(100), { text: "Đoạn cuối ngắn.", x: 60, y: 148 }, { text: "Đoạn mới bắt đầu ở đây", x: 60, y: 164 }]).slice(-2),
    ).toEqual([true, false]);
  });

  test("where a short line goes on in small letters the words must tell", () => {
    expect(
      continues([...body(100), { text: "Đoạn cuối ngắn", x: 60, y: 148 }, { text: "và viết tiếp", x: 60, y: 164 }]).at(-1),
    ).toBeUndefined();
  });

  test("space between lines begins a paragraph", () => {
    expect(continues([...body(100), { text: LONG, x: 60, y: 160 }]).at(-1)).toBe(false);
  });

  test("a hanging line under an item goes on with it", () => {
    const item: MadeLine[] = [
      { text: `a) ${LONG.slice(0, -4)}`, x: 60, y: 148 },
      { text: "theo quy định của pháp luật", x: 75, y: 164 },
    ];
    expect(continues([...body(100), ...item]).at(-1)).toBe(true);
  });
});

describe("line ends", () => {
  const cut = (before: string, after: string): string[] => {
    const filler = LONG.slice(0, 84 - before.length);
    return texts([
      page([...body(100), { text: `${filler} ${before}`, x: 60, y: 148 }, { text: `${after} và các nội dung khác`, x: 60, y: 164 }]),
    ]).slice(-2);
  };

  test("a word cut by a soft hyphen is made whole", () => {
    const [before, after] = cut("triể\u00ad", "n khai");
    expect(before?.endsWith("triển")).toBe(true);
    expect(after).toBe("khai và các nội dung khác");
  });

  test("a foreign word cut by a hyphen is made whole, Vietnamese words joined by one are left", () => {
    expect(cut("inter-", "net")[0]?.endsWith("internet")).toBe(true);
    expect(cut("xã-", "hội")[0]?.endsWith("xã-")).toBe(true);
  });
});

test("a footnote stands behind the paragraph that refers to it", () => {
  const words = [
    ...body(100).flatMap(wordsOf),
    ...wordsOf({ text: "Đoạn có chú thích", x: 60, y: 148 }),
    { text: "1", left: 153, right: 156, baseline: 143, size: 7, bold: false },
  ];
  const foot = wordsOf({ text: "1 Theo báo cáo năm 2023.", x: 60, y: 780, size: 9 });
  const made: PageContent = {
    ...page([]),
    words: [...words, ...wordsOf({ text: LONG, x: 60, y: 700 }), ...foot],
    rules: [{ direction: "horizontal", at: 768, from: 60, to: 200 }],
  };
  const read = texts([made]);
  const at = read.findIndex((text) => text.includes("[1]"));
  expect(read.slice(at, at + 2)).toEqual(["Đoạn có chú thích[1]", "[1] Theo báo cáo năm 2023."]);
});

test("text drawn across the pages is told once", () => {
  expect(
    texts([page(body(100), { slanted: ["DỰ THẢO"] }), page(body(100), { number: 2, slanted: ["DỰ THẢO"] })]).filter(
      (text) => text === "DỰ THẢO",
    ),
  ).toHaveLength(1);
});

test("whatever words stand wherever on pages, each stands in one line and none is invented", () => {
  const word = fc.record({
    text: fc.stringMatching(/^[a-zà-ỹ]{1,8}$/u),
    left: fc.integer({ min: 0, max: 560 }),
    baseline: fc.integer({ min: 120, max: 700 }),
    size: fc.integer({ min: 6, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (made) => {
      const content: PageContent = {
        ...page([]),
        words: made.map(({ text, left, baseline, size }) => ({
          text,
          left,
          right: left + text.length * size * 0.5,
          baseline,
          size,
          bold: false,
        })),
      };
      const letters = (all: readonly string[]): string[] => all.join("").replaceAll(/[\s|]/gu, "").split("").toSorted();
      expect(letters(texts([content]))).toEqual(letters(made.map(({ text }) => text)));
    }),
    { numRuns: 300 },
  );
});
