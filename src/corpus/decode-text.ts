/** Bytes of a text file → text: UTF-8 with or without a byte order mark, UTF-16 with one. */

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false };

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** Not ok when the bytes are not text in one of these encodings; nothing is replaced by "�" in silence. */
export function decodeText(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? { ok: false } : { ok: true, text };
  } catch {
    // The decoder's only way to say that a byte fits nowhere.
    return { ok: false };
  }
}
