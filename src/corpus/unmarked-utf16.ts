/** Whether bytes without a byte order mark are UTF-16, and of which order. */

/** How far zero bytes are counted, and how many of a hundred at one parity make UTF-16: spaces alone are more. */
const COUNTED = 8192;
const ZERO_PERCENT = 10;

/**
 * Spaces, digits, signs and plain letters have a zero for their other byte: at odd places in little-endian text.
 *
 * @param bytes the whole file. Null for any other encoding, for UTF-16 cut in the middle of a character, and for what is
 * no text.
 */
export function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const counted = Math.min(bytes.length, COUNTED) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < counted; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (bytes.length % 2 !== 0 || even > 0 === odd > 0 || (even + odd) * 200 < counted * ZERO_PERCENT) return null;
  return odd > 0 ? "utf-16le" : "utf-16be";
}
