/** A page saved from a legal portal: the document's lines without what the portal puts around it. */
import { decodePage } from "../html/decode-page.ts";
import { findPlan, planRange } from "../html/find-plan.ts";
import { measurePage } from "../html/measure-page.ts";
import { findFurniture } from "../html/page-furniture.ts";
import { PageLimitError, readPageTree } from "../html/page-tree.ts";
import type { Page, PageElement } from "../html/page-tree.ts";
import { renderPage } from "../html/render-page.ts";
import { fileConverted } from "../legacy-encodings/encoding-note.ts";
import { repairLines } from "../legacy-encodings/repair-lines.ts";
import type { SourceNote } from "../types.ts";
import type { Reader, ReadLine, ReadOutcome } from "./reader.ts";

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** Texts in an old encoding put right in the tree, before anything is looked for in it. */
function mendTexts({ texts }: Page): readonly SourceNote[] {
  const { lines, repaired } = repairLines(texts.map(({ text }) => text));
  texts.forEach((text, index) => {
    text.text = lines[index] ?? text.text;
  });
  return [...repaired.keys()].map(fileConverted);
}

const deletions: SourceNote = {
  code: "changes-accepted",
  message: "Trang có chữ gạch bỏ; phần gạch bỏ không được đọc.",
  messageEn: "The page holds struck-out words; they were left out.",
  line: null,
};

const unevenTable = (line: number): SourceNote => ({
  code: "table-broken",
  message: "Bảng có hàng thiếu hoặc thừa ô; hãy đối chiếu với bản gốc.",
  messageEn: "A table has rows with too few or too many cells; compare it with the original.",
  line,
});

/** Điều, khoản, điểm, dash, plus and two more: administrative documents nest no deeper. */
const DEEPEST_LIST = 9;

function listDepth(element: PageElement): number {
  const below = Math.max(0, ...element.children.map((child) => (child.kind === "element" ? listDepth(child) : 0)));
  return below + (element.tag === "ol" || element.tag === "ul" ? 1 : 0);
}

const deepLists = (depth: number): SourceNote => ({
  code: "nesting-deep",
  message: `Danh sách lồng nhau tới ${depth} cấp, sâu hơn văn bản hành chính thường có; cấp của các mục có thể bị hiểu sai.`,
  messageEn: `Lists are nested ${depth} levels deep, deeper than administrative documents are; levels may be misread.`,
  line: null,
});

const brokenCharacters = (line: number): SourceNote => ({
  code: "encoding-converted",
  message: "Dòng có ký tự hỏng (�) không đọc được; hãy đối chiếu với bản gốc.",
  messageEn: "A line holds broken characters (�) that could not be read; compare it with the original.",
  line,
});

const cutOff = (lastLine: number): SourceNote => ({
  code: "source-truncated",
  message: "Tệp trang kết thúc giữa chừng, phần sau có thể bị mất; hãy lưu lại trang hoặc đối chiếu với bản gốc.",
  messageEn: "The page's file ends midway and the rest may be lost; save the page again or compare it with the original.",
  line: lastLine,
});

/** Whoever saves a page closes what is opened; a fragment opens nothing. */
const isCutOff = (source: string): boolean => /<html[\s>]/iu.test(source.slice(0, 20_000)) && !/<\/(?:html|body)\s*>/iu.test(source);

function readPage(source: string, convertedFrom: string | null): ReadOutcome {
  const page = readPageTree(source);
  const converted = convertedFrom === null ? mendTexts(page) : [fileConverted(convertedFrom)];
  const measured = measurePage(page.root);
  const furniture = findFurniture(page.root, measured, planRange(measured));
  const rendered = renderPage(findPlan(page.root, measured, furniture), furniture);
  const lines: ReadLine[] = rendered.lines.map((line) => ({ ...line, text: line.text.replace(INVISIBLE, "") }));
  const depth = listDepth(page.root);
  const broken = lines.findIndex((line) => line.text.includes("\uFFFD"));
  const notes = [
    ...converted,
    ...(page.hadDeletions ? [deletions] : []),
    ...(depth > DEEPEST_LIST ? [deepLists(depth)] : []),
    ...rendered.uneven.map(unevenTable),
    ...(broken === -1 ? [] : [brokenCharacters(broken)]),
    ...(isCutOff(source) && lines.length > 0 ? [cutOff(lines.length - 1)] : []),
  ];
  return { ok: true, lines, notes };
}

export const htmlReader: Reader = {
  read: async ({ bytes }) => {
    const decoded = decodePage(bytes);
    if (decoded === null) return { ok: false, code: "encoding" };
    try {
      return readPage(decoded.source, decoded.convertedFrom);
    } catch (error) {
      if (error instanceof PageLimitError) return { ok: false, code: "limits", detail: error.message };
      throw error;
    }
  },
};
