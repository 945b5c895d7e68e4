/** Every answer keeps what the contract promises of blocks, citations, quotes and addresses. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/contract/answer.ts";
import type { OpenCollection } from "../quality/collections.ts";
import { readOpenSet, readSilence } from "../quality/questions.ts";
import { openFakeCollection } from "./fake-collection.ts";
import { faultsOf } from "./well-formed.ts";

/** Shapes that the question sets hardly have. */
const more = [
  "So sánh nhiệm vụ của Sở Y tế ở Bình Thuận, Sóc Trăng và Lạng Sơn",
  "Sở Y tế của các tỉnh được giao những việc gì?",
  "Compare the funding of Binh Thuan, Soc Trang, Lang Son and Binh Phuoc",
  "Liệt kê các văn bản trong kho",
  "Những cơ quan nào được giao nhiệm vụ ở Bình Phước?",
  "Xin chào",
  "What can you do?",
];

let collection: OpenCollection;
const answers: { question: string; answer: Answer }[] = [];
beforeAll(async () => {
  collection = await openFakeCollection();
  const asked = [
    ...(await readOpenSet()),
    ...(await readSilence(collection.places.slice(0, 2))),
    ...more.map((question) => ({ question, history: undefined })),
  ];
  for (const { question, history } of asked)
    answers.push({ question, answer: await collection.aide.ask(history === undefined ? { question } : { question, history }) });
});
afterAll(() => collection.close());

const withBlock = (type: string): Answer[] =>
  answers.map(({ answer }) => answer).filter(({ blocks }) => blocks.some((block) => block.type === type));

describe("every answer", () => {
  it("cites what stands in the plan, numbers citations as they are used, and says the same in blocks and in Markdown", () => {
    expect(answers.length).toBeGreaterThan(200);
    const faults = answers.flatMap(({ question, answer }) =>
      faultsOf(answer, collection.generation).map((fault) => `${question}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it("is of every shape and outcome at least once, so that the checks above had something to check", () => {
    for (const type of ["paragraph", "list", "table", "quote"]) expect(withBlock(type).length, type).toBeGreaterThan(0);
    for (const status of ["answered", "partial", "refused"])
      expect(answers.filter(({ answer }) => answer.status === status).length, status).toBeGreaterThan(0);
    expect(answers.some(({ answer }) => answer.citations.length > 8)).toBe(true);
    expect(answers.some(({ answer }) => answer.lang === "en" && answer.status === "answered")).toBe(true);
  });

  it("says in a refusal what the collection holds", () => {
    for (const { question, answer } of answers.filter((given) => given.answer.status === "refused")) {
      expect(answer.citations, question).toEqual([]);
      expect(answer.answer, question).toMatch(/Kho hiện có 5 văn bản|The collection holds 5 documents/u);
    }
  });

  it("says that only words were searched while the model is down", () => {
    for (const { question, answer } of answers)
      expect(
        answer.notices.map(({ code }) => code),
        question,
      ).toContain("lexical-only");
  });
});

describe("the check itself", () => {
  const good = (): Answer => structuredClone(answers.find(({ answer }) => answer.citations.length > 1)!.answer);
  const faults = (change: (answer: Answer) => void): string[] => {
    const answer = good();
    change(answer);
    return faultsOf(answer, collection.generation);
  };

  it.each<[string, (answer: Answer) => void]>([
    ["a quote that was changed", (answer) => (answer.citations[0]!.quote = answer.citations[0]!.quote.replace(/\p{L}/u, "×"))],
    ["a place that is off by one", (answer) => (answer.citations[0]!.start += 1)],
    ["another section's hash", (answer) => (answer.citations[0]!.hash = "0".repeat(64))],
    ["an address of another passage", (answer) => (answer.citations[0]!.url += "0")],
    ["citations out of order", (answer) => (answer.citations = answer.citations.toReversed())],
    ["a citation that no block uses", (answer) => answer.blocks.splice(0)],
    ["Markdown that says more than the blocks", (answer) => (answer.answer += " và thêm nữa")],
    ["a refusal that cites", (answer) => (answer.status = "refused")],
  ])("finds %s", (_, change) => {
    expect(faultsOf(good(), collection.generation)).toEqual([]);
    expect(faults(change)).not.toEqual([]);
  });
});
