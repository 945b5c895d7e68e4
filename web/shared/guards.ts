/**
 * Checks what comes from the server before a template trusts it.
 *
 * The full schemas stay on the server (a schema library would triple the script); these look at what rendering needs.
 */
import type { Answer, Block, Citation, Span } from "../../src/contract/answer.ts";
import type { AssignmentRow } from "../../src/contract/assignments.ts";
import type { DocumentDetail, DocumentSummary, SectionDetail } from "../../src/contract/documents.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

const isSpan = (value: unknown): value is Span => isFields(value) && (isText(value["text"]) || isNumber(value["cite"]));
const isSpans = (value: unknown): value is Span[] => isListOf(value, isSpan);
const isRow = (value: unknown): value is Span[][] => isListOf(value, isSpans);

function isBlock(value: unknown): value is Block {
  if (!isFields(value)) return false;
  switch (value["type"]) {
    case "paragraph":
      return isSpans(value["spans"]);
    case "list":
      return isListOf(value["items"], isSpans);
    case "table":
      return isListOf(value["columns"], isText) && isListOf(value["rows"], isRow);
    case "quote":
      return isText(value["text"]) && isNumber(value["cite"]);
    default:
      return false;
  }
}

export function isCitation(value: unknown): value is Citation {
  return (
    isFields(value) &&
    isNumber(value["n"]) &&
    ["documentId", "title", "documentStatus", "quote", "text", "reference", "url"].every((key) => isText(value[key])) &&
    isFields(value["section"]) &&
    isText(value["section"]["label"]) &&
    isListOf(value["section"]["path"], isText)
  );
}

const isNotice = (value: unknown): value is Answer["notices"][number] =>
  isFields(value) && isText(value["code"]) && isText(value["message"]);

export function isAnswer(value: unknown): value is Answer {
  return (
    isFields(value) &&
    ["id", "lang", "status", "answer"].every((key) => isText(value[key])) &&
    isListOf(value["blocks"], isBlock) &&
    isListOf(value["citations"], isCitation) &&
    isListOf(value["notices"], isNotice) &&
    isListOf(value["suggestions"], isText)
  );
}

const isSummary = (value: unknown): value is DocumentSummary =>
  isFields(value) && ["id", "title", "status"].every((key) => isText(value[key]));

export function isCatalogue(value: unknown): value is { documents: DocumentSummary[] } {
  return isFields(value) && isListOf(value["documents"], isSummary);
}

const isAssignment = (value: unknown): value is AssignmentRow =>
  isFields(value) &&
  isText(value["agency"]) &&
  isText(value["role"]) &&
  (value["canonicalAgency"] === null || isText(value["canonicalAgency"]));

export function isRegister(value: unknown): value is { assignments: AssignmentRow[] } {
  return isFields(value) && isListOf(value["assignments"], isAssignment);
}

const isSection = (value: unknown): value is DocumentDetail["sections"][number] =>
  isFields(value) &&
  ["id", "label", "heading"].every((key) => isText(value[key])) &&
  ["level", "start", "end"].every((key) => isNumber(value[key]));

export function isDocument(value: unknown): value is DocumentDetail {
  return (
    isFields(value) &&
    ["id", "title", "status", "text"].every((key) => isText(value[key])) &&
    isListOf(value["sections"], isSection) &&
    Array.isArray(value["warnings"])
  );
}

export function isSectionDetail(value: unknown): value is SectionDetail {
  return isFields(value) && ["id", "hash", "reference"].every((key) => isText(value[key]));
}
