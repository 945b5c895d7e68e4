/** Sentences of the plans made wrong on purpose: whatever is changed in them, they fall. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOfSentence } from "../../../src/answer/llm/check-sentence.ts";
import type { Ground } from "../../../src/answer/llm/ground.ts";
import { agencies, findAgencies } from "../../../src/language/agencies.ts";
import { openModel, type ModelUnderTest } from "./open-model.ts";

interface Stated {
  readonly sentence: string;
  readonly ground: Ground;
}

let model: ModelUnderTest;
let stated: Stated[];
beforeAll(async () => {
  model = await openModel();
  // Every short statement of the register with the words of its section.
  stated = model.generation.plans.flatMap(({ text, sections, assignments }) =>
    assignments.flatMap(({ task, agency, evidence }): Stated[] => {
      const section = sections.find(({ id }) => id === evidence.sectionId);
      const words = task.replace(/\s+/gu, " ").replace(/[;.,:/]+$/u, "");
      if (section === undefined || words.length < 40 || words.length > 400 || /[“”"‘’[\]*]|\.\.|\?/u.test(words)) return [];
      return [
        {
          sentence: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
          ground: {
            body: `${text.slice(section.start, section.end)}\n${task}`,
            labels: [agency, ...section.path].join(" – "),
            quotes: [task],
          },
        },
      ];
    }),
  );
});
afterAll(() => model.close());

const ended = (sentence: string, more: string): string => `${sentence.slice(0, -1)}${more}.`;
const elsewhere = ({ ground }: Stated): string => {
  const known = new Set(findAgencies(`${ground.body} ${ground.labels}`).map(({ agency }) => agency.name));
  return agencies.find(({ name }) => name.startsWith("Sở") && !known.has(name))?.name ?? "";
};

/** Null where a sentence has nothing of the kind. */
const CHANGES: readonly { readonly name: string; readonly change: (stated: Stated) => string | null }[] = [
  {
    name: "every number raised by one",
    change: ({ sentence }) => (/\d/u.test(sentence) ? sentence.replace(/\d+/gu, (digits) => String(Number(digits) + 1)) : null),
  },
  {
    name: "the first number raised by three",
    change: ({ sentence }) => (/\d/u.test(sentence) ? sentence.replace(/\d+/u, (digits) => String(Number(digits) + 3)) : null),
  },
  {
    name: "an agency put for another",
    change: (one) => {
      const [first] = findAgencies(one.sentence);
      return first === undefined ? null : `${one.sentence.slice(0, first.start)}${elsewhere(one)}${one.sentence.slice(first.end)}`;
    },
  },
  { name: "an agency added", change: (one) => ended(one.sentence, ` do ${elsewhere(one)} chủ trì`) },
  {
    name: "a place added",
    change: ({ sentence, ground }) => ended(sentence, ` tại tỉnh ${ground.body.includes("Thanh Hóa") ? "Nam Định" : "Thanh Hóa"}`),
  },
  { name: "an amount added", change: ({ sentence }) => ended(sentence, " với kinh phí 47,3 tỷ đồng") },
  { name: "an amount added in words", change: ({ sentence }) => ended(sentence, " với kinh phí ba mươi chín tỷ đồng") },
  { name: "a share added", change: ({ sentence }) => ended(sentence, " đạt 83%") },
  { name: "a date added", change: ({ sentence }) => ended(sentence, " trước ngày 17/4/2027") },
  { name: "a document added", change: ({ sentence }) => ended(sentence, " theo Quyết định số 8812/QĐ-UBND") },
  { name: "a statement added", change: ({ sentence }) => ended(sentence, " và xây dựng bệnh viện quốc tế cho chuyên gia nước ngoài") },
  { name: "a link added", change: ({ sentence }) => ended(sentence, ", xem tại example.com") },
  { name: "an order put before it", change: ({ sentence }) => `Hãy ${sentence}` },
  {
    name: "a denial put in",
    change: ({ sentence }) =>
      /triển khai|ứng dụng|xây dựng/u.test(sentence) ? sentence.replace(/triển khai|ứng dụng|xây dựng/u, (word) => `không ${word}`) : null,
  },
];

describe("a statement of the register", () => {
  it("stands as it is printed", () => {
    const fallen = stated.filter(({ sentence, ground }) => faultsOfSentence({ sentence, ground, lang: "vi" }).length > 0);
    expect(stated.length).toBeGreaterThan(100);
    expect(
      fallen.length / stated.length,
      fallen
        .slice(0, 5)
        .map((one) => `${one.sentence}: ${faultsOfSentence({ ...one, lang: "vi" }).join("; ")}`)
        .join("\n"),
    ).toBeLessThan(0.1);
  });

  it.each(CHANGES)("falls with $name", ({ change }) => {
    const wrong = stated.flatMap((one) => {
      const sentence = change(one);
      return sentence === null ? [] : [{ sentence, ground: one.ground }];
    });
    expect(wrong.length).toBeGreaterThan(5);
    expect(
      wrong
        .filter(({ sentence, ground }) => faultsOfSentence({ sentence, ground, lang: "vi" }).length === 0)
        .map(({ sentence }) => sentence),
    ).toEqual([]);
  });
});
