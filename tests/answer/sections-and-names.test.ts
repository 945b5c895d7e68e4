/** Sections, names and agencies that a question names: found where they stand, put right where they are wrong, refused where nobody speaks of them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Turn } from "../../src/contract/answer.ts";
import type { OpenCollection } from "../quality/collections.ts";
import { openOwnCollection } from "./fake-collection.ts";

const files: Readonly<Record<string, string>> = {
  "ninh-binh-77.txt": [
    "ỦY BAN NHÂN DÂN",
    "TỈNH NINH BÌNH",
    "Số: 77/KH-UBND",
    "Ninh Bình, ngày 08 tháng 4 năm 2024",
    "KẾ HOẠCH",
    "Số hóa di sản và quản lý du khách trên địa bàn tỉnh Ninh Bình giai đoạn 2024 - 2026",
    "I. MỤC TIÊU",
    "1. Quét ba chiều 40 di tích, phủ 120 ha vùng lõi.",
    "2. Có 01 kho dữ liệu di sản đặt tại trung tâm dữ liệu của tỉnh.",
    "II. NHIỆM VỤ",
    "1. Sở Du lịch",
    "- Chủ trì lắp cổng đếm khách tại bến thuyền, hoàn thành trước ngày 30/9/2025.",
    "2. Sở Văn hóa và Thể thao",
    "- Chủ trì, phối hợp với Bảo tàng tỉnh quét ba chiều di tích.",
    "- Ban hành quy định dùng thư điện tử công vụ trong quý II/2025.",
    "3. Ủy ban nhân dân các xã, phường",
    "- Vận động hộ dân cho mượn hiện vật để quét.",
    "- Riêng Ủy ban nhân dân xã Trường Yên thí điểm thuyết minh bằng giọng máy.",
    "III. KINH PHÍ",
    "1. Giai đoạn 1: 3.400 triệu đồng.",
    "2. Giai đoạn 2: 5.250 triệu đồng.",
    "Căn cứ Quyết định số 512/QĐ-UBND ngày 02/3/2023 của Ủy ban nhân dân tỉnh phê duyệt Đề án bảo tồn hang động, các sở triển khai Kế hoạch này.",
  ].join("\n"),
  "ninh-binh-19.txt": [
    "ỦY BAN NHÂN DÂN",
    "TỈNH NINH BÌNH",
    "Số: 19/QĐ-UBND",
    "Ninh Bình, ngày 20 tháng 6 năm 2024",
    "QUYẾT ĐỊNH",
    "Ban hành Quy định quản lý máy bay không người lái trên địa bàn tỉnh Ninh Bình",
    "Điều 1. Máy bay không người lái chỉ được bay khi có đơn được duyệt.",
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 88/QĐ-UBND ngày 11/11/2019.",
  ].join("\n"),
};

let collection: OpenCollection;
beforeAll(async () => {
  collection = await openOwnCollection(files);
});
afterAll(() => collection.close());
const ask = (question: string, history: readonly Turn[] = []): Promise<Answer> =>
  collection.aide.ask({ question, ...(history.length === 0 ? {} : { history: [...history] }) });

describe("a section that the question names", () => {
  it.each([
    "Khoản 2 Mục II Kế hoạch 77 nói gì?",
    "What does item 2 of Section II of plan 77 say?",
    "mục 2 phần II… khoản 2 mục II kế hoạch 77 quy định gì",
  ])("is shown in its own words: %s", async (question) => {
    const { status, citations } = await ask(question);
    expect(status).toBe("answered");
    expect(citations[0]?.section.id).toBe("II.2");
  });

  it("that the document does not have is said to be missing", async () => {
    const { status, answer } = await ask("Mục VII của Kế hoạch 77 nói gì?");
    expect(status).toBe("refused");
    expect(answer).toContain("không có Mục VII");
  });
});

describe("a name that no document holds", () => {
  it.each(["Huyện Mù Cang Chải quét di tích thế nào?", "Trường Nguyễn Bỉnh Khiêm được lắp cổng đếm khách không?"])(
    "is refused and told apart: %s",
    async (question) => {
      const { status, answer } = await ask(question);
      expect(status).toBe("refused");
      expect(answer).toMatch(/Mù Cang Chải|Nguyễn Bỉnh Khiêm/u);
    },
  );

  it("is no bar where it is the asker's, or a capital within a phrase of the plan", async () => {
    expect((await ask("Tôi là Trần Quang Vinh, cho hỏi Sở Du lịch lắp cổng đếm khách trước ngày nào?")).status).toBe("answered");
    expect((await ask("Phần Nhiệm vụ giao Sở Du lịch việc gì?")).status).toBe("answered");
  });
});

describe("an agency that the question names to be confirmed", () => {
  it("is confirmed, or put right", async () => {
    expect((await ask("Có phải Sở Du lịch chủ trì lắp cổng đếm khách tại bến thuyền không?")).answer).toMatch(/^Đúng: \*\*Sở Du lịch/u);
    const wrong = await ask("Có phải Sở Du lịch chủ trì quét ba chiều di tích không?");
    expect(wrong.answer).toMatch(/^Không phải Sở Du lịch: \*\*Sở Văn hóa và Thể thao/u);
  });

  it("is one commune of many only by its own name", async () => {
    const { citations } = await ask("Riêng UBND xã Trường Yên được giao thí điểm việc gì?");
    expect(citations.map(({ quote }) => quote).join("\n")).toContain("giọng máy");
  });
});

describe("a figure that is asked for", () => {
  it("is refused without its unit, given with it", async () => {
    expect((await ask("Kho dữ liệu di sản của Ninh Bình rộng bao nhiêu héc-ta?")).status).toBe("refused");
    expect((await ask("Vùng lõi quét ba chiều ở Ninh Bình bao nhiêu ha?")).answer).toContain("120 ha");
  });

  it("of another stage is found by a follow-up that names only the stage", async () => {
    const { answer } = await ask("Còn giai đoạn 2?", [
      { role: "user", content: "Kinh phí giai đoạn 1 của Ninh Bình là bao nhiêu?" },
      { role: "assistant", content: "3.400 triệu đồng." },
    ]);
    expect(answer).toContain("5.250 triệu đồng");
  });
});

describe("documents and their facts", () => {
  it("a day of effect is the day of signing where the text says so, not the day of the document replaced", async () => {
    const { answer } = await ask("Quyết định 19 có hiệu lực từ khi nào?");
    expect(answer).toContain("20 tháng 6 năm 2024");
    expect(answer.slice(0, 120)).not.toContain("2019");
  });

  it("those that replace others are listed with what they replace", async () => {
    const { answer } = await ask("Những văn bản nào thay thế văn bản cũ?");
    expect(answer).toContain("88/QĐ-UBND");
    expect(answer).toContain("19/QĐ-UBND");
  });

  it("a document that is only mentioned is told by its number as printed", async () => {
    const { answer } = await ask("Đề án bảo tồn hang động được phê duyệt bằng quyết định nào?");
    expect(answer).toContain("512/QĐ-UBND");
  });
});

it("the time of a task is answered with whose task it is", async () => {
  const { answer } = await ask("Cổng đếm khách ở bến thuyền phải lắp xong trước ngày nào?");
  expect(answer).toMatch(/30\/9\/2025[^]*Sở Du lịch/u);
});

it("an official mailbox in a task is no request for an address", async () => {
  expect((await ask("Quy định dùng thư điện tử công vụ ban hành khi nào?")).answer).toContain("quý II/2025");
});
