import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../src/language/fold.ts";
import { hasDiacritics, makeVocabulary, restoreDiacritics } from "../../src/language/restore-diacritics.ts";
import { corpus } from "../parse/read-plan.ts";
import { parsePlan } from "../../src/parse/parse-plan.ts";

const vocabulary = makeVocabulary(corpus.map((document) => parsePlan(document).text));
const restored = (text: string): string => restoreDiacritics(text, vocabulary);

describe("restoreDiacritics", () => {
  it("puts back what the collection's own words say", () => {
    expect(restored("so van hoa, the thao va du lich")).toBe("sở văn hóa, thể thao và du lịch");
    expect(restored("ung dung tri tue nhan tao trong nong nghiep")).toBe("ứng dụng trí tuệ nhân tạo trong nông nghiệp");
    expect(restored("bao cao truoc ngay 01 thang 12")).toBe("báo cáo trước ngày 01 tháng 12");
  });

  it("keeps capitals, punctuation and spacing", () => {
    expect(restored("So Y te,  BINH THUAN?")).toBe("Sở Y tế,  BÌNH THUẬN?");
  });

  it("leaves words alone that carry a diacritic and are known, and words it does not know", () => {
    expect(restored("trí tuệ nhân tạo")).toBe("trí tuệ nhân tạo");
    expect(restored("blockchain xyzzy")).toContain("xyzzy");
    expect(restored("")).toBe("");
    expect(restored("?!")).toBe("?!");
  });

  it("never changes a letter but its marks", () => {
    const word = fc.constantFrom("so", "sở", "SO", "Tinh", "tỉnh", "xyz", "127", "QĐ", "đ", "dien", "ý", "AI", "hoá", "𝐀", "ßa", "İ");
    const text = fc.oneof(
      fc.array(word, { maxLength: 15 }).map((parts) => parts.join(" ")),
      fc.string({ unit: "binary", maxLength: 40 }).map((random) => random.normalize("NFC")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const result = restored(typed);
        expect(result).toHaveLength(typed.length);
        expect(foldText(result)).toBe(foldText(typed));
      }),
      { numRuns: 500 },
    );
  });
});

describe("hasDiacritics", () => {
  it("is true when a word carries a mark or is written with đ", () => {
    expect(hasDiacritics("Sở Y tế")).toBe(true);
    expect(hasDiacritics("đi")).toBe(true);
    expect(hasDiacritics("So Y te 2021")).toBe(false);
  });
});
