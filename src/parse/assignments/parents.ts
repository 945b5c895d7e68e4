/** The section that holds another, found once for a document: a damaged text has thousands. */
import type { Section } from "../types.ts";

const byIds = new WeakMap<readonly Section[], ReadonlyMap<string, Section>>();

/** The parent of one of a document's sections; undefined at the top. */
export function parentOf(sections: readonly Section[], section: Section): Section | undefined {
  if (section.parentId === null) return undefined;
  let byId = byIds.get(sections);
  if (byId === undefined) {
    byId = new Map(sections.map((one) => [one.id, one]));
    byIds.set(sections, byId);
  }
  return byId.get(section.parentId);
}
