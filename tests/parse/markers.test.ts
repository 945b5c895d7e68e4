import { describe, expect, it } from "vitest";
import { letterToNumber, numberToLetter, readMarker, romanToNumber } from "../../src/parse/markers.ts";

const read = (text: string): string | null => {
  const marker = readMarker(text);
  return marker === null ? null : `${marker.kind} ${marker.value}`;
};

describe("readMarker", () => {
  it.each([
    ["I. MỤC TIÊU", "roman I"],
    ["IV. TỔ CHỨC THỰC HIỆN", "roman IV"],
    ["Mục 3. Giải pháp", "roman 3"],
    ["A. PHẦN CHUNG", "part A"],
    ["Phần A", "part A"],
    ["Chương II QUY ĐỊNH", "part II"],
    ["Điều 1. Ban hành kèm theo", "article 1"],
    ["10. Sở Văn hóa, Thể thao và Du lịch", "number 10"],
    ["1/ Mục đích", "number 1"],
    ["1.2. Dùng chung một nền tảng", "number 1.2"],
    ["1.1. 100% xã, phường sử dụng trợ lý ảo", "number 1.1"],
    ["1.3. 12.000 lượt cán bộ", "number 1.3"],
    ["a) Bệnh viện Đa khoa tỉnh", "alpha a"],
    ["đ) Cấp tem truy xuất", "alpha đ"],
    ["k. Thúc đẩy phát triển", "alpha k"],
    ["- Đẩy mạnh nghiên cứu", "dash -"],
    ["– Hội Nông dân", "dash –"],
    ["+ Kinh phí địa phương", "plus +"],
    ["- + Triển khai phổ cập", "plus +"],
    ["PHỤ LỤC I", "annex I"],
    ["Phụ lục", "annex "],
    ["| 1 | Trung tâm dữ liệu | Sở Y tế |", "row |"],
  ])("reads %j as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    "83/KH-UBND ngày 04/6/2021",
    "96/TTr-STTTT ngày 28 tháng 10",
    "12/2021/QĐ-UBND",
    "2021. Năm",
    "64.200.000.000 đồng",
    "12.000 lượt cán bộ",
    "Phụ lục I kèm theo Kế hoạch này",
    "Triển khai các ứng dụng",
    "I",
    "15 ứng dụng",
    "-",
    "",
  ])("sees no mark in %j", (text) => {
    expect(read(text)).toBeNull();
  });

  it("gives the mark as printed and its length with the space after it", () => {
    expect(readMarker("10. Sở Y tế")).toMatchObject({ printed: "10.", length: 4 });
    expect(readMarker("- + Triển khai")).toMatchObject({ printed: "- +", length: 4 });
    expect(readMarker("| 1 |")).toMatchObject({ printed: "", length: 0 });
  });
});

describe("numbers of marks", () => {
  it("count Roman numbers and the letters of điểm, đ among them, f, j, w and z left out", () => {
    expect(["I", "IV", "IX", "XIV", "A"].map(romanToNumber)).toEqual([1, 4, 9, 14, 0]);
    expect(["a", "d", "đ", "e", "g", "m", "f"].map(letterToNumber)).toEqual([1, 4, 5, 6, 7, 12, 0]);
    for (let position = 1; position <= 20; position++) expect(letterToNumber(numberToLetter(position))).toBe(position);
  });
});
