import { describe, expect, it } from "vitest";
import type { SourceDocument, SourceNote } from "../../../src/corpus/types.ts";
import { parsePlan } from "../../../src/parse/parse-plan.ts";
import { masked } from "../../../src/parse/warnings/personal-data.ts";
import type { Plan } from "../../../src/parse/types.ts";
import { documentOf } from "../read-plan.ts";

const head = [
  "ỦY BAN NHÂN DÂN TỈNH CÀ MAU",
  "Số: 12/KH-UBND",
  "Cà Mau, ngày 06 tháng 5 năm 2024",
  "KẾ HOẠCH",
  "Ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Cà Mau",
];
const tail = ["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An"];
const read = (body: readonly string[], end: readonly string[] = tail): Plan => parsePlan(documentOf([...head, ...body, ...end].join("\n")));
const told = (plan: Plan): string[] => plan.warnings.map(({ code, sectionId }) => `${code} ${sectionId ?? ""}`.trim());

describe("a sound document", () => {
  it("gives no warning", () => {
    expect(
      told(
        read([
          "I. MỤC TIÊU",
          "1. Một.",
          "2. Hai.",
          "II. KINH PHÍ",
          "Tổng kinh phí 10 tỷ đồng, trong đó:",
          "- Năm 2024: 4 tỷ đồng.",
          "- Năm 2025: 6 tỷ đồng.",
        ]),
      ),
    ).toEqual([]);
  });
});

describe("a text that is not whole", () => {
  const long = Array.from({ length: 40 }, (_, index) => `- Việc thứ ${index} của các cơ quan, đơn vị trên địa bàn tỉnh.`);

  it("is told by its mark, at the section that is cut", () => {
    expect(told(read(["I. MỤC TIÊU", "1. Một.", "[...]"], []))).toEqual(["source-truncated I.1"]);
    expect(told(read(["I. MỤC TIÊU", "1. Một.", "(còn tiếp)"], []))).toEqual(["source-truncated I.1"]);
  });

  it("is told by a sentence that stops, where no signature follows", () => {
    const cut = read(["I. MỤC TIÊU", "1. Một.", ...long, "2. Sở Y tế chủ trì, phối hợp với"], []);
    expect(told(cut)).toEqual(["source-truncated I.2"]);
    expect(cut.warnings[0]?.quote).toBe("2. Sở Y tế chủ trì, phối hợp với");
    expect(told(read(["I. MỤC TIÊU", "1. Một.", ...long, "2. Sở Y tế chủ trì."], []))).toEqual([]);
    expect(told(read(["I. MỤC TIÊU", "1. Một.", ...long, "2. Sở Y tế chủ trì, phối hợp với"]))).toEqual([]);
  });
});

describe("numbering", () => {
  it("that jumps or repeats is told with both numbers", () => {
    const plan = read(["I. MỤC TIÊU", "1. Một.", "2. Hai.", "4. Bốn.", "III. GIẢI PHÁP", "1. Một."]);
    expect(told(plan)).toEqual(["numbering-skipped I.4", "numbering-skipped III"]);
    expect(plan.warnings[0]?.message).toBe("Số thứ tự nhảy từ 2 sang 4 Mục I, bản gốc không có mục 3.");
  });

  it("by letters without đ is a habit, a letter left out is a slip", () => {
    const letters = (all: string): string[] =>
      told(read(["I. VIỆC", "1. Các việc:", ...Array.from(all).map((letter) => `${letter}) Việc.`)]));
    expect(letters("abcde")).toEqual([]);
    expect(letters("abcdđe")).toEqual([]);
    expect(letters("abd")).toEqual(["numbering-skipped I.1.d"]);
  });
});

describe("sums", () => {
  const table = (rows: readonly string[]): Plan =>
    read(
      ["I. KINH PHÍ", "Theo Phụ lục kèm theo."],
      [...tail, "PHỤ LỤC", "KINH PHÍ", "| STT | Nhiệm vụ | Chủ trì | 2024 | 2025 |", ...rows],
    );

  it("say both sums where an item list differs from its total", () => {
    const plan = read(["I. KINH PHÍ", "1. Tổng kinh phí 10 tỷ đồng, trong đó:", "a) Năm 2024: 4 tỷ đồng.", "b) Năm 2025: 5 tỷ đồng."]);
    expect(told(plan)).toEqual(["totals-differ I.1"]);
    expect(plan.warnings[0]?.message).toMatch(/10 tỷ đồng.*4 tỷ đồng \+ 5 tỷ đồng.*9 tỷ đồng/u);
    expect(plan.warnings[0]?.messageEn).toMatch(/10 tỷ đồng.*9 tỷ đồng/u);
  });

  it("are checked inside a sentence that lists all its parts, not in one that lists some", () => {
    const said = (parts: string): string[] => told(read(["I. KINH PHÍ", `1. Tổng kinh phí 900 triệu đồng, trong đó: ${parts}.`]));
    expect(said("ngân sách tỉnh 600 triệu đồng; ngân sách huyện 300 triệu đồng")).toEqual([]);
    expect(said("ngân sách tỉnh 600 triệu đồng; ngân sách huyện 200 triệu đồng")).toEqual(["totals-differ I.1"]);
    expect(said("ngân sách tỉnh 600 triệu đồng; còn lại huy động 200 triệu đồng")).toEqual([]);
    expect(said("ngân sách tỉnh 600 triệu đồng; phần khác theo quy định")).toEqual([]);
  });

  it("of a table are checked column by column, groups beside their rows", () => {
    const rows = [
      "| I | Hạ tầng | | 300 | 500 |",
      "| 1 | Máy chủ | Sở Y tế | 100 | 200 |",
      "| 2 | Mạng | Sở Y tế | 200 | 300 |",
      "| II | Phần mềm | | 150 | 50 |",
      "| 1 | Bệnh án | Sở Y tế | 100 | 20 |",
      "| 2 | Tra cứu | Sở Y tế | 50 | 30 |",
    ];
    expect(told(table([...rows, "| | Tổng cộng | | 450 | 550 |"]))).toEqual([]);
    const wrong = table([...rows, "| | Tổng cộng | | 450 | 560 |"]);
    expect(wrong.warnings.map(({ message }) => message)).toEqual([
      "Số liệu không khớp: văn bản ghi 560 (2025), nhưng cộng các khoản (200 + 300 + 20 + 30) được 550.",
    ]);
    const group = table([...rows.with(0, "| I | Hạ tầng | | 310 | 500 |"), "| | Tổng cộng | | 450 | 550 |"]);
    expect(group.warnings.map(({ message }) => message)).toEqual([
      "Số liệu không khớp: văn bản ghi 310 (2024), nhưng cộng các khoản (100 + 200) được 300.",
    ]);
  });
});

describe("annexes", () => {
  it("that are named and absent are told each by its number", () => {
    const plan = read(["I. VIỆC", "1. Chi tiết theo Phụ lục I và Phụ lục III kèm theo."], [...tail, "PHỤ LỤC I", "DANH MỤC", "1. Việc."]);
    expect(told(plan)).toEqual(["annex-missing I.1"]);
    expect(plan.warnings[0]?.message).toContain("Phụ lục III");
  });

  it("of another document, or held without a number, are not missed", () => {
    expect(told(read(["I. VIỆC", "1. Theo Phụ lục II ban hành kèm theo Nghị định số 30/2020/NĐ-CP."]))).toEqual([]);
    expect(told(read(["I. VIỆC", "1. Theo Phụ lục kèm theo."], [...tail, "PHỤ LỤC", "DANH MỤC", "1. Việc."]))).toEqual([]);
    expect(told(read(["I. VIỆC", "1. Theo Phụ lục kèm theo."]))).toEqual(["annex-missing I.1"]);
  });

  it("miss the plan that a decision issues and the file does not hold", () => {
    const decision = (more: readonly string[]): string[] =>
      told(
        parsePlan(
          documentOf(
            [
              ...head.slice(0, 3).map((line) => line.replace("KH-UBND", "QĐ-UBND")),
              "QUYẾT ĐỊNH",
              "Về việc ban hành Kế hoạch chuyển đổi số",
              "Căn cứ Luật Giao dịch điện tử ngày 22/6/2023;",
              "QUYẾT ĐỊNH:",
              "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.",
              "Điều 2. Sở Y tế chịu trách nhiệm thi hành./.",
              ...tail,
              ...more,
            ].join("\n"),
          ),
        ),
      );
    expect(decision([])).toEqual(["attachment-missing D1"]);
    expect(decision(["KẾ HOẠCH", "Chuyển đổi số", "I. MỤC TIÊU", "1. Một."])).toEqual([]);
  });
});

describe("personal data", () => {
  const found = (line: string): string[] => read(["I. VIỆC", `1. ${line}`]).warnings.map(({ message }) => message);

  it.each([
    ["Liên hệ đồng chí An, điện thoại 0912 345 678.", "091***78"],
    ["Liên hệ đồng chí An, điện thoại +84 912.345.678.", "849***78"],
    ["Đồng chí An, điện thoại 0290.3831.234.", "029***34"],
    ["Ông Lê Văn An, CCCD 096 085 001 234.", "096***34"],
    ["Ông Lê Văn An (số định danh cá nhân 096085001234).", "096***34"],
    ["Bà Lê Thị Bình, CMND số 381234567.", "381***67"],
    ["Gửi về an.le@gmail.com trước ngày 05/12.", "a***@gmail.com"],
  ])("in %j is told with the number masked", (line, mask) => {
    const messages = found(line);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(mask);
    expect(messages[0]?.replaceAll(/\D/gu, "")).not.toMatch(/\d{7}/u);
  });

  it.each([
    "Tổng kinh phí 120.000.000.000 đồng, mã số 123456789.",
    "Tổng đài 1022; điện thoại cơ quan: 0290.3831.234.",
    "Gửi về sokhcn@camau.gov.vn trước ngày 05/12/2024.",
    "Quyết định số 0912345/QĐ-UBND; giai đoạn 2021-2025, năm 2030.",
  ])("is not seen in %j", (line) => {
    expect(found(line)).toEqual([]);
  });

  it("never shows more than the ends", () => {
    expect(masked("0912345678")).toBe("091***78");
    expect(masked("nguyen.van.a@example.com")).toBe("n***@example.com");
  });
});

describe("what the reader noted", () => {
  const lines = [...head, "I. MỤC TIÊU", "1. Một.", "2. Hai dòng", "rất mờ.", ...tail];
  const noted = (notes: readonly SourceNote[]): Plan => {
    const document: SourceDocument = documentOf(lines.join("\n"));
    return parsePlan({ ...document, notes });
  };
  const note = (code: string, line: number | null): SourceNote => ({
    code,
    message: `Dòng ${line ?? 0} đọc không rõ.`,
    messageEn: `Line ${line ?? 0} is doubtful.`,
    line,
  });

  it("stands at the section of its line, with the line's words", () => {
    const [warning] = noted([note("ocr-doubtful", lines.indexOf("1. Một."))]).warnings;
    expect(warning).toMatchObject({ code: "ocr-doubtful", sectionId: "I.1", quote: "1. Một.", message: "Dòng 6 đọc không rõ." });
  });

  it("is said once for the lines of a section", () => {
    const { warnings } = noted([note("ocr-doubtful", lines.indexOf("2. Hai dòng")), note("ocr-doubtful", lines.indexOf("rất mờ."))]);
    expect(warnings.map(({ code, sectionId, message }) => [code, sectionId, message])).toEqual([
      ["ocr-doubtful", "I.2", "2 dòng ở khoản 2 Mục I nhận dạng chưa chắc chắn; hãy đối chiếu với bản gốc."],
    ]);
  });

  it("of the whole file has no place, and is a note where it is no doubt", () => {
    const plan = noted([note("encoding-converted", null), note("changes-accepted", null), note("ocr-used", null)]);
    expect(told(plan)).toEqual(["encoding-converted", "changes-accepted"]);
    expect(plan.notes.map(({ code }) => code)).toEqual(["ocr-used"]);
  });

  it("does no harm when its line is gone", () => {
    expect(told(noted([note("table-broken", 999)]))).toEqual(["table-broken"]);
  });
});
