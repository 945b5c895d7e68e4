/** VNI (fonts VNI-Times): a plain letter, then one character for its mark ("COÄNG HOØA"); some letters have one of their own. */

const TONES = { "\u00f9": "\u0301", "\u00f8": "\u0300", "\u00fb": "\u0309", "\u00f5": "\u0303", "\u00ef": "\u0323" } as const;
const CIRCUMFLEX = {
  "\u00e2": "",
  "\u00e1": "\u0301",
  "\u00e0": "\u0300",
  "\u00e5": "\u0309",
  "\u00e3": "\u0303",
  "\u00e4": "\u0323",
} as const;
const BREVE = { "\u00ea": "", "\u00e9": "\u0301", "\u00e8": "\u0300", "\u00fa": "\u0309", "\u00fc": "\u0303", "\u00eb": "\u0323" } as const;
/** Characters that are letters by themselves. */
const ALONE = { ñ: "đ", í: "í", ì: "ì", æ: "ỉ", ó: "ĩ", ò: "ị", ô: "ơ", ö: "ư", î: "ỵ" } as const;

/** What bears a tone alone: the letter as VNI writes it, and what it is. */
const TONED = { a: "a", e: "e", o: "o", u: "u", y: "y", ô: "ơ", ö: "ư" } as const;

/** Every sequence of small letters with what it stands for, and the same in capitals. */
function sequences(): Map<string, string> {
  const small = new Map<string, string>(Object.entries(ALONE));
  for (const [letter, alone] of Object.entries(TONED))
    for (const [mark, tone] of Object.entries(TONES)) small.set(letter + mark, alone + tone);
  for (const letter of "aeo") for (const [mark, tone] of Object.entries(CIRCUMFLEX)) small.set(letter + mark, `${letter}\u0302${tone}`);
  for (const [mark, tone] of Object.entries(BREVE)) small.set(`a${mark}`, `a\u0306${tone}`);
  const all = new Map<string, string>();
  for (const [bytes, letter] of small) {
    // The mark may be a small one behind a capital: the letter tells.
    const first = bytes.charAt(0);
    for (const key of [bytes, first.toUpperCase() + bytes.slice(1), bytes.toUpperCase()])
      all.set(key, (key.charAt(0) === first ? letter : letter.toUpperCase()).normalize("NFC"));
  }
  return all;
}

const TO_UNICODE: ReadonlyMap<string, string> = sequences();
/** "ô" and "ö" are letters here and never marks: "öôù" is "ướ". */
const CANDIDATE = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñíìæóòôöî]/giu;

/** One line of VNI bytes, seen as characters of Latin-1 (windows-1252) → Unicode, NFC. */
export function fromVni(line: string): string {
  return line.replace(
    CANDIDATE,
    (found) => TO_UNICODE.get(found) ?? Array.from(found, (character) => TO_UNICODE.get(character) ?? character).join(""),
  );
}
