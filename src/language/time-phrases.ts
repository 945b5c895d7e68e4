/** Where words of time stand in a sentence: the one place for the patterns of register and answers. */

const EVERY = "(?:hằng|hàng|mỗi|từng)";
const RHYTHM_WORD = `(?:định kỳ\\s*)?${EVERY}\\s+(?:năm|quý|tháng|tuần)`;
const DAY = String.raw`(?:ngày\s*)?\d{1,2}\s*tháng\s*\d{1,2}(?!\d)(?:\s*(?:năm\s*|\/)\d{4})?|(?:ngày\s*)?(?<![\d/.])\d{1,2}[/.-]\d{1,2}(?!\d)(?:[/.-]\d{4})?(?![\d/])`;
const NUMBER_OF_DAY = String.raw`\d{1,2}(?![\d/]|\s*tháng\s*\d)`;
/** "ngày 20", "ngày 10 và ngày 25 hằng tháng", "ngày cuối cùng của tháng", "ngày 05 tháng sau". */
const DAY_OF_MONTH = String.raw`ngày\s*(?:${NUMBER_OF_DAY}(?:\s*(?:,|và)\s*(?:ngày\s*)?${NUMBER_OF_DAY}(?=(?:\s*(?:,|và)\s*(?:ngày\s*)?\d{1,2})*\s+(?:của\s+)?${EVERY}\s+tháng))*|cuối(?: cùng)?)(?:\s*(?:của\s+)?(?:các\s+)?tháng\s+(?:cuối|đầu)\s+(?:của\s+)?(?:mỗi\s+)?quý(?:\s+sau)?|\s*(?:của\s+)?${EVERY}\s+tháng|\s*(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề|kế sau)|\s*của\s+tháng(?!\s*\d))?`;
const QUARTER = String.raw`qu[ýí]\s*(?:IV|I{1,3}|[1-4])(?![\p{L}\d])(?:\s*(?:,|[-–]|và)\s*(?:qu[ýí]\s*)?(?:IV|I{1,3}|[1-4])(?![\p{L}\d]))*(?:\s*(?:\/|(?:của\s+)?năm)\s*\d{4})?`;
const MONTH = String.raw`tháng\s*\d{1,2}(?!\d)(?:\s*(?:,|[-–]|và)\s*(?:tháng\s*)?\d{1,2}(?![\d/]))*(?:\s*(?:\/|năm)\s*\d{4})?`;
const HALF = String.raw`(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?`;
const YEAR = String.raw`năm\s*(?:19|20)\d{2}`;
const POINT = `(?:${DAY}|${QUARTER}|${MONTH}|${HALF}|${YEAR}|${DAY_OF_MONTH})`;
/** "16 giờ 00", "17h30", "11 giờ 30 phút": the hour of a day that follows. */
const HOUR = String.raw`\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{2}(?!\d))?(?:\s*phút)?\s*,?`;
const GAP = String.raw`(?:\s*(?:là|vào|trong|hết|cuối|thời điểm|mốc|thời gian|${HOUR}))*\s*`;
const LIMIT = String.raw`(?:(?:hoàn thành|hoàn tất|xong)(?:\s+(?:xong|trước|trong|vào|chậm nhất|đến hết))?|trước|chậm nhất|muộn nhất|không muộn hơn|đến hết)`;
const AFTER = `(?:\\s*,?\\s*(?:${EVERY}\\s+(?:năm|quý|tháng|tuần)|của\\s+năm\\s+(?:trước|sau|liền kề)(?:\\s+năm\\s+kế\\s+hoạch)?))`;
const MORE = `(?:\\s*(?:và|,|;)\\s*(?:trước\\s+)?(?:${DAY}))`;

/** Limits: "trước ngày 15/6 và 15/12 hằng năm", "hằng năm (trước ngày 05/12)", "hoàn thành trong quý II năm 2024". */
const DUE = new RegExp(`(?:${RHYTHM_WORD}\\s*,?\\s*(?<open>\\()?\\s*)?(?<!\\p{L})${LIMIT}${GAP}${POINT}${MORE}*\\)?${AFTER}?`, "giu");
/** "hoàn thành việc công bố 05 bộ dữ liệu trước ngày …" is found by its "trước". */
const WITHIN = new RegExp(
  `(?<!\\p{L})(?:trong|vào)\\s+(?:(?:${HOUR})?\\s*(?=ngày)(?:${DAY}|${DAY_OF_MONTH}(?:\\s+(?:của\\s+)?${EVERY}\\s+quý)?)|${QUARTER}|${MONTH}|${HALF}|năm\\s+(?:19|20)\\d{2}|giai đoạn\\s+(?:19|20)\\d{2}\\s*[-–]\\s*(?:19|20)\\d{2})${AFTER}?`,
  "giu",
);
const FROM = new RegExp(`(?<!\\p{L})từ\\s+(?:${DAY}|${QUARTER}|${MONTH})\\s+đến\\s+(?:hết\\s+)?${POINT}`, "giu");
const WEEKDAY = new RegExp(
  `(?:(?:trước|chậm nhất(?:\\s+là)?|muộn nhất)\\s+(?:${HOUR}\\s*)?)?(?:(?:sáng|chiều|ngày)\\s+)*(?:thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\\s+${EVERY}\\s+tuần`,
  "giu",
);
const RELATIVE =
  /(?:trong (?:vòng|thời hạn)|trong|sau|chậm nhất(?: là| sau)?|không quá|tối đa)\s*\d{1,3}\s*(?:\([^)\n]*\)\s*)?(?:giờ|ngày|tuần|tháng)(?:\s+làm việc)?\s*,?\s*(?:kể từ|tính từ|từ khi|sau khi)\s+[^.;,\n]{3,70}/giu;
const PERIODIC = new RegExp(
  `định kỳ\\s+(?:${EVERY}\\s+(?:năm|quý|tháng|tuần)|(?:0?6|sáu)\\s+tháng|quý|tháng|\\d+\\s*(?:năm|tháng))(?:(?:\\s*,|\\s+và)\\s*(?:${EVERY}\\s+|0?6\\s+|\\d+\\s+|cả\\s+)?(?:năm|quý|tháng))*(?:\\s+một\\s+lần)?|(?:\\d{1,2}|hai|ba|năm|sáu)\\s+(?:năm|tháng)\\s+một\\s+lần|(?<=^|[.;,:]\\s*)${EVERY}\\s+(?:năm|quý|tháng|tuần)(?!\\s*\\d)|${EVERY}\\s+(?:quý|tháng|tuần)(?=\\s*[.;,\\n]|\\s*$)`,
  "giu",
);

/** "định kỳ ngày 25 hằng tháng", "ngày 10, ngày 20 hằng tháng": a day that no word of a limit opens. */
const MONTHLY = new RegExp(`(?<!\\p{L})(?:định kỳ\\s+)?(?=ngày[^.;\\n]{1,40}?\\s${EVERY}\\s+tháng)${DAY_OF_MONTH}(?<=tháng)`, "giu");

/** Sure limits first; the rhythm only where no day is said. */
const TASK_TIMES: readonly RegExp[] = [DUE, WEEKDAY, RELATIVE, FROM, WITHIN, MONTHLY, PERIODIC];

export interface FoundTime {
  readonly start: number;
  readonly end: number;
  /** As printed. */
  readonly text: string;
}

/**
 * The times that a task's own words set, of the surest kind they hold; empty where they set none. A period that only names a
 * programme ("giai đoạn 2021 - 2025") and the date of a document that is cited are no time of the task.
 */
export function findTaskTimes(task: string): FoundTime[] {
  for (const pattern of TASK_TIMES) {
    const found = [...task.matchAll(pattern)].flatMap((match) => {
      // "(trước ngày 05/12)" takes its closing bracket only where it took the opening one.
      const raw = match[0].includes("(") ? match[0] : match[0].replace(/\)(?=[^)]*$)/u, "");
      const text = raw.trim();
      const at = match.index + raw.indexOf(text);
      return CITED.test(task.slice(Math.max(0, at - 60), at)) ? [] : [{ start: at, end: at + text.length, text }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** The first time that a task's own words set, null where they set none. */
export function findTaskTime(task: string): FoundTime | null {
  return findTaskTimes(task)[0] ?? null;
}

/** "Quyết định số 127/QĐ-TTg ngày …": what follows is the date of that document. */
const CITED = /số\s+[\p{L}\d/-]*\d[\p{L}\d/-]*\s*$/u;

/** Numbers and dates of documents that are cited: "Kế hoạch số 148/KH-UBND ngày 18 tháng 8 năm 2023". */
const CITED_DATES = /số\s+\d+[\p{L}\d/-]*\s*,?\s*ngày\s+\d{1,2}(?:\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|[/.-]\d{1,2}[/.-]\d{4})/giu;
/** Words without the dates of the documents they cite: those are no time of anything. */
export const withoutCitedDates = (text: string): string => text.replace(CITED_DATES, "");

/** Words that make a date or a rhythm a deadline. */
const HAS_DEADLINE =
  /(?:trước|chậm nhất|muộn nhất|hạn cuối|thời hạn|đến hết|hoàn thành)[^.;\n]{0,40}?(?:ngày|tháng|quý|năm)\s*[\d/IVX]+|trước ngày\s*\S+/iu;
const HAS_RHYTHM =
  /\d+\s*(?:lần|kỳ|buổi|đợt)\s*\/\s*(?:ngày|tuần|tháng|quý|năm)|(?:định kỳ\s*)?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)|định kỳ\s+(?:\d+\s*(?:năm|tháng)|6 tháng|quý|năm)|(?:\d+|một|hai|ba|năm|sáu)\s+(?:năm|tháng)\s+(?:một\s+)?lần|sơ kết|tổng kết|thường xuyên/iu;
const HAS_PERIOD =
  /(?:giai đoạn\s*)?(?:năm\s*)?(?:19|20)\d{2}\s*[-–]\s*(?:năm\s*)?(?:19|20)\d{2}|(?:quý\s+[IV]+|tháng\s+\d{1,2})\s*(?:\/|năm\s*)\s*\d{4}|đến (?:hết )?năm (?:19|20)\d{2}/iu;

/** Whether a sentence sets a limit, however loosely. */
export const hasDeadline = (text: string): boolean => HAS_DEADLINE.test(text);
/** Whether a sentence names a rhythm. */
export const hasRhythm = (text: string): boolean => HAS_RHYTHM.test(text);
/** Whether a sentence names a period of years, a quarter or a month of a year. */
export const hasPeriod = (text: string): boolean => HAS_PERIOD.test(text);

const SHOWN_DAYS =
  /(?:(?:hằng|hàng) (?:năm|quý|tháng)\s*\(?|(?:định kỳ\s*)?0?6 tháng\s*\(?|định kỳ\s*)?(?:trước|chậm nhất(?: là)?|muộn nhất|đến hết|xong trước)[^.;,\n]{0,30}?(?:ngày\s*)?\d{1,2}(?:\s*tháng\s*\d{1,2}|\/\d{1,2})(?:\s*năm\s*\d{4}|\/\d{4})?(?:\s*(?:và|,)\s*(?:trước\s*)?(?:ngày\s*)?\d{1,2}\/\d{1,2})?\)?(?:\s*(?:hằng|hàng) năm)?|ngày\s*\d{1,2}\s*tháng\s*\d{1,2}(?:\s*năm\s*\d{4})?|(?:ngày\s*)?\d{1,2}\/\d{1,2}(?:\/\d{4})?|(?:trong\s*)?quý\s+[IV]+(?:\/\d{4}|\s*năm\s*\d{4})?|(?:trong\s+|vào\s+|từ\s+)?(?<!\d\s{0,2})tháng\s*\d{1,2}(?!\d)(?:\s*(?:\/|năm\s*)\d{4})?(?:\s*(?:đến|[-–])\s*(?:hết\s+)?tháng\s*\d{1,2}(?:\s*(?:\/|năm\s*)\d{4})?)?|(?:trước|chậm nhất(?: là)?|muộn nhất|vào)\s+ngày\s*\d{1,2}(?![\d/]|\s*tháng\s*\d)(?:\s+(?:của\s+)?(?:các\s+)?(?:(?:hằng|hàng|mỗi)\s+tháng|tháng\s+(?:cuối|đầu)\s+(?:mỗi\s+)?quý|tháng\s+sau))?/giu;
const SHOWN_PERIOD =
  /(?:giai đoạn\s*|năm\s*)?(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}|thường xuyên(?:\s*(?:hằng|hàng) năm)?|(?:quý\s+[IV]+|tháng\s+\d{1,2})\s*(?:\/|năm\s*)\s*\d{4}|năm (?:19|20)\d{2}/iu;
/** "Mục tiêu cụ thể đến hết năm 2026", "Giai đoạn 1 (quý I đến quý III/2026)": the time that a heading sets for all under it. */
const HEADING_TIME =
  /(?:đến|tới|trước)\s+(?:hết\s+|cuối\s+)?(?:năm|quý\s+[IV]+\s*(?:\/|năm)|tháng\s*\d{1,2}\s*(?:\/|năm))\s*(?:19|20)\d{2}|(?:giai đoạn\s*)?(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}|(?:quý|tháng)\s+[^()\n:]{1,24}(?:19|20)\d{2}|năm (?:19|20)\d{2}/iu;
const SHOWN_RHYTHM =
  /(?:(?:ít nhất|tối thiểu)\s+)?\d+\s*(?:lần|kỳ|buổi|đợt)\s*\/\s*(?:ngày|tuần|tháng|quý|năm)|định kỳ\s+(?:(?:hằng|hàng)\s+(?:năm|quý|tháng)|\d+\s*(?:năm|tháng)(?:,\s*\d+\s*(?:năm|tháng))*|6 tháng|quý)|(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)|thường xuyên/iu;
/** "trong vòng 02 giờ", "quá 04 giờ liên tục", "không quá 05 ngày làm việc" */
const DURATION =
  /(?:trong vòng|trong thời hạn|thời hạn|trong|không quá|quá|sau|tối đa|chậm nhất|muộn nhất)(?:\s+(?:là|sau|trong|vòng))?\s*(?:\d+|một|hai|ba|năm)\s*(?:\([^)\n]{1,12}\)\s*)?(?:giờ|ngày|phút|tháng|tuần)(?:\s*(?:làm việc|liên tục))?/iu;

/** "tối thiểu 24 tháng", "ít nhất 72 giờ", "dưới 15 phút": how long, without being a limit of a task. */
const LENGTH =
  /(?:tối thiểu|ít nhất|dưới|kéo dài|trên|từ)(?:\s+(?:là|trong))?\s*\d+\s*(?:\([^)\n]{1,12}\)\s*)?(?:giờ|ngày|phút|tháng|tuần|năm)(?:\s*(?:làm việc|liên tục))?(?!\s*\d)|\d+\s+(?:giờ|ngày|phút|tuần|năm)(?:\s*(?:làm việc|liên tục))?(?=[\s.;,)]|$)(?!\s*(?:tháng|\d|[/]))/iu;

/** Every day or limit that a sentence names, with the words to show for it; offsets in the sentence. */
export function dayPhrases(text: string): { readonly text: string; readonly index: number }[] {
  return [...text.matchAll(SHOWN_DAYS)].map((match) => ({ text: match[0], index: match.index }));
}

/** The first period that a sentence names. */
export const periodPhrase = (text: string): string | null => SHOWN_PERIOD.exec(text)?.[0] ?? null;
/** The first rhythm that a sentence names. */
export const rhythmPhrase = (text: string): string | null => SHOWN_RHYTHM.exec(text)?.[0] ?? null;
/** The first length of time that a sentence names: "trong vòng 02 giờ". */
export const durationPhrase = (text: string): string | null => DURATION.exec(text)?.[0] ?? null;
/** The first length of time that a sentence names, a limit or not: "tối thiểu 24 tháng". */
export const lengthPhrase = (text: string): string | null => durationPhrase(text) ?? LENGTH.exec(text)?.[0].trim() ?? null;
/** The time that a heading sets for what stands under it. */
export const headingTime = (heading: string): string | null => HEADING_TIME.exec(heading)?.[0] ?? null;
