import { createFakeEmbedder } from "../helpers/fake-embedder.ts";
import { openShippedEmbedder } from "../helpers/shipped-model.ts";
import { describeEmbedder } from "./embedder.suite.ts";

describeEmbedder("the shipped model", openShippedEmbedder);
describeEmbedder("the fake for tests", async () => createFakeEmbedder());
