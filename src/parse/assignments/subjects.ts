/** Whom a sentence of this document charges: its subject, or those whom the issuing body in its own name asks. */
import { expandAbbreviations } from "../../language/abbreviations.ts";
import { isUpper } from "../../language/agency-phrases.ts";
import { orderedAgency, subjectAgency, type SubjectAgency } from "../../language/agency-subjects.ts";
import { foldText, nameKey } from "../../language/fold.ts";
import type { Context } from "./context.ts";

const HEAD_OF = /^(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Thủ trưởng|Trưởng)\s+(?=\p{Lu})/u;
/** The letterhead stands in the first lines. */
const LETTERHEAD_LINES = 8;

/** The country's name and motto, which stand right of the issuing body and may share its lines. */
const MOTTO = /cong hoa xa hoi chu nghia|doc lap\s*-\s*tu do/u;

/** The issuing body's words of a letterhead's line: those in capitals. */
function bodyOf(line: string): string {
  const motto = MOTTO.exec(foldText(line));
  const left = motto === null ? line : line.slice(0, motto.index);
  return isUpper(left) ? left : "";
}

const known = new WeakMap<Context, readonly string[]>();

/** Folded words of each letterhead of the file, read once. */
function letterheadsOf(context: Context): readonly string[] {
  const read = known.get(context);
  if (read !== undefined) return read;
  const heads = context.sections.filter(({ kind }) => kind === "head" || kind === "letter");
  const keys = heads.map(({ start, ownEnd }) =>
    nameKey(expandAbbreviations(context.text.slice(start, ownEnd).split("\n").slice(0, LETTERHEAD_LINES).map(bodyOf).join(" "))),
  );
  known.set(context, keys);
  return keys;
}

/** True for the body in whose name the document stands ("UBND huyện" under "ỦY BAN NHÂN DÂN HUYỆN …"), and for its head. */
function isIssuer(context: Context, name: string): boolean {
  const key = nameKey(expandAbbreviations(name.replace(HEAD_OF, "")));
  return letterheadsOf(context).some((words) => ` ${words} `.includes(` ${key} `));
}

/**
 * As `subjectAgency`; where the issuing body asks others ("Sở X đề nghị Thủ trưởng các cơ quan quan tâm …"), those it asks.
 * Offsets in `text`.
 */
export function subjectOf(context: Context, text: string, options: { readonly anyCase?: boolean } = {}): SubjectAgency | null {
  const subject = subjectAgency(text, options);
  if (subject === null) return null;
  const asked = orderedAgency(text.slice(subject.taskStart));
  if (asked === null || !isIssuer(context, subject.name)) return subject;
  return { name: asked.name, start: subject.taskStart + asked.start, taskStart: subject.taskStart + asked.taskStart };
}
