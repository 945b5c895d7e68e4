/** The words about a passage: that it is marked, or why it is not. */
import type { Messages } from "../shared/messages-vi.ts";
import type { Passage } from "./passage-check.ts";

/** True when the reader must see the words, not only hear them: nothing is marked though the address asked for it. */
export function isDoubtful(passage: Passage): boolean {
  return passage.kind === "changed" || passage.kind === "unverified" || passage.kind === "gone";
}

/** Empty when there is nothing to say. */
export function passageText(passage: Passage, messages: Messages): string {
  switch (passage.kind) {
    case "none":
    case "section":
      return "";
    case "marked":
      return messages.passageMarked(passage.section.label);
    case "changed":
      return messages.passageChanged(passage.section.label);
    case "unverified":
      return messages.passageUnverified(passage.section.label);
    case "gone":
      return messages.passageGone(passage.sectionId);
    default: {
      const unknown: never = passage;
      return String(unknown);
    }
  }
}
