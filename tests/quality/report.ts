/** docs/quality.md: the figures of one evaluation as tables, with how each set was made. */
import type { AblationRow } from "./ablation.ts";
import type { RetrievalRow } from "./retrieval-figures.ts";
import type { Verdict } from "./score.ts";
import { calibration, calibrationError, groupedBy, rightShare, share, summarise, type Summary } from "./summary.ts";

/** One set of questions: what the aide and the stock pipeline answered. */
export interface SetFigures {
  readonly aide: readonly Verdict[];
  readonly stock: readonly Verdict[];
}

/** One collection: its sets by their names in `questions.ts`, what no plan answers, and what parts are worth. */
export interface CollectionFigures<Name extends string> {
  readonly sets: Readonly<Record<Name, SetFigures>>;
  readonly silence: readonly Verdict[];
}

export interface Figures {
  readonly plans: CollectionFigures<"open" | "second">;
  readonly heldOut: CollectionFigures<"heldOut">;
  readonly fixtures: CollectionFigures<"opened" | "unseen">;
  /** Of the open and the held-out set, with one part taken out. */
  readonly ablation: readonly AblationColumn[];
  readonly retrieval: readonly RetrievalRow[];
  /** The section about reading, from `tests/reading/report.ts`. */
  readonly reading: string;
  readonly machine: string;
  readonly day: string;
}

export interface AblationColumn {
  readonly name: string;
  /** Ids of the questions that count in this column. */
  readonly ids: readonly string[];
  readonly rows: readonly AblationRow[];
}

type Row = readonly (string | number)[];

const percent = (value: number): string => (Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)}%`);
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const count = (verdicts: readonly Verdict[]): string => `${verdicts.filter(({ right }) => right).length}/${verdicts.length}`;

function table(columns: readonly string[], rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

const MEASURES: readonly (readonly [string, (summary: Summary) => string])[] = [
  ["questions", ({ questions }) => String(questions)],
  ["**right**", ({ right }) => `**${percent(right)}**`],
  ["right place cited", ({ citedRight }) => percent(citedRight)],
  ["facts in the answer", ({ factsRight }) => percent(factsRight)],
  ["facts in the first 400 characters", ({ factsEarly }) => percent(factsEarly)],
  ["contradictions", ({ contradictions }) => percent(contradictions)],
  ["every quote stands in its text", ({ quotesHold }) => percent(quotesHold)],
  ["citations of a right document", ({ citationsInScope }) => percent(citationsInScope)],
  ["refused where it had to", ({ refusedRight }) => percent(refusedRight)],
  ["refused where it should have answered", ({ falseRefusals }) => percent(falseRefusals)],
  ["too long", ({ tooLong }) => percent(tooLong)],
  ["median answer, characters", ({ answerLength }) => String(answerLength)],
  ["p50", ({ p50 }) => milliseconds(p50)],
  ["p95", ({ p95 }) => milliseconds(p95)],
];

function overall(columns: readonly (readonly [string, readonly Verdict[]])[]): string {
  const summaries = columns.map(([, verdicts]) => summarise(verdicts));
  return table(
    ["", ...columns.map(([name]) => name)],
    MEASURES.map(([name, read]) => [name, ...summaries.map(read)]),
  );
}

function grouped(columns: readonly (readonly [string, readonly Verdict[]])[], key: "type" | "lang"): string {
  const [, first = []] = columns[0] ?? [];
  const rows = groupedBy(first, key).map(([group]): Row => [
    group,
    ...columns.map(([, verdicts]) => count(verdicts.filter(({ question }) => question[key] === group))),
  ]);
  return table([key === "type" ? "kind" : "language", ...columns.map(([name]) => name)], rows);
}

function calibrationTable(verdicts: readonly Verdict[]): string {
  const bands = calibration(verdicts);
  const rows = bands.map(({ from, to, answers, right, confidence }): Row => [
    `${from.toFixed(1)} to ${to.toFixed(1)}`,
    answers,
    percent(confidence),
    percent(right),
  ]);
  return `${table(["confidence", "answers", "mean confidence", "right"], rows)}\n\nExpected calibration error ${percent(calibrationError(bands))}.`;
}

function silenceTable(sets: readonly (readonly [string, readonly Verdict[]])[]): string {
  const languages = groupedBy(sets[0]?.[1] ?? [], "lang").map(([lang]) => lang);
  const within = (verdicts: readonly Verdict[], lang: string): Verdict[] => verdicts.filter(({ question }) => question.lang === lang);
  return table(
    ["", "questions", "refused", ...languages],
    sets.map(([name, verdicts]): Row => [
      name,
      verdicts.length,
      percent(rightShare(verdicts)),
      ...languages.map((lang) => count(within(verdicts, lang))),
    ]),
  );
}

function ablationTable(columns: readonly AblationColumn[]): string {
  const hits = ({ ids, rows }: AblationColumn, name: string): string => {
    const right = rows.find((row) => row.name === name)?.right ?? new Set<string>();
    return percent(ids.filter((id) => right.has(id)).length / ids.length);
  };
  const names = columns[0]?.rows.map(({ name }) => name) ?? [];
  return table(
    ["", ...columns.map(({ name }) => name)],
    names.map((name): Row => [name, ...columns.map((column) => hits(column, name))]),
  );
}

function retrievalTable(rows: readonly RetrievalRow[]): string {
  const languages = [...(rows[0]?.tallies.keys() ?? [])];
  const shown = rows.filter(({ setting, reading }) => setting === "all signals" || (reading === "understood" && setting.endsWith("only")));
  return table(
    ["query, signals", ...languages.map((lang) => `${lang} (${rows[0]?.tallies.get(lang)?.questions ?? 0})`)],
    shown.map(({ reading, setting, tallies }): Row => [
      `${reading}, ${setting}`,
      ...languages.map((lang) => `${percent(tallies.get(lang)?.first ?? NaN)} / ${percent(tallies.get(lang)?.five ?? NaN)}`),
    ]),
  );
}

const columnsOf = ({ aide, stock }: SetFigures): readonly (readonly [string, readonly Verdict[]])[] => [
  ["the aide", aide],
  ["stock LangChain", stock],
];

/** The tables of one set. */
const setTables = (set: SetFigures): string =>
  [overall(columnsOf(set)), grouped(columnsOf(set), "type"), grouped(columnsOf(set), "lang")].join("\n\n");

/** The whole page. */
export function writeReport(figures: Figures): string {
  const { plans, heldOut, fixtures, retrieval, reading } = figures;
  const { open, second } = plans.sets;
  const { opened, unseen } = fixtures.sets;
  const answered = [open, second, heldOut.sets.heldOut, opened, unseen].flatMap(({ aide }) => aide);
  const silences = [plans, heldOut, fixtures].flatMap(({ silence }) => silence);
  const gap = rightShare(open.aide) - rightShare(unseen.aide);
  return `# How good the answers are

Written by \`npm run eval\` on ${figures.day} (${figures.machine}); do not edit it by hand. Every question is asked one at a time of the aide as
\`npm start\` opens it, with the model that ships. \`tests/quality/floors.test.ts\` fails when the figures fall below their floors.

An answer is **right** when its citations hold the words that prove it, from the right document; it states the facts asked for and nothing that
contradicts them; every quote stands in the text it is cited from; and an answer to a question for one fact has at most 1,200 characters. Where
nothing in the collection answers, only a refusal is right. The rules are \`tests/quality/score.ts\`; they compare letters and digits, diacritics
included, and know nothing of how an answer was made.

**In short:** ${percent(rightShare(open.aide))} right on the questions that the aide was debugged against, and ${percent(rightShare(unseen.aide))} on ${unseen.aide.length} questions that nobody has looked at, over
documents of eight formats. The gap of ${(100 * gap).toFixed(1)} points is the honest figure: what the first number owes to having been seen.
The stock LangChain pipeline with the same model has ${percent(rightShare(open.stock))} and ${percent(rightShare(unseen.stock))}.

## The sets

| set | questions | right | state |
| --- | ---: | ---: | --- |
| open (\`tests/quality/dev.jsonl\`), five plans | ${open.aide.length} | ${percent(rightShare(open.aide))} | seen: the aide was debugged against it |
| second (\`tests/quality/plans-set\`), the same plans | ${second.aide.length} | ${percent(rightShare(second.aide))} | opened; 82.5% of the first 120 at first sight |
| held-out (\`tests/quality/held-out\`), six invented documents | ${heldOut.sets.heldOut.aide.length} | ${percent(rightShare(heldOut.sets.heldOut.aide))} | opened; 65.0% at first sight |
| fixtures (\`tests/quality/fixture-set\`), thirteen invented documents in eight formats | ${opened.aide.length} | ${percent(rightShare(opened.aide))} | opened; 75.4% at first sight |
| **unseen**, the same thirteen | ${unseen.aide.length} | **${percent(rightShare(unseen.aide))}** | sealed: read by programs only |

Each but the open one was written from its documents by somebody who had not seen the answering code, in the words of somebody in a hurry, a part
without diacritics, with slips and abbreviations, or in English; a sixth must be refused. "Opened" means that failures were then read to find general
faults. **Silence** (\`tests/quality/silence\`): ${new Set(plans.silence.map(({ question }) => question.id.split("@")[0])).size} questions that no plan answers, those that name a place asked with every place of the collection.
**Stock LangChain** beside them, in the same run: RecursiveCharacterTextSplitter (1,000 characters, 200 shared), HNSWLib, the same embedding model,
the four nearest chunks as citations and the best one as the answer. It never refuses; it does not read the history of a follow-up.

## Unseen set

${setTables(unseen)}

## Open set

${setTables(open)}

## Second set over the plans

${setTables(second)}

## Held-out set

${setTables(heldOut.sets.heldOut)}

## Fixture set, opened

${setTables(opened)}

Of all wrong answers, ${percent(
    share(
      answered.filter(({ right }) => !right),
      ({ falseRefusal }) => falseRefusal,
    ),
  )} are refusals of questions that a plan answers: silence where there was something to say, not something false.

## Silence: what no plan answers

${silenceTable([
  ["collection of the open set", plans.silence],
  ["collection of the held-out set", heldOut.silence],
  ["collection of the fixtures", fixtures.silence],
])}

## Calibration

Answers that were given, by the confidence they carry. A well calibrated band is right as often as it says.

Unseen set:

${calibrationTable(unseen.aide)}

All sets, with silence (where every answer given is wrong):

${calibrationTable([...answered, ...silences])}

${reading}
Those files were seen while building, so the table holds floors and says nothing of other documents. At first sight, before anybody who builds the
parser had looked at them: 26 files of six documents gave 96.9% of sections and 78.1% of assignments on text formats (87.3% and 59.0% on scans), and
8 files of four later ones 100.0% and 65.6%; \`tests/reading/blind/README.md\` and \`tests/reading/blind-2/README.md\` list every cause. The five plans in
\`corpus/\` are compared with readings by a person in \`tests/parse/gold.test.ts\`: every section, assignment, warning and field of metadata, none invented.

## Retrieval

Share of the open set's questions (those with gold and no history) whose evidence stands in the first passage / the first five. "As typed" ranks all
plans by the question's own words; "in scope" within the documents that are right; "understood" is the query that the aide makes of the question.

${retrievalTable(retrieval)}

## What each part is worth

The questions asked again with one part taken out or one signal left of the ranking, all else as it ships; the silence sets once for every
question. "Model not answering" is the aide while its model is down: words alone rank, and support is told from words alone.

${ablationTable(figures.ablation)}
`;
}
