/** Content controls, revisions and alternatives round paragraphs, rows and cells, which leave no trace on the page. */
import { chosenContent } from "./shapes.ts";
import { childOf, valueOf, type XmlElement } from "./xml-tree.ts";

/** A table of contents repeats the headings of the text with their pages. */
const isContents = (control: XmlElement): boolean =>
  /^table of contents$/iu.test(valueOf(childOf(childOf(control, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery") ?? "");

/** The children of an element with wrappings opened; tables of contents are left out. */
export function* unwrapped(container: XmlElement | undefined): Generator<XmlElement> {
  for (const child of container?.children ?? []) {
    if (child.name === "w:sdt") {
      if (!isContents(child)) yield* unwrapped(childOf(child, "w:sdtContent"));
    } else if (child.name === "mc:AlternateContent") yield* unwrapped(chosenContent(child));
    else if (/^w:(?:customXml|ins|moveTo|smartTag)$/u.test(child.name)) yield* unwrapped(child);
    else yield child;
  }
}
