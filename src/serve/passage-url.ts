/** Where the page shows a passage. */
import { passageAddress } from "../answer/passage-address.ts";
import { sha256 } from "../base/files.ts";
import type { Evidence, Plan } from "../parse/types.ts";

/** Opens the document at the section with the words marked; the hash tells the page whether they are still the same. */
export function passageUrl(plan: Plan, { sectionId, start, end }: Evidence): string {
  const section = plan.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return `/documents/${encodeURIComponent(plan.id)}`;
  return passageAddress({ documentId: plan.id, sectionId, start, end, hash: sha256(plan.text.slice(section.start, section.end)) });
}
