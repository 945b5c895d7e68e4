/** A source text that is not whole: marked as cut, or ending in the middle of a sentence. */
import type { Warning } from "../../contract/documents.ts";
import type { Section } from "../types.ts";
import { openingOf, sectionAt, warning, type Check, type CheckInput } from "./check.ts";

const MARK = /\[\s*(?:\.{3}|…)\s*\]|\((?:còn tiếp|còn nữa|lược bớt|lược trích)\)|(?<=^|\n)\((?:\.{3}|…)\)(?=\n|$)/giu;
/** Shorter texts are notes, which need no full stop. */
const SHORTEST_DOCUMENT = 1500;
const ENDS_WHOLE = /[.!?:;/”"»)\]]\s*$/u;

interface Cut {
  readonly section: Section | undefined;
  readonly quote: string;
  /** What shows it: the mark, or that a sentence stops. */
  readonly shown: { readonly vi: string; readonly en: string };
}

function cutWarning({ section, quote, shown }: Cut): Warning {
  return warning(
    "source-truncated",
    {
      vi: `Văn bản nguồn bị cắt ${shown.vi} sau ${section?.label ?? "phần cuối"}: phần còn lại không có trong kho.`,
      en: `The source text is cut off ${shown.en} after ${section?.label ?? "the end"}; the rest is not in the collection.`,
    },
    { sectionId: section?.id ?? null, quote },
  );
}

function markedCuts({ canonical, sections }: CheckInput): Warning[] {
  return [...canonical.text.matchAll(MARK)].map((match) => {
    const shown = { vi: `(“${match[0]}”)`, en: `(“${match[0]}”)` };
    return cutWarning({ section: sectionAt(sections, match.index), quote: match[0], shown });
  });
}

/** A body that stops in the middle of a sentence, without signature and recipients. */
function brokenEnd({ canonical, sections }: CheckInput): Warning[] {
  const last = sections.at(-1);
  if (last === undefined || ["tail", "row", "annex", "head"].includes(last.kind) || sections.some(({ kind }) => kind === "tail")) return [];
  const words = canonical.text.slice(last.start, last.ownEnd).trimEnd();
  if (canonical.text.length < SHORTEST_DOCUMENT || ENDS_WHOLE.test(words)) return [];
  const line = words.slice(words.lastIndexOf("\n") + 1);
  return [cutWarning({ section: last, quote: openingOf(line), shown: { vi: "giữa câu", en: "in mid-sentence" } })];
}

export const truncated: Check = (input) => {
  const marked = markedCuts(input);
  return marked.length > 0 ? marked : brokenEnd(input);
};
