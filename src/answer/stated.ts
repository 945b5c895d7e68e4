/**
 * Facts that words near them cannot stand for: a question that asks for one is only answered by a passage that states it.
 * A likeness of subject is easily found; a person's name, a place within the province, a number of people is stated or it is not.
 */
import { periodYears } from "../language/dates.ts";
import { foldText } from "../language/fold.ts";
import { hasDiacritics } from "../language/restore-diacritics.ts";
import type { PlanEntry } from "./collection.ts";
import type { DraftAnswer } from "./draft.ts";
import { coverageOf } from "./topic.ts";
import type { Understanding } from "./understand.ts";

interface Stated {
  /** Tried on the folded question. */
  readonly asks: RegExp;
  /** Tried as well on the question in lower case where it has its marks: "Gia Lai" folds like "giá". */
  readonly spelled?: RegExp;
  /** What the cited passages must hold. */
  readonly holds: RegExp;
  /** It must stand in the line that speaks of the subject: measures of other things stand beside it. */
  readonly inBestLine?: true;
}

const OFFICE =
  "truong ban|pho ban|to truong|chanh van phong|hieu truong|giam doc|pho giam doc|chu tich|pho chu tich|bi thu|truong phong|thu truong|lanh dao|nguoi dung dau|director|chair(?:man|person)?|head";

const RULES: readonly Stated[] = [
  {
    asks: new RegExp(
      String.raw`\bai (?:dang )?(?:la|lam) (?:nguoi )?(?:${OFFICE})\b|\b(?:${OFFICE})\b.{0,60}\b(?:ten gi|ten la gi|la ai|ho ten)\b|\bwho is (?:the )?(?:${OFFICE})\b`,
      "u",
    ),
    holds: /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]\/c)\s+\p{Lu}\p{Ll}+\s+\p{Lu}/u,
  },
  {
    // A share of the people is no number of them.
    asks: /^(?!.*\b(?:phan tram|ty le|share|percent)).*(?:\bdan so\b|\bpopulation\b)/u,
    holds: /dân số[^\n%]{0,40}?\d[\d.,]*(?![\d.,]*\s*%)|\d[\d.,]*\s*(?:nghìn|ngàn|vạn|triệu)?\s*(?:người|nhân khẩu|dân)(?!\p{L})/iu,
  },
  {
    asks: /\b(?:o|tai) (?:nhung |cac )?(?:xa|phuong|thi tran|thon|huyen)(?:,? (?:xa|phuong|thi tran|thon|huyen))* nao\b/u,
    holds: /(?:xã|phường|thị trấn|thôn|bản|huyện)\s+\p{Lu}/u,
  },
  // A measure is stated with its unit.
  { asks: /\bbao nhieu (?:ha|hec[ -]?ta)\b|\bhow many hectares\b/u, holds: /\d\s*(?:ha|héc-?ta)(?!\p{L})/iu, inBestLine: true },
  { asks: /\bbao nhieu (?:met|km|cay so|m2)\b|\bhow many (?:kilomet|met)/u, holds: /\d\s*(?:km|mét|m|m2|m²)(?!\p{L})/iu, inBestLine: true },
  { asks: /\bbao nhieu (?:tan|ta|kg)\b|\bhow many tons?\b/u, holds: /\d\s*(?:tấn|tạ|kg)(?!\p{L})/iu, inBestLine: true },
  {
    asks: /\bbao nhieu (?:phan tram|%)|\bty le (?!lon|nho)(?:\p{L}+ ){1,12}(?:la |dat )?bao nhieu\b|\bwhat (?:percentage|per cent|percent|share)\b/u,
    holds: /%|phần trăm/u,
  },
  {
    asks: /\b(?:muc phat|phat bao nhieu|xu phat bao nhieu|tien phat)\b|\bwhat (?:fines?|penalt)|\bhow much .{0,20}\bfined?\b/u,
    holds: /phạt[^.;\n]{0,60}\d|\d[^.;\n]{0,60}phạt/iu,
  },
  {
    asks: /\b(?:nha thau|cong ty|tap doan|nha cung cap)(?: \p{L}+){0,2} nao\b|\b(?:which|what) (?:company|contractor|firm|vendor|supplier)\b|\btrung thau\b/u,
    holds: /[Cc]ông ty|[Tt]ập đoàn|VNPT|Viettel|FPT|Mobi[Ff]one|CMC|trúng thầu|nhà thầu\s+\p{Lu}/u,
  },
  {
    asks: /\b(?:luong|gia|(?<!\b(?:kinh|chi) )phi|le phi|hoc phi|gia ve|tien thue)\b.{0,30}\bbao nhieu\b|\b(?:minimum wage|salary|ticket price|room rate)\b|\bhow much\b.{0,30}\b(?:ticket|room|salary|wage|fee)\b/u,
    spelled: /(?<!\p{L})(?:lương|giá|(?<!(?:kinh|chi) )phí|vé|tiền thuê)(?!\p{L})|\b(?:wage|salary|price|rate|ticket|room|fee)\b/u,
    holds: /\d[\d.,]*\s*(?:đồng|triệu|tỷ|tỉ|nghìn|USD)/iu,
    inBestLine: true,
  },
  // The price of one thing is no budget.
  {
    asks: /\b(?:gia phong|(?<!quoc )gia ve|ve vao (?:cong|cua)|tien phong o|room rate|ticket price)\b|\bhow much\b.{0,30}\b(?:ticket|room)\b/u,
    holds: /(?:giá|vé|phòng|thuê)[^.;\n]{0,40}\d[\d.,]*\s*(?:đồng|nghìn|triệu|USD)/iu,
  },
  {
    asks: /\bso (?:di dong|dt|dien thoai|may ban)\b|\bsdt\b|\b(?:phone|mobile|telephone|hotline) number\b/u,
    holds: /(?<!\d)(?:0\d{2}[ .]?\d{3}|1800|1900|\+84)[\d .]{3,}/u,
  },
  {
    asks: /\bdanh sach\b.*\b(?:nhung ai|gom ai|la ai|co ai)\b|\bho (?:va )?ten\b/u,
    holds: /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]\/c)\s+\p{Lu}\p{Ll}+\s+\p{Lu}/u,
  },
  { asks: /\bky hop\b|\bnghi quyet so\b.*\bhdnd\b/u, holds: /kỳ họp/iu },
  {
    asks: /\b(?:phu cap|tien thuong|thu lao|tien an|cong tac phi)\b.{0,30}\b(?:bao nhieu|muc nao|may)\b/u,
    holds: /(?:phụ cấp|thưởng|thù lao|công tác phí)[^.;\n]{0,60}\d/iu,
  },
];

/** "bao nhiêu đối tượng": what is counted; money, time and shares are asked for in other ways. Spelled, since "máy" folds like "mấy". */
const COUNTED =
  /(?<!\p{L})(?<!s[ốô] )(?:bao nhiêu|mấy) (?!(?:tiền|tỷ|tỉ|triệu|đồng|vốn|kinh|phần|lần|năm|tháng|ngày|giờ|quý|nghìn|ngàn|phút|tuổi|người|cái|con|mục|khoản|nhiệm|việc|loại|nhóm|nơi|bước|giai|chỉ tiêu|số|cơ quan|đơn vị|văn bản|kế hoạch|đến|là|so|với|trong|ở|của|và|thì|theo|để|từ|cho|vào|hằng|hàng|mỗi|một|nữa|mới|thế)(?!\p{L}))(\p{L}{2,}),? (\p{L}{2,})/u;

/** Days, years and numbers of documents count nothing. */
export const DATES =
  /\d{1,2}\/\d{1,2}(?:\/\d{4})?|\d{1,2}\.\d{1,2}\.\d{4}|(?:ngày|tháng|năm|quý|số)\s+(?:\d+[\p{L}\d/&-]*|[IVX]+)|(?:19|20)\d{2}|(?<=\n|^)\s*(?:\d+\.)+\d*/giu;

const ASKS_NUMBER =
  /(?<!\b(?:ngay|thang|nam|quy|so|luc|gio) )\bbao nhieu\b(?! (?:ngay|thang|nam|gio|tuan|quy|lau))|\bhow many\b(?! (?:days|months|years|hours|weeks|times))/u;
/** Money may be said in words: "doanh nghiệp tự bảo đảm". */
const OF_MONEY = /\btien\b|\bkinh phi\b|\bvon\b|\bngan sach\b|\bchi phi\b/u;
const NUMBER = /\d|(?<!\p{L})(?:hai|bốn|sáu|bảy|tám|chín|mười)(?!\p{L})/iu;

/** Words without any number but days and the numbers of points answer no "how many". */
const numbers = (folded: string, cited: string): boolean =>
  !ASKS_NUMBER.test(folded) || OF_MONEY.test(folded) || NUMBER.test(cited.replace(DATES, " "));

/** "Có bao nhiêu thôn, buôn?" asks for all of them, which no share tells. */
const ALL_OF_THEM = /(?<!\p{L})có (?:bao nhiêu|mấy) (?:\p{L}+,? ?){1,4}\??$/u;

/** Whether what is counted stands near a number in the words cited. */
function counts(spelled: string, cited: string): boolean {
  const [, first, second] = COUNTED.exec(spelled) ?? [];
  if (first === undefined || second === undefined) return true;
  // A row's own number counts nothing; in a table the figures stand in the cells after the name.
  const words = foldText(cited.replace(ROW_NUMBER, "|").replace(DATES, " "));
  return [first, second]
    .map(foldText)
    .some((word) =>
      new RegExp(
        String.raw`${ALL_OF_THEM.test(spelled) ? NO_SHARE : "\\d"}[^.;\n|]{0,40}(?<!\p{L})${word}(?!\p{L})|(?<!\p{L})${word}(?!\p{L})[^.;\n|]{0,80}\d|^\|[^|\n]*(?<!\p{L})${word}(?!\p{L})[^|\n]*\|.*\d`,
        "mu",
      ).test(words),
    );
}
const NO_SHARE = String.raw`\d(?![\d.,]*\s*%)(?![\d.,]*\d)`;
const ROW_NUMBER = /^\|\s*\d+\s*\|/gmu;

/** The line of the quotes that holds most of the topic. */
function bestLine({ topic, entries }: Pick<Understanding, "topic" | "entries">, { citations }: DraftAnswer): string {
  const lines = citations.flatMap(({ documentId, quote }) => {
    const weights = entries.find(({ plan }) => plan.id === documentId)?.weights;
    return weights === undefined ? [] : quote.split("\n").map((line) => ({ line, share: coverageOf(topic, line, weights).share }));
  });
  return lines.toSorted((a, b) => b.share - a.share)[0]?.line ?? "";
}

/** The table that a row stands in: its years stand in the header. */
function tableAround({ plan, sections }: PlanEntry, sectionId: string): string {
  const row = sections.get(sectionId);
  const table = row?.kind === "row" ? sections.get(row.parentId ?? "") : undefined;
  return table === undefined ? "" : plan.text.slice(table.start, table.end);
}

/** A year asked about that neither the words cited nor the plan's own period reaches: another year's figure is no answer. */
function speaksOfYears({ folded, entries }: Pick<Understanding, "folded" | "entries">, { citations }: DraftAnswer): boolean {
  const asked = [...folded.matchAll(/\b((?:19|20)\d{2})\b(?!\/|-[a-z])/gu)].map(([year]) => Number(year));
  return asked.every((year) =>
    citations.some(({ documentId, text, section, title, issuedOn }) => {
      const entry = entries.find(({ plan: { id } }) => id === documentId);
      const around = `${text} ${section.path.join(" ")} ${title} ${issuedOn ?? ""} ${entry === undefined ? "" : tableAround(entry, section.id)}`;
      if (around.includes(String(year))) return true;
      const period = periodYears(`${title} ${entry?.plan.subject ?? ""}`);
      return period !== null && period[0] <= year && year <= period[1];
    }),
  );
}

/** Whether a draft cites what the question asks for, where that must be stated. */
export function statesWhatIsAsked(u: Pick<Understanding, "folded" | "text" | "entries" | "topic">, draft: DraftAnswer): boolean {
  const cited = draft.citations.map(({ text }) => text).join("\n");
  const best = bestLine(u, draft);
  return (
    RULES.every(
      ({ asks, spelled, holds, inBestLine }) =>
        !asks.test(u.folded) ||
        (spelled !== undefined && hasDiacritics(u.text) && !spelled.test(u.text.toLowerCase())) ||
        holds.test(inBestLine === true ? best : cited),
    ) &&
    numbers(u.folded, cited) &&
    counts(u.text.toLowerCase(), cited) &&
    speaksOfYears(u, draft)
  );
}
