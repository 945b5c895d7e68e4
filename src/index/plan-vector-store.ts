/** A generation's pooled vectors for parts that speak LangChain; read-only, as every generation is. */
import { Document } from "@langchain/core/documents";
import { VectorStore } from "@langchain/core/vectorstores";
import { AppError } from "../base/app-error.ts";
import { EmbedderEmbeddings } from "../models/langchain-embeddings.ts";
import type { Embedder } from "../models/embedder.ts";
import type { Generation, Passage } from "./types.ts";
import { openVectorSearch } from "./vector-search.ts";
import type { VectorSearch } from "./vector-search.ts";

/** What a LangChain document of ours says of its origin. */
export interface PassageMetadata {
  readonly [key: string]: unknown;
  readonly documentId: string;
  readonly sectionId: string;
  readonly context: string;
  readonly start: number;
  readonly end: number;
}

/** A passage as LangChain has it: its own words, its origin beside them. */
export function passageDocument({ plans }: Generation, passage: Passage): Document<PassageMetadata> {
  const { ordinal, documentId, sectionId, context, start, end } = passage;
  const text = plans.find((plan) => plan.id === documentId)?.text ?? "";
  return new Document({
    id: String(ordinal),
    pageContent: text.slice(start, end),
    metadata: { documentId, sectionId, context, start, end },
  });
}

function readOnly(): never {
  throw new AppError("bad-request", {
    message: "a generation is never edited",
    publicText: {
      vi: "Chỉ mục chỉ được tạo bằng lập chỉ mục lại, không sửa trực tiếp.",
      en: "An index is made by building it again, never edited.",
    },
  });
}

export class PlanVectorStore extends VectorStore {
  /** Documents to search in; all of them when there is no filter. */
  declare FilterType: readonly string[];
  readonly #generation: Generation;
  readonly #search: VectorSearch;

  private constructor(generation: Generation, parts: { embedder: Embedder; search: VectorSearch }) {
    super(new EmbedderEmbeddings(parts.embedder), {});
    this.#generation = generation;
    this.#search = parts.search;
  }

  /** @param embedder the model that the generation was built with. */
  static async open(generation: Generation, embedder: Embedder): Promise<PlanVectorStore> {
    const { pooled, dimensions } = generation.vectors;
    return new PlanVectorStore(generation, { embedder, search: await openVectorSearch({ values: pooled, dimensions }) });
  }

  /** Called by the base class before this one's fields are there. */
  override _vectorstoreType(): string {
    return "plan";
  }

  /** Best first, with their cosines. */
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: this["FilterType"],
  ): Promise<[Document<PassageMetadata>, number][]> {
    const { passages } = this.#generation;
    const allowed = filter === undefined ? undefined : new Set(filter);
    const isAllowed = allowed === undefined ? undefined : (ordinal: number) => allowed.has(passages[ordinal]?.documentId ?? "");
    return this.#search.search(Float32Array.from(query), k, isAllowed).flatMap(({ ordinal, score }) => {
      const passage = passages[ordinal];
      return passage === undefined ? [] : [[passageDocument(this.#generation, passage), score] as [Document<PassageMetadata>, number]];
    });
  }

  /** @throws AppError "bad-request" always. */
  override async addVectors(): Promise<void> {
    readOnly();
  }

  /** @throws AppError "bad-request" always. */
  override async addDocuments(): Promise<void> {
    readOnly();
  }
}
