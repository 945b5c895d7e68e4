/** A finished answer as the events of a stream. */
import type { Answer, Citation } from "../contract/answer.ts";

export type AnswerEvent =
  | { readonly event: "citation-available"; readonly data: { readonly citation: Citation } }
  | { readonly event: "answer-delta"; readonly data: { readonly text: string } }
  | { readonly event: "answer-end"; readonly data: Answer };

/**
 * The deltas put together are `answer.answer`, line by line; a citation comes before the first line that uses it, so
 * that a page can make its mark a button at once. The whole answer comes last.
 */
export function* answerEvents(answer: Answer): Generator<AnswerEvent> {
  const waiting = new Map(answer.citations.map((citation) => [citation.n, citation]));
  for (const line of answer.answer.split(/(?<=\n)/u)) {
    for (const mark of line.matchAll(/\[(\d+)\]/gu)) {
      const citation = waiting.get(Number(mark[1]));
      if (citation === undefined) continue;
      waiting.delete(citation.n);
      yield { event: "citation-available", data: { citation } };
    }
    if (line !== "") yield { event: "answer-delta", data: { text: line } };
  }
  for (const citation of waiting.values()) yield { event: "citation-available", data: { citation } };
  yield { event: "answer-end", data: answer };
}
