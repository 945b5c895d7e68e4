import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedWords, foldText, nameKey, words } from "../../src/language/fold.ts";

describe("foldText", () => {
  it("drops case and diacritics, đ too", () => {
    expect(foldText("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH")).toBe("so van hoa, the thao va du lich");
    expect(foldText("Đắk Nông được đầu tư")).toBe("dak nong duoc dau tu");
  });

  it("keeps the length, so that offsets hold in the text itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const composed = text.normalize("NFC");
        expect(foldText(composed)).toHaveLength(composed.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps the length of letters whose lower case is longer or lies outside the first plane", () => {
    for (const text of ["İstanbul", "ß", "𝐀𝐁", "ﬁ", "\u0344", "😀đ😀"])
      expect(foldText(text.normalize("NFC"))).toHaveLength(text.normalize("NFC").length);
  });

  it("changes nothing when applied twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("aăâđêôơưáảãạằẵợỹ ẠĐƯ1-")) }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe("words", () => {
  it("are runs of letters and digits as written", () => {
    expect(words("Quyết định số 127/QĐ-TTg, 26/01/2021")).toEqual(["Quyết", "định", "số", "127", "QĐ", "TTg", "26", "01", "2021"]);
    expect(foldedWords("Trợ lý ảo!")).toEqual(["tro", "ly", "ao"]);
    expect(words(" …;")).toEqual([]);
  });
});

describe("nameKey", () => {
  it("makes names equal whatever their spacing, dashes, case and Unicode form", () => {
    const key = "so lao dong thuong binh va xa hoi";
    for (const name of [
      "Sở Lao động - Thương binh và Xã hội",
      "SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI",
      "Sở  Lao động-Thương binh và Xã hội",
      "Sở Lao động - Thương binh và Xã hội".normalize("NFD"),
    ])
      expect(nameKey(name)).toBe(key);
  });
});
