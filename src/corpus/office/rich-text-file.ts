/** Whether an RTF file is whole: LibreOffice reads one that was cut off as far as it goes, and says nothing. */

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const BINARY = /^\\bin(\d{1,9}) ?/u;

/** True when every group is closed; bytes of pictures (\bin) are passed over. */
export function isWholeRichText(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let depth = 0;
  for (let at = 0; at < file.length; at++) {
    const byte = file[at];
    if (byte === OPEN) depth++;
    else if (byte === CLOSE) {
      depth--;
      if (depth === 0) return true;
    } else if (byte === BACKSLASH) {
      const binary = file[at + 1] === 0x62 ? BINARY.exec(file.toString("latin1", at, at + 16)) : null;
      at += binary === null ? 1 : binary[0].length + Number(binary[1]) - 1;
    }
  }
  return false;
}
