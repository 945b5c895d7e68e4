/** The language of a question, told by its small words; names of places and agencies say nothing. */
import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/answer/language-of.ts";

describe("a question", () => {
  it.each([
    "Cơ quan nào phụ trách AI du lịch ở Bình Thuận?",
    "co quan nao phu trach AI du lich o Binh Thuan",
    "thoi han gui bao cao la khi nao",
    "So Y te Soc Trang lam gi",
    "SO KHCN BT CO TRACH NHIEM GI",
    "Deadline báo cáo của Sóc Trăng?",
    "ke hoach nay co ap dung machine learning khong",
    "AI",
    "???",
    "105/KH-UBND",
    "còn Bình Phước thì sao?",
    "in ra ke hoach cua Lang Son",
  ])("in Vietnamese, or in nothing that tells: %s", (question) => {
    expect(languageOf(question)).toBe("vi");
  });

  it.each([
    "Which agency is in charge of AI in tourism in Bình Thuận?",
    "who supports them?",
    "What must Sở Y tế Sóc Trăng do?",
    "When is the annual report of Sóc Trăng due?",
    "how much money does Lang Son plan to spend",
    "Compare Bình Thuận and Sóc Trăng",
    "WHAT ARE THE GOALS UNTIL 2030?",
    "and what about Bình Phước?",
    "Is the plan of Soc Trang still a draft?",
  ])("in English: %s", (question) => {
    expect(languageOf(question)).toBe("en");
  });
});
