/** .txt and .md: decoded, cut into lines; only the words can tell which lines belong together. */
import { decodeText } from "../decode-text.ts";
import { splitLines } from "../split-lines.ts";
import type { Reader } from "./reader.ts";

export const textReader: Reader = {
  read: async ({ bytes }) => {
    const decoded = decodeText(bytes);
    if (!decoded.ok) return { ok: false, code: "encoding" };
    return { ok: true, lines: splitLines(decoded.text), notes: [] };
  },
};
