/** Fields: what Word computes. Their last result is text of the page, their instruction is not. */

interface OpenField {
  instruction: string;
  inResult: boolean;
  hidden: boolean;
}

export interface FieldState {
  readonly begin: () => void;
  readonly addInstruction: (text: string) => void;
  readonly separate: () => void;
  readonly end: () => void;
  /** Whether text now belongs to the page. */
  readonly shows: () => boolean;
  /** A field without its end, as damaged files have, must not hide the rest of the document. */
  readonly endParagraph: () => void;
}

/** Numbers of pages belong to the sheet, not to the text. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?![A-Z])/iu;
const MAX_OPEN = 100;

export const isPageField = (instruction: string): boolean => PAGE_FIELD.test(instruction);

export function makeFieldState(): FieldState {
  let open: OpenField[] = [];
  return {
    begin: () => {
      if (open.length < MAX_OPEN) open.push({ instruction: "", inResult: false, hidden: false });
    },
    addInstruction: (text) => {
      const field = open.at(-1);
      if (field !== undefined && !field.inResult && field.instruction.length < 200) field.instruction += text;
    },
    separate: () => {
      const field = open.at(-1);
      if (field === undefined) return;
      field.inResult = true;
      field.hidden = isPageField(field.instruction);
    },
    end: () => {
      open.pop();
    },
    shows: () => open.every((field) => field.inResult && !field.hidden),
    endParagraph: () => {
      open = open.filter((field) => field.inResult && !field.hidden);
    },
  };
}
