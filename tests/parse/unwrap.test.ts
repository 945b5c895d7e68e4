import { describe, expect, it } from "vitest";
import { makeCanonicalText } from "../../src/parse/canonical-text.ts";
import { measureLayout } from "../../src/parse/layout.ts";
import { documentOf, planNamed } from "./read-plan.ts";
import { documentWith } from "./read-sections.ts";

const paragraphs = (text: string): string[] => makeCanonicalText(documentOf(text)).text.split("\n");

/** Lines of prose about as long as each other, so that the text counts as cut at a width. */
const prose = [
  "Thúc đẩy chia sẻ dữ liệu phục vụ nghiên cứu, phát triển và ứng dụng TTNT; hình thành",
  "các cơ sở dữ liệu dùng chung, chia sẻ, mở để nghiên cứu, phát triển các ứng dụng của",
  "tỉnh. Xây dựng cơ chế chia sẻ dữ liệu theo nguyên tắc các bên cùng có lợi, tạo động",
  "lực để chia sẻ, đồng thời bảo đảm được phân quyền truy cập dữ liệu, tránh để lộ, lọt",
  "thông tin dữ liệu có tính riêng tư của cá nhân hay tổ chức.",
];
const wrapped = (lines: readonly string[]): string => [...prose, ...prose, ...prose, ...lines].join("\n");

describe("lines of which the format or the page tells whether they go on", () => {
  const canonical = (lines: readonly string[], goesOn: readonly (boolean | undefined)[]): string[] =>
    makeCanonicalText(documentWith(lines, (_, index) => ({ continues: goesOn[index] }))).text.split("\n");

  it("are joined and parted as it tells, whatever the words and widths say", () => {
    expect(canonical(["Sở Y tế chủ trì.", "- Hai", "tiếp theo"], [false, true, false])).toEqual(["Sở Y tế chủ trì. - Hai", "tiếp theo"]);
    expect(
      canonical(
        [...prose, ...prose, ...prose],
        Array.from({ length: 15 }, () => false),
      ),
    ).toHaveLength(15);
  });

  it("leave the others to the words and widths", () => {
    expect(canonical([...prose, ...prose, ...prose, "1. Một", "2. Hai"], [false])).toEqual([
      prose.join(" "),
      prose.join(" "),
      prose.join(" "),
      "1. Một",
      "2. Hai",
    ]);
  });

  it("never join a row of a table to another line", () => {
    expect(canonical(["| a | b |", "| c | d |", "Ghi chú", "| e |"], [false, true, true, true])).toEqual([
      "| a | b |",
      "| c | d |",
      "Ghi chú",
      "| e |",
    ]);
  });

  it("part the right column of a letterhead from the left one", () => {
    expect(canonical(["Nơi nhận:", "- Như trên;          TM. ỦY BAN NHÂN DÂN"], [false, true])).toEqual([
      "Nơi nhận: - Như trên;",
      "TM. ỦY BAN NHÂN DÂN",
    ]);
  });
});

describe("measureLayout", () => {
  const layoutOf = (text: string) =>
    measureLayout(
      text
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => ({ text: line, afterBlank: false, indent: 0 })),
    );

  it("tells text cut at a width from a paragraph a line", () => {
    expect(layoutOf(wrapped([])).wrapped).toBe(true);
    expect(layoutOf(planNamed("binh-phuoc-2024").text).wrapped).toBe(false);
  });

  it("knows the common bullet and the pairs that a dash joins", () => {
    const layout = layoutOf("– Đài Phát thanh - Truyền hình\n– Hội Nông dân");
    expect(layout.bullet).toBe("–");
    expect(layout.dashed.has("thanh - truyen")).toBe(true);
  });
});

describe("paragraphs of wrapped text", () => {
  it("are joined with one space", () => {
    expect(paragraphs(wrapped([]))[0]).toBe(prose.join(" "));
  });

  it("go on over a dash that joins words, and end before a bullet", () => {
    const [last] = paragraphs(
      wrapped(["- Khuyến khích các cơ sở sản xuất phối hợp với Sở Lao động", "- Thương binh và Xã hội mở lớp."]),
    ).slice(-1);
    expect(last).toBe("- Khuyến khích các cơ sở sản xuất phối hợp với Sở Lao động - Thương binh và Xã hội mở lớp.");
    expect(paragraphs(wrapped(["1. Mục tiêu chung", "- Đẩy mạnh nghiên cứu."])).slice(-2)).toEqual([
      "1. Mục tiêu chung",
      "- Đẩy mạnh nghiên cứu.",
    ]);
  });

  it("go on over a period of years and a compound in small letters", () => {
    expect(
      paragraphs(wrapped(["Đề án xây dựng đô thị thông minh của tỉnh cho giai đoạn từ năm 2021", "- 2025 được phê duyệt."])).at(-1),
    ).toContain("2021 - 2025");
    expect(
      paragraphs(
        wrapped(["phù hợp với tình hình, với mục tiêu chung của huyện và của tỉnh về phát triển kinh tế", "- xã hội của tỉnh."]),
      ).at(-1),
    ).toContain("kinh tế - xã hội");
  });

  it("go on over a document's number at the start of a line", () => {
    expect(
      paragraphs(wrapped(["nhiệm vụ, giải pháp được Ủy ban nhân dân tỉnh chỉ đạo tại Kế hoạch số", "83/KH-UBND ngày 04/6/2021."])).at(-1),
    ).toContain("Kế hoạch số 83/KH-UBND");
  });

  it("go on over a reference cut from its number", () => {
    const lines = ["Chủ trì tái cấu trúc quy trình điện tử của các thủ tục hành chính đã nêu tại điểm", "1.2. Mục II của Kế hoạch này."];
    expect(paragraphs(wrapped(lines)).at(-1)).toContain("tại điểm 1.2. Mục II");
  });

  it("end after a short heading that closes with “điểm” or “Mục”", () => {
    expect(paragraphs(wrapped(["1. Quan điểm", "1.1. Dùng chung một nền tảng."])).slice(-2)).toEqual([
      "1. Quan điểm",
      "1.1. Dùng chung một nền tảng.",
    ]);
  });

  it("go on over a number that fits no list and a reference to a Mục", () => {
    const cut = (lines: readonly string[]): string => paragraphs(wrapped(lines)).at(-1) ?? "";
    expect(cut(["Các cơ quan, đơn vị thực hiện theo quy định của pháp luật và các điều khoản khoản 1", "Mục II. Kế hoạch này."])).toContain(
      "khoản 1 Mục II",
    );
    expect(cut(["Các cơ quan, đơn vị thực hiện nhiệm vụ theo quy định của pháp luật, trong đó có hơn", "47. Việc khác."])).toContain(
      "hơn 47. Việc",
    );
  });

  it("go on over letters and numbers that count inside a sentence", () => {
    const lines = ["Nội dung hỗ trợ gồm: a) đào tạo, bồi dưỡng cán bộ; b) thuê dịch vụ, mua phần mềm dùng;", "c) kiểm tra, đánh giá."];
    expect(paragraphs(wrapped(lines)).at(-1)).toContain("phần mềm dùng; c) kiểm tra");
  });

  it("end where the next word would have fitted on the line", () => {
    const lines = ["Sở Tài chính bố trí kinh phí cho các nhiệm vụ được giao trong dự toán của", "Kế hoạch"];
    expect(paragraphs(wrapped(lines)).slice(-2)).toEqual(lines);
  });

  it("keep the name of an agency whole where it is cut after its dash", () => {
    expect(paragraphs("- Giao Sở Lao động -\n\nThương binh và Xã hội mở lớp.")).toEqual([
      "- Giao Sở Lao động - Thương binh và Xã hội mở lớp.",
    ]);
  });

  it("end where the closing paragraph begins, even after a full line", () => {
    const full = "Sở Khoa học và Công nghệ tổng hợp, trình Ủy ban nhân dân tỉnh xem xét, quyết định.";
    expect(paragraphs(wrapped([full, "Trong quá trình tổ chức thực hiện, nếu có vướng mắc, các sở kịp thời báo cáo."])).at(-1)).toMatch(
      /^Trong quá trình/u,
    );
  });
});

describe("paragraphs of unwrapped text", () => {
  it("are joined where a page break cut them: small letter, no stop before", () => {
    expect(planNamed("binh-son-124-kh-ubnd-2021").text).toContain("Cơ sở dữ liệu khám, chữa bệnh");
    expect(planNamed("binh-phuoc-2024").text).toContain("triển khai nội dung Kế hoạch; lồng ghép");
    expect(planNamed("soc-trang-2021-du-thao").text).toContain("phối hợp, trao đổi thông tin với Vụ Công nghệ cao");
  });
});

describe("canonical text", () => {
  it("drops rulers, page numbers, emphasis and heading marks, and keeps a starred bullet", () => {
    expect(paragraphs("KẾ HOẠCH\n---------------\n# I. MỤC TIÊU\n\n- 2 -\n\nSố: **124** /KH-UBND\n* Công tác tuyên truyền")).toEqual([
      "KẾ HOẠCH",
      "I. MỤC TIÊU",
      "Số: 124 /KH-UBND",
      "* Công tác tuyên truyền",
    ]);
  });

  it("drops page numbers that follow a form feed", () => {
    expect(
      paragraphs(wrapped(["- Tạo lập dữ liệu điểm đến, cơ sở lưu trú, lễ hội; thử nghiệm mô", "\f   4", "hình dự báo lượng khách."])).at(
        -1,
      ),
    ).toContain("thử nghiệm mô hình dự báo");
  });

  it("drops the headings of a table that are printed again on the next page", () => {
    expect(paragraphs("| STT | Nhiệm vụ |\n|---|---|\n| 1 | a |\n\f 2\n| STT | Nhiệm vụ |\n| 2 | b |")).toEqual([
      "| STT | Nhiệm vụ |",
      "| 1 | a |",
      "| 2 | b |",
    ]);
  });

  it("joins a heading in capitals that is broken over two lines", () => {
    expect(paragraphs("II. NHIỆM VỤ VÀ\nGIẢI PHÁP CHỦ YẾU\n1. Sở Y tế chủ trì.")).toEqual([
      "II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU",
      "1. Sở Y tế chủ trì.",
    ]);
  });

  it("reads two columns of a letterhead as two lines", () => {
    expect(paragraphs("ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toEqual([
      "ỦY BAN NHÂN DÂN",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]);
  });
});
