/** What a <br> means: portals use it between paragraphs, within headings, and at the edge of a page's column alike. */

export interface Part {
  readonly text: string;
  /** As in `SourceLine`; undefined where only the words can tell. */
  readonly continues: boolean | undefined;
}

const MARK =
  /^(?:[-–—+•*]\s*(?=\S)|\d{1,2}(?:\.\d{1,2})*[.)](?:\s|(?=\p{L}))|[a-zđ][.)]\s|[IVX]{1,6}[.)]\s|(?:Điều|Khoản)\s+\d|(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC)\s+(?:[IVX\d]|THỨ|thứ)|(?:Phụ lục|PHỤ LỤC)(?:\s|$)|\[\d{1,3}\]\s)/u;
/** Words that open a line of their own in letterheads, closings and among legal bases. */
const OPENER =
  /^(?:Căn cứ\s|Xét đề nghị|Theo đề nghị|Số\s*:|V\/v\s|Kính gửi|Nơi nhận|Độc lập\s|TM\.|KT\.|TL\.|TUQ\.|Q\.\s|T\/M\s|(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH)(?:\s|$)|\p{Lu}[\p{L} -]{1,40}, ngày\s)/u;
const STOP = /[.;:!?…]["”’)\]]*$/u;
/** "2021 / - 2025" is one period of years, whatever stands between. */
const YEARS = /^[-–]\s*\d{4}/u;

export const opensWithMark = (text: string): boolean => MARK.test(text);
export const endsWithStop = (text: string): boolean => STOP.test(text);
export const opensInLowerCase = (text: string): boolean => /^["“(]?\p{Ll}/u.test(text);

const isCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

function breakBetween(previous: string, next: string): boolean | undefined | "join" {
  if (/\d$/u.test(previous) && YEARS.test(next)) return "join";
  if (opensWithMark(next) || OPENER.test(next)) return false;
  if (endsWithStop(previous)) return opensInLowerCase(next) && !/[.:!?…]["”’)\]]*$/u.test(previous) ? undefined : false;
  if (opensInLowerCase(next)) return "join";
  if (isCapitals(previous) !== isCapitals(next)) return false;
  return undefined;
}

/** The parts of one block between its <br>, joined where the words go on; an empty part is an empty line. */
export function joinParts(parts: readonly string[]): Part[] {
  const lines: Part[] = [];
  let afterEmpty = true;
  for (const raw of parts) {
    const text = raw.trim();
    if (text === "") {
      afterEmpty = true;
      continue;
    }
    const previous = lines.at(-1);
    const how = previous === undefined || afterEmpty ? false : breakBetween(previous.text, text);
    if (how === "join" && previous !== undefined) lines[lines.length - 1] = { ...previous, text: `${previous.text} ${text}` };
    else lines.push({ text, continues: how === "join" ? false : how });
    afterEmpty = false;
  }
  return lines;
}
