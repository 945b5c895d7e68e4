import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePassages, passageInput } from "../../src/index/make-passages.ts";
import { splitSentences } from "../../src/index/split-sentences.ts";
import type { Plan } from "../../src/parse/types.ts";
import { smallPlan } from "../helpers/small-plan.ts";

const plan = smallPlan();
const textOf = ({ start, end }: { start: number; end: number }, of: Plan = plan) => of.text.slice(start, end);

/** How often each character that is no white space is held by a range. */
function wronglyHeld(text: string, ranges: readonly { start: number; end: number }[]): string[] {
  const held = new Uint8Array(text.length);
  for (const { start, end } of ranges) for (let i = start; i < end; i += 1) held[i] = (held[i] ?? 0) + 1;
  return [...held].flatMap((times, i) => (times === 1 || /\s/u.test(text.charAt(i)) ? [] : [`${text.slice(i, i + 20)} (${times} times)`]));
}

describe("cutting a plan into passages", () => {
  it("takes the smallest numbered sections with their bullets, and names each by its section", () => {
    expect(makePassages(plan).map(({ sectionId }) => sectionId)).toEqual([
      "dau-van-ban",
      "I",
      "I.1",
      "I.2",
      "II",
      "II.1",
      "II.2",
      "II.2.a",
      "II.2.b",
      "II.dt1",
      "cuoi-van-ban",
    ]);
  });

  it("puts place and headings from the top before the passage, its own heading only where it is not in the text", () => {
    const contexts = new Map(makePassages(plan).map(({ sectionId, context }) => [sectionId, context]));
    expect(contexts.get("I.1")).toBe("tỉnh Mẫu - MỤC TIÊU");
    expect(contexts.get("II.2.b")).toBe("tỉnh Mẫu - TỔ CHỨC THỰC HIỆN - Sở Du lịch");
    const runs = makePassages(plan, { maxCharacters: 60 }).filter(({ sectionId }) => sectionId.startsWith("I.1"));
    expect(runs.map((run) => textOf(run).split("\n")[0])).toEqual(
      ["1. Mục tiêu chung", "- Nâng cao nhận thức của cán bộ."].flatMap((line, i) =>
        i === 0 ? [line, "- Đưa TTNT trở thành lĩnh vực công nghệ quan trọng."] : [line],
      ),
    );
    expect(runs.at(-1)).toMatchObject({ sectionId: "I.1.-2", context: expect.stringContaining("Mục tiêu chung") });
  });

  it("holds every character in exactly one passage and one sentence, at any length of passages", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2000 }), (maxCharacters) => {
        const passages = makePassages(plan, { maxCharacters });
        expect(wronglyHeld(plan.text, passages)).toEqual([]);
        expect(
          wronglyHeld(
            plan.text,
            passages.flatMap(({ sentences }) => sentences),
          ),
        ).toEqual([]);
        for (const passage of passages)
          for (const sentence of passage.sentences) expect(sentence.end - sentence.start).toBeLessThanOrEqual(Math.max(maxCharacters, 1));
      }),
    );
  });

  it("changes the hash of a passage with its words or its headings, and of no other", () => {
    const hashes = (of: Plan) => new Map(makePassages(of).map(({ sectionId, hash }) => [sectionId, hash]));
    const before = hashes(plan);
    const edited = hashes(smallPlan({ change: (text) => text.replace("5 sản phẩm", "7 sản phẩm") }));
    expect([...before].filter(([id, hash]) => edited.get(id) !== hash).map(([id]) => id)).toEqual(["I.2"]);
    expect([...hashes(smallPlan({ place: "Khác" })).values()].every((hash) => ![...before.values()].includes(hash))).toBe(true);
  });

  it("gives the model abbreviations in full words", () => {
    const passage = makePassages(plan).find(({ sectionId }) => sectionId === "II.2.b");
    expect(passage && passageInput(plan, passage).sentences.join(" ")).toMatch(/trí tuệ nhân tạo hỗ trợ du khách/iu);
  });
});

describe("splitting sentences", () => {
  const split = (text: string) => splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

  it("cuts at lines and full stops, not at marks, abbreviations, dates and decimals", () => {
    expect(
      split("10. Sở Y tế\n- Chủ trì, phối hợp với TP. Huế thực hiện. Báo cáo trước ngày 05.12 hằng năm, kinh phí 1.200 triệu đồng. Hết."),
    ).toEqual([
      "10. Sở Y tế",
      "- Chủ trì, phối hợp với TP. Huế thực hiện.",
      "Báo cáo trước ngày 05.12 hằng năm, kinh phí 1.200 triệu đồng.",
      "Hết.",
    ]);
  });

  it("cuts a very long sentence at its semicolons", () => {
    const clause = "xây dựng, nâng cấp và duy trì nền tảng tích hợp, chia sẻ dữ liệu dùng chung của tỉnh phục vụ các cơ quan; ";
    expect(split(`Nội dung: ${clause.repeat(5)}hết`)).toHaveLength(6);
  });

  it("keeps every character but white space, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "Ế", ". ", "; ", "\n", " ", "1", "?")).map((parts) => parts.join("")),
        (text) => {
          expect(wronglyHeld(text, splitSentences(text, { start: 0, end: text.length }))).toEqual([]);
        },
      ),
    );
  });
});
