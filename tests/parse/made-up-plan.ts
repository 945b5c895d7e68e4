/** Plans made up by a grammar: every section's id is known from how it was made, whatever the words are. */
import fc from "fast-check";

/** One paragraph of a made-up plan. */
export interface MadeUpParagraph {
  /** Id of the section it opens, null for a paragraph that goes on with the section before. */
  readonly id: string | null;
  readonly text: string;
}

const VERBS = ["Xây dựng", "Hoàn thiện", "Triển khai", "Nâng cấp", "Rà soát", "Tổ chức", "Bảo đảm", "Thúc đẩy"];
const PHRASES = [
  "hạ tầng dữ liệu dùng chung của tỉnh",
  "phục vụ công tác chỉ đạo, điều hành",
  "phát triển kinh tế - xã hội",
  "giai đoạn 2021 - 2025",
  "do Sở Lao động - Thương binh và Xã hội chủ trì",
  "cùng với Đài Phát thanh - Truyền hình tỉnh",
  "cho cán bộ, công chức, viên chức",
  "theo quy định của pháp luật",
  "tại Ủy ban nhân dân các huyện, thị xã, thành phố",
  "trên địa bàn tỉnh",
  "với 120 thủ tục hành chính",
];
const phrase = (limits: { min: number; max: number }): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...VERBS), fc.array(fc.constantFrom(...PHRASES), { minLength: limits.min, maxLength: limits.max }))
    .map(([verb, phrases]) => [verb, ...phrases].join(" "));
const sentence = phrase({ min: 1, max: 8 }).map((words) => `${words}.`);
const title = phrase({ min: 1, max: 3 });
const LETTERS = "abcdđeghiklm";
const ROMANS = ["I", "II", "III", "IV", "V"];

type Part = readonly MadeUpParagraph[];

/** Bullets of a section: dashes, some with plus signs under them. */
const bullets = (id: string): fc.Arbitrary<Part> =>
  fc
    .array(fc.tuple(sentence, fc.array(sentence, { maxLength: 2 })), { maxLength: 3 })
    .map((dashes) =>
      dashes.flatMap(([text, pluses], at) => [
        { id: `${id}-${at + 1}`, text: `- ${text}` },
        ...pluses.map((plus, below) => ({ id: `${id}-${at + 1}+${below + 1}`, text: `+ ${plus}` })),
      ]),
    );

const points = (id: string): fc.Arbitrary<Part> =>
  fc
    .array(sentence, { minLength: 2, maxLength: 4 })
    .chain((texts) =>
      fc
        .tuple(...texts.map((_, at) => bullets(`${id}.${LETTERS.charAt(at)}`)))
        .map((below) =>
          texts.flatMap((text, at) => [
            { id: `${id}.${LETTERS.charAt(at)}`, text: `${LETTERS.charAt(at)}) ${text}` },
            ...(below[at] ?? []),
          ]),
        ),
    );

const clause = (id: string, number: number): fc.Arbitrary<Part> =>
  fc.oneof(
    fc.tuple(title, bullets(id)).map(([text, below]): Part => [{ id, text: `${number}. ${text}` }, ...below]),
    fc.tuple(title, sentence).map(([text, more]): Part => [
      { id, text: `${number}. ${text}` },
      { id: null, text: more },
    ]),
    fc.tuple(sentence, points(id)).map(([text, below]): Part => [{ id, text: `${number}. ${text}` }, ...below]),
  );

const chapter = (roman: string): fc.Arbitrary<Part> =>
  fc
    .tuple(title, fc.integer({ min: 1, max: 4 }))
    .chain(([text, count]) =>
      fc
        .tuple(...Array.from({ length: count }, (_, at) => clause(`${roman}.${at + 1}`, at + 1)))
        .map((clauses) => [{ id: roman, text: `${roman}. ${text.toUpperCase()}` }, ...clauses.flat()]),
    );

/** A plan of one to five Mục. */
export const madeUpPlan: fc.Arbitrary<Part> = fc
  .integer({ min: 2, max: 5 })
  .chain((count) => fc.tuple(...ROMANS.slice(0, count).map(chapter)))
  .map((chapters) => chapters.flat());

export const idsIn = (plan: Part): string[] => plan.flatMap(({ id }) => (id === null ? [] : [id]));
