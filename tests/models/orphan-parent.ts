/** A program that opens the embedder and says which process holds the model; its test kills it. */
import { openShippedEmbedder } from "../helpers/shipped-model.ts";

const embedder = await openShippedEmbedder();
process.stdout.write(`${embedder.processId() ?? 0}\n`);
