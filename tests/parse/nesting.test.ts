/** Marks under marks, as their sequence says, in lists as clerks set them. */
import { describe, expect, it } from "vitest";
import { sectionsOf } from "./read-sections.ts";

const ids = (...lines: readonly string[]): string =>
  sectionsOf(lines.join("\n"))
    .map(({ id }) => id)
    .join(" ");
const label = (id: string, ...lines: readonly string[]): string | undefined =>
  sectionsOf(lines.join("\n")).find((section) => section.id === id)?.label;

describe("a list of numbers", () => {
  it("stands under the letter before it when the letters go on later", () => {
    expect(ids("I. A", "1. x", "a) y", "1. z", "2. t", "b) u", "2. v")).toBe("I I.1 I.1.a I.1.a.1 I.1.a.2 I.1.b I.2");
    expect(ids("I. A", "a) y", "1. z", "2. t", "b) u")).toBe("I I.a I.a.1 I.a.2 I.b");
  });

  it("stands under the last letter too, when that introduces it or the letters before it held such lists", () => {
    expect(ids("I. A", "1. x", "a) y", "b) gồm:", "1. z", "2. t", "2. v")).toBe("I I.1 I.1.a I.1.b I.1.b.1 I.1.b.2 I.2");
    expect(ids("I. A", "1. x", "a) y", "1) z", "b) u", "1) t", "2. v")).toBe("I I.1 I.1.a I.1.a.1 I.1.b I.1.b.1 I.2");
  });

  it("begins again beside the first where nothing says that it is nested", () => {
    expect(ids("I. A", "1. x", "2. y", "1. z", "2. t")).toBe("I I.1 I.2 I.1~2 I.2~2");
    expect(ids("I. A", "1. x", "a) y", "b) z", "1. t", "a) u")).toBe("I I.1 I.1.a I.1.b I.1~2 I.1~2.a");
  });

  it("stands under a number that ends with a colon", () => {
    expect(ids("I. A", "1. Gồm:", "1. a", "2. b", "2. Tiếp", "3. Ba")).toBe("I I.1 I.1.1 I.1.2 I.2 I.3");
  });

  it("may be set in brackets, with a stroke or a hyphen", () => {
    expect(ids("I. A", "1. x", "(1) y", "(2) z", "(a) t", "(b) u", "2. v")).toBe("I I.1 I.1.1 I.1.2 I.1.2.a I.1.2.b I.2");
    expect(ids("I/ A", "1/ x", "a/ y", "b/ z", "2/ t", "II/ B")).toBe("I I.1 I.1.a I.1.b I.2 II");
    expect(ids("A. MỘT", "I- MỤC ĐÍCH", "1- Mục tiêu", "a- Một việc", "2- Yêu cầu", "B. HAI", "I- KHÁC")).toBe(
      "A A.I A.I.1 A.I.1.a A.I.2 B B.I",
    );
  });

  it("of two parts stands under its first, whatever list is open", () => {
    expect(ids("1. A", "1.1. x", "1.2. y", "a) z", "1.2.1. t", "2. B", "2.1 u")).toBe("1 1.1 1.2 1.2.a 1.2.1 2 2.1");
    expect(ids("I. A", "a) x", "a1) y", "a2) z", "b) t")).toBe("I I.a I.a1 I.a2 I.b");
  });
});

describe("letters in capitals", () => {
  it("stand above Roman numbers, or under them where the Roman numbers go on", () => {
    expect(ids("A. MỘT", "I. x", "II. y", "B. HAI", "I. z")).toBe("A A.I A.II B B.I");
    expect(ids("I. MỘT", "A. Nhóm a", "1. x", "B. Nhóm b", "1. y", "II. HAI")).toBe("I I.A I.A.1 I.B I.B.1 II");
  });

  it("are no marks where they stand alone before words in small letters", () => {
    expect(ids("I. MỘT", "1. x.", "P. Giám đốc sở.")).toBe("I I.1");
  });
});

describe("bullets", () => {
  it("nest in the order in which their list brings them", () => {
    expect(ids("I. A", "- a", "+ b", "+ c", "- d", "+ e")).toBe("I I-1 I-1+1 I-1+2 I-2 I-2+1");
    expect(ids("I. A", "+ a", "- b", "- c", "+ d")).toBe("I I+1 I+1-1 I+1-2 I+2");
    expect(ids("I. A", "* Nhóm một", "- b", "- c", "* Nhóm hai", "- e")).toBe("I I-1 I-1-1 I-1-2 I-2 I-2-1");
  });

  it("may be Word's own, kept in the text as they are", () => {
    const lines = ["I. A", "\uf0b7 một", "\uf0b7 hai", "o Ba", "\uf0a7 bốn", "\uf0b7 năm", "\uf02d sáu", "II. B"];
    expect(ids(...lines)).toBe("I I-1 I-2 I-2-1 I-2-1-1 I-3 I-3-1 II");
    expect(sectionsOf(lines.join("\n"))[1]?.marker).toBe("\uf0b7");
    expect(label("I-2", ...lines)).toBe("dấu đầu dòng thứ hai Mục I");
  });

  it("hold letters that they introduce, and stand under letters that go on", () => {
    expect(ids("I. A", "- Gồm:", "a) x", "b) y", "- Khác", "II. B")).toBe("I I-1 I-1.a I-1.b I-2 II");
    expect(ids("I. A", "1. X", "- một;", "- hai.", "a) x", "- p", "b) y", "- q", "2. Y")).toBe(
      "I I.1 I.1-1 I.1-2 I.1.a I.1.a-1 I.1.b I.1.b-1 I.2",
    );
  });

  it("are counted in their own list, so that one more elsewhere changes nothing", () => {
    const plan = (more: readonly string[]): string[] => ["I. A", "1. x", "- a", ...more, "2. y", "- b", "- c"];
    expect(ids(...plan(["- thêm"]))).toBe("I I.1 I.1-1 I.1-2 I.2 I.2-1 I.2-2");
    expect(ids(...plan([]))).toBe("I I.1 I.1-1 I.2 I.2-1 I.2-2");
  });
});

describe("Phần, Chương, Mục, Tiểu mục and Điều", () => {
  const lines = [
    "Phần I",
    "QUY ĐỊNH CHUNG",
    "Chương I",
    "NHỮNG QUY ĐỊNH",
    "Mục 1",
    "PHẠM VI",
    "Điều 1. Phạm vi",
    "1. x",
    "a) y",
    "b) z",
    "Điều 2. Đối tượng",
    "Mục 2",
    "KHÁC",
    "Tiểu mục 1. Nhỏ",
    "Điều 3. Ba",
    "Chương II",
    "HAI",
    "Điều 4. Bốn",
  ];

  it("nest in that order, and Điều are counted through", () => {
    expect(ids(...lines)).toBe("I I.I I.I.1 I.I.1.D1 I.I.1.D1.1 I.I.1.D1.1.a I.I.1.D1.1.b I.I.1.D2 I.I.2 I.I.2.1 I.I.2.1.D3 I.II I.II.D4");
  });

  it("are called by their names", () => {
    expect(label("I.I.1.D1.1.a", ...lines)).toBe("điểm a khoản 1 Điều 1 Mục 1 Chương I Phần I");
    expect(label("I.I.2.1.D3", ...lines)).toBe("Điều 3 Tiểu mục 1 Mục 2 Chương I Phần I");
  });

  it("take their title from the next line", () => {
    expect(sectionsOf(lines.join("\n"))[1]?.path).toEqual(["Phần I QUY ĐỊNH CHUNG", "Chương I NHỮNG QUY ĐỊNH"]);
  });
});

it("puts a mark that stands alone on its line with the words below it", () => {
  expect(ids("I.", "MỤC TIÊU", "1.", "Sở Y tế chủ trì.", "2.", "Sở Tài chính.")).toBe("I I.1 I.2");
});
