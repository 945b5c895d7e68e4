/** Numbering as clerks get it wrong, and what ids and labels make of it. */
import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { documentOf, planNamed } from "./read-plan.ts";

const read = (lines: readonly string[]) => parsePlan(documentOf(lines.join("\n")));
const ids = (lines: readonly string[]): string[] => read(lines).sections.map((section) => section.id);
const codes = (lines: readonly string[]): string[] => read(lines).warnings.map((warning) => `${warning.code} ${warning.sectionId ?? ""}`);
const label = (id: string, planId: string): string | undefined => planNamed(planId).sections.find((section) => section.id === id)?.label;

describe("ids", () => {
  it("tell a repeated number from the first, and nothing is renumbered", () => {
    const lines = ["I. TỔ CHỨC", "1. Sở Y tế chủ trì.", "3. Sở Tài chính chủ trì.", "3. Công an tỉnh chủ trì."];
    expect(ids(lines)).toEqual(["I", "I.1", "I.3", "I.3~2"]);
    expect(codes(lines)).toEqual(expect.arrayContaining(["numbering-skipped I.3", "numbering-repeated I.3~2"]));
  });

  it("never stand twice, also where marks of two kinds ask for the same", () => {
    expect(ids(["II. Sở Y tế", "Chương II Nội dung"])).toEqual(["II", "II~2"]);
  });

  it("put the letter l back where “1.” or “I.” is printed between k and m", () => {
    for (const printed of ["1.", "I."]) {
      const lines = [
        "I. NỘI DUNG",
        "1. Thúc đẩy",
        ...["a", "b", "c", "d", "e", "g", "h", "i", "k"].map((letter) => `${letter}. Việc ${letter}.`),
        `${printed} Việc y tế.`,
        "m. Việc cuối.",
      ];
      expect(ids(lines)).toContain("I.1.l");
      expect(codes(lines)).toContain("numbering-misprint I.1.l");
    }
    expect(ids(["I. NỘI DUNG", "k. Việc.", "1. Mục mới.", "2. Mục nữa."])).toEqual(["I", "I.k", "I.1", "I.2"]);
  });

  it("take no warning from đ left out between d and e", () => {
    expect(
      codes(["I. NỘI DUNG", ...["a", "b", "c", "d", "e"].map((letter) => `${letter}) Việc.`)]).filter((code) =>
        code.startsWith("numbering"),
      ),
    ).toEqual([]);
  });

  it("hang compound numbers under their first part", () => {
    expect(
      ids([
        "I. MỤC TIÊU",
        "1. Đến hết năm 2026",
        "1.1. 100% xã, phường.",
        "1.2. Rút ngắn thời gian.",
        "2. Đến năm 2030",
        "2.1. 70% hồ sơ.",
      ]),
    ).toEqual(["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.1"]);
  });
});

describe("documents that number no heading", () => {
  const frame = (body: readonly string[]): string[] => [
    "KẾ HOẠCH",
    "Về chuyển đổi số",
    "Căn cứ Luật Giao dịch điện tử;",
    "UBND tỉnh ban hành Kế hoạch như sau:",
    ...body,
    "Nơi nhận:",
    "- Như trên;",
    "TM. ỦY BAN NHÂN DÂN",
  ];

  it("have a section for each heading in capitals, named after it", () => {
    const lines = frame([
      "MỤC ĐÍCH, YÊU CẦU",
      "Nâng cao nhận thức.",
      "- Một;",
      "- Hai.",
      "NHIỆM VỤ",
      "1. Sở Y tế chủ trì.",
      "TỔ CHỨC THỰC HIỆN",
      "Sở Y tế chủ trì.",
    ]);
    expect(ids(lines)).toEqual([
      "dau-van-ban",
      "muc-dich-yeu-cau",
      "muc-dich-yeu-cau-1",
      "muc-dich-yeu-cau-2",
      "nhiem-vu",
      "nhiem-vu.1",
      "to-chuc-thuc-hien",
      "cuoi-van-ban",
    ]);
    expect(read(lines).sections[2]?.label).toBe("gạch đầu dòng thứ nhất phần “MỤC ĐÍCH, YÊU CẦU”");
  });

  it("have one section of content where they have no headings at all", () => {
    expect(ids(frame(["Sở Y tế chủ trì thực hiện.", "Sở Tài chính bố trí kinh phí."]))).toEqual([
      "dau-van-ban",
      "noi-dung",
      "cuoi-van-ban",
    ]);
  });
});

describe("letters", () => {
  const head = ["SỞ Y TẾ", "Số: 12/SYT-VP", "V/v triển khai", "Kính gửi:", "- Sở Tài chính;", "- Công an tỉnh."];
  const tail = ["Nơi nhận:", "- Như trên."];

  it("that are the whole file are read as any document", () => {
    expect(
      ids([
        ...head,
        "Thực hiện Công văn số 1, Sở Y tế đề nghị:",
        "1. Sở Tài chính",
        "a) Bố trí kinh phí;",
        "b) Báo cáo.",
        "2. Công an tỉnh phối hợp.",
        ...tail,
      ]),
    ).toEqual(["dau-van-ban", "1", "1.a", "1.b", "2", "cuoi-van-ban"]);
    expect(ids([...head, "Sở Y tế đề nghị các cơ quan góp ý.", ...tail])).toEqual(["dau-van-ban", "noi-dung", "cuoi-van-ban"]);
  });

  it("that come before a draft are one section, or a tree of their own", () => {
    const plan = ["KẾ HOẠCH", "Về y tế", "I. MỤC TIÊU", "1. Một."];
    expect(ids([...head, "Sở Y tế gửi dự thảo để góp ý.", ...tail, ...plan])).toEqual(["cong-van", "dau-van-ban", "I", "I.1"]);
    expect(ids([...head, "Đề nghị:", "1. Sở A góp ý.", "2. Sở B góp ý.", ...tail, ...plan])).toEqual([
      "cong-van.dau-van-ban",
      "cong-van.1",
      "cong-van.2",
      "cong-van.cuoi-van-ban",
      "dau-van-ban",
      "I",
      "I.1",
    ]);
  });
});

it("takes “QUY ĐỊNH CHUNG” below “Chương I” for the chapter's title, not for a document", () => {
  expect(
    ids([
      "QUYẾT ĐỊNH",
      "Ban hành Quy chế",
      "Điều 1. Ban hành Quy chế.",
      "TM. ỦY BAN NHÂN DÂN",
      "QUY CHẾ",
      "Quản lý dữ liệu",
      "Chương I",
      "QUY ĐỊNH CHUNG",
      "Điều 1. Phạm vi",
    ]),
  ).toEqual(["van-ban-1.dau-van-ban", "van-ban-1.D1", "van-ban-1.cuoi-van-ban", "dau-van-ban", "I", "I.D1"]);
});

describe("labels", () => {
  it("say what officials say, smallest part first", () => {
    expect(label("III.10", "binh-thuan-2021")).toBe("khoản 10 Mục III");
    expect(label("III.3-1+2", "binh-phuoc-2024")).toBe("dấu cộng thứ hai gạch đầu dòng thứ nhất khoản 3 Mục III");
    expect(label("II.4.g", "binh-son-124-kh-ubnd-2021")).toBe("điểm g khoản 4 Mục II");
    expect(label("III.3~2", "binh-son-124-kh-ubnd-2021")).toBe("khoản 3 (thứ hai) Mục III");
    expect(label("II.4.l", "binh-son-124-kh-ubnd-2021")).toContain("bản gốc in “1.”");
    expect(label("cong-van", "soc-trang-2021-du-thao")).toBe("công văn kèm theo");
    expect(label("VI.ket", "soc-trang-2021-du-thao")).toBe("đoạn cuối Mục VI");
  });

  it("come with the path of headings from the top", () => {
    expect(planNamed("binh-thuan-2021").sections.find((section) => section.id === "III.10")?.path).toEqual([
      "III. NHIỆM VỤ, GIẢI PHÁP",
      "10. Sở Văn hóa, Thể thao và Du lịch",
    ]);
  });
});

describe("duties in running text", () => {
  const rows = (lines: readonly string[]): string[] =>
    read(lines).assignments.map((row) => `${row.agency} | ${row.role} | ${row.time ?? ""}`);

  it("are read from orders in a sentence and from the duty to report", () => {
    expect(rows(["I. TỔ CHỨC", "1. Kế hoạch được công bố; giao Sở Tài chính bố trí kinh phí."])).toEqual(["Sở Tài chính | lead | "]);
    expect(
      rows([
        "I. TỔ CHỨC",
        "1. Việc chung.",
        "Trong quá trình thực hiện, nếu có vướng mắc, các sở, ngành kịp thời báo cáo Ủy ban nhân dân tỉnh./.",
      ]),
    ).toEqual(["các sở, ngành | all | "]);
  });

  it("are none where an agency is named and nothing said", () => {
    for (const line of ["I. Sở Y tế :", "1. Công an tỉnh:", "2. Sở Tài chính"]) expect(rows([line])).toEqual([]);
  });

  it("call an agency that only supports a supporter", () => {
    expect(rows(["I. TỔ CHỨC", "1. UBND các xã có trách nhiệm phối hợp với Sở Y tế triển khai."])).toEqual(["UBND các xã | support | "]);
    expect(rows(["I. TỔ CHỨC", "1. Sở Y tế chủ trì, phối hợp với Công an tỉnh triển khai."])).toEqual(["Sở Y tế | lead | "]);
  });

  it("keep both days of a half-yearly report and the rhythm of a monthly one", () => {
    expect(rows(["I. TỔ CHỨC", "1. Các sở, ngành gửi báo cáo trước ngày 15/6 và 15/12 hằng năm."])).toEqual([
      "Các sở, ngành | all | trước ngày 15/6 và 15/12 hằng năm",
    ]);
    expect(rows(["I. TỔ CHỨC", "1. Công an tỉnh cập nhật tiến độ trước ngày 25 hằng tháng."])[0]).toContain("trước ngày 25 hằng tháng");
  });
});
