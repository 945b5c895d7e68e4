/** The rules by which answers are judged: a scorer that is kind would make every floor worthless. */
import { describe, expect, it } from "vitest";
import { QuestionSchema, type Question } from "./questions.ts";
import { judge, lettersOf, type Reply } from "./score.ts";
import { calibration, calibrationError, summarise } from "./summary.ts";

const evidence = "chủ trì xây dựng bản đồ số du lịch";
const asked = (fields: Partial<Question> = {}): Question =>
  QuestionSchema.parse({
    id: "q1",
    lang: "vi",
    question: "Ai làm bản đồ số?",
    type: "agency",
    scope: ["mau"],
    gold: [{ document: "mau", evidence }],
    must: [["Sở Du lịch", "Sở VHTTDL"]],
    ...fields,
  });
const replied = (fields: Partial<Reply> = {}): Reply => ({
  status: "answered",
  answer: "**Sở Du lịch** – theo khoản 2 Mục II. [1]",
  citations: [{ documentId: "mau", text: `2. Sở Du lịch: ${evidence} của tỉnh.`, quote: evidence }],
  confidence: 0.9,
  ms: 1,
  ...fields,
});
const isRight = (question: Partial<Question>, reply: Partial<Reply>): boolean => judge(asked(question), replied(reply)).right;

describe("an answer", () => {
  it("that states the fact and cites the words is right", () => {
    expect(judge(asked(), replied())).toMatchObject({ right: true, cited: true, facts: true, early: true, inScope: 1 });
  });

  it("is compared by letters, digits and %, with diacritics", () => {
    expect(lettersOf("**Trước ngày** 01/12 [1, 2]\n- đạt 5%")).toBe("trước ngày 01 12 đạt 5%");
    expect(isRight({ must: [["sở du-lịch"]] }, {})).toBe(true);
    expect(isRight({ must: [["so du lich"]] }, {})).toBe(false);
  });

  it.each<[string, Partial<Question>, Partial<Reply>]>([
    ["without the fact", { must: [["Sở Y tế"]] }, {}],
    ["without one of two facts", { must: [["Sở Du lịch"], ["ngày 01/12"]] }, {}],
    ["with a wording that contradicts", { must_not: ["khoản 2"] }, {}],
    ["that cites other words", {}, { citations: [{ documentId: "mau", text: "3. Sở Y tế", quote: "Sở Y tế" }] }],
    ["that cites the words from another document", { gold: [{ document: "khac", evidence }] }, {}],
    ["that cites nothing", {}, { citations: [] }],
    [
      "that cites one place of two that are needed",
      {
        gold_mode: "all",
        gold: [
          { document: "mau", evidence },
          { document: "mau", evidence: "bệnh án điện tử" },
        ],
      },
      {},
    ],
    [
      "whose passage is longer than 3,000 characters",
      {},
      { citations: [{ documentId: "mau", text: evidence + " và".repeat(1500), quote: evidence }] },
    ],
    ["whose quote is not in its text", {}, { citations: [{ documentId: "mau", text: evidence, quote: "Sở Y tế" }] }],
    ["whose quote is empty", {}, { citations: [{ documentId: "mau", text: evidence, quote: "…" }] }],
    ["to a question for one fact that is longer than 1,200 characters", {}, { answer: `Sở Du lịch ${"và ".repeat(400)}` }],
    ["that is a refusal", {}, { status: "refused" }],
    ["that asks back although nothing is ambiguous", {}, { status: "clarify" }],
    ["that was an error", {}, { status: null }],
    ["given where nothing answers", { refuse: true, gold: [], must: [] }, {}],
    ["that refuses with a forbidden wording", { refuse: true, gold: [], must: [], must_not: ["Sở Du lịch"] }, { status: "refused" }],
  ])("%s is wrong", (_, question, reply) => {
    expect(isRight(question, reply)).toBe(false);
  });

  it.each<[string, Partial<Question>, Partial<Reply>]>([
    ["that refuses where nothing answers", { refuse: true, gold: [], must: [] }, { status: "refused", citations: [] }],
    ["that asks back when the question is ambiguous", { type: "ambiguous" }, { status: "clarify", citations: [], answer: "Nơi nào?" }],
    ["of 2,000 characters to a question for a list", { type: "list" }, { answer: `Sở Du lịch ${"và ".repeat(650)}` }],
    [
      "from a scan that differs in one word of eight",
      { fuzzy: true, gold: [{ document: "mau", evidence: "chủ trì xây dựng bản đồ số dư lịch" }] },
      {},
    ],
  ])("%s is right", (_, question, reply) => {
    expect(isRight(question, reply)).toBe(true);
  });
});

describe("figures", () => {
  it("count refusals, false refusals and facts that come late apart", () => {
    const verdicts = [
      judge(asked(), replied()),
      judge(asked(), replied({ answer: `${"Theo kế hoạch ".repeat(40)} Sở Du lịch` })),
      judge(asked(), replied({ status: "refused", answer: "Không tìm thấy.", citations: [] })),
      judge(asked({ refuse: true, gold: [], must: [] }), replied()),
    ];
    expect(summarise(verdicts)).toMatchObject({ questions: 4, right: 0.5, factsEarly: 1 / 3, refusedRight: 0, falseRefusals: 1 / 3 });
    expect(verdicts.map(({ falseAnswer }) => falseAnswer)).toEqual([false, false, false, true]);
  });

  it("tell how far confidence and truth lie apart", () => {
    const bands = calibration([
      judge(asked(), replied({ confidence: 1 })),
      judge(asked({ must: [["Sở Y tế"]] }), replied({ confidence: 1 })),
      judge(asked(), replied({ confidence: 0.5 })),
    ]);
    expect(bands.map(({ answers, right }) => [answers, right])).toEqual([
      [1, 1],
      [2, 0.5],
    ]);
    expect(calibrationError(bands)).toBeCloseTo(0.5);
  });
});
