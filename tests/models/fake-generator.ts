/** A generator without a model: a function writes its replies. */
import { failed, type Generator, type Prompt } from "../../src/models/generator.ts";

export interface FakeGenerator extends Generator {
  readonly prompts: Prompt[];
}

/** @param write the reply to a prompt; null for a model that does not answer in time. */
export function createFakeGenerator(write: (prompt: Prompt) => string | null): FakeGenerator {
  const prompts: Prompt[] = [];
  return {
    model: "fake",
    prompts,
    async generate(prompt) {
      prompts.push(prompt);
      const text = write(prompt);
      if (text === null) return failed("timeout");
      return text.trim() === "" ? failed("empty") : { kind: "text", text };
    },
  };
}
