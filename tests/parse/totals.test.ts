import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { checkTotals } from "../../src/parse/totals.ts";
import { documentOf, planNamed } from "./read-plan.ts";

const check = (text: string) => {
  const plan = parsePlan(documentOf(text));
  return checkTotals(plan.text, plan.sections);
};

describe("checkTotals", () => {
  it("finds a total that adds up and two phases that do not", () => {
    const plan = planNamed("soc-trang-2021-du-thao");
    expect(
      checkTotals(plan.text, plan.sections).map(({ sectionId, stated, summed, matches }) => ({ sectionId, stated, summed, matches })),
    ).toEqual([
      { sectionId: "V", stated: 64_200_000_000, summed: 64_200_000_000, matches: true },
      { sectionId: "V-1", stated: 24_100_000_000, summed: 24_000_000_000, matches: false },
      { sectionId: "V-2", stated: 40_100_000_000, summed: 40_200_000_000, matches: false },
    ]);
  });

  it("counts a table's row once, not the rows that say what it consists of", () => {
    const row = (number: string, amount: string) => `| ${number} | Việc ${number} | Sở Y tế | ${amount} |`;
    const table = (total: string) =>
      `I. KINH PHÍ\n| TT | Nhiệm vụ | Chủ trì | Kinh phí (triệu đồng) |\n${[row("1", "100"), row("2", "276"), row("2.1", "96"), row("2.2", "180"), row("3", "50")].join("\n")}\n| | Tổng cộng | | ${total} |`;
    expect(check(table("426"))).toMatchObject([{ stated: 426, summed: 426, matches: true }]);
    expect(check(table("430"))).toMatchObject([{ stated: 430, summed: 426, matches: false }]);
  });

  it("counts a bullet's own sum once, not those in brackets that say where it comes from", () => {
    const [total] = check(
      "IV. KINH PHÍ\n1. Tổng kinh phí dự kiến: 21.850 triệu đồng, trong đó:\n- Giai đoạn 1: 6.300 triệu đồng (ngân sách tỉnh 4.800 triệu đồng; tài trợ 1.500 triệu đồng).\n- Giai đoạn 2: 10.750 triệu đồng (ngân sách tỉnh 7.250 triệu đồng).\n- Giai đoạn 3: 4.800 triệu đồng (ngân sách tỉnh).",
    );
    expect(total).toMatchObject({ stated: 21_850_000_000, summed: 21_850_000_000, matches: true });
  });

  it("says the sum in the unit of the stated total", () => {
    const [total] = check("I. KINH PHÍ\n1. Tổng cộng 10 tỷ đồng:\n- Năm 2024: 4,5 tỷ đồng.\n- Năm 2025: 5 tỷ đồng.");
    expect(total).toMatchObject({ matches: false, statedText: "10 tỷ đồng", summedText: "9,5 tỷ đồng" });
  });

  it("checks nothing where an item states no sum or only one item stands", () => {
    expect(check("I. KINH PHÍ\n1. Tổng cộng 10 tỷ đồng:\n- Năm 2024: 4 tỷ đồng.\n- Năm 2025: theo khả năng ngân sách.")).toEqual([]);
    expect(check("I. KINH PHÍ\n1. Tổng cộng 10 tỷ đồng:\n- Năm 2024: 4 tỷ đồng.")).toEqual([]);
  });
});
