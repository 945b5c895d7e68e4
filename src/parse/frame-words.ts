/** Words by which the frame of a document is known: titles, letterheads, closing blocks. */
import documentKinds from "../language/data/document-kinds.json" with { type: "json" };
import { nameKey } from "../language/fold.ts";

/** Name of the kind that a letter is. */
export const LETTER = documentKinds.letter.name;
const KIND_KEYS = documentKinds.kinds.map(({ name }) => ({ name, key: nameKey(name) })).toSorted((a, b) => b.key.length - a.key.length);

const isUpper = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\(.*?\)/gu, ""));

/** The kind that a paragraph names as a title, null for any other paragraph. */
export function titleKind(text: string): string | null {
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
/** A line of a letterhead. */
export const isLetterhead = (text: string): boolean => text.length < 160 && LETTERHEAD.some((pattern) => pattern.test(text));

const TAIL = [
  /^N[ơo]i nh[ậâa]n\b/u,
  /^(?:TM|KT|TL|TUQ|Q)(?:\.\s*|\s+)\p{Lu}{2}/u,
  /^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|(?:CHI )?CỤC TRƯỞNG)$/u,
];
/** A line that opens the closing block. */
export const isTail = (text: string): boolean => text.length < 100 && TAIL.some((pattern) => pattern.test(text));
