/**
 * Words typed in the fonts of TCVN3 (.VnTime) and VNI (VNI-Times): the file holds their bytes as if they were Latin
 * letters, and only the font knows what they look like. Unicode typed later in such a font is left as it is.
 */
import { syllableRate } from "../legacy-encodings/syllable-rate.ts";
import { fromTcvn3 } from "../legacy-encodings/tcvn3.ts";
import { fromVni } from "../legacy-encodings/vni.ts";

export type OldEncoding = "TCVN3" | "VNI";

/** The encoding that a font's glyphs stand for; undefined for a Unicode font. */
export function encodingOfFont(font: string | undefined): OldEncoding | undefined {
  if (font === undefined) return undefined;
  if (/^\.vn/iu.test(font)) return "TCVN3";
  return /^vni[-\s]/iu.test(font) ? "VNI" : undefined;
}

/** Text of one look, as runs that follow each other share it. */
export interface Stretch {
  readonly text: string;
  readonly encoding: OldEncoding | undefined;
  /** Formatted as capitals. */
  readonly caps: boolean;
  /** The font draws small letters as capitals (.VnTimeH). */
  readonly capitalGlyphs: boolean;
}

export const hasCapitalGlyphs = (font: string | undefined): boolean => /^\.vn\w*h$/iu.test(font ?? "");

/** Letters that old encodings do not have: somebody typed Unicode. */
const UNICODE_LETTER = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u;

export interface OldFonts {
  /** The paragraph's text with its stretches in Unicode. */
  readonly join: (stretches: readonly Stretch[]) => string;
  /** Encodings that were converted so far. */
  readonly converted: ReadonlySet<OldEncoding>;
}

export function makeOldFonts(): OldFonts {
  const converted = new Set<OldEncoding>();
  /** Stretches that are Vietnamese only when converted, less those that are so only as they are. */
  let proofs = 0;

  const toUnicode = ({ text, encoding, capitalGlyphs }: Stretch): string => {
    if (encoding === undefined) return text;
    // A tab or a line break must not be taken for part of a word.
    const unicode = text.replace(/[^\t\n]+/gu, (line) => (encoding === "TCVN3" ? fromTcvn3(line) : fromVni(line)));
    const [before, after] = [syllableRate(text).rate, syllableRate(unicode).rate];
    const typedInUnicode = UNICODE_LETTER.test(text) || after < before || (after === before && proofs < 0);
    if (UNICODE_LETTER.test(text) || after !== before) proofs += typedInUnicode ? -1 : 1;
    if (typedInUnicode) return text;
    if (/[^\0-\u007f]/u.test(text) && unicode !== text) converted.add(encoding);
    return capitalGlyphs ? unicode.toUpperCase() : unicode;
  };

  return {
    converted,
    join: (stretches) => {
      const merged: Stretch[] = [];
      for (const stretch of stretches) {
        const last = merged.at(-1);
        if (
          last !== undefined &&
          last.encoding === stretch.encoding &&
          last.caps === stretch.caps &&
          last.capitalGlyphs === stretch.capitalGlyphs
        )
          merged[merged.length - 1] = { ...last, text: last.text + stretch.text };
        else merged.push(stretch);
      }
      return merged.map((stretch) => (stretch.caps ? toUnicode(stretch).toUpperCase() : toUnicode(stretch))).join("");
    },
  };
}
