import { expect, it } from "vitest";
import { rememberAnswers } from "../../src/answer/answer-cache.ts";
import type { Answerer } from "../../src/answer/answerer.ts";
import type { Answer, AskRequest } from "../../src/contract/answer.ts";

function counting(notices: Answer["notices"] = []): Answerer & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    answer: async ({ question }: AskRequest) => {
      asked.push(question);
      return {
        id: `a${asked.length}`,
        question,
        lang: "vi",
        status: "answered",
        answer: question,
        blocks: [],
        citations: [],
        notices,
        suggestions: [],
        confidence: 1,
        engine: "extractive",
        generation: "g",
        tookMs: 5,
      };
    },
  };
}
let ids = 0;
const remember = (answerer: Answerer, size: number) => rememberAnswers(answerer, { size, newId: () => `new${++ids}` });

it("answers a question seen before without working it out again, under an id of its own", async () => {
  const answerer = counting();
  const cached = remember(answerer, 10);
  const first = await cached.answer({ question: "a" });
  const second = await cached.answer({ question: "a", stream: true });
  expect(answerer.asked).toEqual(["a"]);
  expect(second).toEqual({ ...first, id: second.id, tookMs: second.tookMs });
  expect(second.id).not.toBe(first.id);
});

it("tells questions apart by all that the answer depends on", async () => {
  const answerer = counting();
  const cached = remember(answerer, 10);
  const requests: AskRequest[] = [
    { question: "a" },
    { question: "a", lang: "en" },
    { question: "a", scope: { places: ["x"] } },
    { question: "a", scope: { documents: ["x"] } },
    { question: "a", history: [{ role: "user", content: "b" }] },
  ];
  for (const request of requests) await cached.answer(request);
  expect(answerer.asked).toHaveLength(requests.length);
});

it("holds no more than it may, and lets go of what was not asked for the longest time", async () => {
  const answerer = counting();
  const cached = remember(answerer, 2);
  for (const question of ["a", "b", "a", "c", "a", "b"]) await cached.answer({ question });
  expect(answerer.asked).toEqual(["a", "b", "c", "b"]);
});

it("remembers nothing when its size is 0", async () => {
  const answerer = counting();
  const cached = remember(answerer, 0);
  for (const question of ["a", "a"]) await cached.answer({ question });
  expect(answerer.asked).toEqual(["a", "a"]);
});

it.each(["lexical-only", "llm-not-used"])("works a question out again when the answer bore the notice %s", async (code) => {
  const answerer = counting([{ code, message: "x" }]);
  const cached = remember(answerer, 10);
  for (const question of ["a", "a"]) await cached.answer({ question });
  expect(answerer.asked).toEqual(["a", "a"]);
});
