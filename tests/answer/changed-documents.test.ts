/** A plan, and a later one that amends a part of it: what an official is told of either. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/contract/answer.ts";
import type { OpenCollection } from "../quality/collections.ts";
import { openOwnCollection } from "./fake-collection.ts";

const plan = (number: string, date: string, body: readonly string[], subject: string): string =>
  ["ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU", `Số: ${number}/KH-UBND`, `Cà Mau, ${date}`, "KẾ HOẠCH", subject, ...body].join("\n");

const files: Readonly<Record<string, string>> = {
  "ke-hoach-105.txt": plan(
    "105",
    "ngày 06 tháng 5 năm 2021",
    [
      "I. NHIỆM VỤ",
      "1. Sở Y tế",
      "- Chủ trì triển khai bệnh án điện tử tại các bệnh viện tuyến tỉnh.",
      "2. Sở Tài chính",
      "- Bố trí kinh phí thực hiện Kế hoạch hằng năm.",
    ],
    "Ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Cà Mau",
  ),
  "ke-hoach-210.txt": plan(
    "210",
    "ngày 10 tháng 3 năm 2023",
    [
      "I. NỘI DUNG",
      "1. Sửa đổi khoản 2 Mục I Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Cà Mau như sau: “Sở Tài chính cân đối kinh phí.”",
    ],
    "Sửa đổi Kế hoạch ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Cà Mau",
  ),
};

/** The same words under another name: listed, and not answered from twice. */
const copy = files["ke-hoach-105.txt"] ?? "";

let collection: OpenCollection;
beforeAll(async () => {
  collection = await openOwnCollection({ ...files, "ke-hoach-105-ban-sao.txt": copy }, { model: "fake" });
});
afterAll(() => collection.close());
const ask = (question: string, lang: "vi" | "en" = "vi"): Promise<Answer> => collection.aide.ask({ question, lang });

describe("an amended document", () => {
  it("is answered with a notice that names the later document, its section, and the part", async () => {
    const { notices } = await ask("Sở Tài chính làm gì theo Kế hoạch số 105/KH-UBND của Cà Mau?");
    expect(notices).toContainEqual({
      code: "amended",
      message:
        "Kế hoạch số 105/KH-UBND của UBND tỉnh Cà Mau đã được khoản 1 Mục I Kế hoạch số 210/KH-UBND của UBND tỉnh Cà Mau sửa đổi (khoản 2 Mục I).",
    });
    const english = await ask("What must the Department of Finance do under plan 105/KH-UBND?", "en");
    expect(english.notices.find(({ code }) => code === "amended")?.message).toMatch(
      /has been amended by Plan No\. 210\/KH-UBND.*clause 1, Section I.*clause 2, Section I/u,
    );
  });

  it("is said to be amended where the question asks whether it still holds, with the words that say so", async () => {
    const { answer, citations } = await ask("Kế hoạch số 105/KH-UBND của Cà Mau còn hiệu lực không?");
    expect(answer).toContain("đã được sửa đổi, bổ sung bởi Kế hoạch số 210/KH-UBND");
    expect(citations[0]).toMatchObject({ documentId: "ke-hoach-210", section: { id: "I.1" } });
  });

  it("keeps its rows in the register, each with whether it holds", () => {
    const { assignments } = collection.aide.assignments({ document: "ke-hoach-105" });
    expect(assignments.map(({ sectionId, standing, changedBy }) => [sectionId, standing, changedBy?.documentId ?? null])).toEqual([
      ["I.1-1", "current", null],
      ["I.2-1", "amended", "ke-hoach-210"],
    ]);
  });

  it("is shown with what it says of others, what changed it, and where its place is now", () => {
    expect(collection.aide.document("ke-hoach-105")).toMatchObject({
      status: "amended",
      issuedAt: "Cà Mau",
      placeNow: "Cà Mau",
      assignments: 2,
      changedBy: [{ documentId: "ke-hoach-210", sectionId: "I.1", kind: "amends", since: "2023-03-10", sectionIds: ["I.2"] }],
    });
    expect(collection.aide.document("ke-hoach-210")?.relations).toMatchObject([
      {
        kind: "amends",
        number: "105/KH-UBND",
        documentId: "ke-hoach-105",
        targets: [{ printed: "khoản 2 Mục I", repeals: false, sectionId: "I.1" }],
      },
    ]);
  });
});

it.each(["Kế hoạch số 105/KH-UBND của Cà Mau đã được sửa đổi chưa?", "ke hoach 105 cua Ca Mau co bi sua doi khong"])(
  "answers “%s” with what the later document did",
  async (question) => {
    const { status, answer } = await ask(question);
    expect(status).toBe("answered");
    expect(answer).toContain("210/KH-UBND");
  },
);

describe("a document kept twice", () => {
  it("is listed twice, and answered from once", async () => {
    expect(collection.aide.documents()).toHaveLength(3);
    const { answer, citations } = await ask("Sở Y tế Cà Mau phải làm gì?");
    expect(new Set(citations.map(({ documentId }) => documentId)).size).toBe(1);
    expect(answer.match(/bệnh án điện tử/gu)?.length).toBeLessThanOrEqual(2);
    expect(collection.aide.assignments({ agency: "Sở Y tế" }).total).toBe(1);
  });
});
