/** Totals that are not the sum of their items; both sums are said. */
import { checkTotals } from "../totals.ts";
import { warning, type Check } from "./check.ts";

export const sums: Check = ({ canonical, sections }) =>
  checkTotals(canonical.text, sections)
    .filter(({ matches }) => !matches)
    .map(({ sectionId, quote, statedText, summedText, parts }) =>
      warning(
        "totals-differ",
        {
          vi: `Số liệu không khớp: văn bản ghi ${statedText}, nhưng cộng các khoản (${parts.join(" + ")}) được ${summedText}.`,
          en: `Figures do not add up: the text states ${statedText}, but the items (${parts.join(" + ")}) sum to ${summedText}.`,
        },
        { sectionId, quote },
      ),
    );
