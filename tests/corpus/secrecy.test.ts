import { describe, expect, it } from "vitest";
import { bearsSecrecyStamp } from "../../src/corpus/secrecy.ts";

const linesOf = (text: string) => text.split("\n").map((line) => ({ text: line }));
const head = "ỦY BAN NHÂN DÂN\nTỈNH A\nSố: 12/KH-UBND\n";

describe("a secrecy stamp", () => {
  it.each([
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "[MẬT]",
    "| MẬT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
    "Độ mật: Tối mật",
    "TỐI MẬT (bản số 3)",
    "MẬT".normalize("NFD"),
  ])("is seen in %s", (stamp) => {
    expect(bearsSecrecyStamp(linesOf(`${head}${stamp}\nKẾ HOẠCH`))).toBe(true);
  });

  it.each(["Bảo mật", "BẢO MẬT", "MẶT", "mật", "MẬT ĐỘ DÂN SỐ", "bảo vệ bí mật nhà nước", "Độ mật:", "Bí mật"])(
    "is not seen in %s",
    (words) => {
      expect(bearsSecrecyStamp(linesOf(`${head}${words}\nKẾ HOẠCH`))).toBe(false);
    },
  );

  it("is looked for at the top only, where stamps stand", () => {
    expect(bearsSecrecyStamp(linesOf(`${head}${"Nội dung\n".repeat(80)}MẬT`))).toBe(false);
  });
});
