/** Marks that a scan misread or a typist misprinted: put right in ids and labels, kept in the text. */
import { describe, expect, it } from "vitest";
import { scanOf, sectionsOf, treeOf } from "./read-sections.ts";

const scanned = (lines: readonly string[]): string =>
  treeOf(scanOf(lines))
    .sections.map(({ id }) => id)
    .join(" ");
const typed = (lines: readonly string[]): string =>
  sectionsOf(lines.join("\n"))
    .map(({ id }) => id)
    .join(" ");

describe("a scan", () => {
  it("may misread every Roman number of its headings", () => {
    expect(scanned(["l. MỤC TIÊU", "1. Một.", "Il. NHIỆM VỤ", "1. Hai.", "lII. TỔ CHỨC", "1V. KINH PHÍ"])).toBe("I I.1 II II.1 III IV");
    expect(scanned(["I. MỤC TIÊU", "H. NHIỆM VỤ", "HI. TỔ CHỨC", "TV. KINH PHÍ", "V. BÁO CÁO"])).toBe("I II III IV V");
  });

  it("may misread numbers and what closes them", () => {
    expect(scanned(["I. MỤC TIÊU", "l. Một.", "2, Hai.", "3. Ba.", "4. Bốn.", "S. Năm.", "6. Sáu."])).toBe("I I.1 I.2 I.3 I.4 I.5 I.6");
  });

  it("may misread letters and what closes them", () => {
    expect(scanned(["I. MỤC TIÊU", "a} Một;", "b] Hai;", "e) Ba;", "d) Bốn;", "d) Năm;", "e) Sáu."])).toBe("I I.a I.b I.c I.d I.đ I.e");
  });

  it("may misread the dash of a bullet", () => {
    expect(scanned(["I. MỤC TIÊU", "_ Một.", "- Hai.", "~ Ba."])).toBe("I I-1 I-2 I-3");
  });

  it("keeps what was read in the text and as the mark, and says so in the label", () => {
    const { text, sections } = treeOf(scanOf(["I. MỤC TIÊU", "Il. NHIỆM VỤ", "III. TỔ CHỨC"]));
    expect(text).toContain("Il. NHIỆM VỤ");
    expect(sections[1]).toMatchObject({ id: "II", marker: "Il.", label: "Mục II (bản quét đọc là “Il.”)" });
  });

  it("is believed where the sequence agrees with what was read", () => {
    expect(scanned(["I. MỤC TIÊU", "1. Một.", "2. Hai.", "k) Ba.", "1. Bốn.", "2. Năm."])).toBe("I I.1 I.2 I.2.k I.1~2 I.2~2");
    expect(scanned(["1. MỤC TIÊU", "2. NHIỆM VỤ", "3. TỔ CHỨC"])).toBe("1 2 3");
  });
});

describe("a typist", () => {
  it("may take l and 1 for I, and 1 for l", () => {
    expect(typed(["I. MỘT", "1. x.", "Il. HAI", "1. y.", "lII. BA", "1V. BỐN"])).toBe("I I.1 II II.1 III IV");
    expect(typed(["1. MỤC ĐÍCH", "1. Một.", "2. Hai.", "II. NỘI DUNG", "1. x."])).toBe("I I.1 I.2 II II.1");
    expect(typed(["I. MỘT", "l. Sở Y tế.", "2. Sở Tài chính.", "3. Công an."])).toBe("I I.1 I.2 I.3");
  });

  it("may forget the stroke of đ", () => {
    const lines = ["I. MỘT", "a) x.", "b) x.", "c) x.", "d) x.", "d) y.", "e) z."];
    expect(typed(lines)).toBe("I I.a I.b I.c I.d I.đ I.e");
    expect(sectionsOf(lines.join("\n"))[5]?.label).toBe("điểm đ (bản gốc in “d)”) Mục I");
  });

  it("mixes up no other letters: a number that fits nowhere stays as it is printed", () => {
    expect(typed(["I. MỘT", "a) x.", "b) x.", "e) x.", "d) x."])).toBe("I I.a I.b I.e I.d");
    expect(typed(["I. MỘT", "1. x.", "S. x.", "3. x."])).toBe("I I.1 I.3");
  });
});
