import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { cellsOf, columnsOf } from "../../src/parse/table-rows.ts";
import { documentOf } from "./read-plan.ts";

const header = "| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Kinh phí (triệu đồng) |";
const table = (rows: readonly string[]): string =>
  [
    "KẾ HOẠCH",
    "Phát triển y tế thông minh",
    "I. KINH PHÍ",
    "1. Kinh phí theo Phụ lục kèm theo.",
    "Nơi nhận:",
    "- Lưu: VT.",
    "PHỤ LỤC",
    "DANH MỤC NHIỆM VỤ",
    header,
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");

describe("cells and columns", () => {
  it("are cut at the pipes and named by their headings", () => {
    const cells = cellsOf(header, 0, header.length);
    expect(cells.map((cell) => cell.text)).toEqual([
      "STT",
      "Nhiệm vụ",
      "Cơ quan chủ trì",
      "Cơ quan phối hợp",
      "Thời gian",
      "Kinh phí (triệu đồng)",
    ]);
    expect(columnsOf(cells)).toEqual(["number", "task", "lead", "support", "time", "budget"]);
    for (const cell of cells) expect(header.slice(cell.start, cell.end)).toBe(cell.text);
  });

  it("keep an empty cell in its place", () => {
    expect(cellsOf("| | Tổng cộng | | 72.600 |", 0, 26).map((cell) => cell.text)).toEqual(["", "Tổng cộng", "", "72.600"]);
  });
});

describe("the register of a task table", () => {
  it("has a row's agency, partners, time and money with the unit of its column", () => {
    const plan = parsePlan(
      documentOf(
        table(["| 1 | Trung tâm dữ liệu y tế tỉnh | Sở Y tế | Sở Thông tin và Truyền thông; Sở Tài chính | 2023 - 2025 | 24.500 |"]),
      ),
    );
    expect(plan.assignments).toHaveLength(1);
    expect(plan.assignments[0]).toMatchObject({
      agency: "Sở Y tế",
      role: "lead",
      task: "Trung tâm dữ liệu y tế tỉnh",
      partners: ["Sở Thông tin và Truyền thông", "Sở Tài chính"],
      time: "2023 - 2025",
      budget: "24.500 triệu đồng",
      evidence: { sectionId: "PL.h1" },
    });
  });

  it("has no entry for the row of totals, and warns when it does not add up", () => {
    const rows = ["| 1 | Phần mềm | Sở Y tế | | 2024 | 9.800 |", "| 2 | Máy chụp | Bệnh viện Mắt | | 2024 | 2.900 |"];
    const right = parsePlan(documentOf(table([...rows, "| | Tổng cộng | | | | 12.700 |"])));
    const wrong = parsePlan(documentOf(table([...rows, "| | Tổng cộng | | | | 12.800 |"])));
    expect(right.assignments).toHaveLength(2);
    expect(right.warnings.map((warning) => warning.code)).not.toContain("totals-differ");
    expect(wrong.warnings.find((warning) => warning.code === "totals-differ")?.message).toMatch(/12\.800.*12\.700/u);
  });

  it("is empty for a table that names no leading agency", () => {
    expect(parsePlan(documentOf("I. CHỈ TIÊU\n| Chỉ tiêu | 2024 | 2025 |\n| Sở Y tế | 10 | 20 |")).assignments).toEqual([]);
  });
});
