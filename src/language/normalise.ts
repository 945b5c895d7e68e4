/**
 * One form for all text that comes in: NFC, plain spaces, no invisible characters, Đ in its Vietnamese code point.
 * Tone marks are set in the usual place ("hoá" → "hóa") for comparing only, never in canonical text.
 */

// Control characters but tab and line breaks; a form feed and the like count as space.
const CONTROL = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/gu;
const SPACES = /[\v\f\u0085\u2028\u2029\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/gu;

/** NFC, spaces made plain, invisible characters dropped, Ð (U+00D0) as Đ, lone surrogates replaced. */
export function normaliseText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(CONTROL, "")
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .replaceAll("\u00d0", "Đ")
    .replaceAll("\u00f0", "đ");
}

const TONE_PAIRS: readonly (readonly [string, string])[] = [
  ["oá", "óa"],
  ["oà", "òa"],
  ["oả", "ỏa"],
  ["oã", "õa"],
  ["oạ", "ọa"],
  ["oé", "óe"],
  ["oè", "òe"],
  ["oẻ", "ỏe"],
  ["oẽ", "õe"],
  ["oẹ", "ọe"],
  ["uý", "úy"],
  ["uỳ", "ùy"],
  ["uỷ", "ủy"],
  ["uỹ", "ũy"],
  ["uỵ", "ụy"],
];
const TONES = new Map(TONE_PAIRS.map(([from, to]) => [from, to]));
const TONE_PATTERN = new RegExp(`(?<!q)(${TONE_PAIRS.map(([from]) => from).join("|")})(?![\\p{L}])`, "gu");

/** Lower-case text with "oà", "uý" written "òa", "úy", for comparing words typed in either school. */
export function comparableTones(text: string): string {
  return text.toLowerCase().replace(TONE_PATTERN, (pair) => TONES.get(pair) ?? pair);
}
