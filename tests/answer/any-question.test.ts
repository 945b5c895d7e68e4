/** Whatever is typed gets an answer of the contract's shape; nothing makes the answering stage throw. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AskRequest } from "../../src/contract/answer.ts";
import type { OpenCollection } from "../quality/collections.ts";
import { openFakeCollection } from "./fake-collection.ts";
import { injections } from "./injections.ts";
import { faultsOf } from "./well-formed.ts";

let collection: OpenCollection;
beforeAll(async () => {
  collection = await openFakeCollection({ model: "fake" });
});
afterAll(() => collection.close());

const pieces = [
  "cơ quan nào",
  "so nao",
  "which agency",
  "Sở Y tế",
  "so tttt",
  "UBND các huyện",
  "Bình Thuận",
  "soc trang",
  "Lâm Đồng",
  "Hà Nội",
  "BT",
  "kế hoạch 105",
  "105/KH-UBND",
  "thời hạn",
  "kinh phí bao nhiêu",
  "so sánh",
  "với",
  "và",
  "liệt kê",
  "bao nhiêu nhiệm vụ",
  "ai ký",
  "ngày nào",
  "mục tiêu đến năm 2030",
  "2025-2030",
  "khớp không",
  "phụ lục",
  "thì sao?",
  "sở này",
  "what about",
  "deadline",
  "compare",
  "hello",
  "?",
  "[1]",
  "| a | b |",
  "**",
  "\u0000",
  "\u200B",
  "🙂",
  "\uD800",
  "Bi\u0300nh Thua\u0323\u0302n",
  "<b>",
  "%",
  "\n",
  "\t",
  "()[]{}*+?^$\\.|",
];
const question = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 300, unit: "binary" }),
    fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" }),
    fc.array(fc.constantFrom(...pieces, ...injections), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(" ")),
  )
  .filter((text) => text.trim() !== "");
const history = fc.array(
  fc.record({ role: fc.constantFrom("user" as const, "assistant" as const), content: fc.oneof(question, fc.constant("")) }),
  { maxLength: 4 },
);
const scope = fc.record(
  {
    documents: fc.array(fc.constantFrom("binh-thuan-2021", "khong-co"), { minLength: 1, maxLength: 2 }),
    places: fc.array(fc.constantFrom("Sóc Trăng", "soc trang", "Hà Nội"), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const request: fc.Arbitrary<AskRequest> = fc.record(
  { question, history, scope, lang: fc.constantFrom("vi" as const, "en" as const) },
  { requiredKeys: ["question"] },
);

describe("any question, history, scope and language", () => {
  it(
    "gets a well-formed answer within two seconds, in the language asked for and from the documents in scope",
    { timeout: 180_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(request, async (asked) => {
          const began = performance.now();
          const answer = await collection.aide.ask(asked);
          expect(performance.now() - began).toBeLessThan(2000);
          expect(faultsOf(answer, collection.generation)).toEqual([]);
          expect(answer.question).toBe(asked.question);
          if (asked.lang !== undefined) expect(answer.lang).toBe(asked.lang);
          const { documents } = asked.scope ?? {};
          if (documents !== undefined) for (const { documentId } of answer.citations) expect(documents).toContain(documentId);
        }),
        { numRuns: 600 },
      );
    },
  );

  it("takes the longest question allowed in under a second", async () => {
    for (const unit of ["cơ quan nào phụ trách ", "co quan nao phu trach ", "a", "Sở ", "1/", "?", "(("]) {
      const began = performance.now();
      const answer = await collection.aide.ask({ question: unit.repeat(2000).slice(0, 2000) });
      expect(faultsOf(answer, collection.generation)).toEqual([]);
      expect(performance.now() - began, unit).toBeLessThan(1000);
    }
  });
});
