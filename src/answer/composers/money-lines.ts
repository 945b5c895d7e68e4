/** The lines of a plan that speak of money, each with the headings it stands under and how it fits a question. */
import { findAgencies, agencyKey } from "../../language/agencies.ts";
import { findAmounts } from "../../language/amounts.ts";
import type { PlanEntry } from "../collection.ts";
import { linesIn, type Range } from "../evidence.ts";
import { coverageOf } from "../topic.ts";
import { planIsOfYears, planReachesYears, saysYears, type MoneyQuestion } from "./money-question.ts";
import type { FindInput } from "./types.ts";

const FUNDS = /kinh phí|nguồn vốn|ngân sách|vốn (?:đầu tư|doanh nghiệp|sự nghiệp)|dự toán/iu;
const TOTAL = /tổng (?!hợp|kết|thể)|khái toán|nhu cầu vốn/iu;
/** Money that a plan speaks of and does not spend, as printed and as asked for. */
const NOT_SPENT = /thiệt hại|chiếm đoạt|doanh thu|thu nhập|GRDP|tổn thất|kim ngạch/iu;
const ASKS_NOT_SPENT =
  /\bthiet hai\b|\bchiem doat\b|\bdoanh thu\b|\bthu nhap\b|\bgrdp\b|\bton that\b|\bkim ngach\b|\bloss|\blost\b|\bdamage|\brevenue|\bincome/u;
/** What was already paid out is said as such; what is planned is not it. */
const ASKS_PAID = /\bda (?:chi|giai ngan|tieu|su dung|thanh toan|rot)\b|\bgiai ngan\b|\bdisburs|\bspent so far\b|\bhas spent\b/u;
const PAID = /giải ngân|đã (?:chi|sử dụng|thanh toán|bố trí|cấp)/iu;
/** Longest piece of a section's own words that says what its lines are part of. */
const LEAD_IN = 160;
/** For a line that stands in the period asked about, whether it or a heading above it names the years. */
const OF_PERIOD = 0.8;
/** For the sum of the whole, when the whole is asked for. */
const OF_WHOLE = 1;
/** For a paragraph on sources, when those are asked for. */
const ON_SOURCES = 0.8;
/** For a paragraph under such a heading: elsewhere money is spoken of in passing. */
const UNDER_MONEY = 2;
/** A heading over what the plan says of its own money. */
const MONEY_HEADING = /kinh phí (?:thực hiện|đảm bảo|bảo đảm)|nguồn (?:kinh phí|vốn) thực hiện|(?:^|[.>]\s*)kinh phí/iu;
const RANKED = 0.15;

export interface MoneyLine {
  readonly line: Range;
  readonly score: number;
  /** Share of what the money is for in the line and the headings above it. */
  readonly share: number;
  /** Chance that the passage around it answers; 0 where it was not ranked. */
  readonly support: number;
  readonly isTotal: boolean;
}

/** The words above a line that say what it is part of: "Giai đoạn 2026 - 2030" over "Kinh phí địa phương". */
function lineage({ plan }: PlanEntry, line: Range): string {
  return plan.sections
    .filter((section) => section.start <= line.start && line.end <= section.end)
    .map((section) => `${section.heading} ${plan.text.slice(section.start, Math.min(section.ownEnd, section.start + LEAD_IN))}`)
    .join(" ");
}

/** Parts of the whole that a question names: their sum is not the total. */
const NAMES_PART =
  /\bdia phuong\b|\btrung uong\b|\bgiai doan\b|\bngan sach (?:tinh|huyen|xa|trung|nha)\b|\btai tro\b|\bxa hoi hoa\b|\blocal\b|\bcentral\b|\bphases?\b/u;

/** The parts by name, as asked (folded) and as printed. */
const PARTS: readonly { readonly asks: RegExp; readonly printed: RegExp }[] = [
  { asks: /\bdia phuong\b|\blocal\b/u, printed: /địa phương/iu },
  { asks: /\btrung uong\b|\bcentral\b/u, printed: /trung ương/iu },
  { asks: /\btai tro\b|\bdonor|\bsponsor/u, printed: /tài trợ/iu },
  { asks: /\bxa hoi hoa\b|\bsocial mobili/u, printed: /xã hội h[óo][aá]/iu },
  { asks: /\b(?:von )?doanh nghiep\b|\benterprise|\bbusinesses\b/u, printed: /doanh nghiệp/iu },
  { asks: /\bngan sach tinh\b|\bprovincial budget\b/u, printed: /ngân sách (?:cấp )?tỉnh/iu },
  { asks: /\bngan sach (?:cap )?huyen\b|\bdistrict budget\b/u, printed: /ngân sách (?:cấp )?huyện/iu },
  { asks: /\bngan sach (?:cap )?xa\b|\bcommune budget\b/u, printed: /ngân sách (?:cấp )?xã/iu },
];
/** For a line that names the part asked for. */
const OF_PART = 1;

const AS_MONEY =
  /\b(?:von|kinh phi|nguon|phan|tien)\s+(?:tu |cua )?$|\bngan sach\s*$|^(?:ngan sach|von|local|central|provincial|district|commune)\b/u;

/** Whether a question asks for the money of a part by its name: "vốn doanh nghiệp bao nhiêu?" */
export const asksOfPart = (folded: string): boolean =>
  PARTS.some(({ asks }) => {
    const match = asks.exec(folded);
    return match !== null && (AS_MONEY.test(folded.slice(0, match.index)) || AS_MONEY.test(match[0]));
  });

/** How many of the parts that a question names a line's own words name. */
export const partsNamed = (folded: string, words: string): number =>
  PARTS.filter(({ asks, printed }) => asks.test(folded) && printed.test(words)).length;

/** Whether a line speaks of an agency of `keys`, in its words or in the headings above. */
const speaksOf = (words: string, keys: ReadonlySet<string>): boolean =>
  findAgencies(words).some(({ agency }) => keys.has(agencyKey(agency.name)));

/** Lines with an amount (or on funding, for sources), best first. */
export function moneyLines(
  { u, entry, candidates }: FindInput,
  { asked, amount, whole, agencies }: { asked: MoneyQuestion; amount: boolean; whole: boolean; agencies: ReadonlySet<string> },
): MoneyLine[] {
  const { text } = entry.plan;
  const planOfYears = asked.years.length > 0 && planIsOfYears(asked.years, entry);
  const withinPlan = planReachesYears(asked.years, entry);
  return linesIn(text, { start: 0, end: text.length })
    .flatMap((line): MoneyLine[] => {
      const words = text.slice(line.start, line.end);
      if (amount ? findAmounts(words).length === 0 : !FUNDS.test(words)) return [];
      const candidate = candidates.find(({ ranked }) => ranked.passage.start <= line.start && line.end <= ranked.passage.end);
      if (!amount && candidate === undefined) return [];
      if (amount && NOT_SPENT.test(words) && !ASKS_NOT_SPENT.test(u.folded)) return [];
      if (amount && ASKS_PAID.test(u.folded) && !PAID.test(words)) return [];
      const around = `${lineage(entry, line)} ${candidate?.ranked.passage.context ?? ""}`;
      const all = `${words} ${around}`;
      // Another year's money is no answer.
      if (!saysYears(asked, all) && !planOfYears && (amount || !withinPlan)) return [];
      if (agencies.size > 0 && whole && !speaksOf(all, agencies)) return [];
      const full = coverageOf(u.topic, all, entry.weights).share;
      const own = coverageOf(u.topic, words, entry.weights).share;
      const held = asked.period !== null && asked.period.every((year) => all.includes(String(year)));
      const isTotal = TOTAL.test(words);
      const total = amount && asked.period === null && isTotal && !NAMES_PART.test(u.folded) ? OF_WHOLE : 0;
      const sources = !amount && /nguồn (?:vốn|kinh phí)|kinh phí thực hiện|ngân sách/iu.test(words) && words.length > 60 ? ON_SOURCES : 0;
      const headed = !amount && MONEY_HEADING.test(around) ? UNDER_MONEY : 0;
      const part = amount ? OF_PART * partsNamed(u.folded, words) : 0;
      return [
        {
          line,
          score: 2 * full + own + (held ? OF_PERIOD : 0) + total + sources + headed + part + RANKED * (candidate?.ranked.score ?? 0),
          share: coverageOf(asked.subject, all, entry.weights).share,
          support: candidate?.support ?? 0,
          isTotal,
        },
      ];
    })
    .toSorted((a, b) => b.score - a.score);
}
