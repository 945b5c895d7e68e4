/** Our embedder for parts that speak LangChain. */
import { Embeddings } from "@langchain/core/embeddings";
import type { EmbeddingsParams } from "@langchain/core/embeddings";
import type { Embedder } from "./embedder.ts";

/** Pooled vectors only: what LangChain knows. Sentence and token vectors come from the `Embedder` itself. */
export class EmbedderEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder, params: EmbeddingsParams = {}) {
    super(params);
    this.#embedder = embedder;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const embeddings = await this.#embedder.embedPassages(texts.map((text) => ({ context: "", sentences: [text] })));
    return embeddings.map(({ pooled }) => [...pooled]);
  }

  override async embedQuery(text: string): Promise<number[]> {
    return [...(await this.#embedder.embedQuery(text)).pooled];
  }
}
