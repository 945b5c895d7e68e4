/** What the rows of tables are, and what ids they get. */
import { describe, expect, it } from "vitest";
import { layOutTable } from "../../src/parse/table-layout.ts";
import { sectionsOf } from "./read-sections.ts";

const head = "| STT | Nhiệm vụ | Chủ trì | Thời gian |";
const laidOut = (...rows: readonly string[]): string[] => layOutTable(rows).map(({ kind, value }) => `${kind} ${value}`.trim());
const annex = (...lines: readonly string[]): ReturnType<typeof sectionsOf> =>
  sectionsOf(
    [
      "I. MỘT",
      "1. x.",
      "Nơi nhận:",
      "- Lưu: VT.",
      "PHỤ LỤC I",
      "DANH MỤC NHIỆM VỤ",
      "TRỌNG TÂM NĂM 2026",
      "(Kèm theo Kế hoạch số 12/KH-UBND)",
      ...lines,
    ].join("\n"),
  );
const rowIds = (...rows: readonly string[]): string[] =>
  annex(...rows)
    .filter(({ kind }) => kind === "row")
    .map(({ id }) => id);

describe("rows", () => {
  it("are known by the number printed in their first column", () => {
    expect(laidOut(head, "| 1 | a | A | 2024 |", "| 2 | b | B | 2025 |", "| 2.1 | c | C | 2025 |")).toEqual([
      "header 0",
      "row 1",
      "row 2",
      "row 2.1",
    ]);
    expect(rowIds(head, "| 1 | a | A | 2024 |", "| 3 | b | B | 2025 |")).toEqual(["PLI.h0", "PLI.h1", "PLI.h3"]);
  });

  it("are counted where the first column is none of numbers", () => {
    expect(laidOut("| Chỉ tiêu | 2024 | 2025 |", "| Hồ sơ | 10 | 20 |", "| Trạm | 1 | 2 |")).toEqual(["header 0", "row 1", "row 2"]);
  });

  it("without a number are told by the row before them", () => {
    expect(laidOut(head, "| 1 | a | A | 2024 |", "| | tiếp | B | |", "| 2 | b | B | 2025 |")).toEqual([
      "header 0",
      "row 1",
      "row 1-1",
      "row 2",
    ]);
  });

  it("keep their ids when a cell changes or a row is added behind them", () => {
    const rows = ["| 1 | a | A | 2024 |", "| 2 | b | B | 2025 |", "| | Tổng cộng | | |"];
    const ids = rowIds(head, ...rows);
    expect(ids).toEqual(["PLI.h0", "PLI.h1", "PLI.h2", "PLI.tong"]);
    expect(rowIds(head, "| 1 | khác hẳn | A | 2024 |", ...rows.slice(1))).toEqual(ids);
    expect(rowIds(head, ...rows.slice(0, 2), "| 3 | c | C | 2026 |", ...rows.slice(2))).toEqual([
      "PLI.h0",
      "PLI.h1",
      "PLI.h2",
      "PLI.h3",
      "PLI.tong",
    ]);
  });
});

describe("headings", () => {
  it("may take several rows, one of them numbers of the columns", () => {
    expect(laidOut(head, "| STT | | Sở | |", "| (1) | (2) | (3) | (4) |", "| 1 | a | A | 2024 |")).toEqual([
      "header 0",
      "header 0",
      "header 0",
      "row 1",
    ]);
    expect(laidOut("| TT | Nội dung | 2024 | 2025 |", "| A | B | 1 | 2 |", "| 1 | a | x | y |")).toEqual(["header 0", "header 0", "row 1"]);
  });

  it("may be missing where a table goes on", () => {
    expect(laidOut("| 4 | d | A | 2024 |", "| 5 | e | B | 2025 |")).toEqual(["row 4", "row 5"]);
  });
});

describe("groups", () => {
  const rows = [
    head,
    "| I | Nhóm hạ tầng | | |",
    "| 1 | a | A | 2024 |",
    "| 2 | b | B | 2024 |",
    "| II | Nhóm dữ liệu | | |",
    "| 1 | c | C | 2025 |",
    "| | Tổng cộng | | 12 |",
  ];

  it("hold the rows under them", () => {
    expect(rowIds(...rows)).toEqual(["PLI.h0", "PLI.hI", "PLI.hI.h1", "PLI.hI.h2", "PLI.hII", "PLI.hII.h1", "PLI.tong"]);
    const row = annex(...rows).find(({ id }) => id === "PLI.hII.h1");
    expect(row).toMatchObject({ parentId: "PLI.hII", label: "dòng 1 nhóm II của bảng Phụ lục I" });
    expect(row?.path[1]).toBe("II Nhóm dữ liệu");
  });

  it("may be one cell over the whole row", () => {
    expect(rowIds(head, "| Nhóm hạ tầng số | | | |", "| 1 | a | A | 2024 |", "| Nhóm dữ liệu | | | |", "| 2 | b | B | 2024 |")).toEqual([
      "PLI.h0",
      "PLI.n1",
      "PLI.n1.h1",
      "PLI.n2",
      "PLI.n2.h2",
    ]);
  });
});

describe("an annex", () => {
  it("takes its title from several lines", () => {
    expect(annex(head).find(({ kind }) => kind === "annex")).toMatchObject({ id: "PLI", heading: "DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2026" });
  });

  it("may hold two tables and words between and after them", () => {
    const sections = annex(head, "| 1 | a | A | 2024 |", "Ghi chú: hết bảng.", "| STT | Chỉ tiêu |", "| 1 | x |").map(({ id }) => id);
    expect(sections.slice(-5)).toEqual(["PLI.h0", "PLI.h1", "PLI.sau-bang", "PLI.b2h0", "PLI.b2h1"]);
  });

  it("may come without the word, told by what it is issued with", () => {
    const ids = sectionsOf(
      [
        "I. MỘT",
        "1. x.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "Nguyễn Văn Bình",
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 12/KH-UBND)",
        "1. a.",
        "2. b.",
      ].join("\n"),
    ).map(({ id }) => id);
    expect(ids).toEqual(["I", "I.1", "cuoi-van-ban", "PL", "PL.1", "PL.2"]);
  });
});
