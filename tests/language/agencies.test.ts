import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agencies, agencyKey, agencyNamed, agencyPlace, agencyPrinted, findAgencies } from "../../src/language/agencies.ts";

const found = (text: string): string[] => findAgencies(text).map(({ agency, start, end }) => `${agency.name}=${text.slice(start, end)}`);

describe("agencyNamed", () => {
  it("knows every agency by its name, abbreviations and aliases", () => {
    for (const agency of agencies) expect(agencyNamed(agency.name)?.name).toBe(agency.name);
    for (const name of ["Sở KH&CN", "Sở KHCN", "SKHCN", "so khoa hoc va cong nghe", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"])
      expect(agencyNamed(name)?.name).toBe("Sở Khoa học và Công nghệ");
  });

  it("leaves the place of an agency aside", () => {
    expect(agencyNamed("Ngân hàng Nhà nước Chi nhánh Bình Thuận")?.name).toBe(
      agencyNamed("Ngân hàng Nhà nước chi nhánh tỉnh Sóc Trăng")?.name,
    );
    expect(agencyNamed("Ngân hàng Nhà nước Chi nhánh Bình Thuận")).toBeDefined();
    expect(agencyNamed("Sở Y tế tỉnh Lạng Sơn")?.name).toBe("Sở Y tế");
  });

  it("says what became of an agency in 2025", () => {
    expect(agencyNamed("Sở Thông tin và Truyền thông")?.since2025?.name).toBe("Sở Khoa học và Công nghệ");
  });

  it("knows nothing of names that are not in the data", () => {
    for (const name of ["", "Sở Ngoại cảm", "Sở", "Bình Thuận"]) expect(agencyNamed(name)).toBeUndefined();
  });
});

describe("an agency as a plan prints it", () => {
  it("is known under its head and with words in brackets", () => {
    expect(agencyPrinted("Giám đốc Sở Y tế")?.name).toBe("Sở Y tế");
    expect(agencyPrinted("Sở Nội vụ (cơ quan thường trực)")?.name).toBe("Sở Nội vụ");
    expect(agencyPrinted("Giám đốc Sở Ngoại cảm")).toBeUndefined();
  });

  it("is of the place that its name says, if it says one", () => {
    expect(agencyPlace("Sở Y tế tỉnh Lạng Sơn")).toBe("Lạng Sơn");
    expect(agencyPlace("UBND xã Suối Giàng")).toBe("Suối Giàng");
    expect(agencyPlace("Ngân hàng Nhà nước chi nhánh tỉnh Sóc Trăng")).toBe("Sóc Trăng");
    expect(agencyPlace("Báo Phú Yên")).toBe("Phú Yên");
    for (const name of ["Sở Y tế", "Công an tỉnh", "UBND các huyện, thị xã, thành phố", "Ban Vì sự nghiệp hòa bình"])
      expect(agencyPlace(name), name).toBeNull();
  });
});

describe("agencyKey", () => {
  it("is the same for all ways to write an agency", () => {
    expect(agencyKey("Sở GD&ĐT tỉnh Bình Phước")).toBe(agencyKey("SỞ GIÁO DỤC VÀ ĐÀO TẠO"));
    expect(agencyKey("Sở Y tế")).not.toBe(agencyKey("Sở Xây dựng"));
  });

  it("keeps “xã hội”, which is no place", () => {
    expect(agencyKey("Sở Lao động - Thương binh và Xã hội")).toBe("so lao dong thuong binh va xa hoi");
  });
});

describe("findAgencies", () => {
  it("finds names in a question, typed with or without diacritics, in full or short", () => {
    expect(found("Sở KHCN và so y te phối hợp thế nào?")).toEqual(["Sở Khoa học và Công nghệ=Sở KHCN", "Sở Y tế=so y te"]);
    expect(found("What must the Department of Health do?")).toEqual(["Sở Y tế=Department of Health"]);
  });

  it("takes the longest name and lets none overlap", () => {
    expect(found("Văn phòng Ủy ban nhân dân tỉnh chủ trì")).toEqual(["Văn phòng Ủy ban nhân dân tỉnh=Văn phòng Ủy ban nhân dân tỉnh"]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...agencies.slice(0, 20).map((agency) => agency.name), ",", "và", "chủ trì"), { maxLength: 8 }),
        (parts) => {
          const mentions = findAgencies(parts.join(" "));
          mentions.forEach((mention, index) => expect(mention.start).toBeGreaterThanOrEqual(mentions[index - 1]?.end ?? 0));
        },
      ),
    );
  });

  it("takes an abbreviation of one word only in capitals: “đợt” is no Department of Transport", () => {
    expect(found("trong đợt này")).toEqual([]);
    expect(found("DOST")).toEqual(["Sở Khoa học và Công nghệ=DOST"]);
  });

  it("does not take “cơ sở giáo dục” for the Sở Giáo dục", () => {
    expect(found("các cơ sở giáo dục nghề nghiệp")).toEqual([]);
    expect(found("Sở Giáo dục và Đào tạo")).toEqual(["Sở Giáo dục và Đào tạo=Sở Giáo dục và Đào tạo"]);
  });
});
