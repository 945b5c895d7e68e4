/**
 * A file may hold several documents: a covering letter before a draft, a decision with the plan issued under it.
 * This file finds where each begins, and in each the head, the body and the closing block.
 */
import documentKinds from "../language/data/document-kinds.json" with { type: "json" };
import { nameKey } from "../language/fold.ts";
import type { Paragraph } from "./canonical-text.ts";
import { readMarker } from "./markers.ts";

/** One document of a file; paragraph indexes, `to` exclusive. */
export interface Component {
  /** "Kế hoạch", "Quyết định", "Công văn", … */
  readonly kind: string;
  readonly from: number;
  /** The line that names the kind ("KẾ HOẠCH"); -1 for a letter or a document without one. */
  readonly kindLine: number;
  readonly bodyFrom: number;
  readonly tailFrom: number;
  readonly annexFrom: number;
  readonly to: number;
}

const LETTER = documentKinds.letter.name;
const KIND_KEYS = documentKinds.kinds.map(({ name }) => ({ name, key: nameKey(name) })).toSorted((a, b) => b.key.length - a.key.length);

const isUpper = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\(.*?\)/gu, ""));

/** The kind that a paragraph names as a title, null for any other paragraph. */
function titleKind(text: string): string | null {
  if (!isUpper(text) || text.length > 400 || /[:;,]$/u.test(text)) return null;
  const key = nameKey(text);
  return KIND_KEYS.find((kind) => key === kind.key || key.startsWith(`${kind.key} `))?.name ?? null;
}

const LETTERHEAD = [
  /^CỘNG H(?:ÒA|OÀ) XÃ HỘI/iu,
  /^Độc lập\s*[-–]/iu,
  /^(?:Ủ|U|Ỷ)Ỷ?Y? ?BAN NHÂN DÂN|^HỘI ĐỒNG NHÂN DÂN|^UBND\b|^HĐND\b|^VĂN PHÒNG\b|^SỞ\b|^TỈNH ỦY\b/u,
  /^(?:TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|QUẬN|ĐẶC KHU)\s+\p{Lu}/u,
  /^Số\s*:/iu,
  /,\s*ngày[\s.…\d]*tháng[\s.…\d]*năm/iu,
  /^\(?dự thảo\b.{0,30}$/iu,
  /^(?:HỎA TỐC|KHẨN|THƯỢNG KHẨN|MẬT|TỐI MẬT|TUYỆT MẬT)$/u,
];
const isLetterhead = (text: string): boolean => text.length < 160 && LETTERHEAD.some((pattern) => pattern.test(text));

const TAIL = [
  /^Nơi nhận\b/u,
  /^(?:TM|KT|TL|TUQ|Q)(?:\.\s*|\s+)\p{Lu}{2}/u,
  /^(?:(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|TRƯỞNG PHÒNG)$/u,
];
const isTail = (text: string): boolean => text.length < 100 && TAIL.some((pattern) => pattern.test(text));

interface Range {
  readonly kind: string;
  readonly from: number;
  readonly kindLine: number;
  readonly to: number;
}

function layOut(paragraphs: readonly Paragraph[], range: Range): Component {
  const { kind, from, kindLine, to } = range;
  const markers = paragraphs
    .slice(0, to)
    .map((paragraph, index) => (index > Math.max(from - 1, kindLine) ? readMarker(paragraph.text) : null));
  const first = (test: (index: number) => boolean, start: number): number => {
    for (let i = start; i < to; i++) if (test(i)) return i;
    return to;
  };
  const start = Math.max(from, kindLine + 1);
  const structured = first((i) => ["part", "roman", "article"].includes(markers[i]?.kind ?? ""), start);
  const numbered = first((i) => markers[i]?.kind === "number" && /^0?1(?:\.1)*$/u.test(markers[i].value), start);
  const bodyFrom = Math.min(
    structured === to ? numbered : structured,
    first((i) => isTail(paragraphs[i]?.text ?? "") && i > start, start),
  );
  const tailFrom = first((i) => isTail(paragraphs[i]?.text ?? ""), Math.max(bodyFrom, start));
  const annexFrom = tailFrom === to ? to : first((i) => markers[i]?.kind === "annex", tailFrom);
  return { kind, from, kindLine, bodyFrom, tailFrom, annexFrom, to };
}

/** The documents of a file in their order; at least one when there is any paragraph. */
export function findComponents(paragraphs: readonly Paragraph[]): Component[] {
  const ranges: { kind: string; from: number; kindLine: number }[] = [];
  let inTail = false;
  paragraphs.forEach((paragraph, index) => {
    if (isTail(paragraph.text)) inTail = true;
    const kind = titleKind(paragraph.text);
    if (kind === null) return;
    let from = index;
    while (from > 0 && isLetterhead(paragraphs[from - 1]?.text ?? "")) from--;
    const sameDocument = ranges.length > 0 && !inTail && from === index;
    if (sameDocument) return;
    ranges.push({ kind, from: ranges.length === 0 ? Math.min(from, index) : from, kindLine: index });
    inTail = false;
  });
  const firstKind = ranges[0]?.kindLine ?? paragraphs.length;
  const hasLetter = paragraphs.slice(0, firstKind).some((paragraph) => /^Kính gửi\b/u.test(paragraph.text));
  const first = ranges[0];
  if (hasLetter) ranges.unshift({ kind: LETTER, from: 0, kindLine: -1 });
  else if (first !== undefined) first.from = 0;
  else ranges.push({ kind: "Văn bản", from: 0, kindLine: -1 });
  return ranges
    .map((range, index) => layOut(paragraphs, { ...range, to: ranges[index + 1]?.from ?? paragraphs.length }))
    .filter((component) => component.to > component.from);
}

/** Position of the document that the file is about: the last that is no letter. */
export function mainComponentIndex(components: readonly Component[]): number {
  const last = components.findLastIndex((component) => component.kind !== LETTER);
  return last === -1 ? 0 : last;
}

/** True for a covering letter (công văn). */
export function isLetter(component: Component): boolean {
  return component.kind === LETTER;
}
