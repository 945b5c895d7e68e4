import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readModelSettings } from "../../src/models/model-settings.ts";
import { verifyModel } from "../../src/models/verify-model.ts";
import { shippedModelFolder } from "../helpers/shipped-model.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-model-"));
  await cp(shippedModelFolder, folder, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const isDamaged = {
  code: "model-damaged",
  publicText: { vi: expect.stringContaining("AIDE_MODEL"), en: expect.stringContaining("AIDE_MODEL") },
};

describe("checking the model before it is loaded", () => {
  it("takes the model as it ships, and gives it the same hash every time", async () => {
    const { hash } = await verifyModel(folder);
    expect(await verifyModel(folder)).toEqual({ hash });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(["config.json", "tokenizer.json", "onnx/model_q4.onnx", "token-projection.bin"])(
    "refuses it when %s has changed or is gone",
    async (file) => {
      await appendFile(join(folder, file), " ");
      await expect(verifyModel(folder)).rejects.toMatchObject({ ...isDamaged, message: expect.stringContaining(file) });
      await rm(join(folder, file));
      await expect(verifyModel(folder)).rejects.toMatchObject({ ...isDamaged, message: expect.stringContaining(file) });
    },
  );

  it("refuses it without sums, with unreadable sums, and a folder that is not there", async () => {
    await writeFile(join(folder, "SHA256SUMS"), "nonsense\n");
    await expect(verifyModel(folder)).rejects.toMatchObject(isDamaged);
    await rm(join(folder, "SHA256SUMS"));
    await expect(verifyModel(folder)).rejects.toMatchObject(isDamaged);
    await expect(verifyModel(join(folder, "none"))).rejects.toMatchObject(isDamaged);
  });
});

describe("a model's settings", () => {
  it("are those of the e5 family where the folder says nothing", async () => {
    expect(await readModelSettings(folder)).toEqual({
      queryPrefix: "query: ",
      passagePrefix: "passage: ",
      pooling: "mean",
      maxTokens: 512,
      dtype: "q4",
    });
  });

  it("are taken from the folder key by key", async () => {
    await writeFile(join(folder, "aide.json"), '{"queryPrefix":"","pooling":"first"}');
    expect(await readModelSettings(folder)).toMatchObject({ queryPrefix: "", pooling: "first", passagePrefix: "passage: " });
  });

  it.each(["{", '{"poling":"mean"}', '{"maxTokens":0}'])("are refused with a clear text when they are %s", async (content) => {
    await writeFile(join(folder, "aide.json"), content);
    await expect(readModelSettings(folder)).rejects.toMatchObject({
      code: "bad-config",
      publicText: { en: expect.stringContaining("aide.json") },
    });
  });
});
