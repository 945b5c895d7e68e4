import { env } from "@huggingface/transformers";
import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/huggingface_transformers";
import { basename, dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EmbedderEmbeddings } from "../../src/models/langchain-embeddings.ts";
import { openShippedEmbedder, shippedModelFolder } from "../helpers/shipped-model.ts";

const QUESTION = "cơ quan nào phụ trách trí tuệ nhân tạo trong du lịch?";
const PASSAGES = [
  "Triển khai các ứng dụng TTNT trong lĩnh vực văn hóa và du lịch: Hệ thống quản lý lưu trú liên thông; hệ thống Booth du lịch.",
  "Tham mưu Ủy ban nhân dân tỉnh đào tạo, bồi dưỡng cán bộ, công chức, viên chức về ứng dụng TTNT.",
];

const cosine = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe("our embedder and LangChain's over the same model", () => {
  let ours: EmbedderEmbeddings;
  let theirs: HuggingFaceTransformersEmbeddings;
  let close: () => Promise<void>;

  beforeAll(async () => {
    env.allowRemoteModels = false;
    env.localModelPath = dirname(shippedModelFolder);
    const embedder = await openShippedEmbedder();
    close = () => embedder.close();
    ours = new EmbedderEmbeddings(embedder);
    theirs = new HuggingFaceTransformersEmbeddings({ model: basename(shippedModelFolder), pretrainedOptions: { dtype: "q4" } });
  });
  afterAll(() => close());

  it("give the same vector for a question with e5's prefix", async () => {
    const [a, b] = await Promise.all([ours.embedQuery(QUESTION), theirs.embedQuery(`query: ${QUESTION}`)]);
    expect(cosine(a, b)).toBeGreaterThan(0.999);
  });

  it("give the same vectors for passages with e5's prefix, and other ones without it", async () => {
    const [a, b, bare] = await Promise.all([
      ours.embedDocuments(PASSAGES),
      theirs.embedDocuments(PASSAGES.map((text) => `passage: ${text}`)),
      theirs.embedDocuments(PASSAGES),
    ]);
    a.forEach((vector, i) => expect(cosine(vector, b[i] ?? [])).toBeGreaterThan(0.999));
    a.forEach((vector, i) => expect(cosine(vector, bare[i] ?? [])).toBeLessThan(0.999));
  });
});
