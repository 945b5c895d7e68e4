/** What no composer may answer: only instructions, a place or document the collection does not hold. */
import { namesMatter, outsideMattersIn } from "../language/outside-matters.ts";
import { relationsTo } from "./composers/replaced.ts";
import type { ComposeInput } from "./composers/types.ts";

/** Orders to write something, which no plan answers: "viết giúp tôi bài phát biểu", "translate …". */
const WRITE =
  /^(?:hay |xin |please |can you |could you |ban (?:co the |hay )?)?(?:viet (?!tat)|soan\b|dich (?!benh|vu|te|tu)|sang tac\b|lam (?:mot |giup )?bai tho|ke (?:mot )?(?:cau )?chuyen|ve (?:mot |cho )?(?:tranh|hinh|anh)|write\b|compose\b|translate\b|draft (?:a|an|me)\b|draw\b|tell (?:me )?a (?:joke|story))/u;

/** Facts that words near them cannot stand for: they are in the text or they are not. */
const ABSENT: readonly { readonly asks: RegExp; readonly holds: RegExp }[] = [
  {
    asks: /\b(?:thu tuong|bo truong|bi thu|tong thong|prime minister|minister)\b.{0,60}\b(?:ten gi|la ai|ho ten)\b|^who is the (?:prime )?minister/u,
    holds: /(?:Thủ tướng|Bộ trưởng|Bí thư)[^\n.;]{0,40}(?:ông|bà|đồng chí)\s+\p{Lu}/u,
  },
  {
    asks: /\bso (?:di dong|may ban|dt|hotline)\b|\b(?:sdt|sđt)\b|(?:^|\b(?:cho|xin|biet|can|hoi) )(?:toi |xin |biet )*so dien thoai\b|\bso dien thoai (?:cua|lien he|duong day|la|la gi|nao|bao nhieu)\b|\bdien thoai so\b|\b(?:so |what is the )hotline\b|\bhotline (?:number|la|so|cua|nao|bao nhieu)\b|\bduong day nong (?:cua|la|so|nao)\b|\b(?:phone|telephone) number\b/u,
    holds: /(?:điện thoại|ĐT|hotline|đường dây nóng)[^\n]{0,20}\d{3}/iu,
  },
  {
    asks: /\b(?:dia chi|cho (?:toi |xin )?|xin )(?:hop )?(?:email|e-mail|mail|thu dien tu)\b|\b(?:email|e-mail|thu dien tu) (?:lien he|cua [\p{L} ]{2,40}) (?:la gi|nao)\b|\bwhat (?:is|are) .{0,40}\be-?mail\b/u,
    holds: /\S@\S/u,
  },
  {
    asks: /\b(?:giam doc|chu tich|truong phong|lanh dao|ong|ba)\b.{0,60}\b(?:ten gi|ten la gi|la ai|ho ten)\b|\bname of the (?:director|head|chair)/u,
    holds: /(?:Giám đốc|Chủ tịch|Trưởng phòng)[^\n.;]{0,60}(?:ông|bà|đồng chí|Đ\/c)\s+\p{Lu}/u,
  },
  {
    asks: /\b(?:tien |muc )?luong (?:bao nhieu|bn|cua|can bo|thang|co ban|dc|duoc|the nao)\b|\btra luong\b|\bsalar(?:y|ies)\b/u,
    holds: /tiền lương|mức lương/iu,
  },
  { asks: /\b(?:dia chi|nam o duong nao)\b|\bstreet address\b/u, holds: /(?:địa chỉ|số \d+ đường)/iu },
];

/** An annex is asked about. */
export const ASKS_ANNEX = /\bphu luc\b|\bannex|\bappendix/u;

/** True when the question must be refused before anything is composed. */
export function mustRefuse({ u, collection }: ComposeInput): boolean {
  if (u.onlyInstructions || collection.entries.length === 0 || u.entries.length === 0) return true;
  if (u.kind === "greeting") return false;
  if (WRITE.test(u.folded)) return true;
  if (relationsTo(u, collection).length > 0) return false;
  // A place without a plan: a comparison still shows the others.
  if (u.unknownPlaces.length > 0 && !u.scoped) return true;
  // A name that no plan holds: what stands near the rest of the question is of somebody else.
  if (u.unknownNames.length > 0 && u.kind !== "compare") return true;
  // "Mục IX nói gì?" of a plan that ends with Mục V; where numbers are missing is the quality composer's to say.
  if (u.unknownSections.length > 0 && u.scoped && u.kind !== "quality") return true;
  // "Ai ký Kế hoạch số 83/…": facts about a document that is only mentioned here.
  if (u.unknownDocuments.length > 0 && u.kind === "metadata" && !u.scoped) return true;
  if (ABSENT.some(({ asks, holds }) => asks.test(u.folded) && !u.entries.some(({ plan }) => holds.test(plan.text)))) return true;
  if (outsideMattersIn(u.question).some((names) => !u.entries.some(({ plan }) => namesMatter(plan.text, names)))) return true;
  const entry = u.entries[0];
  const asksAnnex = ASKS_ANNEX.test(u.folded);
  if (
    asksAnnex &&
    u.kind !== "quality" &&
    u.entries.length === 1 &&
    entry !== undefined &&
    entry.plan.warnings.some(({ code }) => code === "annex-missing") &&
    !entry.plan.sections.some(({ kind }) => kind === "annex")
  )
    return true;
  return false;
}
