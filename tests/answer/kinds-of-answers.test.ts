/** What an official reads for each kind of question, over the five plans, the model faked: the composers decide, not the ranking. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/contract/answer.ts";
import type { OpenCollection } from "../quality/collections.ts";
import { openFakeCollection } from "./fake-collection.ts";

let collection: OpenCollection;
beforeAll(async () => {
  collection = await openFakeCollection();
});
afterAll(() => collection.close());
const ask = (question: string): Promise<Answer> => collection.aide.ask({ question });

describe("money", () => {
  it("of a year that the plan does not split out is refused", async () => {
    expect((await ask("Kinh phí năm 2022 của Sóc Trăng là bao nhiêu?")).status).toBe("refused");
  });

  it("that does not add up is said with both sums and its parts", async () => {
    const { answer, citations } = await ask("Kinh phí giai đoạn 2021-2025 của Sóc Trăng cộng lại có khớp không?");
    expect(answer).toMatch(/không khớp.*24\.100\.000\.000.*24\.000\.000\.000/u);
    expect(citations[0]?.quote).toContain("10.000.000.000");
  });
});

describe("two questions in one sentence", () => {
  it("are answered one after the other, each from its own section", async () => {
    const { answer, citations } = await ask("Các sở ở Sóc Trăng phải báo cáo trước ngày nào và kinh phí do ai bố trí?");
    expect(answer).toContain("01 tháng 12");
    expect(new Set(citations.map(({ section }) => section.id)).size).toBeGreaterThan(1);
  });

  it("stay one where the second half only asks for more of the same", async () => {
    const { answer } = await ask("Công an huyện Bình Sơn làm gì và phối hợp với ai?");
    expect(answer).toContain("UBND các xã");
  });
});

describe("what no plan answers", () => {
  it.each([
    "Viết giúp tôi bài phát biểu khai mạc hội nghị AI",
    "Translate the plan of Binh Thuan into French",
    "Thủ tướng Chính phủ là ai?",
    "Số điện thoại của Sở Y tế Bình Thuận?",
    "Phụ lục của Sóc Trăng chia kinh phí cho từng nhiệm vụ thế nào?",
    "Kế hoạch 105 của Lạng Sơn giao Sở Y tế nhiệm vụ gì?",
  ])("is refused: %s", async (question) => {
    const { status, citations } = await ask(question);
    expect([status, citations.length]).toEqual(["refused", 0]);
  });
});

describe("metadata", () => {
  it("that the text leaves blank is said, beside what it states", async () => {
    const { status, answer } = await ask("Kế hoạch của Bình Phước số mấy, ký ngày nào?");
    expect(status).toBe("partial");
    expect(answer).toMatch(/năm 2024[^]*Số hiệu: bản gốc để trống|Số hiệu: bản gốc để trống[^]*năm 2024/u);
  });

  it("of the covering letter is not the plan's", async () => {
    expect((await ask("Ai ký công văn lấy ý kiến của Sóc Trăng?")).answer).toContain("Trương Quốc Điền");
  });
});

describe("a section asked for by its heading", () => {
  it("is quoted whole", async () => {
    const { citations } = await ask("Mục tiêu của kế hoạch Bình Phước là gì?");
    expect(citations[0]?.section.id).toBe("II");
    expect(citations[0]?.quote).toMatch(/^1\. TTNT được ứng dụng[^]*lần thứ tư\.$/u);
  });
});
