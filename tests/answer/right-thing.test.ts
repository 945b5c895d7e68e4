/** An answer about the thing that is asked: not another agency's day, the whole for a part, a goal for a number, a task for a ban. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Turn } from "../../src/contract/answer.ts";
import type { OpenCollection } from "../quality/collections.ts";
import { openOwnCollection } from "./fake-collection.ts";
import { faultsOf } from "./well-formed.ts";

const files: Readonly<Record<string, string>> = {
  "tuyen-quang-du-thao.txt": [
    "Số: /VP-KT",
    "Tuyên Quang, ngày tháng năm 2024",
    "V/v lấy ý kiến đối với dự thảo Kế hoạch phát triển vùng chè",
    "Kính gửi:",
    "- Lãnh đạo Sở Y tế, Sở Công Thương.",
    "Văn phòng Ủy ban nhân dân tỉnh gửi dự thảo Kế hoạch phát triển vùng chè an toàn của tỉnh lấy ý kiến các đồng chí.",
    "Đề nghị các đồng chí góp ý về việc kiểm nghiệm mẫu chè và gửi về Văn phòng Ủy ban nhân dân tỉnh trước ngày 17 tháng 5 năm 2024 để hoàn thành dự thảo.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "KT. CHÁNH VĂN PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG",
    "Lê Văn Bình",
    "ỦY BAN NHÂN DÂN",
    "TỈNH TUYÊN QUANG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số:...../KH-UBND",
    "Tuyên Quang, ngày..... tháng 5 năm 2024",
    "Dự thảo",
    "KẾ HOẠCH",
    "Phát triển vùng chè an toàn trên địa bàn tỉnh Tuyên Quang",
    "I. MỤC TIÊU",
    "1. 85% dân số vùng chè có tài khoản tra cứu nguồn gốc.",
    "2. Trung tâm Khuyến nông tỉnh, Trạm Thú y hoàn thành trước ngày 31/12/2025 việc nối mạng.",
    "3. Rửa kho chè ít nhất 02 lần/tháng.",
    "4. Năm 2028: có giao diện giọng nói tiếng Dao trên trang tra cứu.",
    "II. NHIỆM VỤ",
    "1. Sở Y tế",
    "- Kiểm nghiệm mẫu chè tại các chợ.",
    "2. Sở Công Thương",
    "- Kiểm nghiệm mẫu chè xuất khẩu, hoàn thành trước ngày 20/8/2025.",
    "3. Các sở, ban, ngành gửi báo cáo kết quả phát triển vùng chè về Sở Nông nghiệp và Môi trường trước ngày 05 tháng 12 hằng năm.",
    "4. Sở Nông nghiệp và Môi trường",
    "- Báo cáo Ủy ban nhân dân tỉnh kết quả phát triển vùng chè trước ngày 18 tháng 12 hằng năm.",
    "5. Mở 12 lớp hái chè, mỗi lớp 30 người; Hội Nông dân tỉnh chủ trì, xong trong năm 2025.",
    "III. KINH PHÍ",
    "Khái toán kinh phí thực hiện kế hoạch: 9.000 triệu đồng",
    "- Giai đoạn 2024 - 2025: 3.000 triệu đồng",
    "+ Kinh phí trung ương: 2.200 triệu đồng",
    "+ Kinh phí địa phương: 800 triệu đồng",
    "- Giai đoạn 2026 - 2030: 6.000 triệu đồng",
    "+ Kinh phí trung ương: 4.700 triệu đồng",
    "+ Kinh phí địa phương: 1.300 triệu đồng",
    "Nguồn vốn từ ngân sách nhà nước, vốn doanh nghiệp và tài trợ.",
  ].join("\n"),
  "gia-lai-7.txt": [
    "ỦY BAN NHÂN DÂN",
    "TỈNH GIA LAI",
    "Số: 7/KH-UBND",
    "Gia Lai, ngày 03 tháng 3 năm 2025",
    "KẾ HOẠCH",
    "Phủ sóng di động vùng sâu trên địa bàn tỉnh Gia Lai năm 2025",
    "I. HIỆN TRẠNG",
    "1. Khó khăn, hạn chế",
    "- Còn 21 làng, buôn chưa có sóng.",
    "2. Nguyên nhân",
    "Địa hình chia cắt; doanh nghiệp ngại đầu tư.",
    "II. NHIỆM VỤ",
    "| STT | Nhiệm vụ | Cơ quan chủ trì | Kinh phí (triệu đồng) |",
    "| 1 | Dựng 9 cột ăng ten | Sở Khoa học và Công nghệ | 2.700 |",
    "| 2 | Kéo điện lên cột, tỷ lệ 1/500 | Sở Công Thương | 640 |",
    "| | Tổng cộng | | 3.340 |",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Các doanh nghiệp viễn thông báo cáo kết quả về Công an tỉnh trước ngày 05 hằng tháng.",
    "2. Các doanh nghiệp viễn thông bảo trì cột, không thu tiền của dân.",
  ].join("\n"),
  "vinh-long-33.txt": [
    "ỦY BAN NHÂN DÂN",
    "TỈNH VĨNH LONG",
    "Số: 33/QĐ-UBND",
    "Vĩnh Long, ngày 12 tháng 2 năm 2025",
    "QUY CHẾ",
    "Vận hành kho ảnh viễn thám tỉnh Vĩnh Long",
    "Điều 1. Phạm vi",
    "Quy chế này quy định việc vận hành, cập nhật và sử dụng kho ảnh viễn thám của tỉnh.",
    "Điều 2. Hình thức khai thác",
    "1. Qua tài khoản do Sở Khoa học và Công nghệ cấp.",
    "2. Qua bản sao trên đĩa cứng, đối với ảnh trước năm 2015.",
    "Điều 3. Những hành vi bị nghiêm cấm",
    "1. Bán ảnh cho bên thứ ba.",
    "2. Tẩy tọa độ trên ảnh.",
    "3. Sử dụng ảnh của máy bay phải có cán bộ kho ảnh kiểm tra và ký xác nhận.",
    "Điều 4. Kinh phí",
    "Sở Tài chính tham mưu Ủy ban nhân dân tỉnh bố trí kinh phí thực hiện Quy chế trong dự toán chi thường xuyên.",
  ].join("\n"),
};

let collection: OpenCollection;
beforeAll(async () => {
  collection = await openOwnCollection(files);
});
afterAll(() => collection.close());
async function ask(question: string, ...before: string[]): Promise<Answer> {
  const history = before.map((content, index): Turn => ({ role: index % 2 === 0 ? "user" : "assistant", content }));
  const answer = await collection.aide.ask({ question, ...(history.length === 0 ? {} : { history }) });
  expect(faultsOf(answer, collection.generation)).toEqual([]);
  return answer;
}

describe("a day asked of one agency", () => {
  it("is not another agency's", async () => {
    expect((await ask("Sở Y tế Tuyên Quang phải kiểm nghiệm mẫu chè xong trước ngày nào?")).answer).not.toMatch(/20\/8|17 tháng 5/u);
    expect((await ask("Sở Công Thương Tuyên Quang phải kiểm nghiệm mẫu chè xuất khẩu xong trước ngày nào?")).answer).toContain("20/8/2025");
  });

  it("is that of the report it sends, not of those it gets", async () => {
    const { answer } = await ask(
      "To whom does Tuyen Quang's Department of Agriculture and Environment report each year on tea development, and by what date?",
    );
    expect(answer.slice(0, 300)).toMatch(/18 tháng 12/u);
    expect(answer.slice(0, 300)).toMatch(/Ủy ban nhân dân tỉnh|Provincial People's Committee/u);
  });

  it("comes from a covering letter only where comments on the draft are asked for", async () => {
    expect((await ask("Góp ý dự thảo kế hoạch chè của Tuyên Quang gửi trước ngày nào?")).answer).toContain("17 tháng 5 năm 2024");
  });
});

describe("money of a part", () => {
  it("is that part's, not the whole's", async () => {
    expect((await ask("Kinh phí địa phương giai đoạn 2024-2025 của Tuyên Quang là bao nhiêu?")).answer).toMatch(/\*\*800 triệu đồng/u);
    expect((await ask("Phần địa phương Tuyên Quang tự lo giai đoạn 2026-2030 là bao nhiêu?")).answer).toMatch(/\*\*1\.300 triệu đồng/u);
  });

  it("is not said where the plan gives only the whole that the question names", async () => {
    const { status } = await ask("Trong 9.000 triệu đồng của Tuyên Quang, vốn doanh nghiệp và tài trợ mỗi loại bao nhiêu?");
    expect(status).toBe("refused");
  });

  it("of two periods is given for both", async () => {
    const { answer } = await ask("So kinh phí địa phương hai giai đoạn 2024-2025 và 2026-2030 của Tuyên Quang");
    expect(answer).toMatch(/800 triệu đồng/u);
    expect(answer).toMatch(/1\.300 triệu đồng/u);
  });

  it("of the next period follows the one asked about before", async () => {
    const { answer } = await ask(
      "Thế giai đoạn sau thì bao nhiêu?",
      "Tổng kinh phí giai đoạn 2024-2025 của Tuyên Quang?",
      "3.000 triệu đồng.",
    );
    expect(answer.slice(0, 200)).toContain("6.000 triệu đồng");
  });
});

describe("where the money comes from", () => {
  it.each(["nguon kinh phi thuc hien ke hoach lay tu dau", "Tiền làm kho ảnh viễn thám Vĩnh Long lấy từ nguồn nào, sở nào tham mưu?"])(
    "is answered from the words on funding: %s",
    async (question) => {
      expect((await ask(question)).answer).toMatch(/Sở Tài chính tham mưu/u);
    },
  );
});

describe("a rule of a regulation", () => {
  it("that forbids is found under what is forbidden", async () => {
    expect((await ask("Người dùng kho ảnh viễn thám Vĩnh Long không được làm gì?")).answer).toMatch(
      /Bán ảnh cho bên thứ ba[^]*Tẩy tọa độ/u,
    );
  });

  it("on ways is found under the ways", async () => {
    expect((await ask("Muốn lấy ảnh từ kho ảnh viễn thám Vĩnh Long thì lấy bằng cách nào?")).answer).toMatch(/Qua tài khoản/u);
  });
});

describe("a number", () => {
  it("is a table's total where only the header states the unit", async () => {
    expect((await ask("Tổng kinh phí kế hoạch phủ sóng của Gia Lai là bao nhiêu?")).answer).toMatch(/\*\*3\.340 triệu đồng/u);
  });

  it("is not refused because a place's name folds like a word for money", async () => {
    expect((await ask("Gia Lai còn bao nhiêu làng, buôn chưa có sóng?")).answer).toContain("21 làng");
  });

  it("stands beside the agency that is asked for with it", async () => {
    const { answer } = await ask("Tuyên Quang mở mấy lớp hái chè, ai chủ trì?");
    expect(answer).toMatch(/12 lớp/u);
    expect(answer).toContain("Hội Nông dân");
  });

  it("of times a month is a rhythm", async () => {
    expect((await ask("Tuyên Quang rửa kho chè mấy lần một tháng?")).answer.slice(0, 120)).toContain("02 lần/tháng");
  });
});

describe("an agency", () => {
  it("that a plan names only in the plural has its tasks", async () => {
    expect((await ask("Doanh nghiệp viễn thông ở Gia Lai phải làm gì?")).answer).toContain("bảo trì cột");
  });

  it("has no day of what others report to the same receiver", async () => {
    expect((await ask("Sở Công Thương Gia Lai phải báo cáo Công an tỉnh trước ngày nào?")).status).toBe("refused");
  });

  it("asked to sign something is not the one who signed the document", async () => {
    expect((await ask("Ảnh của máy bay trong kho ảnh viễn thám Vĩnh Long thì ai ký xác nhận?")).answer).toContain(
      "cán bộ kho ảnh kiểm tra",
    );
  });
});

describe("a year that only begins a sentence", () => {
  it("is when", async () => {
    expect((await ask("Khi nào Tuyên Quang có giao diện giọng nói tiếng Dao?")).answer.slice(0, 200)).toContain("2028");
  });
});

describe("what a plan does not state", () => {
  it.each([
    "Tuyên Quang có bao nhiêu dân số?",
    "What is the population of Tuyen Quang?",
    "Tuyên Quang có mấy trung tâm khuyến nông?",
    "How much does a hotel room cost in Tuyen Quang?",
    "Ngày mai ở Tuyên Quang có mưa không?",
    "Kế hoạch tuyển dụng công chức của Tuyên Quang khi nào thi?",
  ])("is refused, whatever stands near: %s", async (question) => {
    expect((await ask(question)).status).toBe("refused");
  });
});
