/**
 * How a model wants to be used: prefixes, pooling, size. Data, not code, so that another model can be named.
 *
 * A model folder may hold `aide.json` with any of these keys; what it leaves out has the default of the e5 family.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../base/app-error.ts";
import { isMissingFile } from "../base/files.ts";

export const ModelSettingsSchema = z.strictObject({
  /** Put before a question. */
  queryPrefix: z.string().max(500).default("query: "),
  /** Put before a passage. */
  passagePrefix: z.string().max(500).default("passage: "),
  /** How token vectors become one: their mean, or the first token's vector. */
  pooling: z.enum(["mean", "first"]).default("mean"),
  /** Longest input in tokens, the special ones included. */
  maxTokens: z.int().min(16).max(32_768).default(512),
  /** Number format of the weights; names the file `onnx/model_<dtype>.onnx`. */
  dtype: z.enum(["fp32", "fp16", "q8", "int8", "uint8", "q4", "q4f16", "bnb4"]).default("q4"),
});
export type ModelSettings = z.infer<typeof ModelSettingsSchema>;

export const settingsFileName = "aide.json";

/**
 * Settings of the model in `folder`; the defaults where the folder or its `aide.json` is missing.
 *
 * @throws AppError "bad-config" when `aide.json` holds something else.
 */
export async function readModelSettings(folder: string): Promise<ModelSettings> {
  const path = join(folder, settingsFileName);
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (cause) {
    if (isMissingFile(cause)) return ModelSettingsSchema.parse({});
    throw cause;
  }
  try {
    return ModelSettingsSchema.parse(JSON.parse(content));
  } catch (cause) {
    const faults = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new AppError("bad-config", {
      message: `${path}: ${faults}`,
      publicText: {
        vi: `Tệp cấu hình mô hình ${settingsFileName} không hợp lệ: ${faults}`,
        en: `The model's settings file ${settingsFileName} is not valid: ${faults}`,
      },
      cause,
    });
  }
}
