/** What the reader of the file found doubtful, brought from its lines to the sections. */
import type { Warning } from "../../contract/documents.ts";
import type { SourceNote } from "../../corpus/types.ts";
import { sectionAt, warning, type CheckInput } from "./check.ts";

/** Says how a file was read, and is no doubt about what was read. */
const PLAIN = new Set(["ocr-used"]);

/** Said once for all lines of a section that have the same doubt. */
const MANY: Readonly<Record<string, (count: number, label: string) => { readonly vi: string; readonly en: string }>> = {
  "ocr-doubtful": (count, label) => ({
    vi: `${count} dòng ở ${label} nhận dạng chưa chắc chắn; hãy đối chiếu với bản gốc.`,
    en: `${count} lines in ${label} were recognised with doubt; compare them with the original.`,
  }),
  "table-broken": (count, label) => ({
    vi: `Bảng ở ${label} có ${count} chỗ không khớp cột; hãy đối chiếu với bản gốc.`,
    en: `The table in ${label} has ${count} places where cells do not fit its columns; compare it with the original.`,
  }),
};

/** Canonical offset of a line; that of what follows where the line itself was dropped; null past the end. */
function canonicalStart({ document, canonical }: CheckInput, note: SourceNote): number | null {
  const line = note.line === null ? undefined : document.lines[note.line];
  if (line === undefined) return null;
  const { offsets, text } = canonical;
  const after = offsets.findIndex(({ source }) => source >= line.offset);
  const run = offsets.findLast(({ source }, index) => source <= line.offset && (after === -1 || index <= after));
  const next = offsets[run === undefined ? 0 : offsets.indexOf(run) + 1];
  const inRun = run === undefined ? null : run.canonical + (line.offset - run.source);
  if (inRun !== null && inRun < (next?.canonical ?? text.length)) return inRun;
  return after === -1 ? null : (offsets[after]?.canonical ?? null);
}

interface Placed {
  readonly note: SourceNote;
  readonly at: number | null;
  readonly sectionId: string | null;
}

/** The words of a line as the canonical text has them, for a quote. */
function quoteAt({ document, canonical }: CheckInput, { note, at }: Placed): string | null {
  if (at === null || note.line === null) return null;
  const end = canonical.text.indexOf("\n", at);
  const length = (document.lines[note.line]?.text ?? "").trim().length;
  const words = canonical.text.slice(at, Math.min(end === -1 ? canonical.text.length : end, at + Math.max(length, 1))).trim();
  return words === "" ? null : words;
}

function toWarning(input: CheckInput, group: readonly Placed[]): Warning[] {
  const [first] = group;
  if (first === undefined) return [];
  const { note, sectionId } = first;
  const label = input.sections.find(({ id }) => id === sectionId)?.label;
  const many = group.length > 1 && label !== undefined ? MANY[note.code]?.(group.length, label) : undefined;
  return [warning(note.code, many ?? { vi: note.message, en: note.messageEn }, { sectionId, quote: quoteAt(input, first) })];
}

/** Notes of a kind and a section joined in one, in the order of the text. */
function warningsOf(input: CheckInput, wanted: (note: SourceNote) => boolean): Warning[] {
  const groups = new Map<string, Placed[]>();
  for (const note of input.document.notes.filter(wanted)) {
    const at = canonicalStart(input, note);
    const sectionId = at === null ? null : (sectionAt(input.sections, at)?.id ?? null);
    // Notes without a section are each their own, unless they say the same.
    const key = sectionId === null ? `${note.code}|${note.message}` : `${note.code}|${sectionId}|`;
    groups.set(key, [...(groups.get(key) ?? []), { note, at, sectionId }]);
  }
  return [...groups.values()].flatMap((group) => toWarning(input, group));
}

export const readingDoubts = (input: CheckInput): Warning[] => warningsOf(input, ({ code }) => !PLAIN.has(code));

/** What the reader says of the file that is no doubt: "ocr-used". */
export const readingNotes = (input: CheckInput): Warning[] => warningsOf(input, ({ code }) => PLAIN.has(code));
