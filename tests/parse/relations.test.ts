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

  it("never name the document itself", () => {
    for (const document of heldOut) {
      const plan = parsePlan(document);
      expect(plan.relations.map((relation) => relation.number)).not.toContain(plan.number?.value);
    }
  });
});
