/** The table of particulars that legal portals print above a document. */

/** A label by itself or with its value behind it. */
const LABEL =
  /^(?:Số hiệu|Số(?:, | |\/)ký hiệu(?: văn bản)?|Ngày (?:ban hành|có hiệu lực|hiệu lực|hết hiệu lực|đăng|ký)|Loại văn bản|Hình thức văn bản|Cơ quan ban hành|Nơi ban hành|Người ký|Chức danh|Chức vụ|Lĩnh vực|Tình trạng(?: hiệu lực)?|Trích yếu(?: nội dung)?)(?=\s*:|\s*$|\s+\S)/u;

/** "Số hiệu" and its like, as a cell or line of its own or before a value. */
export const isPortalField = (text: string): boolean => LABEL.test(text);

/** Cells of a table of particulars → "Số hiệu: 105/KH-UBND" lines; null where it is no such table. */
export function portalLines(rows: readonly (readonly string[])[]): string[] | null {
  const lines: string[] = [];
  let fields = 0;
  for (const row of rows) {
    const cells = row.filter((cell) => cell !== "");
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] ?? "";
      const value = cells[at + 1] ?? "";
      const label = LABEL.exec(cell)?.[0];
      if (label === undefined) {
        lines.push(cell);
        continue;
      }
      fields++;
      const alone = cell.replace(/\s*:?\s*$/u, "") === label;
      if (alone && value !== "" && !isPortalField(value)) at++;
      lines.push(alone && value !== "" && !isPortalField(value) ? `${label}: ${value}` : cell);
    }
  }
  return fields >= 2 ? lines : null;
}
