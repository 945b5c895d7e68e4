/** Where the page shows a passage. */
import { sha256 } from "../base/files.ts";
import type { Evidence, Plan } from "../parse/types.ts";

const hashDigits = 16;

/** Opens the document at the section with the words marked; the hash tells the page whether they are still the same. */
export function passageUrl(plan: Plan, { sectionId, start, end }: Evidence): string {
  const page = `/documents/${encodeURIComponent(plan.id)}`;
  const section = plan.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return page;
  const hash = sha256(plan.text.slice(section.start, section.end)).slice(0, hashDigits);
  return `${page}#s=${encodeURIComponent(sectionId)}&q=${String(start)}-${String(end)}&h=${hash}`;
}
