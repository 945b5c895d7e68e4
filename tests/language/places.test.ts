import { describe, expect, it } from "vitest";
import { findPlaces, placeNamed, places } from "../../src/language/places.ts";

const found = (text: string): string[] => findPlaces(text).map(({ place, start, end }) => `${place.name}=${text.slice(start, end)}`);

describe("places", () => {
  it("hold the 63 provinces of before July 2025 and what each became", () => {
    const provinces = places.filter((place) => place.level === "province");
    expect(provinces.length).toBeGreaterThanOrEqual(63);
    expect(placeNamed("Bình Thuận")).toMatchObject({ level: "province", now: "Lâm Đồng", change: "merged" });
    expect(new Set(provinces.map((place) => place.now)).size).toBe(34);
  });

  it("know a district's province and where it belongs now", () => {
    expect(placeNamed("huyện Bình Sơn")).toMatchObject({
      name: "Bình Sơn",
      level: "district",
      province: "Quảng Ngãi",
      change: "abolished",
      now: "Quảng Ngãi",
    });
  });
});

describe("placeNamed", () => {
  it("takes a name with or without its unit's word, diacritics and case", () => {
    for (const name of ["Sóc Trăng", "tỉnh Sóc Trăng", "soc trang", "TỈNH SÓC TRĂNG", "Tỉnh  Sóc   Trăng"])
      expect(placeNamed(name)?.name).toBe("Sóc Trăng");
  });

  it("knows no place in other words", () => {
    for (const name of ["", "Atlantis", "du lịch", "tỉnh"]) expect(placeNamed(name)).toBeUndefined();
  });
});

describe("findPlaces", () => {
  it("finds names as typed, with their places in the text", () => {
    expect(found("Kế hoạch của Lạng Sơn và binh phuoc khác gì nhau?")).toEqual(["Lạng Sơn=Lạng Sơn", "Bình Phước=binh phuoc"]);
    expect(found("UBND huyện Bình Sơn, tỉnh Quảng Ngãi")).toEqual(["Bình Sơn=Bình Sơn", "Quảng Ngãi=Quảng Ngãi"]);
  });

  it("does not take words with other diacritics for a name", () => {
    expect(found("một loài hoa bình dị")).toEqual([]);
    expect(found("Hòa Bình có kế hoạch không?")).toEqual(["Hòa Bình=Hòa Bình"]);
  });

  it("takes the longest name", () => {
    expect(found("Bà Rịa - Vũng Tàu")).toEqual(["Bà Rịa - Vũng Tàu=Bà Rịa - Vũng Tàu"]);
  });
});
