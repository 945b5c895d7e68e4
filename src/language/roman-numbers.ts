/** Roman numbers, as headings and lists print them. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** "IV" for 4; empty for 0. @param value a whole number from 0, at most some tens of thousands. */
export function toRoman(value: number): string {
  let rest = value;
  let roman = "";
  for (const [unit, letters] of ROMAN) {
    roman += letters.repeat(Math.floor(rest / unit));
    rest %= unit;
  }
  return roman;
}
