/** How well a passage fits what is asked, beside its words: its headings, a number, names, and the formal parts that only repeat. */
import { foldText } from "../../language/fold.ts";
import type { SectionKind } from "../../parse/types.ts";
import type { Candidate } from "../evidence.ts";
import { DATES } from "../stated.ts";
import type { Understanding } from "../understand.ts";

/** Words of a question and of headings that belong together. */
const HEADINGS: readonly { readonly asks: RegExp; readonly heading: RegExp; readonly bonus: number }[] = [
  {
    asks: /\bmuc tieu\b|\bphan dau\b|\bchi tieu\b|\bnham toi\b|\bhuong toi\b|\bgoals?\b|\btargets?\b|\baims?\b|\bobjectives?\b|\bdung (?:o )?(?:muc|thu|hang)\b/u,
    heading: /muc tieu|muc dich|chi tieu|quan diem/u,
    bonus: 2,
  },
  { asks: /\bmuc dich\b|\bpurpose\b/u, heading: /muc dich/u, bonus: 3 },
  { asks: /\byeu cau\b|\brequirements?\b/u, heading: /yeu cau/u, bonus: 2.5 },
  {
    asks: /\bgiai phap\b|\bcach nao\b|\bthe nao\b|\blam gi\b|\bra sao\b|\bbien phap\b|\bhow\b|\bmeasures?\b|\bsolutions?\b/u,
    heading: /noi dung|giai phap|nhiem vu|bien phap|dinh huong/u,
    bonus: 0.5,
  },
  // How something is to be done is told under the measures; the goals only say that it is to be.
  {
    asks: /\b(?:lam|bang) (?:cach nao|the nao|sao)\b|\b(?:bang|qua|tren) (?:kenh|hinh thuc|phuong tien) nao\b|\bhow (?:will|does|do|should|is|are|can)\b/u,
    heading: /muc tieu|muc dich|chi tieu/u,
    bonus: -2.5,
  },
  {
    asks: /\bmuc tieu chung\b|\btong quat\b|\boverall\b|\bgeneral (?:goal|objective)/u,
    heading: /muc tieu (?:chung|tong quat)/u,
    bonus: 2,
  },
  {
    asks: /\bcach nao\b|\bcach thuc\b|\bhinh thuc nao\b|\bphuong thuc\b|\bquy trinh\b|\bin what way\b|\bprocedure\b/u,
    heading: /phuong thuc|cach thuc|hinh thuc|quy trinh|trinh tu/u,
    bonus: 2.5,
  },
  { asks: /\bvi sao\b|\btai sao\b|\bnguyen nhan\b|\bly do\b|\bwhy\b|\bcauses?\b|\breasons?\b/u, heading: /nguyen nhan|ly do/u, bonus: 8 },
  {
    asks: /\bkho khan\b|\bhan che\b|\bton tai\b|\bvuong mac\b|\bshortcomings?\b|\bdifficult/u,
    heading: /kho khan|han che|ton tai/u,
    bonus: 1.5,
  },
  { asks: /\bmuc tieu cu the\b|\bspecific (?:goal|objective|target)/u, heading: /muc tieu cu the/u, bonus: 1.5 },
];

/** "bao nhiêu thủ tục": what is counted; money and time have composers of their own. */
const COUNTED = /\b(?:bao nhieu|may) (?!tien|ty\b|ti\b|trieu|dong\b|von\b|kinh\b|phan\b|lan\b|nam\b|thang\b|ngay\b|gio\b)(\p{L}+)/u;
/** What of a question says which passages fit it. */
export type Asked = Pick<Understanding, "folded" | "lang" | "topic">;

const ASKS_NUMBER = /\bbao nhieu\b|\bmay (?!moc|tinh|chu|anh|bay)\p{L}|\bhow many\b|\bwhat (?:percentage|share|proportion)\b|\bty le\b/u;
const SAYS_NUMBER = /\d|(?<!\p{L})(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\p{L})/iu;
/** Words without any number but days answer no "how many". */
const WITHOUT_NUMBER = -2.5;
/** For a passage that counts it: "400 thủ tục". */
const COUNTS = 2;

function countBonus({ folded, lang, topic }: Asked, candidate: Omit<Candidate, "score">): number {
  if (ASKS_NUMBER.test(folded) && !SAYS_NUMBER.test(candidate.text.replace(DATES, " "))) return WITHOUT_NUMBER;
  // An English question counts what its topic says in Vietnamese.
  const counted = lang === "en" ? (/\bhow many\b/u.test(folded) ? topic.words : []) : (COUNTED.exec(folded)?.slice(1) ?? []);
  const text = foldText(candidate.text.replace(DATES, " "));
  return counted.some((word) => new RegExp(String.raw`\d[\d.,]*\s*%?\s+(?:\p{L}+\s+)?${word}(?!\p{L})`, "u").test(text)) ? COUNTS : 0;
}

/** The letterhead, the closing and the articles that only promulgate repeat the plan's subject and say nothing of it. */
const FORMAL: ReadonlySet<SectionKind> = new Set<SectionKind>(["head", "tail"]);
const PROMULGATES = /^\s*(?:Điều \d+\.?\s*)?(?:Ban hành kèm theo|Trên đây là|Phê duyệt kèm theo)/u;
const FORMALITY = -4;

/** What a covering letter asks for: comments on the draft, not tasks of the plan. */
const OF_LETTER = /\bgop y\b|\by kien\b|\bcong van\b|\bdu thao\b|\bthu\b|\bletter\b|\bcomment|\bdraft\b|\bfeedback\b/u;

function formality(folded: string, { entry, ranked, text }: Omit<Candidate, "score">): number {
  const kind = entry.sections.get(ranked.passage.sectionId)?.kind;
  if (kind === "letter" && !OF_LETTER.test(folded)) return FORMALITY;
  return (kind !== undefined && FORMAL.has(kind)) || PROMULGATES.test(text) ? FORMALITY : 0;
}

/** "Những con sông nào?", "which rivers?": things that are told by their names. */
const NAMED: readonly { readonly asks: RegExp; readonly names: RegExp }[] = [
  { asks: /\bsong nao\b|\brivers\b/u, names: /sông\s+\p{Lu}/u },
  {
    asks: /\b(?:xa|phuong|thi tran)(?:, (?:xa|phuong|thi tran))* nao\b|\b(?:which|what) (?:\p{L}+ )?(?:communes|wards)\b/u,
    names: /(?:xã|phường|thị trấn)\s+\p{Lu}/u,
  },
  { asks: /\bhuyen nao\b|\b(?:which|what) (?:\p{L}+ )?districts\b/u, names: /huyện\s+\p{Lu}/u },
  { asks: /\bcua khau nao\b|\bborder gates?\b/u, names: /[Cc]ửa khẩu\s+(?:quốc tế\s+)?\p{Lu}/u },
  { asks: /\bbenh vien nao\b|\bhospitals\b/u, names: /[Bb]ệnh viện\s+\p{Lu}/u },
  { asks: /\b(?:truong|dai hoc) nao\b|\b(?:universities|schools)\b/u, names: /(?:[Tt]rường|[Đđ]ại học)\s+\p{Lu}/u },
  { asks: /\b(?:khu cong nghiep|kcn) nao\b|\bindustrial (?:parks|zones)\b/u, names: /[Kk]hu công nghiệp\s+\p{Lu}/u },
];
const BY_NAME = 2;
const nameBonus = (folded: string, text: string): number =>
  NAMED.some(({ asks, names }) => asks.test(folded) && names.test(text)) ? BY_NAME : 0;

/** How well a passage's headings, and what it counts, fit what is asked. */
export function headingBonus(asked: Asked, candidate: Omit<Candidate, "score">): number {
  const { folded } = asked;
  const headings = foldText(candidate.ranked.passage.context);
  const counts = countBonus(asked, candidate) + nameBonus(folded, candidate.text) + formality(folded, candidate);
  return counts + HEADINGS.reduce((sum, { asks, heading, bonus }) => sum + (asks.test(folded) && heading.test(headings) ? bonus : 0), 0);
}
