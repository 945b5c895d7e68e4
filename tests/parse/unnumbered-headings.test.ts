/** Headings that no number counts, and those that words count. */
import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { documentOf } from "./read-plan.ts";
import { scanOf, sectionsOf, treeOf } from "./read-sections.ts";

const ids = (...lines: readonly string[]): string =>
  sectionsOf(lines.join("\n"))
    .map(({ id }) => id)
    .join(" ");

describe("a heading counted in words", () => {
  it("holds the lists under it, each of which begins again", () => {
    expect(ids("III. VIỆC", "Nhiệm vụ 1: Dữ liệu", "1. Rà soát.", "2. Nhập.", "Nhiệm vụ 2: Tập huấn", "1. Mở lớp.", "IV. KHÁC")).toBe(
      "III III.nhiem-vu-1 III.nhiem-vu-1.1 III.nhiem-vu-1.2 III.nhiem-vu-2 III.nhiem-vu-2.1 IV",
    );
  });

  it("stands under another that is counted by other words", () => {
    expect(ids("II. A", "Giải pháp 1. X", "Bước 1: Một.", "Bước 2: Hai.", "Giải pháp 2. Y", "- z")).toBe(
      "II II.giai-phap-1 II.giai-phap-1.buoc-1 II.giai-phap-1.buoc-2 II.giai-phap-2 II.giai-phap-2-1",
    );
  });

  it("stands under the number or the letter that heads it, and ends with it", () => {
    expect(ids("II. A", "1. Lộ trình", "Bước 1: Một.", "Bước 2: Hai.", "2. Khác", "a) X", "Đợt 1: y.", "Đợt 2: z.", "b) T")).toBe(
      "II II.1 II.1.buoc-1 II.1.buoc-2 II.2 II.2.a II.2.a.dot-1 II.2.a.dot-2 II.2.b",
    );
  });

  it("holds numbers though it stands under one of them", () => {
    expect(ids("II. A", "1. Lộ trình", "Giai đoạn 1: Thử", "1. x.", "2. y.", "Giai đoạn 2: Làm", "1. z.", "2. Khác", "a) t.")).toBe(
      "II II.1 II.1.giai-doan-1 II.1.giai-doan-1.1 II.1.giai-doan-1.2 II.1.giai-doan-2 II.1.giai-doan-2.1 II.2 II.2.a",
    );
  });

  it("opens a line of its own after a full line that stops, unless its list stands inside the paragraph", () => {
    const full = "Bước 1: Rà soát các nguồn dữ liệu đang có ở mọi cơ quan của tỉnh ta.";
    const body = Array.from({ length: 14 }, () => "xã nào cũng phải có người làm việc này và biết cách làm việc này tốt");
    const cut = (...lines: string[]) => ids("I. A", "1. Việc đầu tiên của kế hoạch là xem lại toàn bộ những gì đã có,", ...body, ...lines);
    expect(cut("có đủ.", full, "Bước 2: Nhập dữ liệu.")).toBe("I I.1 I.buoc-1 I.buoc-2");
    expect(cut("có đủ. Việc làm theo hai bước. Bước 1: Rà soát mọi thứ đang có rồi;", "Bước 2: Nhập dữ liệu.")).toBe("I I.1");
  });

  it("is called by its words", () => {
    const [, task] = sectionsOf("III. VIỆC\nNhiệm vụ 1: Dữ liệu\n- Nhập.\nNhiệm vụ 2: Tập huấn\n- Mở lớp.");
    expect(task).toMatchObject({ kind: "paragraph", label: "Nhiệm vụ 1 Mục III", heading: "Dữ liệu", marker: "Nhiệm vụ 1:" });
  });

  it("is text where no other of its list stands in the same part", () => {
    expect(ids("I. A", "Năm 2026: chỉ một việc.", "II. B", "Năm 2027: một việc khác.")).toBe("I II");
    expect(ids("I. A", "1. X.", "Bước 1 của dự án đã xong.", "Bước 2 của dự án chưa xong.", "2. Y.")).toBe("I I.1 I.2");
  });
});

describe("a heading without a mark", () => {
  it("parts lists that begin again under it", () => {
    expect(
      ids("IV. TỔ CHỨC", "Trách nhiệm của các sở", "1. Sở A làm.", "2. Sở B làm.", "Trách nhiệm của các xã", "1. Bố trí.", "2. Báo cáo."),
    ).toBe("IV IV.p1 IV.p1.1 IV.p1.2 IV.p2 IV.p2.1 IV.p2.2");
    expect(ids("IV. TỔ CHỨC", "1. Sở A làm.", "2. Sở B làm.", "Đề nghị phối hợp", "1. Mặt trận.", "V. KHÁC")).toBe(
      "IV IV.1 IV.2 IV.p1 IV.p1.1 V",
    );
  });

  it("leaves no warning of a repeated number", () => {
    const lines = ["IV. TỔ CHỨC", "1. Sở A làm.", "2. Sở B làm.", "Các xã, phường", "1. Bố trí.", "2. Báo cáo."];
    expect(parsePlan(documentOf(lines.join("\n"))).warnings.map(({ code }) => code)).not.toContain("numbering-repeated");
  });

  it("parts bullets under a letter, the first as well as the others", () => {
    expect(ids("I. A", "1. X", "a) Đến năm 2026", "Về hạ tầng:", "- m;", "- n.", "Về nhân lực:", "- o.", "b) Đến năm 2030", "- p")).toBe(
      "I I.1 I.1.a I.1.a.p1 I.1.a.p1-1 I.1.a.p1-2 I.1.a.p2 I.1.a.p2-1 I.1.b I.1.b-1",
    );
  });

  it("is none where its words introduce a list of every number", () => {
    expect(ids("II. A", "1. X", "Tập trung các việc sau:", "a) m.", "b) n.", "2. Y", "Tập trung các việc sau:", "a) o.")).toBe(
      "II II.1 II.1.a II.1.b II.2 II.2.a",
    );
  });

  it("does not hold the paragraph that closes the document", () => {
    expect(ids("IV. TỔ CHỨC", "1. Sở A làm.", "Các xã, phường", "1. Bố trí.", "Trên đây là Kế hoạch, các đơn vị thực hiện./.")).toBe(
      "IV IV.1 IV.p1 IV.p1.1 IV.ket",
    );
  });
});

describe("items without a mark", () => {
  it("are sections under the line with a colon that heads them", () => {
    expect(ids("I. A", "1. X", "Đến hết năm 2026:", "100% xã có mạng;", "Có 01 khu.", "Đến năm 2030:", "Một;", "Hai;", "Ba.", "2. Y")).toBe(
      "I I.1 I.1.p1 I.1.p1.p1 I.1.p1.p2 I.1.p2 I.1.p2.p1 I.1.p2.p2 I.1.p2.p3 I.2",
    );
  });

  it("are text where they are sentences", () => {
    expect(ids("I. A", "1. X", "Đến hết năm 2026:", "Tất cả các xã có mạng.", "Có 01 khu.", "2. Y")).toBe("I I.1 I.2");
  });
});

describe("a closing paragraph", () => {
  it("stands by itself where the last Mục is one sentence", () => {
    expect(
      ids("I. ĐÁNH GIÁ", "Tốt.", "II. Giao Văn phòng theo dõi việc thực hiện.", "Thừa lệnh Chủ tịch, Văn phòng thông báo để biết./."),
    ).toBe("I II ket");
  });
});

describe("a form after the signature", () => {
  it("is an annex", () => {
    const lines = [
      "I. A",
      "1. x.",
      "Nơi nhận:",
      "- Lưu: VT.",
      "TM. ỦY BAN NHÂN DÂN",
      "Mẫu số 01",
      "BÁO CÁO THÁNG",
      "1. Số liệu",
      "Biểu số 2: Kinh phí",
      "1. Thu",
    ];
    expect(ids(...lines)).toBe("I I.1 cuoi-van-ban MAU01 MAU01.1 BIEU2 BIEU2.1");
    expect(sectionsOf(lines.join("\n")).find(({ id }) => id === "MAU01")).toMatchObject({ kind: "annex", label: "Mẫu 01" });
  });

  it("is a table's caption before it", () => {
    expect(ids("I. A", "1. x.", "Biểu số 1: Kinh phí", "| TT | Việc |", "| 1 | Một |", "2. y.")).toBe("I I.1 I.1.h0 I.1.h1 I.2");
  });
});

describe("a footnote behind a table", () => {
  it("goes with the last row and is no cell of it", () => {
    const { sections, text } = treeOf(documentOf("I. A\n| TT | Việc |\n| 1 | Một[1] |\n[1] Theo thống kê năm 2025.\nII. B"));
    expect(sections.map(({ id }) => id).join(" ")).toBe("I I.h0 I.h1 II");
    expect(sections.filter(({ id }) => id === "I.h1").map(({ start, end }) => text.slice(start, end))).toEqual([
      "| 1 | Một[1] |\n[1] Theo thống kê năm 2025.",
    ]);
  });
});

describe("numbers within a letter", () => {
  it("count by themselves, and a jump among them is seen", () => {
    const codes = (...lines: readonly string[]): string[] => parsePlan(documentOf(lines.join("\n"))).warnings.map(({ code }) => code);
    expect(codes("I. A", "a) x:", "a1) y;", "a2) z.", "b) t.").filter((code) => code.startsWith("numbering"))).toEqual([]);
    expect(codes("I. A", "a) x:", "a1) y;", "a3) z.", "b) t.")).toContain("numbering-skipped");
  });
});

describe("plus signs of a scan", () => {
  it("are its bullets where it has no dash, and plus signs where it has", () => {
    const kinds = (...lines: readonly string[]) => treeOf(scanOf(lines)).sections.map(({ kind }) => kind);
    expect(kinds("I. MỘT", "1. Việc", "+ Làm một;", "+ Làm hai.")).toEqual(["roman", "number", "dash", "dash"]);
    expect(kinds("I. MỘT", "1. Việc", "- Làm một;", "+ Làm hai.")).toEqual(["roman", "number", "dash", "plus"]);
    expect(sectionsOf("I. MỘT\n1. Việc\n+ Làm một;").at(-1)?.kind).toBe("plus");
  });
});
