/** "Khoản 2 Mục III nói gì?": the section that the question names, in its own words. */
import { DraftBuilder, type DraftAnswer } from "../draft.ts";
import { clip } from "../evidence.ts";
import { FIRST_WORDS, gistsOf } from "../gist.ts";
import { addNotices } from "../notices.ts";
import { capitalised, say } from "../phrases.ts";
import { englishLabel, englishName, shortName } from "../reference.ts";
import type { ComposeInput } from "./types.ts";

/** Words of a topic that ask for what a section says, whatever it is. */
const OF_CONTENT = new Set([
  "noi",
  "dung",
  "quy",
  "dinh",
  "ghi",
  "viet",
  "chi",
  "tiet",
  "toan",
  "bo",
  "nguyen",
  "van",
  "trich",
  "tom",
  "tat",
  "chinh",
  "content",
  "text",
]);
/** What a section says is asked, whatever words say what it is about. */
const ASKS_CONTENT =
  /\b(?:noi|quy dinh|ghi|neu|viet|yeu cau|de cap|nhac|giao|cam) (?:nhung |cac )?(?:gi|noi dung gi|viec gi|the nao|nhu the nao|ra sao)\b|\bnoi dung (?:gi|la gi|the nao|nhu the nao|cua)\b|\bgom (?:co )?(?:nhung )?(?:gi|noi dung|viec)\b|\bve (?:viec |van de )?gi\b|\bwhat (?:does|do|is|are)\b.*\b(?:says?|provides?|requires?|contains?|about|states?|in)\b/u;
/** Most characters of a section shown. */
const SHOWN = 2400;
/** Most plans of one answer when no place is named. */
const MOST = 3;

/** Null when the question names no section, or asks for something within it. */
export function composeNamedSection(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  const bare = u.topic.foreign === 0 && u.agencies.length === 0 && u.topic.words.every((word) => OF_CONTENT.has(word));
  if (u.sections.length === 0 || !(bare || ASKS_CONTENT.test(u.folded))) return null;
  const builder = new DraftBuilder();
  for (const { entry, section } of u.sections.slice(0, MOST)) {
    const range = clip(entry.plan.text, section, SHOWN);
    const cite = builder.cite({ entry, ...range });
    const heading = section.heading.replace(/:$/u, "");
    builder.paragraph(
      say(
        u.lang,
        `${capitalised(section.label)} ${shortName(entry.plan)}`,
        `${capitalised(englishLabel(section.label))} of the ${englishName(entry.plan)}`,
      ),
      ...(heading === "" ? [] : [": ", { strong: heading }]),
      ".",
      cite,
    );
    const points = (entry.children.get(section.id) ?? []).map(({ start, ownEnd }) => entry.plan.text.slice(start, ownEnd));
    const gists = points.length < 2 || section.end - section.start <= FIRST_WORDS ? null : gistsOf(points, 0);
    if (gists !== null)
      builder.paragraph(say(u.lang, `Gồm ${points.length} nội dung: `, `${points.length} points: `), gists.join("; "), ".", cite);
    builder.quote({ entry, ...range });
  }
  addNotices(
    builder,
    input,
    u.sections.map(({ entry }) => entry),
  );
  return builder.done({ status: "answered", confidence: 0.95 });
}
