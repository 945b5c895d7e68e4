/** UTF-8 that a program took for windows-1252 and stored as UTF-8 again: "Cá»™ng hÃ²a". */
import { windows1252Byte } from "./windows-1252.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** One line put right, or as it was where it is not UTF-8 taken for windows-1252. */
export function fromUtf8Twice(line: string): string {
  const bytes = new Uint8Array(line.length);
  for (let at = 0; at < line.length; at++) {
    const byte = windows1252Byte(line.charAt(at));
    if (byte === null) return line;
    bytes[at] = byte;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    // The decoder's only way to say that these bytes are no UTF-8: the line is what it seems.
    return line;
  }
}
