/** Legal bases: the paragraphs of the head that say on what the document rests. */
import type { Stated } from "../types.ts";
import { evidenceOf, type Line } from "./lines.ts";

const BASIS = /^(?:[-–]\s*)?(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở)\s/u;
const PORTAL_FIELD =
  /^(?:Số hiệu|Ngày (?:ban hành|có hiệu lực|hiệu lực|đăng|ký|hết hiệu lực)|Loại văn bản|Cơ quan ban hành|Nơi ban hành|Người ký|Chức danh|Lĩnh vực|Tình trạng|Trích yếu)(?!\p{L})/u;
/** "Căn cứ" opens nothing else; the other words also open a subject ("Thực hiện Chiến lược …"). */
const SHORTEST_OTHER = 40;
const SHORTEST = 12;
/** A basis ends where the sentence goes on with who issues: "…, UBND tỉnh ban hành Kế hoạch như sau:". */
const ISSUES = /[,;.]\s+(?:Chủ tịch\s+)?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở\s[\p{L}\s]{3,40})[^,;]{0,60}\sban hành\s.*$/u;

/** True for the words with which a basis begins. */
export const opensBasis = (text: string): boolean => BASIS.test(text);

/** @param subject of the document; its lines may begin like a basis and are none. */
export function readLegalBases(head: readonly Line[], subject: string): Stated<string>[] {
  return head
    .filter(({ text }) => opensBasis(text) && !PORTAL_FIELD.test(text) && !subject.includes(text))
    .filter(({ text }) => text.length > (/^(?:[-–]\s*)?Căn cứ/u.test(text) ? SHORTEST : SHORTEST_OTHER))
    .map((line) => {
      const value = line.text.replace(ISSUES, "").replace(/[;,.]$/u, "");
      return { value, evidence: evidenceOf(line, 0, value.length) };
    });
}
