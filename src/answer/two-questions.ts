/**
 * Two questions in one sentence ("… báo cáo trước ngày nào và kinh phí do ai bố trí?"): answered one after the other,
 * so that the words of one do not find the answer of the other.
 */
import type { AskRequest, Block, Span } from "../contract/answer.ts";
import { foldText } from "../language/fold.ts";
import type { DraftAnswer } from "./draft.ts";
import type { Understanding } from "./understand.ts";

const JOINED = /^(.{12,}?)(?:\?\s*|,?\s+(?:và|and|đồng thời|thế còn|còn)\s+)(.{10,})$/iu;
/** "…, còn chỉnh lý 28 phông thì bao nhiêu?": the same asked of another thing. */
const OF_ANOTHER = /(?:,|\?)\s+(?:và |thế )?còn\s+/iu;
const ASKS = /\b(?:nao|gi|ai|bao nhieu|bao lau|bao gio|may|dau|khi nao|ra sao|which|who|whom|what|when|how|where)\b/u;
/** Topic words that each half must have of its own. */
const OWN_WORDS = 2;
/** Words of a second half that only asks when the first half is due: "và phải xong trước ngày nào". */
const OF_TIME = new Set([
  "phai",
  "xong",
  "hoan",
  "thanh",
  "tat",
  "han",
  "truoc",
  "thoi",
  "gian",
  "giai",
  "doan",
  "cham",
  "nhat",
  "dau",
  "cuoi",
  "hom",
]);
/** Kinds that read one document's facts at once and need no splitting. */
const WHOLE = new Set<Understanding["kind"]>(["metadata", "compare", "quality", "greeting", "list", "tasks"]);

/** The two halves of a question, when both ask, for different things; null for one question. */
export function twoQuestions(request: AskRequest, read: (request: AskRequest) => Understanding): readonly [AskRequest, AskRequest] | null {
  const halves = JOINED.exec(request.question.trim());
  if (halves === null || !ASKS.test(foldText(halves[1] ?? "")) || !ASKS.test(foldText(halves[2] ?? ""))) return null;
  const whole = read(request);
  if (WHOLE.has(whole.kind)) return null;
  const scope = whole.scoped ? { ...request.scope, documents: whole.entries.map(({ plan }) => plan.id) } : request.scope;
  const half = (question: string | undefined): AskRequest => ({
    ...request,
    question: question ?? "",
    lang: whole.lang,
    ...(scope === undefined ? {} : { scope }),
  });
  const parts = [half(halves[1]), half(halves[2])] as const;
  const [first, second] = [read(parts[0]), read(parts[1])];
  const own = (a: Understanding, b: Understanding): number => a.topic.words.filter((word) => !b.topic.words.includes(word)).length;
  const whenDue = second.kind === "deadline" && second.topic.words.every((word) => OF_TIME.has(word));
  const bothAsk = [first, second].every(({ kind }) => kind !== "general" && !WHOLE.has(kind));
  const another = OF_ANOTHER.test(request.question);
  return bothAsk &&
    (another || (!whenDue && first.kind !== second.kind)) &&
    own(first, second) >= OWN_WORDS &&
    own(second, first) >= OWN_WORDS
    ? parts
    : null;
}

const shifted = (span: Span, by: number): Span => ("cite" in span ? { cite: span.cite + by } : span);

function shiftedBlock(block: Block, by: number): Block {
  switch (block.type) {
    case "paragraph":
      return { ...block, spans: block.spans.map((span) => shifted(span, by)) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((span) => shifted(span, by))) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map((span) => shifted(span, by)))) };
    case "quote":
      return { ...block, cite: block.cite + by };
    default:
      return block satisfies never;
  }
}

/** Both answers as one; "partial" when only one of them could be given. */
export function joinAnswers(first: DraftAnswer, second: DraftAnswer): DraftAnswer {
  const by = first.citations.length;
  const both = first.status !== "refused" && second.status !== "refused";
  const notices = [...first.notices, ...second.notices];
  return {
    status: both ? "answered" : first.status === "refused" && second.status === "refused" ? "refused" : "partial",
    blocks: [...first.blocks, ...second.blocks.map((block) => shiftedBlock(block, by))],
    citations: [...first.citations, ...second.citations.map((citation) => ({ ...citation, n: citation.n + by }))],
    notices: notices.filter(
      (notice, index) => notices.findIndex(({ code, message }) => code === notice.code && message === notice.message) === index,
    ),
    suggestions: first.suggestions,
    confidence: Math.min(first.confidence, second.confidence),
  };
}
