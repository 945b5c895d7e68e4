/** A benchmark's figures as the page docs/benchmark.md. */
import type { Spread } from "./figures.ts";

export interface BenchFigures {
  /** ISO date. */
  readonly measuredOn: string;
  readonly cores: number;
  readonly node: string;
  readonly asked: { readonly questions: number; readonly rounds: number };
  readonly answer: Spread & { readonly perSecond: number };
  /** Of the question's text alone, by the same model in the same run. */
  readonly embedding: Spread;
  /** Over HTTP, streamed: to the first event, and to the last. */
  readonly stream: { readonly first: Spread; readonly whole: Spread };
  readonly answerOverEmbedding: Spread;
  readonly index: { readonly passages: number; readonly seconds: number; readonly embeddingSeconds: number; readonly over: number };
  readonly memoryMb: { readonly server: number; readonly model: number; readonly together: number };
  readonly stock: Spread & { readonly chunks: number; readonly indexSeconds: number; readonly memoryMb: number };
}

const n = (value: number, digits = 1): string => value.toFixed(digits);

/** A Markdown table, for the page and for the terminal. */
export function benchTable({ answer, embedding, stream, answerOverEmbedding: over, index, memoryMb, stock }: BenchFigures): string {
  const rows: readonly (readonly string[])[] = [
    ["", "aide", "its model alone", "aide ÷ model", "aim", "stock LangChain"],
    ["---", "---", "---", "---", "---", "---"],
    ["one question, p50", `${n(answer.p50)} ms`, `${n(embedding.p50)} ms`, n(over.p50, 2), "under 3", `${n(stock.p50)} ms`],
    ["one question, p95", `${n(answer.p95)} ms`, `${n(embedding.p95)} ms`, n(over.p95, 2), "under 6", `${n(stock.p95)} ms`],
    ["first event over HTTP, p50 / p95", `${n(stream.first.p50)} / ${n(stream.first.p95)} ms`, "", "", "under 20 ms", ""],
    ["last event over HTTP, p50 / p95", `${n(stream.whole.p50)} / ${n(stream.whole.p95)} ms`, "", "", "", ""],
    ["questions a second, four at once", n(answer.perSecond, 0), "", "", "", ""],
    ["index", `${n(index.seconds)} s`, `${n(index.embeddingSeconds)} s`, n(index.over, 2), "under 1.3", `${n(stock.indexSeconds)} s`],
    ["pieces of text", String(index.passages), "", "", "", String(stock.chunks)],
    ["memory", `${n(memoryMb.together, 0)} MB`, `${n(memoryMb.model, 0)} MB`, "", "under 450 MB", `${n(stock.memoryMb, 0)} MB`],
  ];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function benchDocument({ measuredOn, cores, node, asked }: BenchFigures, table: string): string {
  return `# Speed and memory

Written by \`npm run bench\`; do not edit. Measured on ${measuredOn} with Node ${node} on ${String(cores)} cores, everything in one run.

${table}

- One question: the ${String(asked.questions)} questions of \`tests/bench/questions.ts\`, ${String(asked.rounds)} times, one at a time, without HTTP. An answer of
  the aide is whole: understood, ranked, composed, cited and checked, or refused. The stock pipeline gives the four nearest
  chunks and no answer.
- Its model alone: the same texts embedded and nothing else, by the model's own process as the aide uses it: the way there and
  back and the vectors of every token are part of it. The stock pipeline embeds in its own process and keeps one vector a text.
- Over HTTP: the same questions streamed by the server that \`npm start\` runs, with its limits, records and rights.
- Index: the documents in \`corpus/\` read, parsed, embedded, written and opened. Beside each passage's vector the aide stores
  one for every sentence and one for every token; the stock pipeline stores one for every run of 1,000 characters.
- Memory: resident set of the server and of the model's process after all questions; the stock pipeline runs in one process.
`;
}
