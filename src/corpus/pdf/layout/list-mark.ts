/** The mark that opens an item of a list; here only its shape matters, what it means is the parser's business. */

const MARK =
  /^(?:[-–—+•*▪●○]|(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]\d?|[IVXivx]{1,6}|[A-H])[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}|\(\d{1,2}\)|\[\d{1,3}\])$/u;

/** True when a text is nothing but a list's mark: "-", "1.", "a)", "II.". */
export function isListMark(text: string): boolean {
  return MARK.test(text.trim());
}

/** True when a text opens with a list's mark and goes on, or with "Điều 3." and its like. */
export function opensItem(text: string): boolean {
  const first = /^\S+/u.exec(text)?.[0] ?? "";
  return (
    (isListMark(first) && first !== text) ||
    /^(?:\d{1,2}|[a-zđ])[.)]\p{Lu}|^[-–+]\p{Lu}|^(?:Điều|Chương|Phần|Mục)\s+[\dIVX]+\s*[.:]/u.test(text)
  );
}
