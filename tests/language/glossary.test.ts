import { describe, expect, it } from "vitest";
import { translateTerms } from "../../src/language/glossary.ts";

describe("translateTerms", () => {
  it("gives the words that plans use, in order, and what it could not translate", () => {
    const { vietnamese, untranslated } = translateTerms("Which agency leads artificial intelligence in tourism?");
    expect(vietnamese).toContain("trí tuệ nhân tạo");
    expect(vietnamese.indexOf("trí tuệ nhân tạo")).toBeLessThan(vietnamese.indexOf("du lịch"));
    expect(untranslated).toContain("which");
  });

  it("takes the longest term: “open data” is not “data”", () => {
    expect(translateTerms("open data").vietnamese).toBe("dữ liệu mở");
    expect(translateTerms("OPEN DATA").vietnamese).toBe("dữ liệu mở");
  });

  it("joins several renderings of a term", () => {
    expect(translateTerms("chatbot").vietnamese).toBe("chatbot trợ lý ảo");
  });

  it("translates nothing where no term stands", () => {
    expect(translateTerms("xyzzy")).toEqual({ vietnamese: "", untranslated: ["xyzzy"] });
    expect(translateTerms("")).toEqual({ vietnamese: "", untranslated: [] });
  });
});
