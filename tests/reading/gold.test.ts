/** The gold readings fit their masters, and the fixtures are those that the maker makes. */
import { readdirSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { golds } from "./gold/all-golds.ts";
import { goldAssignments, goldWarnings } from "./gold/gold-reading.ts";
import { goldSections } from "./gold/gold-sections.ts";
import { fixtureName, recipes } from "./make/make-plan.ts";
import { readMasters } from "./master/read-master.ts";

const masters = readMasters();
const folder = new URL("./fixtures/", import.meta.url);

it("holds a gold reading of every master", () => {
  expect(golds.map(({ id }) => id)).toEqual(masters.map(({ id }) => id));
});

it("holds every fixture that the maker makes, and no other", () => {
  const made = Object.entries(recipes).flatMap(([id, ways]) => ways.map((recipe) => fixtureName(id, recipe)));
  expect(readdirSync(folder).toSorted()).toEqual(made.toSorted());
});

it("stays below six megabytes", () => {
  expect(readdirSync(folder).reduce((bytes, name) => bytes + statSync(new URL(name, folder)).size, 0)).toBeLessThan(6_000_000);
});

describe.each(golds)("$id", (gold) => {
  const master = masters.find(({ id }) => id === gold.id);
  const sections = master === undefined ? [] : goldSections(master);
  const words = new Map(sections.map((section) => [section.path, section.words]));

  it("names only sections that the document has", () => {
    const named = [...goldAssignments(gold).map(({ path }) => path), ...goldWarnings(gold).map(({ where }) => where)].filter(
      (path) => path !== "*",
    );
    expect(named.filter((path) => !words.has(path))).toEqual([]);
    expect(new Set(sections.map(({ path }) => path)).size).toBe(sections.length);
  });

  it("quotes tasks and times as they are printed", () => {
    const text = JSON.stringify(master?.blocks).replaceAll("\\", "");
    const missing = goldAssignments(gold)
      .flatMap(({ task, time }) => [task, time])
      .filter((quote) => !text.includes(quote));
    expect(missing).toEqual([]);
  });
});
