/** Every road on which words of a document could reach somebody. Requests only; what comes back is looked at elsewhere. */
import type { Random } from "../reading/random.ts";
import { canaryDocuments, pairs, type CanaryDocument } from "./documents.ts";
import type { Sent } from "./world.ts";

export interface Asked {
  /** Answers given so far: their ids. */
  readonly answers: readonly string[];
  readonly jobs: readonly string[];
}

type Road = (random: Random, known: Asked) => Sent;

const anyDocument = (random: Random): CanaryDocument => random.pick(canaryDocuments);
/** The word that finds a document and betrays nothing. */
const bait = (random: Random): string => random.pick(pairs).split(" ")[0] ?? "";
const number = (random: Random): string => String(101 + random.below(6));

const questions: readonly ((random: Random) => string)[] = [
  (random) => `${bait(random)} là gì?`,
  (random) => `Cơ quan nào chủ trì triển khai ${bait(random)}?`,
  (random) => `Kinh phí cho ${bait(random)} là bao nhiêu?`,
  (random) => `Kế hoạch số ${number(random)}/KH-UBND còn hiệu lực không?`,
  (random) => `Kế hoạch số ${number(random)}/KH-UBND do ai ký, ban hành ngày nào?`,
  () => "Có bao nhiêu kế hoạch, gồm những văn bản nào?",
  () => "Sở Y tế làm gì?",
  () => "So sánh mục tiêu của Cà Mau và Bình Thuận",
  () => "Nhiệm vụ nào phải xong trước ngày 30/6/2025?",
  () => "Văn bản nào đã bị thay thế hoặc sửa đổi?",
  (random) => `What does the plan say about ${bait(random)}?`,
  () => "Which documents do you have?",
  () => "Xin chào",
  () => "Tỉnh Lạng Sơn có kế hoạch gì?",
  () => "Trung tâm nào được giao nhiệm vụ?",
];

const ask = (random: Random): { question: string; scope?: unknown; history?: unknown } => ({
  question: random.pick(questions)(random),
  ...(random.below(4) === 0 ? { scope: { documents: [anyDocument(random).id] } } : {}),
  ...(random.below(5) === 0 ? { history: [{ role: "user", content: random.pick(questions)(random) }] } : {}),
});

const get = (path: string, headers: Record<string, string> = {}): Sent => ({ method: "GET", path, headers });
const english = { "accept-language": "en" };

export const roads: Readonly<Record<string, Road>> = {
  answer: (random) => ({ method: "POST", path: "/v1/ask", body: ask(random) }),
  stream: (random) => ({ method: "POST", path: "/v1/ask", body: { ...ask(random), stream: true } }),
  completion: (random) => ({
    method: "POST",
    path: "/v1/chat/completions",
    body: { model: "tro-ly-ao", messages: [{ role: "user", content: random.pick(questions)(random) }], stream: random.below(2) === 0 },
  }),
  search: (random) => ({
    method: "POST",
    path: "/v1/search",
    body: {
      query: random.pick(questions)(random),
      limit: 50,
      ...(random.below(4) === 0 ? { scope: { documents: [anyDocument(random).id] } } : {}),
    },
  }),
  catalogue: () => get("/v1/documents"),
  document: (random) => get(`/v1/documents/${anyDocument(random).id}`),
  section: (random) => get(`/v1/documents/${anyDocument(random).id}/sections/${random.pick(["I", "I.1", "II.1", "dau-van-ban", "zz"])}`),
  page: (random) => get(`/documents/${anyDocument(random).id}`),
  tasks: (random) => get(`/v1/assignments${random.pick(["", "?q=kinh+phi", "?agency=So+Y+te", "?due_before=2030-01-01", "?kind=report"])}`),
  tasksOfDocument: (random) => get(`/v1/assignments?document=${anyDocument(random).id}`),
  table: () => get("/v1/assignments", { accept: "text/csv" }),
  tableInEnglish: () => get("/v1/assignments", { accept: "text/csv", ...english }),
  readiness: () => get("/readyz"),
  metrics: () => get("/metrics"),
  contract: () => get("/openapi.json"),
  jobs: (random) => get(random.below(2) === 0 ? "/v1/jobs" : `/v1/jobs?document=${anyDocument(random).id}`),
  generations: () => get("/v1/generations"),
  keys: () => get("/v1/keys"),
  who: () => get("/v1/session"),
  job: (random, { jobs }) => get(`/v1/jobs/${jobs.length === 0 ? "none" : random.pick(jobs)}`),
  check: (random, { answers }) =>
    get(`/v1/answers/${answers.length === 0 ? "none" : random.pick(answers)}/check`, random.below(2) === 0 ? english : {}),
  feedback: (random, { answers }) => ({
    method: "POST",
    path: "/v1/feedback",
    body: { answerId: answers.length === 0 ? "none" : random.pick(answers), useful: random.below(2) === 0 },
  }),
  wrongQuestion: (random) => ({ method: "POST", path: "/v1/ask", body: { question: "", scope: { documents: [anyDocument(random).id] } } }),
  wrongDocument: (random) => get(`/v1/documents/${anyDocument(random).id}/../${anyDocument(random).id}.txt`),
  wrongChange: (random) => ({ method: "PATCH", path: `/v1/documents/${anyDocument(random).id}`, body: { access: "nobody" } }),
  wrongMethod: (random) => ({ method: "POST", path: `/v1/documents/${anyDocument(random).id}`, body: {} }),
};
