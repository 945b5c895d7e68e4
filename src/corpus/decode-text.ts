/**
 * Bytes of a text file → text: UTF-8 and UTF-16 with or without a byte order mark; TCVN3, VNI and windows-1258 told by
 * the Vietnamese they make.
 */
import { chooseOldEncoding } from "./legacy-encodings/choose-encoding.ts";
import type { OldEncoding } from "./legacy-encodings/choose-encoding.ts";
import { unmarkedUtf16 } from "./unmarked-utf16.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | OldEncoding;

export type Decoded = { readonly ok: true; readonly text: string; readonly encoding: TextEncoding } | { readonly ok: false };

function unicodeOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return unmarkedUtf16(bytes) ?? "utf-8";
}

function decodeUnicode(bytes: Uint8Array): Decoded {
  const encoding = unicodeOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? { ok: false } : { ok: true, text, encoding };
  } catch {
    // The decoder's only way to say that a byte fits nowhere.
    return { ok: false };
  }
}

/** Not ok when the bytes are not text in one of these encodings; nothing is replaced by "�" in silence. */
export function decodeText(bytes: Uint8Array): Decoded {
  const unicode = decodeUnicode(bytes);
  if (unicode.ok) return unicode;
  const old = chooseOldEncoding(bytes);
  return old === null ? { ok: false } : { ok: true, ...old };
}
