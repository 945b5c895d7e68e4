import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { documentOf, heldOut, planNamed } from "./read-plan.ts";

const relations = (plan: ReturnType<typeof parsePlan>): string[] => plan.relations.map(({ kind, number }) => `${kind} ${number}`);

describe("relations to other documents", () => {
  it("say what a plan implements", () => {
    expect(relations(planNamed("binh-son-124-kh-ubnd-2021"))).toContain("implements 83/KH-UBND");
    expect(relations(planNamed("binh-phuoc-2024"))).toContain("implements 127/QĐ-TTg");
  });

  it("say what a plan replaces, amends and is issued under, with the words that prove it", () => {
    const plan = parsePlan(
      documentOf(
        "KẾ HOẠCH\nỨng dụng trí tuệ nhân tạo\n(Ban hành kèm theo Quyết định số 1562/QĐ-UBND ngày 25/8/2023)\nI. HIỆU LỰC\n1. Kế hoạch này thay thế Kế hoạch số 1187/KH-UBND ngày 02/4/2022.\n2. Sửa đổi, bổ sung điểm 2 của Kế hoạch số 3377/KH-UBND ngày 01/7/2023.",
      ),
    );
    expect(relations(plan)).toEqual(["issued-under 1562/QĐ-UBND", "supersedes 1187/KH-UBND", "amends 3377/KH-UBND"]);
    for (const { evidence, number } of plan.relations) expect(plan.text.slice(evidence.start, evidence.end)).toContain(number);
    expect(plan.relations[1]?.evidence.sectionId).toBe("I.1");
  });

  const said = (lines: readonly string[], subject = "Ứng dụng trí tuệ nhân tạo"): string[] =>
    parsePlan(documentOf(["KẾ HOẠCH", subject, "I. TỔ CHỨC THỰC HIỆN", ...lines].join("\n"))).relations.map(
      ({ kind, number, issuedOn, issuer, targets }) =>
        [kind, ...targets.map(({ printed, repeals }) => `${repeals ? "bãi bỏ " : ""}${printed} /`), number, issuedOn ?? "", issuer ?? ""]
          .join(" ")
          .trim(),
    );

  it.each([
    [
      "1. Kế hoạch này thay thế Kế hoạch số 83/KH-UBND ngày 04/6/2021 của UBND tỉnh Cà Mau và Kế hoạch số 90/KH-UBND ngày 01 tháng 02 năm 2022.",
      ["supersedes 83/KH-UBND 2021-06-04 UBND tỉnh Cà Mau", "supersedes 90/KH-UBND 2022-02-01"],
    ],
    ["1. Kế hoạch này bãi bỏ khoản 3 Mục II Kế hoạch số 83 /KH-UBND.", ["amends bãi bỏ khoản 3 Mục II / 83/KH-UBND"]],
    ["1. Kế hoạch số 83/KH-UBND ngày 04/6/2021 hết hiệu lực kể từ ngày Kế hoạch này có hiệu lực.", ["supersedes 83/KH-UBND 2021-06-04"]],
    [
      "1. Sửa đổi các khoản 2, 3 và 5 Mục III Kế hoạch số 83/KH-UBND.",
      ["amends khoản 2 Mục III / khoản 3 Mục III / khoản 5 Mục III / 83/KH-UBND"],
    ],
    [
      "1. Sửa đổi, bổ sung điểm a khoản 2 Mục III của Kế hoạch ban hành kèm theo Quyết định số 12/2024/QĐ-UBND ngày 05/02/2024 như sau:",
      ["amends điểm a khoản 2 Mục III / 12/2024/QĐ-UBND 2024-02-05"],
    ],
    ["1. Thay cụm từ “CNTT” bằng cụm từ “TTNT” tại khoản 2 Mục III Kế hoạch số 83/KH-UBND.", ["amends khoản 2 Mục III / 83/KH-UBND"]],
    ["1. Bổ sung điểm c vào khoản 2 Mục III Kế hoạch số 83/KH-UBND.", ["amends khoản 2 Mục III / 83/KH-UBND"]],
    ["1. Bổ sung khoản 6 vào sau khoản 5 Mục III Kế hoạch số 83/KH-UBND.", ["amends 83/KH-UBND"]],
    [
      "Thực hiện Quyết định số 127/QĐ-TTg ngày 26/01/2021 của Thủ tướng Chính phủ; Công văn số 505/BKHCN-CNC ngày 12/3/2021 của Bộ Khoa học và Công nghệ về việc triển khai.",
      ["implements 127/QĐ-TTg 2021-01-26 Thủ tướng Chính phủ", "implements 505/BKHCN-CNC 2021-03-12 Bộ Khoa học và Công nghệ"],
    ],
  ])("are read from %j", (line, expected) => {
    expect(said([line])).toEqual(expected);
  });

  it.each([
    "1. Sở Y tế tham mưu thay thế Kế hoạch số 83/KH-UBND ngày 04/6/2021.",
    "- Rà soát, sửa đổi, bổ sung Kế hoạch số 83/KH-UBND cho phù hợp với tình hình thực tế.",
    "- Điều chỉnh Kế hoạch số 83/KH-UBND khi cần thiết.",
    "1. Kế hoạch này được xem xét sửa đổi sau khi sơ kết Kế hoạch số 83/KH-UBND.",
    "1. Kế hoạch số 90/KH-UBND thay thế Kế hoạch số 83/KH-UBND từ năm 2022.",
    "1. Theo Phụ lục ban hành kèm theo Quyết định số 83/QĐ-UBND.",
    "1. Máy móc không thay thế trách nhiệm của người có thẩm quyền theo Nghị định số 30/2020/NĐ-CP.",
  ])("are none in %j", (line) => {
    expect(said([line])).toEqual([]);
  });

  it("never name the document itself", () => {
    for (const document of heldOut) {
      const plan = parsePlan(document);
      expect(plan.relations.map((relation) => relation.number)).not.toContain(plan.number?.value);
    }
  });
});
