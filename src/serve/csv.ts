/** CSV that Excel opens rightly and safely. */

/** A cell that begins so would be run as a formula by a spreadsheet (full-width forms too). */
const formulaStart = /^[\s\u00a0]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** RFC 4180 with CRLF; begins with a byte order mark, without which Excel reads UTF-8 as the machine's old code page. */
export function toCsv(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n;\t']/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
