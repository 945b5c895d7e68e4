import { describe, expect, it } from "vitest";
import { namesMatter, outsideMattersIn } from "../../src/language/outside-matters.ts";

describe("everyday matters that plans rarely hold", () => {
  it("are known with their marks, without them, and in English", () => {
    for (const question of ["Kết quả xổ số hôm nay?", "ket qua xo so mien nam", "Who won the lottery?"])
      expect(outsideMattersIn(question)).toEqual([["xổ số", "vé số"]]);
  });

  it("are not seen in words that only fold alike", () => {
    expect(outsideMattersIn("Ai xóa số liệu cũ và vẽ sơ đồ?")).toEqual([]);
    expect(outsideMattersIn("Vụ trưởng nào ký?")).toEqual([]);
  });

  it("are held by a text only by name", () => {
    expect(namesMatter("Công bố kết quả Xổ số kiến thiết", ["xổ số"])).toBe(true);
    expect(namesMatter("Xóa số liệu cũ", ["xổ số"])).toBe(false);
  });
});
