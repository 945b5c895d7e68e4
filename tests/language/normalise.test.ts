import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparableTones, normaliseText } from "../../src/language/normalise.ts";

describe("normaliseText", () => {
  it("composes letters and their marks", () => {
    expect(normaliseText("Kế hoạch".normalize("NFD"))).toBe("Kế hoạch");
  });

  it("makes every kind of space plain and drops what cannot be seen", () => {
    expect(normaliseText("Sở\u00a0Y\u2003tế\tvà\u202fUBND")).toBe("Sở Y tế và UBND");
    expect(normaliseText("\ufeffTrí\u200b tuệ\u00ad nhân\u2060 tạo\u202e")).toBe("Trí tuệ nhân tạo");
  });

  it("takes a form feed for space and drops other control characters, line breaks kept", () => {
    expect(normaliseText("nhiều\n\f2\nbộ\u0007 dữ liệu\r\n")).toBe("nhiều\n 2\nbộ dữ liệu\r\n");
  });

  it("writes the Icelandic Ð that old keyboards type as the Vietnamese Đ", () => {
    expect(normaliseText("Quyết Ðịnh ðược")).toBe("Quyết Định được");
  });

  it("never leaves half a surrogate pair and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = normaliseText(text);
        expect(once.isWellFormed()).toBe(true);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
    expect(normaliseText("a\ud800b")).toBe("a\ufffdb");
  });
});

describe("comparableTones", () => {
  it("writes both schools of tone marks alike", () => {
    expect(comparableTones("cá nhân hoá việc điều trị")).toBe(comparableTones("cá nhân hóa việc điều trị"));
    expect(comparableTones("Thuỷ lợi, sức khoẻ, uỷ ban")).toBe("thủy lợi, sức khỏe, ủy ban");
  });

  it("leaves qu- and closed syllables as they are", () => {
    expect(comparableTones("quý IV, quỹ đất, hoàn thiện, khoảng")).toBe("quý iv, quỹ đất, hoàn thiện, khoảng");
  });
});
