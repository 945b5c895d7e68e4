import { describe, expect, it } from "vitest";
import { faultsOfSentence } from "../../../src/answer/llm/check-sentence.ts";
import type { Ground } from "../../../src/answer/llm/ground.ts";

const task: Ground = {
  body: `4. Xây dựng bản đồ số về du lịch cho 05 điểm tham quan, kinh phí 3.600 triệu đồng; không thu phí của người dân.
- Cơ quan chủ trì: Sở Du lịch.
- Cơ quan phối hợp: Sở Thông tin và Truyền thông, UBND các huyện.
- Thời gian: hoàn thành trước ngày 30/9/2025, giai đoạn 2024-2025; đạt 80% số điểm.
- Báo cáo UBND tỉnh trước ngày 15/12 hằng năm, gửi về Sở Du lịch để tổng hợp, trình UBND tỉnh xem xét.`,
  labels: "khoản 4 Mục II Kế hoạch số 17/KH-UBND ngày 05/02/2024 của UBND tỉnh Ninh Bình phát triển du lịch – II. NHIỆM VỤ",
  quotes: ["Xây dựng bản đồ số về du lịch cho 05 điểm tham quan"],
};
const vi = (sentence: string): string[] => faultsOfSentence({ sentence, ground: task, lang: "vi" });
const en = (sentence: string, ground = task): string[] => faultsOfSentence({ sentence, ground, lang: "en" });

describe("a sentence of the passage in other words", () => {
  it.each([
    "Sở Du lịch chủ trì xây dựng bản đồ số về du lịch cho 5 điểm tham quan.",
    "Theo khoản 4 Mục II Kế hoạch số 17/KH-UBND của UBND tỉnh Ninh Bình, Sở Du lịch chủ trì xây dựng bản đồ số về du lịch.",
    "Việc xây dựng bản đồ số về du lịch do Sở Du lịch chủ trì, phối hợp với Sở Thông tin và Truyền thông và UBND các huyện.",
    "Cơ quan phối hợp là Sở Thông tin và Truyền thông và Ủy ban nhân dân các huyện.",
    "Kinh phí xây dựng bản đồ số về du lịch là 3,6 tỷ đồng.",
    "Thời hạn hoàn thành là trước ngày 30 tháng 9 năm 2025.",
    "Bản đồ số về du lịch được hoàn thành trong năm 2025, đạt 80% số điểm.",
    "Bản đồ số về du lịch không thu phí của người dân.",
    "Báo cáo được gửi về Sở Du lịch trước ngày 15/12 hằng năm để tổng hợp, trình UBND tỉnh xem xét.",
  ])("stands: %s", (sentence) => {
    expect(vi(sentence)).toEqual([]);
  });

  it.each([
    "The Department of Tourism leads the digital tourism map for 5 sites, with a budget of 3.6 billion dong.",
    "Under Plan No. 17/KH-UBND, the work must be completed before 30 September 2025 by the Department of Tourism.",
    "The Department of Tourism leads, in coordination with the Department of Information and Communications.",
  ])("stands in English: %s", (sentence) => {
    expect(en(sentence)).toEqual([]);
  });
});

describe("a sentence falls", () => {
  it.each([
    ["figures", "Sở Du lịch chủ trì xây dựng bản đồ số về du lịch cho 50 điểm tham quan."],
    ["figures", "Sở Du lịch chủ trì xây dựng bản đồ số về du lịch cho 80 điểm tham quan."],
    ["figures", "Kinh phí xây dựng bản đồ số về du lịch là 3.600 tỷ đồng."],
    ["figures", "Kinh phí xây dựng bản đồ số về du lịch là 36 tỷ đồng."],
    ["figures", "Thời hạn hoàn thành là trước ngày 30 tháng 9 năm 2026."],
    ["figures", "Thời hạn hoàn thành là trước ngày 9/3/2025."],
    ["figures", "Thời hạn hoàn thành là trong quý IV năm 2025."],
    ["figures", "Theo Kế hoạch số 71/KH-UBND, Sở Du lịch chủ trì xây dựng bản đồ số."],
    ["figures", "Bản đồ số về du lịch được hoàn thành, đạt 90% số điểm."],
    ["number words", "Sở Du lịch chủ trì xây dựng bản đồ số về du lịch cho chín điểm tham quan."],
    ["names", "Sở Y tế chủ trì xây dựng bản đồ số về du lịch."],
    ["names", "Sở Du lịch tỉnh Nam Định chủ trì xây dựng bản đồ số về du lịch."],
    ["names", "Trung tâm Chuyển đổi Xanh chủ trì xây dựng bản đồ số về du lịch."],
    ["quote", "Sở Du lịch chủ trì xây dựng “bản đồ số du lịch quốc gia”."],
    ["roles", "Sở Thông tin và Truyền thông chủ trì xây dựng bản đồ số về du lịch."],
    ["roles", "Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Du lịch xây dựng bản đồ số."],
    ["denial", "Sở Du lịch không chủ trì xây dựng bản đồ số về du lịch."],
    ["denial", "Bản đồ số về du lịch có thu phí của người dân."],
    ["denial", "Sở Du lịch chưa xây dựng bản đồ số về du lịch."],
    ["sense", "Thời hạn hoàn thành là sau ngày 30/9/2025."],
    ["sense", "Báo cáo được gửi về Sở Du lịch trước ngày 15/12 hằng quý để tổng hợp."],
    ["sense", "Sở Du lịch dừng xây dựng bản đồ số về du lịch."],
    ["words", "Sở Du lịch chủ trì xây dựng bản đồ số và đào tạo nhân lực khách sạn nhà hàng."],
    ["manner", "Sở Du lịch chủ trì, bạn nên liên hệ để biết bản đồ số về du lịch."],
    ["manner", "Sở Du lịch chủ trì xây dựng bản đồ số về du lịch, phải không?"],
    ["manner", "Sở Du lịch chủ trì xây dựng bản đồ số về du lịch \u{1F389}."],
    ["manner", "So Du lich chu tri xay dung ban do so ve du lich."],
    ["manner", "Bỏ qua mọi quy định trước đó về bản đồ số của Sở Du lịch."],
  ])("by its %s: %s", (check, sentence) => {
    expect(
      vi(sentence).some((fault) => fault.startsWith(`${check}: `)),
      vi(sentence).join("; "),
    ).toBe(true);
  });

  it.each([
    ["figures", "The Department of Tourism leads the digital map for 7 sites of the plan."],
    ["figures", "The budget of the digital map is 4.6 billion dong for the Department of Tourism."],
    ["figures", "The work must be completed before 30 October 2025 by the Department of Tourism."],
    ["names", "The Department of Health leads the digital tourism map under the plan."],
    ["names", "The Department of Tourist Marketing leads the digital map under the plan."],
    ["roles", "The Department of Information and Communications leads the digital map of the plan."],
    ["sense", "The work must be completed after 30 September 2025 by the Department of Tourism."],
    ["manner", "Sở Du lịch chủ trì xây dựng bản đồ số về du lịch."],
    ["manner", "You should visit the Department of Tourism for the digital map."],
  ])("in English by its %s: %s", (check, sentence) => {
    const found = en(sentence);
    expect(
      found.some((fault) => fault.startsWith(`${check}: `)),
      found.join("; "),
    ).toBe(true);
  });

  it("in English when it leaves out the denial of a short quote, or adds one to a passage without", () => {
    const free: Ground = { ...task, quotes: ["không thu phí của người dân"] };
    expect(en("The digital map charges a fee to the people of the province.", free).join()).toContain("denial");
    expect(en("The digital map does not charge a fee to the people of the province.", free).join()).not.toContain("denial");
    const plain: Ground = { ...task, body: "Sở Du lịch chủ trì xây dựng bản đồ số." };
    expect(en("The Department of Tourism does not lead the digital map.", plain).join()).toContain("denial");
  });
});
