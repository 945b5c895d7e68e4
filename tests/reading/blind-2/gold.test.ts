/** The gold readings of the second blind set fit their masters, and its files are those that the maker makes. */
import { describe, expect, it } from "vitest";
import { blindSections } from "../blind/blind-masters.ts";
import { goldAssignments, goldWarnings } from "../gold/gold-reading.ts";
import { fixtureName } from "../make/make-plan.ts";
import { secondNames, secondRecipes, secondSet } from "./second-set.ts";

const { golds, masters } = secondSet;

it("holds a gold reading of every master", () => {
  expect(golds.map(({ id }) => id)).toEqual(masters.map(({ id }) => id));
});

it("holds every file that the maker makes, and no other", () => {
  const made = Object.entries(secondRecipes).flatMap(([id, ways]) => ways.map((recipe) => fixtureName(id, recipe)));
  expect(secondNames()).toEqual(made.toSorted());
});

describe.each(golds)("$id", (gold) => {
  const master = masters.find(({ id }) => id === gold.id);
  const paths = master === undefined ? [] : blindSections(master).map(({ path }) => path);

  it("names only sections that the document has", () => {
    const named = [...goldAssignments(gold).map(({ path }) => path), ...goldWarnings(gold).map(({ where }) => where)];
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("quotes agencies, tasks and times as they are printed", () => {
    const text = JSON.stringify(master?.blocks).toLowerCase();
    const quotes = goldAssignments(gold).flatMap(({ agency, task, time }) => [agency, task, time]);
    expect(quotes.filter((quote) => !text.includes(quote.toLowerCase()))).toEqual([]);
  });
});
