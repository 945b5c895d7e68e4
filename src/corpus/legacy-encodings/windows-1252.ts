/**
 * Bytes as windows-1252 shows them: Latin-1, with signs of typography at 80 to 9F. Written out here because TextDecoder
 * of some Node releases reads "windows-1252" as plain Latin-1 and would lose quotation marks and dashes.
 */

/** The bytes 80 to 9F in order; the five that are free stand for themselves, as in the WHATWG's table. */
const SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTES: ReadonlyMap<string, number> = new Map(Array.from(SIGNS, (sign, at) => [sign, 0x80 + at]));

/** Every byte is some character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\u0080-\u009f]/gu, (character) => SIGNS.charAt(character.charCodeAt(0) - 0x80));
}

/** The byte that windows-1252 shows as this character; null for a character that it does not have. */
export function windows1252Byte(character: string): number | null {
  const code = character.charCodeAt(0);
  return BYTES.get(character) ?? (code <= 0xff ? code : null);
}
