/** Sums, their parts and years; days, lengths of time and the headings that set them; plans compared on the fact asked for. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/contract/answer.ts";
import type { OpenCollection } from "../quality/collections.ts";
import { openOwnCollection } from "./fake-collection.ts";
import { faultsOf } from "./well-formed.ts";

const letterhead = ({ place, number, year, subject }: { place: string; number: string; year: string; subject: string }): string[] => [
  "ỦY BAN NHÂN DÂN",
  `TỈNH ${place.toUpperCase()}`,
  `Số: ${number}/KH-UBND`,
  `${place}, ngày 10 tháng 3 năm ${year}`,
  "KẾ HOẠCH",
  subject,
];

const files: Readonly<Record<string, string>> = {
  "quang-ngai-61.txt": [
    ...letterhead({
      place: "Quảng Ngãi",
      number: "61",
      year: "2024",
      subject: "Phát triển nuôi biển trên địa bàn tỉnh Quảng Ngãi giai đoạn 2024 - 2026",
    }),
    "I. MỤC TIÊU",
    "1. Mục tiêu đến năm 2026",
    "a) Có 45 lồng nuôi gắn cảm biến oxy.",
    "b) Tỷ lệ tàu cá bật thiết bị giám sát hành trình đạt 98%.",
    "II. NHIỆM VỤ",
    "1. Lắp phao quan trắc nước biển.",
    "- Cơ quan chủ trì: Sở Nông nghiệp và Môi trường.",
    "- Thời gian thực hiện: Năm 2025.",
    "- Kinh phí: 1.250 triệu đồng.",
    "2. Tập huấn ngư dân dùng ứng dụng thời tiết.",
    "- Cơ quan chủ trì: Hội Nông dân tỉnh.",
    "- Thời gian thực hiện: Năm 2024.",
    "- Kinh phí: 340 triệu đồng.",
    "3. Phủ sóng di động tại đảo Lý Sơn.",
    "- Cơ quan chủ trì: Sở Khoa học và Công nghệ.",
    "- Thời gian thực hiện: Năm 2026.",
    "- Kinh phí: Doanh nghiệp viễn thông tự bảo đảm.",
    "III. KINH PHÍ",
    "1. Tổng kinh phí: 8.400 triệu đồng, trong đó:",
    "- Ngân sách tỉnh: 5.100 triệu đồng;",
    "- Doanh nghiệp đóng góp: 3.300 triệu đồng.",
    "IV. TỔ CHỨC THỰC HIỆN",
    "1. Sở Nông nghiệp và Môi trường là cơ quan đầu mối; báo cáo Ủy ban nhân dân tỉnh định kỳ hằng quý, trước ngày 22 của tháng cuối quý; sơ kết vào tháng 6 năm 2025 và tổng kết vào tháng 11 năm 2026.",
    "2. Chủ lồng nuôi báo cáo sự cố tràn dầu về Sở Nông nghiệp và Môi trường chậm nhất 06 giờ kể từ khi phát hiện; nhật ký lồng nuôi lưu tối thiểu 36 tháng.",
    "3. Các sở, ngành gửi danh sách cán bộ đầu mối về Sở Khoa học và Công nghệ trước ngày 12 tháng 4 năm 2024.",
  ].join("\n"),
  "lang-son-8.txt": [
    ...letterhead({
      place: "Lạng Sơn",
      number: "8",
      year: "2025",
      subject: "Phòng, chống lừa đảo qua mạng trên địa bàn tỉnh Lạng Sơn năm 2025",
    }),
    "I. TÌNH HÌNH",
    "1. Năm 2024 trên địa bàn tỉnh xảy ra 140 vụ lừa đảo qua mạng, thiệt hại 37 tỷ đồng.",
    "2. Đã số hóa 1,4 triệu trang hồ sơ vụ án.",
    "II. NHIỆM VỤ",
    "1. Công an tỉnh tuyên truyền phòng, chống lừa đảo qua mạng tại các chợ biên giới.",
  ].join("\n"),
  "phu-tho-19.txt": [
    ...letterhead({ place: "Phú Thọ", number: "19", year: "2025", subject: "Bảo tồn hát Xoan trên địa bàn tỉnh Phú Thọ năm 2025" }),
    "I. NHIỆM VỤ",
    "1. Sở Khoa học và Công nghệ",
    "- Xây dựng kho âm thanh số về hát Xoan.",
    "- Tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 20 tháng 12 hằng năm.",
    "2. Các sở, ngành gửi danh sách cán bộ đầu mối về Sở Khoa học và Công nghệ trước ngày 28 tháng 5 năm 2025.",
    "3. Công bố, tuyên truyền Kế hoạch số 77/KH-UBND ngày 05/9/2023 của Ủy ban nhân dân tỉnh về bảo tồn hát Xoan.",
    "II. KINH PHÍ",
    "1. Tổng kinh phí dự kiến 960 triệu đồng.",
    "2. Nguồn kinh phí: ngân sách tỉnh và nguồn xã hội hóa.",
  ].join("\n"),
};

let collection: OpenCollection;
beforeAll(async () => {
  collection = await openOwnCollection(files);
});
afterAll(() => collection.close());
async function ask(question: string): Promise<Answer> {
  const answer = await collection.aide.ask({ question });
  expect(faultsOf(answer, collection.generation)).toEqual([]);
  return answer;
}

describe("money of a plan as a whole", () => {
  it("is its total, with the parts where they are asked for", async () => {
    const { answer } = await ask("Kế hoạch nuôi biển Quảng Ngãi hết cả thảy bao nhiêu tiền, chia theo nguồn thế nào?");
    expect(answer.slice(0, 400)).toMatch(/8\.400 triệu đồng[^]*5\.100 triệu đồng[^]*3\.300 triệu đồng/u);
  });

  it("is that of the one year that the plan is for", async () => {
    expect((await ask("Tổng kinh phí năm 2025 của Phú Thọ là bao nhiêu?")).answer).toContain("960 triệu đồng");
  });

  it.each([
    "Kinh phí năm 2025 của kế hoạch Quảng Ngãi là bao nhiêu?",
    "Quảng Ngãi bố trí bao nhiêu tiền cho năm 2028?",
    "What budget does Quang Ngai foresee for 2028?",
  ])("is not that of a year that it does not split out: %s", async (question) => {
    expect((await ask(question)).status).toBe("refused");
  });

  it("is not said of a thing that the plan does not speak of", async () => {
    expect((await ask("Tổng kinh phí xây cầu vượt ở Quảng Ngãi là bao nhiêu?")).status).toBe("refused");
  });
});

describe("sums that are no budget", () => {
  it("are not given for one: losses, what was already paid, things counted in millions", async () => {
    expect((await ask("Phú Thọ đã giải ngân bao nhiêu tiền cho hát Xoan?")).status).toBe("refused");
    expect((await ask("Lạng Sơn chi bao nhiêu tiền cho chống lừa đảo qua mạng?")).status).toBe("refused");
    expect((await ask("Lừa đảo qua mạng ở Lạng Sơn gây thiệt hại bao nhiêu tiền?")).answer).toContain("37 tỷ đồng");
  });
});

describe("money of a task", () => {
  it("of two tasks asked for is given for both, each from its own row", async () => {
    const { answer, citations } = await ask(
      "Ở Quảng Ngãi lắp phao quan trắc nước biển hết bao nhiêu, còn tập huấn ngư dân thì bao nhiêu tiền?",
    );
    expect(answer).toMatch(/1\.250 triệu đồng/u);
    expect(answer).toMatch(/340 triệu đồng/u);
    expect(new Set(citations.map(({ section }) => section.id)).size).toBeGreaterThan(1);
  });

  it("that others bear is said in the plan's words", async () => {
    expect((await ask("Phủ sóng di động đảo Lý Sơn của Quảng Ngãi tốn bao nhiêu tiền?")).answer).toContain(
      "Doanh nghiệp viễn thông tự bảo đảm",
    );
  });

  it("of an agency that the question names, with nothing else, is that of its tasks and not the plan's", async () => {
    const { answer } = await ask("Hội Nông dân tỉnh Quảng Ngãi được bao nhiêu tiền?");
    expect(answer).toContain("340 triệu đồng");
    expect(answer.slice(0, 200)).not.toContain("8.400");
  });
});

describe("time", () => {
  it("is not the date of a document that is cited", async () => {
    const { answer } = await ask("Phú Thọ họp báo công bố kế hoạch ngày nào?");
    expect(answer).not.toContain("05/9/2023");
  });

  it("that a heading sets for a goal is given, and the heading cited", async () => {
    const { answer, citations } = await ask("Đến năm nào Quảng Ngãi có 45 lồng nuôi gắn cảm biến oxy?");
    expect(answer).toMatch(/đến năm 2026/u);
    expect(citations.some(({ quote }) => quote.includes("Mục tiêu đến năm 2026"))).toBe(true);
  });

  it("of two days in a sentence is the one asked about", async () => {
    const { answer } = await ask("Kế hoạch Quảng Ngãi tổng kết tháng mấy?");
    expect(answer.slice(0, 80)).toMatch(/tháng 11 năm 2026/u);
    expect(answer.slice(0, 80)).not.toMatch(/tháng 6/u);
  });

  it("is a length where a length is asked for", async () => {
    expect((await ask("Sự cố tràn dầu ở lồng nuôi Quảng Ngãi phải báo cáo trong bao lâu?")).answer.slice(0, 120)).toContain(
      "chậm nhất 06 giờ",
    );
    expect((await ask("Nhật ký lồng nuôi ở Quảng Ngãi lưu bao lâu?")).answer.slice(0, 120)).toContain("tối thiểu 36 tháng");
  });

  it("at which the lead agency reports is its own, not that of those who report to it", async () => {
    const { answer } = await ask("Cơ quan đầu mối của Quảng Ngãi báo cáo định kỳ thế nào?");
    expect(answer.slice(0, 200)).toMatch(/hằng quý, trước ngày 22 của tháng cuối quý/u);
  });
});

describe("plans side by side", () => {
  it("are compared on the day that is asked, though an agency is named", async () => {
    const { answer } = await ask("So sánh hạn gửi danh sách đầu mối về Sở Khoa học và Công nghệ ở Quảng Ngãi và Phú Thọ");
    expect(answer.slice(0, 400)).toMatch(/12 tháng 4 năm 2024[^]*28 tháng 5 năm 2025/u);
  });

  it("are compared on their totals, whatever words name the other plan", async () => {
    const { answer } = await ask("so sanh tổng kinh phí kế hoạch nuôi biển Quảng Ngãi với kế hoạch hát Xoan Phú Thọ");
    expect(answer.slice(0, 400)).toMatch(/8\.400 triệu đồng[^]*960 triệu đồng/u);
  });
});
