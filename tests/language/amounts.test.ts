import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budgetInDong, findAmounts, formatDong, shortDong, statedUnit, vietnameseNumber } from "../../src/language/amounts.ts";

describe("findAmounts", () => {
  it("reads sums in đồng, thousands, millions and billions", () => {
    const dong = (text: string): number[] => findAmounts(text).map((amount) => amount.dong);
    expect(dong("Khái toán kinh phí thực hiện kế hoạch: 64.200.000.000 đồng")).toEqual([64_200_000_000]);
    expect(dong("18,5 tỷ đồng, trong đó: ngân sách tỉnh 11,2 tỷ đồng; khác 3,0 tỉ")).toEqual([
      18_500_000_000, 11_200_000_000, 3_000_000_000,
    ]);
    expect(dong("21.850 triệu đồng")).toEqual([21_850_000_000]);
    expect(dong("500 nghìn đồng, 500 ngàn đồng")).toEqual([500_000, 500_000]);
  });

  it("says where and how a sum is printed", () => {
    const text = "(ngân sách tỉnh 4.800 triệu đồng; tài trợ)";
    const [amount] = findAmounts(text);
    expect(amount?.text).toBe("4.800 triệu đồng");
    expect(text.slice(amount?.start, amount?.end)).toBe("4.800 triệu đồng");
  });

  it("takes no number without a unit and no word that only begins like one", () => {
    expect(findAmounts("Quyết định số 127, năm 2021, 12 đồng chí")).toHaveLength(1);
    expect(findAmounts("100% trường, 2.500 bài giảng, 3 tỷlệ")).toEqual([]);
  });
});

describe("the sum of a printed budget", () => {
  it.each([
    ["3,5 tỷ", 3_500_000_000],
    ["600 triệu", 600_000_000],
    ["1.200 (triệu đồng)", 1_200_000_000],
    ["1.5 tỷ đồng", 1_500_000_000],
    ["2 nghìn tỷ đồng", 2_000_000_000_000],
    ["500 tr.đ", 500_000_000],
    ["1.200.000.000 VNĐ", 1_200_000_000],
    ["480 triệu đồng, trong đó nguồn xã hội hóa 130 triệu đồng", 480_000_000],
    ["240 triệu đồng (10 triệu đồng/tổ/năm)", 240_000_000],
    ["Ngân sách tỉnh: 240 triệu đồng; tổng cộng: 540 triệu đồng", 540_000_000],
  ])("“%s” is %i đồng", (printed, dong) => {
    expect(budgetInDong(printed)).toBe(dong);
  });

  it("has the column's unit where the cell holds only a number", () => {
    expect(budgetInDong("24.500", "triệu đồng")).toBe(24_500_000_000);
    expect(budgetInDong("1,5", "tỷ đồng")).toBe(1_500_000_000);
    expect(budgetInDong("350", "1.000 đồng")).toBe(350_000);
    expect(budgetInDong("350")).toBeNull();
  });

  it("is none where several sums stand without a whole, for the price of one, and without a sum", () => {
    for (const printed of ["240 triệu; 300 triệu", "10 triệu đồng/lớp", "Doanh nghiệp tự đầu tư", ""])
      expect(budgetInDong(printed), printed).toBeNull();
  });

  it("finds the unit that a heading or a caption states", () => {
    expect(statedUnit("Kinh phí (triệu đồng)")).toBe("triệu đồng");
    expect(statedUnit("ĐVT: 1.000 đồng")).toBe("1.000 đồng");
    expect(statedUnit("Kinh phí dự kiến")).toBeNull();
  });
});

describe("numbers", () => {
  it("are read with points for thousands and a comma for decimals", () => {
    expect(vietnameseNumber("64.200,5")).toBe(64_200.5);
    expect(vietnameseNumber("1.250")).toBe(1250);
  });

  it("come back from their printed form", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 15 }), (dong) => {
        expect(findAmounts(formatDong(dong))[0]?.dong).toBe(dong);
      }),
    );
  });

  it("are shortened with the unit a reader expects", () => {
    expect(formatDong(64_200_000_000)).toBe("64.200.000.000 đồng");
    expect(shortDong(64_200_000_000, "vi")).toBe("64,2 tỷ đồng");
    expect(shortDong(64_200_000_000, "en")).toBe("64.2 billion dong");
    expect(shortDong(650_000_000, "vi")).toBe("650 triệu đồng");
    expect(shortDong(5000, "vi")).toBe("5.000 đồng");
  });
});
