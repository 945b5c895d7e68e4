/** What is doubtful about a document: sums, numbering, mixed terms, blanks, cuts. */
import type { Warning } from "../../contract/documents.ts";
import { addNotices } from "../notices.ts";
import type { Section } from "../../parse/types.ts";
import type { PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer, type Piece } from "../draft.ts";
import { clip, linesIn } from "../evidence.ts";
import { gistOf } from "../gist.ts";
import { capitalised, oneLine, say } from "../phrases.ts";
import { shortName } from "../reference.ts";
import { checkTotals } from "../../parse/totals.ts";
import type { ComposeInput } from "./types.ts";

const TOPICS: readonly { readonly asks: RegExp; readonly codes: RegExp }[] = [
  {
    asks: /\bkhop\b|\bchenh\b|\bcong\b|\btong\b|\bso lieu\b|\bkinh phi\b|\bso tien\b|\badd up\b|\bsum\b|\btotal\b|\bmatch\b|\bfigures?\b/u,
    codes: /^totals/u,
  },
  {
    asks: /\bmuc (?:so )?\d|\bkhoan (?:so )?\d|\bnhay\b|\bdanh so\b|\bthu tu\b|\btrung\b|\bthieu (?:muc|khoan|diem)\b|\bhai (?:muc|khoan)\b|\b(?:muc|khoan|diem) (?:so )?(?:\d|[ivx]+\b)|\bkhong thay\b|\bnumber(?:ing|ed)|\bskip|\bitem\b|\brepeat/u,
    codes: /^numbering/u,
  },
  { asks: /\bcntt\b|\bttnt\b|\bcong nghe thong tin\b.*\btri tue\b|\blan\b|\bterms?\b|\bnham\b/u, codes: /^terms/u },
  { asks: /\bphu luc\b|\bannex\b|\bappendix\b/u, codes: /^annex/u },
  {
    asks: /\bbi cat\b|\btoan van\b|\bhet (?:noi dung )?chua\b|\bthieu (?:doan|phan)\b|\bphan cuoi\b|\bday du\b|\bdu khong\b|\bthieu trang\b|\bcut\b|\btruncated\b|\bcomplete\b/u,
    codes: /^source-truncated|^annex/u,
  },
  { asks: /\bso hieu\b|\bso van ban\b|\bdocument number\b|\bco so\b/u, codes: /^number-missing/u },
  { asks: /\bngay (?:ban hanh|ky)\b|\bdate\b/u, codes: /^date-missing/u },
];

/** Most characters of a section quoted for a slip. */
const SHOWN = 400;
const LONGEST = 700;
const TOTALS = 900;
const WHOLE_TABLE = 3000;

const shownMessage = (warning: Warning, lang: "vi" | "en"): string => (lang === "en" ? warning.messageEn : warning.message);

/** The parts with their total: the bullets under it, or the rows of the table above it; the total alone when that is too long. */
function partsAndTotal(entry: PlanEntry, section: Section): { start: number; end: number } {
  const rows =
    section.kind === "row" && section.parentId !== null
      ? (entry.children.get(section.parentId) ?? []).filter(({ kind }) => kind === "row")
      : [];
  const range = { start: rows[0]?.start ?? section.start, end: section.end };
  return range.end - range.start <= WHOLE_TABLE ? range : { start: section.start, end: section.end };
}

function rangeOf(entry: PlanEntry, warning: Warning): { start: number; end: number } | null {
  const section = warning.sectionId === null ? undefined : entry.sections.get(warning.sectionId);
  if (warning.code === "totals-differ" && section !== undefined) return partsAndTotal(entry, section);
  if (warning.quote !== null) {
    const at = entry.plan.text.indexOf(warning.quote, section?.start ?? 0);
    if (at !== -1 && /\p{L}/u.test(warning.quote)) return clip(entry.plan.text, { start: at, end: at + warning.quote.length }, LONGEST);
  }
  if (section === undefined) return null;
  // A cut shows at the end of its section, other slips at the beginning.
  const last = linesIn(entry.plan.text, { start: section.start, end: section.ownEnd }).at(-2) ?? section;
  return warning.code === "source-truncated"
    ? { start: last.start, end: section.ownEnd }
    : clip(entry.plan.text, { start: section.start, end: section.ownEnd }, SHOWN);
}

/** The sections that share one number, each with the words it begins with: "3. Sở Tài chính; 3. Sở Giáo dục và Đào tạo". */
function sameNumber(
  builder: DraftBuilder,
  { entry, warning: { code, sectionId }, lang }: { entry: PlanEntry; warning: Warning; lang: "vi" | "en" },
): Piece[] {
  if (code !== "numbering-repeated" || sectionId === null) return [];
  const first = sectionId.replace(/~\d+$/u, "");
  const sections = entry.plan.sections.filter(
    ({ id }) => id === first || (id.startsWith(`${first}~`) && /^~\d+$/u.test(id.slice(first.length))),
  );
  if (sections.length < 2) return [];
  return [
    say(lang, " Đó là: ", " They are: "),
    ...sections.flatMap((section, index): Piece[] => [
      index === 0 ? "" : "; ",
      `“${gistOf(oneLine(entry.plan.text.slice(section.start, section.ownEnd)), BEGINS)}”`,
      builder.cite({ entry, ...clip(entry.plan.text, { start: section.start, end: section.ownEnd }, SHOWN) }),
    ]),
    ".",
  ];
}
/** Characters of each of the sections that share a number. */
const BEGINS = 90;

/** Sums that do add up, said so with the lines that state them. */
function soundSums(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  const builder = new DraftBuilder();
  for (const entry of u.entries) {
    for (const total of checkTotals(entry.plan.text, entry.plan.sections).filter(({ matches }) => matches)) {
      const section = entry.sections.get(total.sectionId);
      if (section === undefined) continue;
      builder.paragraph(
        say(
          u.lang,
          `Khớp: ${shortName(entry.plan)} ghi tổng ${total.statedText}, bằng ${total.parts.join(" + ")}.`,
          `They add up: ${shortName(entry.plan)} states ${total.statedText}, which equals ${total.parts.join(" + ")}.`,
        ),
        builder.cite({ entry, ...clip(entry.plan.text, section, TOTALS) }),
      );
    }
  }
  return builder.citations.length === 0 ? null : builder.done({ status: "answered", confidence: 0.8 });
}

/** Warnings that answer the question; without any, null. */
export function composeQuality(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  const topics = TOPICS.filter(({ asks }) => asks.test(u.folded));
  const asked = (warning: Warning): boolean => topics.length === 0 || topics.some(({ codes }) => codes.test(warning.code));
  const builder = new DraftBuilder();
  const used: PlanEntry[] = [];
  for (const entry of u.entries) {
    const warnings = entry.plan.warnings.filter(asked).toSorted((a, b) => Number(inPeriod(b, u.period)) - Number(inPeriod(a, u.period)));
    const items = warnings.flatMap((warning) => {
      const range = rangeOf(entry, warning);
      return range === null
        ? []
        : [[shownMessage(warning, u.lang), builder.cite({ entry, ...range }), ...sameNumber(builder, { entry, warning, lang: u.lang })]];
    });
    if (items.length === 0) continue;
    used.push(entry);
    builder.paragraph(
      say(
        u.lang,
        `${capitalised(shortName(entry.plan))} có ${items.length} điểm cần lưu ý:`,
        `${capitalised(shortName(entry.plan))}: ${items.length} doubtful ${items.length === 1 ? "point" : "points"}:`,
      ),
    );
    builder.list(items);
  }
  if (used.length === 0) return topics.some(({ codes }) => codes.test("totals-differ")) ? soundSums(input) : null;
  addNotices(builder, input, used);
  return builder.done({ status: "answered", confidence: 0.9 });
}

const inPeriod = (warning: Warning, period: readonly [number, number] | null): boolean =>
  period !== null && (warning.quote ?? "").includes(String(period[0])) && (warning.quote ?? "").includes(String(period[1]));
