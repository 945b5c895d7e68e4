/** A section while its tree is being built. */
import type { Paragraph } from "./canonical-text.ts";
import type { OpenSection } from "./nesting.ts";
import type { LabelledStep } from "./section-labels.ts";

export interface Draft extends OpenSection {
  readonly id: string;
  readonly parent: Draft | null;
  readonly marker: string;
  readonly steps: readonly LabelledStep[];
  readonly firstParagraph: Paragraph;
  readonly textStart: number;
  readonly children: Draft[];
  /** End of own text: the last own paragraph before the first child. */
  ownEnd: number;
  ownParagraphs: number;
  end: number;
  /** As in `OpenSection`: it ends with the next paragraph. */
  introduces: boolean;
}
