import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/serve/csv.ts";

const cellOf = (value: string): string => toCsv(["c"], [[value]]).split("\r\n")[1] ?? "";

describe("toCsv", () => {
  it.each(["=1+1", "+84 123", "-2", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠x", "%0A", "|cmd"])(
    "never lets %j start a formula",
    (value) => {
      expect(cellOf(value).replace(/^"/u, "").startsWith("'")).toBe(true);
    },
  );

  it("leaves ordinary words as they are", () => {
    expect(cellOf("Sở Tài chính")).toBe("Sở Tài chính");
  });

  it("quotes separators of both kinds, quotes and line breaks", () => {
    expect(cellOf('a "b", c; d')).toBe('"a ""b"", c; d"');
    expect(toCsv(["c"], [["a\nb"]])).toBe('\ufeffc\r\n"a\nb"\r\n');
  });

  it("writes nothing for what is not stated, and numbers as numbers", () => {
    expect(toCsv(["a", "b"], [[null, -5]])).toBe("\ufeffa,b\r\n,-5\r\n");
  });
});
