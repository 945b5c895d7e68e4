/** Letters that only look like Latin ones, as the Latin ones: "Ignоre" with a Cyrillic о, full-width and mathematical forms. */

const CYRILLIC = "АВЕЅІЈКМНОРСТХУаеѕіјорсхуһԁԛԝ";
const CYRILLIC_AS = "ABESIJKMHOPCTXYaesijopcxyhdqw";
const GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοριυ";
const GREEK_AS = "ABEZHIKMNOPTYXavopiu";

const LOOKALIKES = new Map<string, string>([
  ...Array.from(CYRILLIC, (letter, index) => [letter, CYRILLIC_AS[index] ?? letter] as const),
  ...Array.from(GREEK, (letter, index) => [letter, GREEK_AS[index] ?? letter] as const),
]);
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
/** Full-width forms and mathematical alphabets have a plain letter of their own. */
const STYLED = /[\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}]/gu;

/** A question with look-alikes made plain; the rest stays as typed. */
export const plainLetters = (text: string): string =>
  text
    .replace(STYLED, (letter) => letter.normalize("NFKC"))
    .replace(FOREIGN, (letter) => LOOKALIKES.get(letter) ?? letter)
    .normalize("NFC");
