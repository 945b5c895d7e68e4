/** Paragraphs of a table cell as one line of text, as `SourceLine` says. */

const STOPS = /[.;:!?…,]["”’)\]]*$/u;
/** A paragraph that ends so was broken within its words. */
const GOES_ON = /(?:^|\s)(?:và|của|với|cho|các|về|theo|hoặc|[-–&/])$/u;
const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

function separator(before: string, after: string): string {
  if (STOPS.test(before) || GOES_ON.test(before) || !/^["“(]?(?:\p{Lu}|[-–+•]\s)/u.test(after)) return " ";
  // A heading in capitals broken over lines, unlike a list of abbreviations.
  return isCapitals(before) && isCapitals(after) && /\s/u.test(`${before}${after}`) ? " " : "; ";
}

/** Joins paragraphs of a cell: by "; " where the first ends without a stop and the next begins with a capital or a dash. */
export function joinCellTexts(texts: readonly string[]): string {
  let joined = "";
  let before = "";
  for (const text of texts) {
    joined += before === "" ? text : `${separator(before, text)}${text}`;
    before = text;
  }
  return joined;
}
