import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { AppError } from "../src/base/app-error.ts";
import { readConfig } from "../src/config.ts";

const folder = mkdtempSync(join(tmpdir(), "aide-config-"));
mkdirSync(join(folder, "plans"));
mkdirSync(join(folder, "my-model"));
writeFileSync(join(folder, "file"), "");
afterAll(() => rmSync(folder, { recursive: true }));

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env, folder);
  } catch (error) {
    if (error instanceof AppError && error.code === "bad-config") return error.publicText.en;
    throw error;
  }
  return "";
}

describe("readConfig", () => {
  it("serves the project's own folders on 127.0.0.1:3000 when nothing is set, wherever it is started", () => {
    const config = readConfig({}, folder);
    expect(config).toMatchObject({ port: 3000, host: "127.0.0.1" });
    expect(config.corpusFolder).toBe(join(config.projectFolder, "corpus"));
    expect(config.indexFolder).toBe(join(config.projectFolder, "index"));
    expect(config.model).toEqual({ kind: "local", folder: join(config.projectFolder, "models", "multilingual-e5-small-vi-en") });
    expect(config.version).toMatch(/^\d+\.\d+\.\d+/u);
  });

  it("takes relative folders from the working directory, and an index folder that is yet to be made", () => {
    const config = readConfig({ AIDE_CORPUS: "plans", AIDE_INDEX: "./new-index" }, folder);
    expect(config.corpusFolder).toBe(join(folder, "plans"));
    expect(config.indexFolder).toBe(join(folder, "new-index"));
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readConfig({ PORT: "", AIDE_CORPUS: " ", AIDE_MODEL: "" }, folder).port).toBe(3000);
  });

  it("tells a folder from the name of a model on the hub", () => {
    expect(readConfig({ AIDE_MODEL: "my-model" }, folder).model).toEqual({ kind: "local", folder: join(folder, "my-model") });
    expect(readConfig({ AIDE_MODEL: "Xenova/multilingual-e5-base" }, folder).model).toEqual({
      kind: "hub",
      name: "Xenova/multilingual-e5-base",
    });
  });

  it.each(["./no-such-model", "/no/such/model", "models/no-such-model", "just-a-word", "a/b/c"])(
    "does not go to the internet for %s",
    (value) => {
      expect(faultsOf({ AIDE_MODEL: value })).toContain("AIDE_MODEL");
    },
  );

  it.each(["70000", "-1", "80a", "3000.5", "0x10"])("refuses the port %s", (value) => {
    expect(faultsOf({ PORT: value })).toContain(`"${value}"`);
  });

  it("names every fault at once", () => {
    const faults = faultsOf({ PORT: "x", HOST: "two words", AIDE_CORPUS: "missing", AIDE_INDEX: "file", AIDE_MODEL: "?" });
    for (const name of ["PORT", "HOST", "AIDE_CORPUS", "AIDE_INDEX", "AIDE_MODEL"]) expect(faults).toContain(name);
  });

  it("cannot be changed afterwards", () => {
    const config = readConfig({}, folder);
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.limits, { inFlight: 1 })).toThrow(TypeError);
  });
});
