/** .txt and .md: decoded, cut into lines; only the words can tell which lines belong together. */
import { decodeText } from "../decode-text.ts";
import { fileConverted, mendLines } from "../legacy-encodings/encoding-note.ts";
import { splitLines } from "../split-lines.ts";
import type { Reader } from "./reader.ts";

/** A web archive (.mht) or a letter (.eml): its text lies in parts, encoded. */
const MIME =
  /^(?:(?:from|to|subject|date|message-id|mime-version|content-[\w-]+|snapshot-content-location|x-[\w-]+)\s*:[^\n]*\n(?:[ \t]+[^\n]*\n)*){2,}/iu;
const MIME_VERSION = /^mime-version\s*:/imu;

/** Comments of Markdown, which no reader of the page sees; one that never ends is text. */
const COMMENT = /<!--(?:(?!-->)[\s\S]){0,20000}-->/gu;
/** Settings that some editors put above Markdown: "---", lines "key: value", "---". */
const FRONT_MATTER = /^\ufeff?---[ \t]*\n(?:[\w-]+[ \t]*:[^\n]*\n|[ \t]+[^\n]*\n|- [^\n]*\n){1,60}---[ \t]*\n/u;
const FENCE = /^\s{0,3}(?:`{3,}|~{3,})[\w-]*\s*$/u;

/** Next Line and the Unicode separators break lines as a line feed does. */
const withLineFeeds = (text: string): string => text.replace(/\r\n|[\r\u0085\u2028\u2029]/gu, "\n");

/** What only marks text up, beyond the emphasis, headings and rulers that parsing drops from every document. */
function withoutMarkup(text: string): string {
  const body = text.replace(FRONT_MATTER, "");
  return body.includes("<!--") ? body.replace(COMMENT, "") : body;
}

export const textReader: Reader = {
  read: async ({ bytes }) => {
    const decoded = decodeText(bytes);
    if (!decoded.ok) return { ok: false, code: "encoding" };
    const text = withLineFeeds(decoded.text);
    const beginning = text.slice(0, 4096);
    if (MIME.test(beginning) && MIME_VERSION.test(beginning)) return { ok: false, code: "unsupported" };
    const lines = splitLines(withoutMarkup(text)).filter((line) => !FENCE.test(line.text));
    if (!decoded.encoding.startsWith("utf-")) return { ok: true, lines, notes: [fileConverted(decoded.encoding)] };
    const mended = mendLines(lines);
    return { ok: true, lines: mended.lines, notes: mended.notes };
  },
};
