/** An .odt looked through before LibreOffice sees it: within limits, whole, not encrypted. */
import { openArchive } from "../archive.ts";
import type { ArchiveFault } from "../archive.ts";

const PARTS = ["content.xml", "styles.xml", "META-INF/manifest.xml"];

/** Null when nothing speaks against reading it. */
export async function openDocumentFault(bytes: Uint8Array): Promise<ArchiveFault | null> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive.code;
  const manifest = await archive.read("META-INF/manifest.xml");
  if (manifest.ok && /<(?:[\w-]+:)?encryption-data[\s>]/u.test(Buffer.from(manifest.bytes).toString("utf8"))) return "encrypted";
  for (const name of PARTS) {
    const part = await archive.read(name);
    if (part.ok) continue;
    // Some programs write no styles and no list of parts; without its content nothing is left of a document.
    if (part.code !== "missing") return part.code;
    if (name === "content.xml") return "damaged";
  }
  return null;
}
