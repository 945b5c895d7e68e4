/** An .odt written by hand around the text of its body. */
import { makeZip } from "./make-zip.ts";

const NAMESPACES = ["office", "text", "table", "draw", "style", "manifest"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const TYPE = "application/vnd.oasis.opendocument.text";

/** @param encryption what the manifest says of the content's encryption, if it says anything. */
export function makeOpenDocument(body: string, encryption = ""): Uint8Array {
  return makeZip({
    mimetype: TYPE,
    "META-INF/manifest.xml": `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">${encryption}</manifest:file-entry></manifest:manifest>`,
    "content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
}
