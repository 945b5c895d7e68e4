/** "Hai giai đoạn 2021-2025 và 2026-2030": each period of a question asked on its own. */
import { shortened } from "../../language/shorten.ts";
import { textOf } from "../draft.ts";
import { oneLine, say } from "../phrases.ts";
import type { Topic } from "../topic.ts";
import type { FindInput, Finder, Finding } from "./types.ts";

const PERIOD = /\b((?:19|20)\d{2})\s*(?:-|–|den(?: nam)?|to|until)\s*((?:19|20)\d{2})\b/gu;
/** Longest fact of one period. */
const FACT = 120;

/** A topic without the years of other periods. */
function withoutYears(topic: Topic, years: ReadonlySet<string>): Topic {
  const words = topic.words.filter((word) => !years.has(word));
  return { ...topic, words, pairs: topic.pairs.filter((pair) => !pair.split("_").some((word) => years.has(word))) };
}

/** The question for one of its periods. */
function ofPeriod(input: FindInput, own: RegExpMatchArray, all: readonly RegExpMatchArray[]): FindInput {
  const { u } = input;
  const others = all.filter((period) => period !== own);
  const [first, last] = [own[1] ?? "", own[2] ?? ""];
  const left = new Set(others.flatMap(([, from = "", to = ""]) => [from, to]).filter((year) => year !== first && year !== last));
  const folded = others.reduce((text, [printed]) => text.replace(printed, " "), u.folded);
  return { ...input, u: { ...u, folded, topic: withoutYears(u.topic, left), period: [Number(first), Number(last)] } };
}

/** What a finder says of each period that the question names, in one finding; null when it names fewer than two or one is not stated. */
export function findByPeriod(input: FindInput, find: Finder): Finding | null {
  const periods = [...input.u.folded.matchAll(PERIOD)];
  if (new Set(periods.map(([, from, to]) => `${from ?? ""}-${to ?? ""}`)).size < 2) return null;
  const found = periods.flatMap((period) => {
    const finding = find(ofPeriod(input, period, periods));
    return finding === null || finding.answersItself !== true ? [] : [{ period, finding }];
  });
  const [first, ...rest] = found;
  if (first === undefined || found.length < periods.length) return null;
  const named = ({ period: [, from = "", to = ""], finding }: (typeof found)[number]): Finding["fact"] => [
    say(input.u.lang, `Giai đoạn ${from}-${to}: `, `${from}-${to}: `),
    { strong: shortened(oneLine(textOf(finding.fact)), FACT) },
  ];
  return {
    ...first.finding,
    fact: found.flatMap((one, index) => (index === 0 ? named(one) : ["; ", ...named(one)])),
    more: rest.map((one) => ({ fact: named(one), quote: one.finding.quote })),
    support: Math.min(...found.map(({ finding }) => finding.support)),
  };
}
