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

it("where the money comes from is told from the section on money, not from a task that speaks of capital", async () => {
  expect((await ask("Tiền ở đâu ra để làm kế hoạch AI Bình Phước?")).citations[0]?.section.id).toBe("V");
});

it("the document that is asked for is named", async () => {
  expect((await ask("Kế hoạch nào còn là dự thảo?")).answer).toMatch(/^\*\*Dự thảo Kế hoạch của UBND tỉnh Sóc Trăng/u);
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

describe("the fact asked for", () => {
  const opening = ({ answer }: Answer): string => answer.slice(0, 400);

  it("of a long list stands before it: how many tasks, and each in a few words", async () => {
    const answer = await ask("Liệt kê nhiệm vụ của Sở Thông tin và Truyền thông tỉnh Sóc Trăng");
    expect(opening(answer)).toMatch(/được giao 4 nhiệm vụ.*tuyên truyền|được giao 4 nhiệm vụ.*giới thiệu/u);
    expect(opening(answer)).toContain("internet vạn vật");
    expect(answer.blocks[1]).toMatchObject({ type: "list" });
    expect(answer.blocks[1]?.type === "list" ? answer.blocks[1].items.length : 0).toBe(4);
  });

  it("of several plans begins with which plans they are", async () => {
    const text = opening(await ask("Sở Tài chính có nhiệm vụ gì?"));
    for (const place of ["Bình Phước", "Bình Thuận", "Sóc Trăng"]) expect(text).toContain(place);
  });

  it("of a comparison stands before the table, every place in it cited", async () => {
    const { blocks } = await ask("So sánh nguồn kinh phí của Bình Phước và Sóc Trăng");
    const [first, second] = blocks;
    expect(second?.type).toBe("table");
    const spans = first?.type === "paragraph" ? first.spans : [];
    expect(spans.filter((span) => "cite" in span)).toHaveLength(2);
  });

  it("is said to be missing with its reason where a plan's source is cut off", async () => {
    const { answer } = await ask("So sánh nhiệm vụ của Sở Y tế ở Bình Thuận, Sóc Trăng và Lạng Sơn");
    expect(answer).toContain("không nêu (văn bản nguồn bị cắt)");
  });
});

describe("reports", () => {
  it.each([
    ["Sở Y tế Sóc Trăng gửi báo cáo cho ai?", "Sở Khoa học và Công nghệ"],
    ["Xã, thị trấn ở Bình Sơn nộp báo cáo về đâu?", "UBND huyện"],
  ])("go to the one whom the register names: %s", async (question, receiver) => {
    const { answer, status } = await ask(question);
    expect(status).toBe("answered");
    expect(answer.slice(0, 120)).toContain(`Nơi nhận báo cáo: **${receiver}`);
  });

  it("have the day and the receiver together where both are asked", async () => {
    const { answer } = await ask("Các sở, huyện ở Bình Phước phải gửi báo cáo hằng năm trước ngày nào, gửi cho ai?");
    expect(answer.slice(0, 200)).toMatch(/05\/12.*nơi nhận: \*\*Sở Khoa học và Công nghệ/u);
  });

  it("says of the agency that receives the reports to whom it hands them on, and no day that binds others", async () => {
    const { answer } = await ask("Sở KH&CN Bình Phước gửi báo cáo cho ai?");
    const first = answer.split("\n")[0] ?? "";
    expect(first).toContain("Bộ Khoa học và Công nghệ, UBND tỉnh");
    expect(first).not.toContain("05/12");
  });
});

describe("an agency and a time asked in one question", () => {
  it("are answered together, from the same task", async () => {
    const { answer, citations } = await ask("Cơ quan nào chủ trì ứng dụng AI trong quân sự ở Bình Sơn và phải xong trước ngày nào?");
    expect(answer.slice(0, 200)).toMatch(/Ban chỉ huy quân sự huyện Bình Sơn.*2025-2030/u);
    expect(new Set(citations.map(({ section }) => section.id)).size).toBe(1);
  });
});

describe("personal details typed beside a question", () => {
  it.each(["SĐT của tôi 0912 345 678", "CCCD 052088001234", "email: nguyen.van.a@example.com"])("change no answer: %s", async (details) => {
    const question = "Sở Văn hóa, Thể thao và Du lịch Bình Thuận làm gì về du lịch?";
    const [plain, beside] = [await ask(question), await ask(`${question} ${details}`)];
    expect(plain.status).toBe("answered");
    expect(beside.blocks).toEqual(plain.blocks);
  });
});

describe("a fact that must be stated", () => {
  it.each(["Ai là hiệu trưởng trường đại học của Bình Thuận?", "Bình Thuận có bao nhiêu dân số?"])(
    "is not made of words near it: %s",
    async (question) => {
      expect((await ask(question)).status).toBe("refused");
    },
  );
});
