/** Asks a whole question set, one question at a time, and judges the answers. */
import type { Answer, AskRequest } from "../../src/contract/answer.ts";
import type { Question } from "./questions.ts";
import { judge, type Reply, type Verdict } from "./score.ts";

/** Whatever answers questions: the aide, an answerer with a part taken out, the stock pipeline. */
export type Pipeline = (question: Question) => Promise<Reply>;

/** An answering function of ours as a pipeline; what it throws is an answer that is wrong. */
export function pipelineOf(ask: (request: AskRequest) => Promise<Answer>): Pipeline {
  return async ({ question, history }) => {
    const began = performance.now();
    const request: AskRequest = history === undefined ? { question } : { question, history };
    try {
      const { status, answer, citations, confidence } = await ask(request);
      return { status, answer, citations, confidence, ms: performance.now() - began };
    } catch (error) {
      return { status: null, answer: String(error), citations: [], confidence: null, ms: performance.now() - began };
    }
  };
}

export async function askAll(questions: readonly Question[], pipeline: Pipeline): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const question of questions) verdicts.push(judge(question, await pipeline(question)));
  return verdicts;
}

/** One line for each wrong answer, for a test that failed or a program that was asked for them. */
export function wrongOnes(verdicts: readonly Verdict[]): string {
  return verdicts
    .filter(({ right }) => !right)
    .map(({ question, reply, cited, facts, contradictions, quotesHold, tooLong }) => {
      const faults = [
        reply.status ?? "threw",
        cited === false ? "evidence not cited" : null,
        facts ? null : "facts missing",
        contradictions.length > 0 ? `says ${contradictions.join(", ")}` : null,
        quotesHold ? null : "quote not in text",
        tooLong ? `${String(reply.answer.length)} characters` : null,
      ];
      return `${question.id} [${question.type}/${question.lang}] ${question.question} — ${faults.filter((fault) => fault !== null).join("; ")}`;
    })
    .join("\n");
}
