import { describe, expect, it } from "vitest";
import data from "../../src/language/data/question-kinds.json" with { type: "json" };
import { kindOf } from "../../src/answer/kinds.ts";
import { foldText } from "../../src/language/fold.ts";

const kinds = ["greeting", "quality", "compare", "metadata", "deadline", "budget", "list", "agency", "tasks", "general"];
const ways = [
  ...Object.values(data.parts).flatMap(({ any }) => any),
  ...data.rules.flatMap((rule) => [
    ...("any" in rule ? (rule.any ?? []) : []),
    ...("spelled" in rule ? (rule.spelled ?? []) : []),
    ...("unless" in rule ? (rule.unless ?? []) : []),
    ...("needs" in rule ? (rule.needs ?? []) : []),
  ]),
];
const kind = (question: string, agencies = 0): string => {
  const folded = foldText(question);
  return kindOf({ folded, spelled: question.toLowerCase(), rest: folded, agencies, places: 1 });
};

describe("the ways of asking", () => {
  it("belong to kinds that exist, and name parts that exist", () => {
    expect(data.rules.filter((rule) => !kinds.includes(rule.kind))).toEqual([]);
    const named = ways.filter((way) => way.startsWith("$")).map((way) => way.slice(1));
    expect(named.filter((name) => !(name in data.parts))).toEqual([]);
    expect(new Set(data.rules.map(({ kind: of }) => of))).toEqual(new Set(kinds));
  });

  it("are each an expression of their own", () => {
    for (const way of ways.filter((one) => !one.startsWith("$"))) expect(() => new RegExp(way, "u")).not.toThrow();
  });

  it.each([
    ["Kinh phí lấy từ nguồn nào, sở nào tham mưu?", "budget"],
    ["Who pays for the plan?", "budget"],
    ["Tờ trình nào của sở là căn cứ, ngày nào?", "metadata"],
    ["Báo cáo năm được gửi lên bộ nào?", "deadline"],
    ["Where do units report problems?", "deadline"],
    ["Kết quả của máy thì ai ký xác nhận?", "agency"],
    ["Khó khăn về máy tính bộ phận một cửa là gì?", "general"],
    ["Đường dây nóng của công an số mấy?", "general"],
    ["Mục 3 phần D đâu?", "quality"],
  ])("tell the kind of “%s”", (question, expected) => {
    expect(kind(question)).toBe(expected);
  });
});
