/** The ranking for parts that speak LangChain: a question in, documents with their origin and scores out. */
import { Document } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import { passageDocument } from "../index/plan-vector-store.ts";
import type { PassageMetadata } from "../index/plan-vector-store.ts";
import type { Generation } from "../index/types.ts";
import type { Ranker } from "./rank-passages.ts";
import type { Query, ScoreParts } from "./types.ts";

export interface RankedMetadata extends PassageMetadata {
  readonly score: number;
  readonly parts: ScoreParts;
}

export interface PlanRetrieverOptions {
  readonly generation: Generation;
  readonly ranker: Ranker;
  /** Makes a typed question ready for ranking. */
  readonly understand: (question: string) => Query;
  /** Documents to return. Default 4. */
  readonly k?: number;
}

export class PlanRetriever extends BaseRetriever<RankedMetadata> {
  override lc_namespace = ["tro-ly-ao", "retrieve"];
  readonly #options: PlanRetrieverOptions;

  constructor(options: PlanRetrieverOptions) {
    super();
    this.#options = options;
  }

  override async _getRelevantDocuments(question: string): Promise<Document<RankedMetadata>[]> {
    const { generation, ranker, understand, k = 4 } = this.#options;
    const { passages } = await ranker.rank(understand(question), k);
    return passages.map(({ passage, score, parts }) => {
      const { id, pageContent, metadata } = passageDocument(generation, passage);
      return new Document({ ...(id === undefined ? {} : { id }), pageContent, metadata: { ...metadata, score, parts } });
    });
  }
}
