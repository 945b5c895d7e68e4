/** Floors of the set that was written blind; its first run stands in the README beside it. */
import { expect, it } from "vitest";
import { rate, sum } from "../compare/tally.ts";
import { blindNames, readBlind } from "./read-blind.ts";

it("reads at least 95 % of sections and assignments of the blind set's text, pages and Word files", async () => {
  const figures = await readBlind(blindNames().filter((name) => /\.(?:txt|html|docx)$/u.test(name)));
  const fails = figures.flatMap((one) => one.fails.map((fail) => `${one.fixture}: ${fail}`)).join("\n");
  expect(figures.length).toBeGreaterThan(10);
  expect(rate(sum(figures.map((one) => one.sections))), fails).toBeGreaterThanOrEqual(0.95);
  expect(rate(sum(figures.map((one) => one.assignments))), fails).toBeGreaterThanOrEqual(0.95);
  expect(rate(sum(figures.map((one) => one.metadata))), fails).toBeGreaterThanOrEqual(0.95);
}, 120_000);
