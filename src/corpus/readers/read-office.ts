/** .doc, .odt and .rtf: looked through, made a DOCX by LibreOffice, and read as one. */
import { compoundFault } from "../office/compound-file.ts";
import { convertToDocx } from "../office/convert-to-docx.ts";
import { openDocumentFault } from "../office/open-document.ts";
import { isWholeRichText } from "../office/rich-text-file.ts";
import type { UnreadableCode } from "../types.ts";
import { docxReader } from "./read-docx.ts";
import type { Reader, ReadOutcome } from "./reader.ts";

interface OfficeKind {
  readonly extension: "doc" | "odt" | "rtf";
  /** What speaks against giving the file to LibreOffice. */
  readonly faultOf: (bytes: Uint8Array) => UnreadableCode | null | Promise<UnreadableCode | null>;
}

function officeReader({ extension, faultOf }: OfficeKind): Reader {
  return {
    read: async ({ bytes, workFolder }): Promise<ReadOutcome> => {
      const fault = await faultOf(bytes);
      if (fault !== null) return { ok: false, code: fault };
      const converted = await convertToDocx({ bytes, extension, workFolder });
      if (!converted.ok)
        return { ok: false, code: converted.code, ...(converted.code === "needs-program" ? { detail: "LibreOffice" } : {}) };
      return docxReader.read({ bytes: converted.docx, workFolder });
    },
  };
}

export const odtReader: Reader = officeReader({ extension: "odt", faultOf: openDocumentFault });
export const docReader: Reader = officeReader({ extension: "doc", faultOf: compoundFault });
export const rtfReader: Reader = officeReader({ extension: "rtf", faultOf: (bytes) => (isWholeRichText(bytes) ? null : "damaged") });
