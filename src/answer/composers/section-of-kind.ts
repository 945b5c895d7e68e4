/** "Không được làm gì?", "lấy dữ liệu bằng cách nào?": the section of a document that is there for just this, whole. */
import { foldText } from "../../language/fold.ts";
import type { Section } from "../../parse/types.ts";
import { linesIn } from "../evidence.ts";
import type { FindInput, Finder } from "./types.ts";

interface SectionKind {
  /** Tried on the question in lower case, its marks restored. */
  readonly asks: RegExp;
  /** Tried on the folded heading. */
  readonly heading: RegExp;
}

const KINDS: readonly SectionKind[] = [
  {
    asks: /(?<!\p{L})(?:bị|nghiêm|điều) cấm(?!\p{L})|(?<!\p{L})cấm (?:làm |những |các )?(?:gì|việc gì|điều gì|hành vi)|không được (?:phép )?làm|(?:bi|nghiem) cam |\bforbidden\b|\bprohibited\b|\bmust not\b|\bnot allowed\b|\bbanned\b/u,
    heading: /nghiem cam|bi cam|khong duoc (?:lam|phep)|han che, cam/u,
  },
  {
    asks: /(?:lấy|khai thác|truy cập|tiếp cận|sử dụng|dùng|tra cứu|tải|xem).{0,60}(?:cách nào|thế nào|ra sao|hình thức nào|phương thức nào|những hình thức|qua đâu|kênh nào)|\bhow (?:can|do|does|may|to) .{0,60}\b(?:get|access|obtain|use|retrieve|download)\b|\b(?:ways|forms|means) of (?:using|access|accessing)\b/u,
    heading: /(?:hinh thuc|phuong thuc|cach thuc) (?:khai thac|su dung|truy cap|tiep can|cung cap|tra cuu)/u,
  },
  {
    asks: /vi phạm.{0,40}(?:xử lý|thế nào|ra sao|bị gì)|xử lý vi phạm|\bviolat.{0,40}\b(?:handled|punished|dealt)\b|\bhow are violations\b/u,
    heading: /xu ly vi pham/u,
  },
];
/** Longest section shown whole. */
const WHOLE = 2400;
const SURE = 0.8;

/** The one section of a plan with such a heading; none where several have it, for then the question means one of them. */
function sectionOf({ entry }: FindInput, heading: RegExp): Section | null {
  const found = entry.plan.sections.filter((section) => section.heading !== "" && heading.test(foldText(section.heading)));
  const [first] = found;
  return first !== undefined && found.every(({ start, end }) => first.start <= start && end <= first.end) ? first : null;
}

/** Null when the question asks for no such section or the plan in question has none. */
export const findSectionOfKind: Finder = (input) => {
  const { u, entry } = input;
  const kind = u.scoped ? KINDS.find(({ asks }) => asks.test(u.text.toLowerCase())) : undefined;
  const section = kind === undefined ? null : sectionOf(input, kind.heading);
  if (section === null || section.end - section.start > WHOLE) return null;
  const below = linesIn(entry.plan.text, section)[1];
  if (below === undefined) return null;
  const points = (entry.children.get(section.id) ?? []).map(({ start, ownEnd }) => entry.plan.text.slice(start, ownEnd));
  return { entry, fact: [{ strong: section.heading }], quote: { start: below.start, end: section.end }, points, support: SURE };
};
