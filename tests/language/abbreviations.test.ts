import { describe, expect, it } from "vitest";
import { expandAbbreviations } from "../../src/language/abbreviations.ts";

describe("expandAbbreviations", () => {
  it("writes abbreviations of agencies and of the field in full", () => {
    expect(expandAbbreviations("Sở KH&CN")).toBe("Sở khoa học và công nghệ");
    expect(expandAbbreviations("ứng dụng TTNT, CNTT")).toBe("ứng dụng trí tuệ nhân tạo, công nghệ thông tin");
    expect(expandAbbreviations("Sở LĐ-TB&XH")).toBe("Sở lao động - thương binh và xã hội");
  });

  it("knows longer abbreviations typed in small letters and without đ", () => {
    expect(expandAbbreviations("ttnt ở sở gdđt")).toBe("trí tuệ nhân tạo ở sở giáo dục và đào tạo");
    expect(expandAbbreviations("so gddt")).toBe("so giáo dục và đào tạo");
  });

  it("expands two letters only in capitals: “kh” and “tp” may be words of their own", () => {
    expect(expandAbbreviations("KH này")).toBe("kế hoạch này");
    expect(expandAbbreviations("kh này, cv kia")).toBe("kh này, cv kia");
  });

  it("knows what officials type for offices, schools and procedures", () => {
    expect(expandAbbreviations("TTPVHCC xã")).toBe("trung tâm phục vụ hành chính công xã");
    expect(expandAbbreviations("sđt của BCĐ")).toBe("số điện thoại của ban chỉ đạo");
    expect(expandAbbreviations("dtts ở xã nông thôn mới, thcs")).toBe("dân tộc thiểu số ở xã nông thôn mới, trung học cơ sở");
  });

  it("looks up the parts of a compound that it does not know as a whole", () => {
    expect(expandAbbreviations("TTNT-CNTT")).toBe("trí tuệ nhân tạo-công nghệ thông tin");
    expect(expandAbbreviations("KT-XH")).toBe("kinh tế - xã hội");
  });

  it("leaves words, numbers and unknown capitals alone", () => {
    for (const text of ["Sở Y tế", "127/QĐ-TTg".slice(0, 4), "STEM", "VNPT", "", "an toàn"]) expect(expandAbbreviations(text)).toBe(text);
  });
});
