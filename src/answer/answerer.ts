/**
 * Stage 5: a request → an `Answer` or a refusal, by code alone.
 *
 * Invariants: every statement of an answered question carries a citation; a quote is copied from the canonical text;
 * when nothing supports an answer, the status is "refused" and there are no citations.
 */
import type { Answer, AskRequest } from "../contract/answer.ts";
import type { Generation } from "../index/types.ts";
import type { Ranker } from "../retrieve/rank-passages.ts";
import { findAgency } from "./composers/agency.ts";
import { findBudget, findUnspokenMoney } from "./composers/budget.ts";
import { composeCompare } from "./composers/compare.ts";
import { findDeadline } from "./composers/deadline.ts";
import { findAgencyWords, findGeneral, findSaidOfAgency } from "./composers/general.ts";
import { composeGreeting } from "./composers/greeting.ts";
import { composeAgencies, composeList } from "./composers/list.ts";
import { findMentionedDocument } from "./composers/mentioned-document.ts";
import { blankFields, composeDocumentFacts, composeMetadata } from "./composers/metadata.ts";
import { NEAR_FOR_WORDS } from "./composers/find-all.ts";
import { headingBonus } from "./composers/passage-fit.ts";
import { composeWith } from "./composers/present.ts";
import { composeNamedSection } from "./composers/named-section.ts";
import { composeQuality } from "./composers/quality.ts";
import { findSectionOfKind } from "./composers/section-of-kind.ts";
import { composeTasks } from "./composers/tasks.ts";
import { composeRelations } from "./composers/relations.ts";
import type { Composer, ComposeInput } from "./composers/types.ts";
import type { Rephrase } from "./llm/rephrase.ts";
import { collectionOf } from "./query-for.ts";
import { candidatesOf } from "./evidence.ts";
import type { QuestionKind } from "./kinds.ts";
import type { DraftAnswer } from "./draft.ts";
import { toMarkdown } from "./markdown.ts";
import { mustRefuse } from "./gate.ts";
import { refuse } from "./refuse.ts";
import { say } from "./phrases.ts";
import { statesWhatIsAsked } from "./stated.ts";
import { joinAnswers, twoQuestions } from "./two-questions.ts";
import { understand } from "./understand.ts";

export type AnswerStep = "understood" | "ranked" | "composed";

export interface Answerer {
  /**
   * Answers one request. `onStep` hears what is done, for streams.
   *
   * @throws AppError "embedder-busy" when too many questions wait for the model.
   */
  answer(request: AskRequest, onStep?: (step: AnswerStep) => void): Promise<Answer>;
}

const general = composeWith(findGeneral, NEAR_FOR_WORDS);

/** Most confidence of an answer in the words of a plan to a question that asks for something exact: likeness is no proof of it. */
const BY_LIKENESS = 0.75;

/** A composer that answers by likeness where the one of the question's own kind found nothing. */
const lastResort =
  (composer: Composer): Composer =>
  (input) => {
    const draft = composer(input);
    return draft === null ? null : { ...draft, confidence: Math.min(draft.confidence, BY_LIKENESS) };
  };

/** A list of sums is asked for. */
const OF_SUMS = /\bso tien\b|\bkinh phi\b|\b(?:bao nhieu|tong) tien\b|\bhow much\b|\bbudgets?\b|\bsums?\b/u;

/** A composer each, tried in order; the words of the plans are the last resort of all but the exact kinds. */
const COMPOSERS: Readonly<Record<QuestionKind, readonly Composer[]>> = {
  greeting: [composeGreeting],
  quality: [composeQuality, lastResort(general)],
  compare: [composeRelations, composeDocumentFacts, composeCompare],
  metadata: [
    composeRelations,
    composeWith(findMentionedDocument),
    composeMetadata,
    lastResort((input) => (blankFields(input) ? null : general(input))),
  ],
  deadline: [composeWith(findDeadline)],
  budget: [composeWith(findBudget)],
  list: [
    composeRelations,
    composeList,
    composeAgencies,
    (input) => (OF_SUMS.test(input.u.folded) ? composeWith(findBudget)(input) : null),
    lastResort(general),
  ],
  agency: [composeAgencies, composeWith(findAgency), lastResort(composeWith(findAgencyWords, NEAR_FOR_WORDS))],
  tasks: [composeTasks, lastResort(composeWith(findSaidOfAgency, NEAR_FOR_WORDS))],
  general: [composeWith(findSectionOfKind), composeWith(findUnspokenMoney), general],
};

/** Kinds whose passages are found by likeness; the others are exact as they are. */
const MUST_STATE: ReadonlySet<QuestionKind> = new Set<QuestionKind>(["agency", "deadline", "budget", "general", "metadata", "list"]);

/** Kinds to which a section's number is a clue, not what is asked for. */
const NAMES_NO_SECTION: ReadonlySet<QuestionKind> = new Set<QuestionKind>(["greeting", "quality", "compare", "metadata"]);

function compose(input: ComposeInput): DraftAnswer | null {
  if (mustRefuse(input)) return null;
  const named = NAMES_NO_SECTION.has(input.u.kind) ? null : composeNamedSection(input);
  if (named !== null) return named;
  for (const composer of COMPOSERS[input.u.kind]) {
    const draft = composer(input);
    if (draft !== null && (!MUST_STATE.has(input.u.kind) || statesWhatIsAsked(input.u, draft))) return draft;
  }
  return null;
}

/** Passages ranked for one question; enough that every plan of a comparison is among them. */
const RANKED = 128;

/** Creates an answerer over one generation; without `rephrase` no language model has a word in its answers. */
export function createAnswerer(deps: {
  generation: Generation;
  ranker: Ranker;
  newId: () => string;
  now: () => Date;
  rephrase?: Rephrase | undefined;
}): Answerer {
  const { generation, ranker } = deps;
  const collection = collectionOf(generation);

  async function rankedFor(input: Pick<ComposeInput, "u">): Promise<ComposeInput & { degraded: boolean }> {
    const { u } = input;
    const ids = u.query.documentIds;
    // Each plan of a comparison is ranked on its own, so that one does not crowd out another.
    const apart = u.kind === "compare" && ids !== null && ids.length > 1;
    const rankings = apart
      ? await Promise.all(ids.map((id) => ranker.rank({ ...u.query, documentIds: [id] }, 16)))
      : [await ranker.rank(u.query, RANKED)];
    const ranked = rankings.flatMap(({ passages }) => passages);
    const candidates = candidatesOf({
      ranked,
      collection,
      topic: u.topic,
      lang: u.query.lang,
      prefer: (candidate) => headingBonus(u, candidate),
    });
    const named = candidates.filter(({ ranked: { passage } }) =>
      u.sections.some(
        ({ entry, section }) => entry.plan.id === passage.documentId && section.start <= passage.start && passage.end <= section.end,
      ),
    );
    return {
      u,
      collection,
      candidates: named.length > 0 ? named : candidates,
      degraded: rankings.some(({ mode }) => mode === "lexical-only"),
    };
  }

  return {
    async answer(request, onStep) {
      const began = performance.now();
      const u = understand(request, collection);
      onStep?.("understood");
      const parts = twoQuestions(request, (part) => understand(part, collection));
      const inputs = await Promise.all(
        (parts === null ? [u] : parts.map((part) => understand(part, collection))).map((part) => rankedFor({ u: part })),
      );
      onStep?.("ranked");
      const draft = inputs.map((input) => compose(input) ?? refuse(input)).reduce(joinAnswers);
      const { draft: done, engine } = (await deps.rephrase?.({ draft, inputs, lang: u.lang })) ?? { draft, engine: "extractive" };
      onStep?.("composed");
      const notices = inputs.some(({ degraded }) => degraded)
        ? [
            ...done.notices,
            {
              code: "lexical-only",
              message: say(
                u.lang,
                "Mô hình ngữ nghĩa tạm thời không trả lời; kết quả chỉ tìm theo từ.",
                "The search model is not answering for now; results come from words alone.",
              ),
            },
          ]
        : done.notices;
      return {
        id: deps.newId(),
        question: request.question,
        lang: u.lang,
        status: done.status,
        answer: toMarkdown(done.blocks),
        blocks: [...done.blocks],
        citations: [...done.citations],
        notices: [...notices],
        suggestions: done.suggestions.slice(0, 4),
        confidence: Math.round(done.confidence * 100) / 100,
        engine,
        generation: generation.id,
        tookMs: Math.round((performance.now() - began) * 10) / 10,
      };
    },
  };
}
