/** The trial of access in its short form. */
import { describe, expect, it } from "vitest";
import { runMatrix } from "./access/matrix.ts";
import { runHistories } from "./access/trial.ts";

describe("the access matrix", () => {
  it("holds for every route, caller and object", async () => {
    const figures = await runMatrix();
    expect(figures.faults).toEqual([]);
    expect(figures.routes).toBeGreaterThan(30);
    expect(figures.checks).toBeGreaterThan(1500);
  }, 300_000);
});

describe("random histories of grants, moves and revocations", () => {
  it("let no word of a document reach anybody who may not read it", async () => {
    const figures = await runHistories({ count: 60, seed: 7 });
    expect(figures.faults).toEqual([]);
    expect(figures.histories).toBe(60);
    expect(figures.seen).toBeGreaterThan(500);
    expect(figures.compared).toBeGreaterThan(200);
  }, 300_000);
});
