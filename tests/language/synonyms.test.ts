import { describe, expect, it } from "vitest";
import { foldedWords, words } from "../../src/language/fold.ts";
import { synonymsIn } from "../../src/language/synonyms.ts";

const official = (question: string): string =>
  synonymsIn(foldedWords(question))
    .map((rule) => rule.text)
    .join(" ");

describe("synonymsIn", () => {
  it("gives the official words for everyday ones, with or without diacritics", () => {
    expect(official("ai lo chuyện phạt nguội?")).toContain("xử phạt vi phạm");
    expect(official("ai lo chuyen phat nguoi?")).toContain("xử phạt vi phạm");
    expect(official("tiền lấy ở đâu")).toContain("kinh phí");
  });

  it("matches whole words only and gives longer phrases first", () => {
    expect(official("phatnguoi")).toBe("");
    const rules = synonymsIn(foldedWords("dạy học bằng máy"));
    expect(rules.map((rule) => rule.words.length)).toEqual(rules.map((rule) => rule.words.length).toSorted((a, b) => b - a));
    expect(rules[0]?.words).toEqual(["day", "hoc"]);
  });

  it("tells a syllable by its diacritics where the text has them", () => {
    const texts = (typed: string): string =>
      synonymsIn(words(typed))
        .map((rule) => rule.text)
        .join(" ");
    expect(texts("sóng yếu")).toContain("phủ sóng");
    expect(texts("dòng sông")).toBe("");
    expect(texts("Đường dây nóng nào?")).toContain("tổng đài");
    expect(texts("sat lo o dau")).toContain("sạt lở đất");
  });

  it("gives nothing for words that plans use themselves", () => {
    expect(official("Sở Y tế")).toBe("");
    expect(official("")).toBe("");
  });
});
