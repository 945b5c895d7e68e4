import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/base/app-error.ts";
import { readConfig } from "../../src/config.ts";
import { reachOf } from "../../src/models/generator-settings.ts";

const local = { AIDE_LLM_BASE_URL: "http://127.0.0.1:11434/v1/", AIDE_LLM_MODEL: "qwen2.5:7b" };

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof AppError && error.code === "bad-config") return `${error.publicText.vi}\n${error.publicText.en}\n${error.message}`;
    throw error;
  }
  return "";
}

describe("the settings of a language model", () => {
  it("are none unless one is named", () => {
    expect(readConfig({}).languageModel).toBeNull();
    expect(readConfig({ AIDE_LLM_TIMEOUT_MS: "5000", AIDE_LLM_ALLOW_REMOTE: "no" }).languageModel).toBeNull();
  });

  it("name a server on this machine, a model and twenty seconds", () => {
    const settings = readConfig(local).languageModel;
    expect(settings).toMatchObject({ baseUrl: "http://127.0.0.1:11434/v1", model: "qwen2.5:7b", timeoutMs: 20_000 });
    expect(settings?.key()).toBeNull();
  });

  it("do not show the key when they are printed", () => {
    const config = readConfig({ ...local, AIDE_LLM_KEY: "sk-secret" });
    expect(config.languageModel?.key()).toBe("sk-secret");
    expect(inspect(config, { depth: 9, showHidden: true }) + JSON.stringify(config)).not.toContain("sk-secret");
  });

  it.each([["AIDE_LLM_MODEL"], ["AIDE_LLM_BASE_URL"]])("miss %s when only the other is given", (missing) => {
    const env: Record<string, string> = { ...local };
    delete env[missing];
    expect(faultsOf(env)).toContain(`${missing} is missing`);
  });

  it.each([
    "https://api.example.com/v1",
    "http://192.168.1.20:8000/v1",
    "http://0.0.0.0:8000",
    "http://127.0.0.1.example.com",
    "http://llm.local:8000",
  ])("refuse %s until an administrator allows sending to other machines", (url) => {
    expect(faultsOf({ ...local, AIDE_LLM_BASE_URL: url })).toContain("needs AIDE_LLM_ALLOW_REMOTE=yes");
  });

  it.each(["https://api.example.com/v1", "http://192.168.1.20:8000/v1", "http://10.0.0.3/v1", "http://[fd00::7]:8000/v1"])(
    "take %s once it is allowed",
    (url) => {
      expect(faultsOf({ ...local, AIDE_LLM_BASE_URL: url, AIDE_LLM_ALLOW_REMOTE: "yes" })).toBe("");
    },
  );

  it.each(["http://api.example.com/v1", "http://8.8.8.8/v1", "http://llm.local:8000", "http://172.32.0.1"])(
    "refuse %s without encryption even when it is allowed",
    (url) => {
      expect(faultsOf({ ...local, AIDE_LLM_BASE_URL: url, AIDE_LLM_ALLOW_REMOTE: "yes" })).toContain("must be https");
    },
  );

  it("repeat no password and no key in a fault", () => {
    const faults = faultsOf({
      AIDE_LLM_BASE_URL: "http://me:pass-word@127.0.0.1/v1?token=tok-en",
      AIDE_LLM_MODEL: "m",
      AIDE_LLM_KEY: "sk secret",
    });
    expect(faults).toContain("must not hold a user name or a password");
    expect(faults).toContain("must not have a part after");
    expect(faults).toContain("AIDE_LLM_KEY may hold");
    expect(faults).not.toMatch(/pass-word|tok-en|sk secret/u);
  });

  it("are all told at once with the other faults", () => {
    const faults = faultsOf({
      PORT: "x",
      AIDE_LLM_BASE_URL: "ftp://x",
      AIDE_LLM_MODEL: "two words",
      AIDE_LLM_TIMEOUT_MS: "0",
      AIDE_LLM_ALLOW_REMOTE: "maybe",
    });
    for (const name of ["PORT", "AIDE_LLM_BASE_URL", "AIDE_LLM_MODEL", "AIDE_LLM_TIMEOUT_MS", "AIDE_LLM_ALLOW_REMOTE"])
      expect(faults).toContain(name);
  });
});

describe("how far a host leads", () => {
  it.each([
    ["localhost", "loopback"],
    ["127.8.9.1", "loopback"],
    ["[::1]", "loopback"],
    ["10.1.2.3", "private"],
    ["172.16.0.1", "private"],
    ["[fd12:3456::1]", "private"],
    ["100.64.0.1", "remote"],
    ["169.254.169.254", "remote"],
    ["localhost.example.com", "remote"],
    ["127.0.0.1.nip.io", "remote"],
    ["[::ffff:7f00:1]", "remote"],
  ])("%s is %s", (host, reach) => {
    expect(reachOf(host)).toBe(reach);
  });
});
