/** All figures of one file: tree, register, metadata, relations, warnings. */
import { extname } from "node:path";
import type { Plan } from "../../../src/parse/types.ts";
import type { GoldReading } from "../gold/gold-reading.ts";
import { goldAssignments, goldRelations, goldWarnings } from "../gold/gold-reading.ts";
import type { GoldSection } from "../gold/gold-sections.ts";
import { compareAssignments } from "./compare-assignments.ts";
import { compareMetadata, compareRelations } from "./compare-metadata.ts";
import { compareSections } from "./compare-sections.ts";
import { compareWarnings } from "./compare-warnings.ts";
import type { Tally } from "./tally.ts";
import { comparisonFor } from "./tolerance.ts";

export interface FixtureFigures {
  /** File name. */
  readonly fixture: string;
  /** The document that it is made of. */
  readonly document: string;
  /** "docx", "scan png", … */
  readonly format: string;
  readonly scanned: boolean;
  /** Why it could not be read, null when it was. */
  readonly unreadable: string | null;
  readonly milliseconds: number;
  readonly sections: Tally;
  readonly kinds: Tally;
  readonly invented: number;
  readonly assignments: Tally;
  readonly extraAssignments: number;
  readonly schedules: Tally;
  readonly partners: Tally;
  readonly budgets: Tally;
  readonly reports: Tally;
  readonly metadata: Tally;
  readonly relations: Tally;
  readonly warnings: Tally;
  readonly extraWarnings: number;
  readonly fails: readonly string[];
}

export const isScan = (fixture: string): boolean => fixture.includes(".scan.");

export interface PlanToCompare {
  readonly fixture: string;
  /** Null where the file could not be read. */
  readonly plan: Plan | null;
  readonly gold: GoldReading;
  readonly sections: readonly GoldSection[];
}

/** What was read of one file beside what it holds; all wrong where nothing was read. */
export function compareWithGold({ fixture, plan, gold, sections }: PlanToCompare): Omit<FixtureFigures, "unreadable" | "milliseconds"> {
  const document = fixture.replace(/\..*$/u, "");
  const scanned = isScan(fixture);
  const ending = extname(fixture).slice(1);
  const assignments = goldAssignments(gold);
  const head = { fixture, document, format: scanned ? `scan ${ending}` : ending, scanned };
  if (plan === null) {
    const none = (total: number): Tally => ({ right: 0, total });
    const asked = sections.filter(({ optional }) => !optional).length;
    const empty = none(0);
    return {
      ...head,
      sections: none(asked),
      kinds: none(asked),
      invented: 0,
      assignments: none(assignments.filter(({ optional }) => !optional).length),
      extraAssignments: 0,
      schedules: empty,
      partners: empty,
      budgets: empty,
      reports: empty,
      metadata: none(13),
      relations: none(goldRelations(gold).length),
      warnings: none(goldWarnings(gold).length),
      extraWarnings: 0,
      fails: [],
    };
  }
  const compare = comparisonFor(scanned);
  const tree = compareSections(plan, sections, compare);
  const register = compareAssignments({ plan, gold: assignments, pathOf: tree.pathOf, compare });
  const metadata = compareMetadata(plan, gold.metadata, compare);
  const relations = compareRelations(plan, goldRelations(gold));
  const warnings = compareWarnings({ plan, gold: goldWarnings(gold), pathOf: tree.pathOf });
  return {
    ...head,
    sections: { right: tree.right, total: tree.total },
    kinds: { right: tree.kindsRight, total: tree.total },
    invented: tree.invented,
    assignments: register.rows,
    extraAssignments: register.extra,
    schedules: register.schedules,
    partners: register.partners,
    budgets: register.budgets,
    reports: register.reports,
    metadata: metadata.tally,
    relations: relations.tally,
    warnings: warnings.tally,
    extraWarnings: warnings.extra,
    fails: [tree, register, metadata, relations, warnings].flatMap(({ fails }) => fails),
  };
}
