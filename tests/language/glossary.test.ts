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

  it("knows terms of several words, with an apostrophe or a hyphen in them", () => {
    expect(translateTerms("the People's Committee").first).toBe("ủy ban nhân dân");
    expect(translateTerms("shared data warehouse").first).toBe("kho dữ liệu dùng chung");
    expect(translateTerms("one-stop shop").first).toBe("một cửa");
    expect(translateTerms("social mobilisation of funds").first).toBe("xã hội hóa");
    expect(translateTerms("take effect").first).toBe("hiệu lực");
  });

  it("takes no small word for a term of the field", () => {
    for (const text of ["in order to", "as well as", "may", "can"]) expect(translateTerms(text).vietnamese).toBe("");
  });

  it("translates nothing where no term stands", () => {
    expect(translateTerms("xyzzy")).toEqual({ vietnamese: "", first: "", others: new Map(), untranslated: ["xyzzy"] });
    expect(translateTerms("")).toEqual({ vietnamese: "", first: "", others: new Map(), untranslated: [] });
  });
});
