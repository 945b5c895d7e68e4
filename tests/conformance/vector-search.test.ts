import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { openVectorSearch } from "../../src/index/vector-search.ts";
import { describeVectorSearch } from "./vector-search.suite.ts";

function isCompiled(): boolean {
  try {
    return Boolean(createRequire(import.meta.url)("hnswlib-node"));
  } catch {
    return false;
  }
}

describeVectorSearch("the exact search", (rows) => openVectorSearch(rows, "exact"));
describeVectorSearch("the search of this machine", (rows) => openVectorSearch(rows));

it("runs on hnswlib exactly where that package was compiled, and says so", async () => {
  const rows = { values: new Float32Array(4), dimensions: 4 };
  expect((await openVectorSearch(rows)).kind).toBe(isCompiled() ? "hnswlib" : "exact");
  expect((await openVectorSearch(rows, "exact")).kind).toBe("exact");
});
