import { describe, expect, it } from "vitest";
import { placeNowOf } from "../../src/language/places.ts";

describe("placeNowOf", () => {
  it("gives the province since 1 July 2025 of a province, a district and a commune", () => {
    expect(placeNowOf({ name: "Bình Thuận", level: "province", province: null })).toBe("Lâm Đồng");
    expect(placeNowOf({ name: "Lạng Sơn", level: "province", province: null })).toBe("Lạng Sơn");
    expect(placeNowOf({ name: "Bình Sơn", level: "district", province: null })).toBe("Quảng Ngãi");
    expect(placeNowOf({ name: "Văn Chấn", level: "district", province: "Yên Bái" })).toBe("Lào Cai");
    expect(placeNowOf({ name: "Bình Thuận", level: "commune", province: "Lâm Đồng" })).toBe("Lâm Đồng");
  });

  it("is null for what the data does not know", () => {
    expect(placeNowOf({ name: "Mẫu", level: "province", province: null })).toBeNull();
    expect(placeNowOf({ name: "Tân Thành", level: "commune", province: null })).toBeNull();
  });
});
