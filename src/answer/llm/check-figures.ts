/** Every number, date, amount and document number of a sentence must stand in what it cites. */
import type { Language } from "../../contract/answer.ts";
import { figuresOf, type Day, type Figures, type PlainNumber } from "./figures.ts";
import { wholeOf, wordRun, type Ground } from "./ground.ts";

/** Words before the number of a part of a document: such numbers may stand in the reference alone. */
const PART = new Set(
  "khoan muc dieu chuong phan diem so doan dong luc ii iii iv clause section article chapter part point no paragraph row annex bullet".split(
    " ",
  ),
);
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100;

const sameDay = (asked: Day, known: Day): boolean =>
  asked.day === known.day && asked.month === known.month && (asked.year === null || asked.year === known.year);

/** "5 xã" is not proved by "5 ngày": a word beside the number must be the same. In English the words are others. */
function sameNumber(asked: PlainNumber, known: PlainNumber, lang: Language): boolean {
  if (!asked.values.some((value) => known.values.includes(value)) || asked.isPercent !== known.isPercent) return false;
  if (lang === "en" || asked.isPercent || asked.values.some(isYear)) return true;
  const [first] = asked.before;
  return asked.after.some((word) => known.after.includes(word)) || (first !== undefined && first === known.before[0]);
}

/** Years of dates and document numbers count as years that are said. */
function yearsOf({ days, documents, numbers }: Figures): ReadonlySet<number> {
  return new Set([
    ...days.flatMap(({ year }) => year ?? []),
    ...documents.flatMap((document) => [...document.matchAll(/\/((?:19|20)\d{2})\//gu)].map(([, year]) => Number(year))),
    ...numbers.flatMap(({ values }) => values).filter(isYear),
  ]);
}

/** The figures of a sentence that its ground does not hold, in words for tests and traces; empty when all stand there. */
export function missingFigures(input: { sentence: string; ground: Ground; lang: Language }): string[] {
  const { sentence, ground, lang } = input;
  const said = figuresOf(sentence, lang);
  const body = figuresOf(ground.body, lang);
  const labels = figuresOf(ground.labels, "vi");
  const whole = figuresOf(wholeOf(ground), lang);
  const months = new Set([...whole.months, ...whole.days.map(({ month }) => `m${month}`)]);
  const amounts = new Set(whole.amounts.flat());
  const years = yearsOf(whole);
  const words = wordRun(wholeOf(ground));
  const isPartNumber = ({ before: [word = ""], values }: PlainNumber): boolean =>
    PART.has(word) && [...labels.numbers, ...body.numbers].some((known) => known.values.some((value) => values.includes(value)));
  // "Quyết định số 127" for "127/QĐ-TTg".
  const isDocumentNumber = ({ before, values }: PlainNumber): boolean =>
    before.includes("so") && whole.documents.some((document) => values.includes(Number(document.split("/")[0])));
  const holds = (number: PlainNumber): boolean =>
    number.values.some((value) => isYear(value) && years.has(value)) ||
    body.numbers.some((known) => sameNumber(number, known, lang)) ||
    isPartNumber(number) ||
    isDocumentNumber(number);
  return [
    ...said.documents.filter((document) => !whole.documents.includes(document)),
    ...said.days
      .filter((day) => !whole.days.some((known) => sameDay(day, known)))
      .map(({ day, month, year }) => `${day}/${month}/${year ?? ""}`),
    ...said.months.filter((month) => !months.has(month)),
    ...said.amounts.filter((readings) => !readings.some((amount) => amounts.has(amount))).map(([amount]) => `${amount ?? 0} đồng`),
    ...said.numbers.filter((number) => !holds(number)).map(({ values: [value] }) => String(value)),
    ...said.codes.filter((code) => !whole.codes.includes(code) && !words.includes(` ${code} `)),
  ];
}
