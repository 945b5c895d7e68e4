/** The gold readings of the blind set fit their masters, and its files are those that the maker makes. */
import { readdirSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldAssignments, goldWarnings } from "../gold/gold-reading.ts";
import { fixtureName } from "../make/make-plan.ts";
import { blindSections, readBlindMasters } from "./blind-masters.ts";
import { blindGolds } from "./gold/all-golds.ts";
import { blindRecipes } from "./recipes.ts";

const masters = readBlindMasters();
const folder = new URL("./fixtures/", import.meta.url);

it("holds a gold reading of every master", () => {
  expect(blindGolds.map(({ id }) => id)).toEqual(masters.map(({ id }) => id));
});

it("holds every fixture that the maker makes, and no other", () => {
  const made = Object.entries(blindRecipes).flatMap(([id, ways]) => ways.map((recipe) => fixtureName(id, recipe)));
  expect(readdirSync(folder).toSorted()).toEqual(made.toSorted());
});

it("stays below two megabytes", () => {
  expect(readdirSync(folder).reduce((bytes, name) => bytes + statSync(new URL(name, folder)).size, 0)).toBeLessThan(2_000_000);
});

describe.each(blindGolds)("$id", (gold) => {
  const master = masters.find(({ id }) => id === gold.id);
  const paths = master === undefined ? [] : blindSections(master).map(({ path }) => path);

  it("names only sections that the document has", () => {
    const named = [...goldAssignments(gold).map(({ path }) => path), ...goldWarnings(gold).map(({ where }) => where)];
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("quotes agencies, tasks and times as they are printed", () => {
    const text = JSON.stringify(master?.blocks).replaceAll(/\\|\*\*/gu, "");
    const missing = goldAssignments(gold)
      .flatMap(({ agency, task, time }) => [agency, task, time])
      .filter((quote) => !text.toLowerCase().includes(quote.toLowerCase()));
    expect(missing).toEqual([]);
  });
});
