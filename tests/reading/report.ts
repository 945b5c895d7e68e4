/** The section of docs/quality.md about reading files of every format. */
import type { Tally } from "./compare/tally.ts";
import { rate, sum } from "./compare/tally.ts";
import type { FixtureFigures } from "./compare/compare-plan.ts";

const share = (tally: Tally): string => (tally.total === 0 ? "–" : `${(rate(tally) * 100).toFixed(1)} % (${tally.right}/${tally.total})`);

function row(name: string, group: readonly FixtureFigures[]): string {
  const all = (pick: (figures: FixtureFigures) => Tally): Tally => sum(group.map(pick));
  const count = (pick: (figures: FixtureFigures) => number): number => group.reduce((total, figures) => total + pick(figures), 0);
  const cells = [
    name,
    String(group.length),
    share(all(({ sections }) => sections)),
    String(count(({ invented }) => invented)),
    share(all(({ assignments }) => assignments)),
    String(count(({ extraAssignments }) => extraAssignments)),
    share(all(({ schedules }) => schedules)),
    share(all(({ metadata }) => metadata)),
    share(all(({ warnings }) => warnings)),
  ];
  return `| ${cells.join(" | ")} |`;
}

const ORDER = ["txt", "md", "html", "docx", "odt", "doc", "rtf", "pdf", "scan pdf", "scan tiff", "scan png", "scan jpg"];

/** Markdown; a line a format, and one for all text formats and one for all scans. */
export function readingSection(figures: readonly FixtureFigures[]): string {
  const documents = new Set(figures.map(({ document }) => document)).size;
  const formats = ORDER.filter((format) => figures.some((one) => one.format === format));
  const lines = [
    "## Reading files of every format",
    "",
    `${figures.length} files of ${documents} invented documents (plans, decisions, a letter, a notice, an amendment, a draft), made by LibreOffice, Chromium, the docx library and by hand, compared with readings by a person (\`tests/reading\`). Scans are printed pages at 200 dpi with noise, half to three quarters of a degree askew. A section is right when its mark, first words and parent are; an assignment when agency, role, task and printed time are.`,
    "",
    "| format | files | sections | invented | assignments | invented | dates | metadata | warnings |",
    "|---|---|---|---|---|---|---|---|---|",
    ...formats.map((format) =>
      row(
        format,
        figures.filter((one) => one.format === format),
      ),
    ),
  ];
  const texts = figures.filter(({ scanned }) => !scanned);
  const scans = figures.filter(({ scanned }) => scanned);
  if (texts.length > 0) lines.push(row("**text formats**", texts));
  if (scans.length > 0) lines.push(row("**scans**", scans));
  return `${lines.join("\n")}\n`;
}
