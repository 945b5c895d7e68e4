import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { cellsOf } from "../../src/parse/table-cells.ts";
import { columnsOf } from "../../src/parse/table-columns.ts";
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

/** The register of a table under an annex, as lines "agency | partners | task | time | money | đồng | product". */
const registerOf = (rows: readonly string[], caption = ""): string[] =>
  parsePlan(
    documentOf(
      [
        "KẾ HOẠCH",
        "Thử bảng",
        "I. NỘI DUNG",
        "1. Nội dung theo Phụ lục.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "PHỤ LỤC",
        "DANH MỤC NHIỆM VỤ",
        caption,
        ...rows,
      ]
        .filter((line) => line !== "")
        .join("\n"),
    ),
  ).assignments.map((row) =>
    [row.agency, row.partners.join(" + "), row.task, row.time ?? "", row.budget ?? "", row.budgetDong ?? "", row.product ?? ""].join(" | "),
  );

describe("the columns of a table", () => {
  it("are named by two rows of headings where one stands over several columns", () => {
    expect(
      registerOf([
        "| TT | Nội dung công việc | Cơ quan thực hiện | | Thời gian hoàn thành | Sản phẩm |",
        "| TT | Nội dung công việc | Chủ trì | Phối hợp | Thời gian hoàn thành | Sản phẩm |",
        "| 1 | Ban hành quy chế | Sở Tư pháp | Sở Nội vụ, Công an tỉnh | Quý I/2026 | Quyết định |",
      ]),
    ).toEqual(["Sở Tư pháp | Sở Nội vụ + Công an tỉnh | Ban hành quy chế | Quý I/2026 |  |  | Quyết định"]);
    expect(
      registerOf([
        "| TT | Nhiệm vụ | Cơ quan thực hiện | | Tiến độ |",
        "| | | Chủ trì | Phối hợp | |",
        "| 1 | Ban hành quy chế | Sở Tư pháp | Sở Nội vụ | 2026 |",
      ]),
    ).toEqual(["Sở Tư pháp | Sở Nội vụ | Ban hành quy chế | 2026 |  |  | "]);
  });

  it("may give the sources of money: the whole counts, with the unit above the table", () => {
    expect(
      registerOf(
        [
          "| STT | Tên nhiệm vụ | Đơn vị chủ trì | Kinh phí | | |",
          "| STT | Tên nhiệm vụ | Đơn vị chủ trì | Tổng số | Ngân sách tỉnh | Khác |",
          "| (1) | (2) | (3) | (4) | (5) | (6) |",
          "| 1 | Mua máy chủ | Sở Y tế | 1.500 | 1.000 | 500 |",
          "| | Tổng cộng | | 1.500 | 1.000 | 500 |",
        ],
        "Đơn vị tính: triệu đồng",
      ),
    ).toEqual(["Sở Y tế |  | Mua máy chủ |  | 1.500 triệu đồng | 1500000000 | "]);
  });

  it("may join who leads and who supports in one", () => {
    expect(
      registerOf([
        "| TT | Nhiệm vụ | Cơ quan chủ trì, phối hợp | Thời hạn |",
        "| 1 | Rà soát thủ tục | Chủ trì: Sở Tư pháp; Phối hợp: Sở Nội vụ | Tháng 3/2026 |",
        "| 2 | Mở lớp tập huấn | Sở Nội vụ chủ trì, phối hợp với Sở Tài chính | Hằng năm |",
      ]),
    ).toEqual([
      "Sở Tư pháp | Sở Nội vụ | Rà soát thủ tục | Tháng 3/2026 |  |  | ",
      "Sở Nội vụ | Sở Tài chính | Mở lớp tập huấn | Hằng năm |  |  | ",
    ]);
  });
});

describe("the rows of a table", () => {
  const headings = "| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |";

  it("are no tasks where they number the columns, repeat the headings or only head a group", () => {
    expect(
      registerOf([
        headings,
        "| 1 | 2 | 3 | 4 | 5 |",
        "| I | Nhóm nhiệm vụ về dữ liệu | | | |",
        "| 1 | Lập cơ sở dữ liệu | Sở Nội vụ | | 2026 |",
        headings,
        "| II | Tổng đài | | | |",
        "| 2 | Tổng đài hỏi đáp | Sở Tư pháp | | 2027 |",
      ]),
    ).toEqual(["Sở Nội vụ |  | Lập cơ sở dữ liệu | 2026 |  |  | ", "Sở Tư pháp |  | Tổng đài hỏi đáp | 2027 |  |  | "]);
  });

  it("belong to the agency that heads their group where no cell names one", () => {
    expect(
      registerOf([
        "| TT | Nhiệm vụ | Phối hợp | Thời gian |",
        "| I | Sở Y tế | | |",
        "| 1 | Bệnh án điện tử | Công an tỉnh | Quý II/2026 |",
        "| II | Sở Nội vụ | | |",
        "| 1 | Đào tạo cán bộ | | 2026 |",
      ]),
    ).toEqual(["Sở Y tế | Công an tỉnh | Bệnh án điện tử | Quý II/2026 |  |  | ", "Sở Nội vụ |  | Đào tạo cán bộ | 2026 |  |  | "]);
  });

  it("that go on with the row before, cut by a page, add to its cells and are none of their own", () => {
    expect(
      registerOf([
        headings,
        "| 1 | Lập bản đồ | Sở Y tế | Sở Nội vụ; | 2026 |",
        "| | | Sở Tư pháp | Công an tỉnh | |",
        "| 2 | Mở lớp | Sở Nội vụ | | 2027 |",
      ]),
    ).toEqual([
      "Sở Y tế | Sở Nội vụ + Công an tỉnh | Lập bản đồ | 2026 |  |  | ",
      "Sở Tư pháp | Sở Nội vụ + Công an tỉnh | Lập bản đồ | 2026 |  |  | ",
      "Sở Nội vụ |  | Mở lớp | 2027 |  |  | ",
    ]);
  });

  it("list agencies with semicolons, commas or dashes, and may say all", () => {
    expect(
      registerOf([
        headings,
        "| 1 | Việc một | Sở KHCN; Sở Tài chính | Sở KH&CN, Sở TC | 2026 |",
        "| 2 | Việc hai | - Sở Y tế - Sở Nội vụ | | 2026 |",
        "| 3 | Việc ba | Các sở, ban, ngành | Sở Lao động - Thương binh và Xã hội | 2026 |",
      ]),
    ).toEqual([
      "Sở KHCN | Sở KH&CN + Sở TC | Việc một | 2026 |  |  | ",
      "Sở Tài chính | Sở KH&CN + Sở TC | Việc một | 2026 |  |  | ",
      "Sở Y tế |  | Việc hai | 2026 |  |  | ",
      "Sở Nội vụ |  | Việc hai | 2026 |  |  | ",
      "Các sở, ban, ngành | Sở Lao động - Thương binh và Xã hội | Việc ba | 2026 |  |  | ",
    ]);
  });

  it("keep a merged cell empty without inventing an agency", () => {
    expect(registerOf([headings, "| 1 | Việc một | Sở Y tế | | 2026 |", "| 2 | Việc hai | | | 2026 |"])).toHaveLength(1);
  });
});
