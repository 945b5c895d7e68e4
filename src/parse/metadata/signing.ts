/** Who signed, and by what right: "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Nguyễn Đức Hòa". */
import type { Plan, SigningAuthority } from "../types.ts";
import { evidenceOf, portalValue, type Line } from "./lines.ts";
import { officeCase } from "./sentence-case.ts";

export interface Signing {
  readonly signer: Plan["signer"];
  readonly authority: SigningAuthority | null;
}

const PORTAL_SIGNER = /^Người ký(?=\s|:|$)/iu;
const DEGREES = String.raw`(?:(?:TS|ThS|PGS|GS|KS|BS|BSCKI{1,2}|CN|Đại tá|Thiếu tướng|Trung tướng|Thượng tá)\.?\s*)*`;
const NAME = new RegExp(String.raw`^${DEGREES}(\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,4})$`, "u");
const MARK = /^(TM|KT|TL|TUQ|Q)(?:\s*\.\s*|\s+)(\p{Lu}[^\p{Ll}]*)$/u;
const OFFICE =
  /^(?:PHÓ\s+|Q\.\s*|QUYỀN\s+)?(?:CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|CHÁNH VĂN PHÒNG|(?:BỘ|THỨ|CỤC|VỤ|VIỆN|HIỆU) TRƯỞNG|THỦ TƯỚNG|TRƯỞNG\s+\p{Lu}+|CHỈ HUY TRƯỞNG|CHÍNH ỦY|BÍ THƯ|CHÁNH THANH TRA|TỔNG BIÊN TẬP)(?!\p{Ll})[^\p{Ll}]*$/u;

type Mark = Exclude<SigningAuthority["mark"], null>;
const MARKS: readonly Mark[] = ["TM.", "KT.", "TL.", "TUQ.", "Q."];

interface MarkLine {
  readonly mark: Mark;
  readonly office: string;
}

function markOf(line: Line): MarkLine | null {
  const match = MARK.exec(line.text);
  const mark = MARKS.find((candidate) => candidate === `${match?.[1] ?? ""}.`);
  return mark === undefined ? null : { mark, office: officeCase((match?.[2] ?? "").replace(/\s*\(.*\)$/u, "").trim()) };
}

const unsigned = (line: Line): Line => ({ ...line, text: line.text.replace(/^\((?:Đã|đã|ĐÃ)\s+(?:ký|KÝ)\)\s*/u, "") });

/** The mark and title lines that stand before the name, first one first. */
function readAuthority(lines: readonly Line[]): SigningAuthority | null {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const marks = lines.flatMap((line) => markOf(line) ?? []);
  const nearest = marks.at(-1) ?? null;
  const own = lines.findLast((line) => markOf(line) === null);
  const acting = nearest?.mark === "Q." && own === undefined ? `Quyền ${nearest.office}` : "";
  return {
    mark: nearest?.mark ?? null,
    standsFor: nearest?.office ?? null,
    body: marks.find(({ mark }) => mark === "TM.")?.office ?? null,
    title: own === undefined ? acting : officeCase(own.text.replace(/\s*\(.*\)$/u, "")),
    evidence: { sectionId: first.sectionId, start: first.start, end: last.end },
  };
}

/** @param closing lines of the closing block, cut at its columns; @param head for the signer that a portal's page names. */
export function readSigning(closing: readonly Line[], head: readonly Line[]): Signing {
  const titles = closing.filter((line) => MARK.test(line.text) || OFFICE.test(line.text));
  const authority = readAuthority(titles);
  const title = authority?.title ?? "";
  const lastTitle = titles.at(-1);
  const after =
    lastTitle === undefined
      ? []
      : closing.filter((line) => line.start > lastTitle.start && !/^(?:[-–]|Nơi nhận)/u.test(line.text)).map(unsigned);
  const name = after.find((line) => NAME.test(line.text) && /\p{Ll}/u.test(line.text)) ?? after.find((line) => NAME.test(line.text));
  if (name !== undefined) {
    const evidence = { sectionId: name.sectionId, start: titles[0]?.start ?? name.start, end: name.end };
    return { signer: { name: NAME.exec(name.text)?.[1] ?? name.text, title, evidence }, authority };
  }
  const portal = portalValue(head, PORTAL_SIGNER);
  const named = portal === null || !/^\p{Lu}/u.test(portal.text) ? null : { name: portal.text.trim(), title, evidence: evidenceOf(portal) };
  return { signer: named, authority };
}
