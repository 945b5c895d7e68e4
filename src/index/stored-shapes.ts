/** Schemas of what a generation stores as JSON: opened files are checked before anything trusts their shape. */
import { z } from "zod";
import type { Plan } from "../parse/types.ts";
import type { Passage } from "./types.ts";

const offset = z.int().nonnegative();
const range = { start: offset, end: offset };

/** The parts that other stages index by; the rest is as the parser wrote it, which the file's hash vouches for. */
const PlanShape = z.looseObject({
  id: z.string(),
  sourceHash: z.string(),
  text: z.string(),
  offsets: z.array(z.looseObject({ canonical: offset, source: offset })),
  title: z.string(),
  status: z.string(),
  copyOf: z.string().nullable(),
  sections: z.array(
    z.looseObject({
      id: z.string(),
      parentId: z.string().nullable(),
      kind: z.string(),
      label: z.string(),
      path: z.array(z.string()),
      ...range,
      ownEnd: offset,
    }),
  ),
  assignments: z.array(z.looseObject({ documentId: z.string(), task: z.string() })),
  warnings: z.array(z.looseObject({ code: z.string(), message: z.string() })),
});

const PassageShape = z.strictObject({
  ordinal: offset,
  documentId: z.string(),
  sectionId: z.string(),
  context: z.string(),
  ...range,
  sentences: z.array(z.strictObject(range)).min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
});

function assertPlans(value: unknown): asserts value is readonly Plan[] {
  z.array(PlanShape).parse(value);
}

/** @throws when `value` is no list of plans. */
export function readStoredPlans(value: unknown): readonly Plan[] {
  assertPlans(value);
  return value;
}

/** @throws when `value` is no list of passages of these plans, in the order of their ordinals. */
export function readStoredPassages(value: unknown, plans: readonly Plan[]): readonly Passage[] {
  const passages = z.array(PassageShape).parse(value);
  const texts = new Map(plans.map((plan) => [plan.id, plan]));
  passages.forEach((passage, i) => {
    const plan = texts.get(passage.documentId);
    if (passage.ordinal !== i) throw new Error(`passage ${i} says that it is ${passage.ordinal}`);
    if (plan === undefined) throw new Error(`passage ${i} belongs to no stored plan`);
    if (!plan.sections.some(({ id }) => id === passage.sectionId)) throw new Error(`passage ${i} belongs to no section`);
    for (const { start, end } of [passage, ...passage.sentences])
      if (start >= end || end > plan.text.length) throw new Error(`passage ${i} lies outside its plan`);
  });
  return passages;
}
