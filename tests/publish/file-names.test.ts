import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPassedOver } from "../../src/corpus/read-corpus.ts";
import { documentIdOf, replacingFileName, safeFileName } from "../../src/publish/file-names.ts";

describe("the name of an upload", () => {
  it.each([
    ["Kế hoạch 25.docx", "Kế hoạch 25.docx"],
    ["C:\\Tai lieu\\KH 25.PDF", "KH 25.pdf"],
    ["../../etc/passwd", "passwd"],
    [".hidden.txt", "hidden.txt"],
    ["~$KH.docx", "KH.docx"],
    ["KH-25/KH:UBND?.txt", "KH-UBND.txt"],
    ["ke-hoach.2021", "ke-hoach-2021"],
    ["a.b.new", "a-b-new"],
    ["backup~", "backup"],
  ])("%s becomes %s", (written, kept) => {
    expect(safeFileName(written)).toBe(kept);
  });

  it.each(["", "...", "///", "???.txt", "catalogue.json", "💥"])("%s is of no use", (written) => {
    expect(() => safeFileName(written)).toThrow("unusable file name");
  });

  it("never leaves its folder, is never passed over by the reader, and always has an id", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: "grapheme" }).map((text) => `${text}.txt`),
        ),
        (written) => {
          let name: string;
          try {
            name = safeFileName(written);
          } catch {
            return;
          }
          expect(name).not.toMatch(/[/\\\0]/u);
          expect(isPassedOver(name)).toBe(false);
          expect(documentIdOf(name)).not.toBe("");
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
          expect(safeFileName(name)).toBe(name);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("of a replacement keeps the document's id, whatever it is called itself", () => {
    expect(replacingFileName("ke-hoach", "Bản mới.DOCX")).toBe("ke-hoach.docx");
    expect(documentIdOf(replacingFileName("KH 25.3", "x.pdf"))).toBe("KH 25.3");
  });
});
