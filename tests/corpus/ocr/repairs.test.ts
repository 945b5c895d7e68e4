import { describe, expect, test } from "vitest";
import { isDoubtful, ocrNotes } from "../../../src/corpus/ocr/ocr-notes.ts";
import { repairLetters } from "../../../src/corpus/ocr/repair-letters.ts";
import { repairMarks, repairRowNumbers } from "../../../src/corpus/ocr/repair-marks.ts";

describe("marks of lists", () => {
  test.each([
    [
      "strokes of Roman numbers",
      ["I. MỤC TIÊU", "Il. NHIỆM VỤ", "IH. KINH PHÍ", "IV, BÁO CÁO"],
      ["I. MỤC TIÊU", "II. NHIỆM VỤ", "III. KINH PHÍ", "IV. BÁO CÁO"],
    ],
    ["a lost stroke", ["I. MỤC TIÊU", "II. NHIỆM VỤ", "II. KINH PHÍ"], ["I. MỤC TIÊU", "II. NHIỆM VỤ", "III. KINH PHÍ"]],
    ["a first number with its stop", ["IL.MỤC ĐÍCH", "II. NỘI DUNG"], ["I. MỤC ĐÍCH", "II. NỘI DUNG"]],
    ["a lost stop", ["II. NHIỆM VỤ", "III KINH PHÍ"], ["II. NHIỆM VỤ", "III. KINH PHÍ"]],
    [
      "a letter for a digit",
      ["3. Công an tỉnh", "A. Ủy ban nhân dân huyện", "5. Sở Y tế"],
      ["3. Công an tỉnh", "4. Ủy ban nhân dân huyện", "5. Sở Y tế"],
    ],
    ["l for 1", ["I. MỤC TIÊU", "l. Mục tiêu chung", "2. Mục tiêu cụ thể"], ["I. MỤC TIÊU", "1. Mục tiêu chung", "2. Mục tiêu cụ thể"]],
  ])("%s: put right where the sequence leaves one reading", (_, read, wanted) => {
    expect(repairMarks(read)).toEqual(wanted);
  });

  test.each([
    ["a part in capitals", ["A. MỤC TIÊU", "I. MỤC TIÊU CHUNG"]],
    ["a letter that no digit fits", ["1. Sở Y tế", "A. Ủy ban nhân dân huyện", "2. Sở Nội vụ"]],
    ["numbers that begin anew in the next document", ["I. MỤC TIÊU", "II. NHIỆM VỤ", "I. DANH MỤC"]],
    ["a heading that opens with a word of such letters", ["I. MỤC TIÊU", "VI MẠCH BÁN DẪN"]],
    ["text", ["Il y a", "Illinois là một bang", "l hàng"]],
  ])("%s stays", (_, texts) => {
    expect(repairMarks(texts)).toEqual(texts);
  });
});

describe("numbers of rows", () => {
  const row = (number: string, lead = "Sở Y tế"): string => `| ${number} | Việc | ${lead} | 2025 |`;

  test("a number between rows that count on is put right", () => {
    expect(repairRowNumbers([row("STT"), row("1"), row("4"), row("3"), row("kì"), row("5")])).toEqual([
      row("STT"),
      row("1"),
      row("2"),
      row("3"),
      row("4"),
      row("5"),
    ]);
  });

  test("rows that head a group are passed over", () => {
    const group = "| B | MÔ HÌNH |  |  |";
    expect(repairRowNumbers([row("1"), row("2"), group, row("B"), row("4")])).toEqual([row("1"), row("2"), group, row("3"), row("4")]);
  });

  test("a table that does not count is left alone", () => {
    const rows = [row("a"), row("7"), row("c"), row("12")];
    expect(repairRowNumbers(rows)).toEqual(rows);
  });
});

test.each([
  ["3. SỞ Giáo dục và Đào tạo báo cáo", "3. Sở Giáo dục và Đào tạo báo cáo"],
  ["trong vòng 24 giỜ của ngày", "trong vòng 24 giờ của ngày"],
  ["Quyết định số 88/QĐÐ-UBND", "Quyết định số 88/QĐ-UBND"],
  ["Tờ trình số 12/TTr-SNN; VNeID; LĐTBXH", "Tờ trình số 12/TTr-SNN; VNeID; LĐTBXH"],
  ["TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"],
])("letters that look alike: “%s”", (read, wanted) => {
  expect(repairLetters(read)).toBe(wanted);
});

describe("doubtful lines", () => {
  const line = (text: string, confidence?: number) => ({ text, page: 1, ...(confidence === undefined ? {} : { confidence }) });

  test("one unsure word makes a line doubtful, however sure the others are", () => {
    expect(isDoubtful({ ...line("Sở Y tế", 0.93), weakest: 0.4 })).toBe(true);
    expect(isDoubtful({ ...line("Sở Y tế", 0.93), weakest: 0.8 })).toBe(false);
  });

  test("little certainty or a word that cannot be Vietnamese makes a line doubtful, print never does", () => {
    expect(isDoubtful(line("Sở Y tế", 0.5))).toBe(true);
    expect(isDoubtful(line("SởThôngtinvà Truyền thông", 0.95))).toBe(true);
    expect(isDoubtful(line("Sở Thông tin và Truyền thông, UBND, QĐ-TTg", 0.95))).toBe(false);
    expect(isDoubtful(line("SởThôngtinvà"))).toBe(false);
  });

  test("each is named with its place and its words", () => {
    const notes = ocrNotes([line("Sở Y tế", 0.95), line("Sô Y tẽ", 0.5)]);
    expect(notes.map(({ code, line: at }) => [code, at])).toEqual([
      ["ocr-used", null],
      ["ocr-doubtful", 1],
    ]);
    expect(notes[1]?.message).toContain("Sô Y tẽ");
  });

  test("where nothing was recognised nothing is said", () => {
    expect(ocrNotes([line("Sở Y tế")])).toEqual([]);
  });
});
