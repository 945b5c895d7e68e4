/** An old answer's citations beside today's text. */
import type { AnswerCheck, CitationCheck } from "../contract/answer-check.ts";
import type { AnswerRecord, CitedSection } from "../store/types/answers.ts";
import type { AideView } from "./aide.ts";

/** @param view what the asker may see now: anything else is gone for them, whether it is removed, closed or renumbered. */
export function checkAnswer(record: AnswerRecord, view: AideView): AnswerCheck {
  const citations = record.citations.map((cited, at) => checkCitation({ cited, n: at + 1, view }));
  return {
    id: record.id,
    at: record.at,
    lang: record.lang,
    status: record.status,
    generation: record.generation,
    generationNow: view.readiness().generation,
    stands: citations.every(({ state }) => state === "same"),
    citations,
  };
}

function checkCitation({ cited, n, view }: { cited: CitedSection; n: number; view: AideView }): CitationCheck {
  const { documentId, sectionId, label, quote } = cited;
  const section = view.section(documentId, sectionId);
  if (section === null) return { n, state: "gone" };
  return {
    n,
    state: section.hash === cited.hash ? "same" : "changed",
    documentId,
    sectionId,
    label,
    quote,
    quoteStands: quote !== null && section.text.includes(quote),
    textThen: cited.text,
    textNow: section.text,
  };
}
