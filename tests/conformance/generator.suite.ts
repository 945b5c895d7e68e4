/** What every generator promises, whatever is behind it. */
import { describe, expect, it } from "vitest";
import type { Generator, Prompt } from "../../src/models/generator.ts";

export const prompt: Prompt = { system: "Viết lại.", user: '<doan id="p1">Sở Y tế chủ trì.</doan>' };

export interface GeneratorUnderTest {
  readonly name: string;
  /** A generator whose model says these words. */
  readonly saying: (text: string) => Promise<Generator>;
  /** A generator whose model does not answer, with this limit in milliseconds; what it promised is given back beside it. */
  readonly silent: (limitMs: number) => Promise<Generator>;
}

export function describeGenerator({ name, saying, silent }: GeneratorUnderTest): void {
  describe(`${name} keeps the promises of a generator`, () => {
    it("says which model it is", async () => {
      expect((await saying("x")).model).toMatch(/\S/u);
    });

    it("gives the whole text, Vietnamese and line breaks included", async () => {
      const text = "Sở Y tế chủ trì. [p1]\nThời hạn: trước ngày 30/9. [p1, p2]";
      expect(await (await saying(text)).generate(prompt)).toEqual({ kind: "text", text });
    });

    it("gives a reason for no text, never an error", async () => {
      expect(await (await saying(" ")).generate(prompt)).toEqual({ kind: "failed", reason: "empty" });
    });

    it("answers several prompts at once, and one after another", async () => {
      const generator = await saying("Một câu.");
      const together = await Promise.all(Array.from({ length: 4 }, () => generator.generate(prompt)));
      expect(together.map(({ kind }) => kind)).toEqual(["text", "text", "text", "text"]);
      expect((await generator.generate(prompt)).kind).toBe("text");
    });

    it("gives up at its limit", async () => {
      const generator = await silent(300);
      const began = performance.now();
      expect(await generator.generate(prompt)).toEqual({ kind: "failed", reason: "timeout" });
      expect(performance.now() - began).toBeLessThan(1300);
    });
  });
}
