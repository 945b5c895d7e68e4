/** "Đề án … được phê duyệt bằng quyết định nào?": a document that a plan only mentions, with its number and date as printed. */
import { foldText } from "../../language/fold.ts";
import { linesIn, sentencesIn, type Range } from "../evidence.ts";
import { say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import { matterOf } from "./matter.ts";
import type { Finder, FindInput } from "./types.ts";

const ASKS =
  /\b(?:quyet dinh|ke hoach|van ban|nghi quyet|nghi dinh|chi thi|cong van|thong tu|kh|qd)\b(?: \p{L}+){0,2} (?:nao|so may|so bao nhieu)\b|\b(?:la |mang )?so (?:may|bao nhieu)\b|\bnumber\b|\b(?:which|what) (?:decision|plan|resolution|decree|directive|document)\b/u;
/** What the plan itself rests on is read from its legal bases. */
const OF_BASES = /\bcan cu\b|\bto trinh\b|\bde nghi\b|\bcu the hoa\b|\bbas(?:is|es|ed)\b|\brests?\b|\bproposal\b/u;
/** A document as it is printed in a sentence: kind, number, day. */
const PRINTED =
  /(?:Quyết định|Kế hoạch|Nghị quyết|Nghị định|Chỉ thị|Công văn|Thông tư|Văn bản|Tờ trình|Thông báo)\s+số\s+\d+[\p{L}\d/&-]*(?:\s*,?\s*ngày\s+\d{1,2}(?:\/\d{1,2}\/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?/u;
/** Share of the topic that the sentence must hold, and by how much more than the plan's own subject. */
const SPOKEN_OF = 0.55;
const NOT_ITSELF = 0.2;
/** Share of the topic in the plan's own subject from which the plan itself is meant. */
const ITSELF = 0.45;

/** For a document of the place that the question says it is of. */
const OF_ISSUER = 0.6;
const ISSUER =
  /^\s*của\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)\s+((?:tỉnh|huyện|thành phố|thị xã|xã|phường)\s+\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,3})/u;

/** "Kế hoạch số … của UBND tỉnh X" for a question for "kế hoạch … của tỉnh X". */
function isIssuerAsked(question: string, after: string): boolean {
  const issuer = ISSUER.exec(after)?.[1];
  return issuer !== undefined && foldText(question).includes(`cua ${foldText(issuer)}`);
}

/** Null when the question is about the plan itself, or no sentence names such a document. */
export const findMentionedDocument: Finder = (input: FindInput) => {
  const { u, entry } = input;
  const matter = matterOf(u.topic);
  if (!ASKS.test(u.folded) || OF_BASES.test(u.folded) || matter.words.length < 2 || u.lang === "en") return null;
  const { text, subject, title } = entry.plan;
  const ofItself = coverageOf(matter, `${title} ${subject}`, entry.weights).share;
  let best: { sentence: Range; printed: string; share: number } | null = null;
  for (const candidate of input.candidates.slice(0, 12))
    for (const line of linesIn(text, candidate.ranked.passage))
      for (const sentence of sentencesIn(text, line)) {
        const words = text.slice(sentence.start, sentence.end);
        const printed = PRINTED.exec(words)?.[0];
        const ofIssuer = printed !== undefined && isIssuerAsked(u.question, words.slice(words.indexOf(printed) + printed.length));
        const share = printed === undefined ? 0 : coverageOf(matter, words, entry.weights).share + (ofIssuer ? OF_ISSUER : 0);
        if (printed !== undefined && share > (best?.share ?? 0)) best = { sentence, printed, share };
      }
  if (best === null || best.share < SPOKEN_OF || ofItself >= ITSELF || best.share < ofItself + NOT_ITSELF) return null;
  return {
    entry,
    fact: [say(u.lang, "Văn bản được nêu: ", "The document named: "), { strong: best.printed }],
    quote: best.sentence,
    answersItself: true,
    support: Math.min(1, best.share),
  };
};
