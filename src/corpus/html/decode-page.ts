/** Bytes of a page → its source: as text, and where the bytes are not quite text, as the page says of itself. */
import { decodeText } from "../decode-text.ts";
import { decodeWindows1252 } from "../legacy-encodings/windows-1252.ts";

export interface PageSource {
  readonly source: string;
  /** Named where the bytes were in an old encoding and the source is already Unicode. */
  readonly convertedFrom: string | null;
}

const BEGINNING = 4096;
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/iu;
/** Characters in a thousand that may be broken: a cut advertisement, not another encoding. */
const BROKEN_PER_THOUSAND = 1;

function declaredEncoding(bytes: Uint8Array): string | null {
  const label = CHARSET.exec(decodeWindows1252(bytes.subarray(0, BEGINNING)))?.[1]?.toLowerCase();
  if (label === undefined) return null;
  // TextDecoder of some Node releases reads both as plain Latin-1.
  return /^(?:windows-1252|iso-8859-1|latin1|us-ascii)$/u.test(label) ? "windows-1252" : label;
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
  if (label === "windows-1252") return decodeWindows1252(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // A label that nobody knows, such as "x-user-defined" of pages in VNI.
    return null;
  }
}

/** Null where the bytes are no page in any encoding that is read. */
export function decodePage(bytes: Uint8Array): PageSource | null {
  const decoded = decodeText(bytes);
  // TCVN3 and VNI are put right text by text: tags and scripts are not Vietnamese.
  if (decoded.ok && (decoded.encoding === "TCVN3" || decoded.encoding === "VNI"))
    return { source: decodeWindows1252(bytes), convertedFrom: null };
  if (decoded.ok) return { source: decoded.text, convertedFrom: decoded.encoding.startsWith("utf-") ? null : decoded.encoding };
  const label = declaredEncoding(bytes);
  const source = label === null ? null : decodeAs(label, bytes);
  if (source === null) return null;
  const broken = source.split("\uFFFD").length - 1;
  return broken * 1000 > source.length * BROKEN_PER_THOUSAND || source.includes("\u0000") ? null : { source, convertedFrom: null };
}
