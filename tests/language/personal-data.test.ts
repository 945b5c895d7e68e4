import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMask, holdsMask, holdsPersonalData } from "../../src/language/personal-data.ts";

describe("personal data", () => {
  it.each([
    ["Gọi 0912 345 678 trước", "Gọi [số điện thoại 1] trước"],
    ["ĐT: 0252.3822456, Fax: (0252) 3 822 457", "ĐT: [số điện thoại 1], Fax: ([số điện thoại 2]"],
    ["+84 912 345 678 và 0912345678", "[số điện thoại 1] và [số điện thoại 2]"],
    ["thư về nguyen.van-a@tinh.gov.vn.", "thư về [thư điện tử 1]."],
    ["CCCD số 079085001234", "CCCD số [số căn cước 1]"],
    ["CMND: 271 234 567", "CMND: [số giấy tờ 1]"],
    ["số tài khoản 0071000123456 tại", "số tài khoản [số giấy tờ 1] tại"],
    ["0912345678, rồi 0912 345 678", "[số điện thoại 1], rồi [số điện thoại 1]"],
  ])("in “%s” is masked", (text, masked) => {
    const shown = createMask().mask(text);
    expect(shown.replaceAll(/\(?\[/gu, "[").replace(/\)$/u, "")).toBe(masked.replaceAll(/\(?\[/gu, "[").replace(/\)$/u, ""));
    expect(holdsPersonalData(text)).toBe(true);
    expect(holdsMask(shown)).toBe(true);
  });

  it.each([
    "Kế hoạch số 105/KH-UBND ngày 06/5/2021, giai đoạn 2021-2030",
    "64.200.000.000 đồng (64,2 tỷ đồng), trong đó 20.100.000.000 đồng",
    "Nghị định số 13/2023/NĐ-CP; Quyết định 127/QĐ-TTg ngày 26/01/2021",
    "0,5% đến 0.75 điểm; 01 cơ sở, 02 xã, 2022 - 2030; Mục III.10",
    "1.000.000.000.000 đồng, 100 000 000 đồng, 12 345 678 hộ",
  ])("is not seen in “%s”", (text) => {
    expect(createMask().mask(text)).toBe(text);
    expect(holdsPersonalData(text)).toBe(false);
  });

  it("leaves nothing to mask behind, however the digits are set apart", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    const gap = fc.constantFrom("", " ", ".", "-");
    fc.assert(
      fc.property(digits, gap, fc.constantFrom("Gọi ", "(", "", "số:"), (rest, between, before) => {
        const text = `${before}0${between}${rest.slice(0, 3).join("")}${between}${rest.slice(3, 6).join("")}${between}${rest.slice(6).join("")} nhé`;
        const { mask } = createMask();
        expect(holdsPersonalData(mask(text))).toBe(false);
        expect(mask(text)).not.toContain(rest.slice(3).join(""));
      }),
    );
  });
});
