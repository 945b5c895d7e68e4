/** Who issued a document, and the body above it, from the left column of its letterhead. */
import { agencyNamed } from "../../language/agencies.ts";
import { findPlaces } from "../../language/places.ts";
import type { Line } from "./lines.ts";
import { officeCase } from "./sentence-case.ts";

export interface Issuer {
  /** Null where the letterhead names no body but the People's Committee of the place, which `issuerName` writes. */
  readonly issuer: string | null;
  readonly superior: string | null;
}

const BODY =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|VĂN PHÒNG|BAN|CÔNG AN|CHI CỤC|CỤC|TỈNH ỦY|TỈNH UỶ|HUYỆN ỦY|THÀNH ỦY|ĐẢNG ỦY|PHÒNG|TRUNG TÂM|BỘ|THANH TRA|TRƯỜNG|BỆNH VIỆN|BÁO|ĐÀI|LIÊN HIỆP|LIÊN MINH|HỘI|ĐOÀN)(?!\p{L})/u;
const MOTTO = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|ĐỘC LẬP)/u;
const COMMITTEE = /^(?:Ủy ban nhân dân|UBND)(?!\p{L})/u;
/** Stamps and the number's line end a body's name. */
const ENDS_NAME = /^\(?(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|(?:BẢN )?DỰ THẢO)|^S[ỐÔ]\s*:/u;
const LONGEST = 90;

/** Bodies in capitals from the top to the kind's name; a line that opens none goes on with the one before. */
function bodiesIn(head: readonly Line[]): string[] {
  const bodies: string[] = [];
  let open = false;
  for (const { text } of head) {
    if (/\p{Ll}/u.test(text) || text.length > LONGEST || MOTTO.test(text)) continue;
    open = !ENDS_NAME.test(text) && (open || BODY.test(text));
    if (!open) continue;
    if (BODY.test(text)) bodies.push(text);
    else if (/^\p{Lu}[\p{Lu}\s,–-]+$/u.test(text)) bodies.push(`${bodies.pop() ?? ""} ${text}`);
  }
  return bodies;
}

const shown = (body: string): string =>
  officeCase(body)
    .replace(/^Ủy ban nhân dân/u, "UBND")
    .replace(/^Hội đồng nhân dân/u, "HĐND")
    .replace(/^Ubnd/u, "UBND");

/** "Sở Khoa học và Công nghệ" as the data writes it, with the unit of the body above it. */
function agencyShown(body: string, superior: string | null): string {
  const name = agencyNamed(body)?.name ?? shown(body);
  const unit = superior === null || findPlaces(body).length > 0 ? "" : superior.replace(/^(?:UBND|HĐND)\s*/u, " ");
  return name.endsWith(unit) ? name : `${name}${unit}`;
}

/** @param letterhead the head's lines before the kind's name. */
export function readIssuer(letterhead: readonly Line[]): Issuer {
  const bodies = bodiesIn(letterhead);
  const last = bodies.at(-1);
  const above = bodies.at(-2);
  if (last === undefined || COMMITTEE.test(shown(last))) return { issuer: null, superior: null };
  const superior = above === undefined ? null : shown(above);
  return { issuer: agencyShown(last, superior), superior };
}
