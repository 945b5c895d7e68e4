import { describe, expect, it } from "vitest";
import type { PublicText } from "../../../src/base/app-error.ts";
import { defaultServeSettings, readServeSettings, type ServeSettings } from "../../../src/serve/serve-settings.ts";

function read(env: Readonly<Record<string, string>>, host = "127.0.0.1"): { settings: ServeSettings; faults: readonly PublicText[] } {
  const faults: PublicText[] = [];
  return { settings: readServeSettings({ given: (name) => env[name], host, faults }), faults };
}

describe("how open the server is", () => {
  it("is closed and careful when nothing is said", () => {
    expect(read({})).toEqual({ settings: defaultServeSettings, faults: [] });
  });

  it.each(["127.0.0.1", "127.8.8.8", "::1", "localhost", "LocalHost"])("needs no word to listen on %s", (host) => {
    expect(read({}, host).faults).toEqual([]);
  });

  it.each(["0.0.0.0", "::", "10.1.2.3", "aide.tinh.gov.vn"])("is not opened to others on %s without AIDE_PUBLIC", (host) => {
    const { faults } = read({}, host);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.vi).toContain("AIDE_PUBLIC=1");
    expect(read({ AIDE_PUBLIC: "0" }, host).faults).toHaveLength(1);
    expect(read({ AIDE_PUBLIC: "1" }, host).faults).toEqual([]);
  });

  it("reads lists, numbers and switches", () => {
    const { settings, faults } = read({
      AIDE_ORIGINS: "https://tinh.gov.vn, http://localhost:5173/ https://tinh.gov.vn",
      AIDE_TRUSTED_PROXY: "127.0.0.1 10.0.0.0/8",
      AIDE_RATE: "30",
      AIDE_UPLOAD_BYTES: "1048576",
      AIDE_LOG_QUESTIONS: "yes",
      AIDE_KEEP_ANSWERS: "no",
      AIDE_RETENTION_DAYS: "30",
    });
    expect(faults).toEqual([]);
    expect(settings).toEqual({
      origins: ["https://tinh.gov.vn", "http://localhost:5173"],
      trustedProxies: ["127.0.0.1", "10.0.0.0/8"],
      rates: { perMinute: 30, burst: 15 },
      uploadBytes: 1_048_576,
      logQuestions: true,
      keepAnswers: false,
      retentionDays: 30,
    });
  });

  it.each([
    ["AIDE_ORIGINS", "*"],
    ["AIDE_ORIGINS", "https://tinh.gov.vn/trang"],
    ["AIDE_ORIGINS", "https://user@tinh.gov.vn"],
    ["AIDE_ORIGINS", "tinh.gov.vn"],
    ["AIDE_ORIGINS", "https://*.gov.vn"],
    ["AIDE_TRUSTED_PROXY", "proxy"],
    ["AIDE_RATE", "0"],
    ["AIDE_RATE", "many"],
    ["AIDE_UPLOAD_BYTES", "1"],
    ["AIDE_RETENTION_DAYS", "0"],
    ["AIDE_PUBLIC", "maybe"],
    ["AIDE_KEEP_ANSWERS", "2"],
  ])("says in one sentence that %s=%s is not right, in both languages", (name, value) => {
    const { faults } = read({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.vi).toContain(name);
    expect(faults[0]?.en).toContain(name);
  });
});
