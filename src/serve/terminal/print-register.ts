/** Tasks of a document as people read them in a terminal: who, what, with whom, by when, and whether it still holds. */
import type { Language } from "../../contract/answer.ts";
import type { AssignmentRow } from "../../contract/assignments.ts";
import { standings } from "../standing-words.ts";
import { roles, taskParts } from "./document-words.ts";
import { shortened, type PrintOptions } from "./print-options.ts";
import { wrapText } from "./wrap.ts";

const LONGEST_TASK = 300;

/** One paragraph for each row, in their order. */
export function formatRegister(rows: readonly AssignmentRow[], { lang, width }: PrintOptions): string {
  return rows
    .map((row) => {
      const facts = factsOf(row, lang).map((fact) => wrapText(fact, { width, first: "    ", rest: "      " }));
      const opening = `${row.sectionId} ${row.agency} (${roles[row.role][lang]}): ${shortened(row.task.replaceAll("\n", " "), LONGEST_TASK)}`;
      return [wrapText(opening, { width, first: "  ", rest: "    " }), ...facts].join("\n");
    })
    .join("\n");
}

function factsOf(row: AssignmentRow, lang: Language): string[] {
  const { partners, time, product, budget, reportTo, standing, changedBy } = row;
  const named: readonly (readonly [keyof typeof taskParts, string | null])[] = [
    ["partners", partners.length === 0 ? null : partners.join("; ")],
    ["time", time],
    ["reportTo", reportTo.length === 0 ? null : reportTo.join("; ")],
    ["product", product],
    ["budget", budget],
  ];
  const facts = named.flatMap(([name, value]) => (value === null ? [] : [`${taskParts[name][lang]}: ${value}`]));
  if (standing === "current") return facts;
  const source = changedBy === null ? "" : ` ${taskParts.by[lang]} ${changedBy.sectionId} [${changedBy.documentId}]`;
  return [...facts, `! ${standings[standing][lang]}${source}`];
}
