import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import { documentOf, heldOut, planNamed } from "./read-plan.ts";

const letterhead = (lines: readonly string[]): string =>
  [
    ...lines,
    "KẾ HOẠCH",
    "Ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Cà Mau",
    "",
    "Căn cứ Luật Công nghệ cao ngày 13 tháng 11 năm 2008;",
    "I. MỤC TIÊU",
    "1. Nâng cao nhận thức.",
    "Nơi nhận:",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Lê Văn An",
  ].join("\n");
const read = (lines: readonly string[]) => parsePlan(documentOf(letterhead(lines)));

describe("number and date", () => {
  it.each([
    ["Số: 124 /KH-UBND", "124/KH-UBND"],
    ["Số: **12**/KH-UBND", "12/KH-UBND"],
    ["Số 07/2021/KH-UBND", "07/2021/KH-UBND"],
    ["Số: 4120/KH - UBND", "4120/KH-UBND"],
  ])("reads %j", (line, number) => {
    expect(read([line]).number?.value).toBe(number);
  });

  it.each(["Số: /KH-UBND", "Số:...../KH-UBND", "Số:       /KH-UBND"])("reads %j as left blank", (line) => {
    const plan = read([line]);
    expect(plan.number).toBeNull();
    expect(plan.text.slice(plan.numberLine?.start, plan.numberLine?.end)).toMatch(/\/KH-UBND$/u);
  });

  it.each([
    ["Cà Mau, ngày 06 tháng 5 năm 2021", "2021-05-06", null],
    ["Cà Mau, ngày..... tháng 9 năm 2021", null, "tháng 9 năm 2021"],
    ["Cà Mau, ngày tháng năm 2024", null, "năm 2024"],
  ])("reads %j", (line, full, printed) => {
    const plan = read([line]);
    expect(plan.issuedOn?.value ?? null).toBe(full);
    expect(plan.issuedOnPrinted?.value ?? null).toBe(printed);
  });

  it("are proved by the line that states them", () => {
    const plan = read(["Số: 12/KH-UBND", "Cà Mau, ngày 06 tháng 5 năm 2021"]);
    for (const [stated, words] of [
      [plan.number, "12/KH-UBND"],
      [plan.issuedOn, "06 tháng 5"],
    ] as const)
      expect(plan.text.slice(stated?.evidence.start, stated?.evidence.end)).toContain(words);
  });
});

describe("standing", () => {
  it("is a draft when the letterhead says so, issued with a number or a date, else unknown", () => {
    expect(read(["Dự thảo", "Số: 12/KH-UBND"]).status).toBe("draft");
    expect(read(["DỰ THẢO LẦN 2"]).status).toBe("draft");
    expect(read(["Số: 12/KH-UBND"]).status).toBe("issued");
    expect(read(["Số: /KH-UBND"]).status).toBe("unknown");
  });
});

describe("subject, bases, signer and recipients", () => {
  it("are read from the title to the first basis and from the closing block", () => {
    const plan = read(["Số: 12/KH-UBND"]);
    expect(plan.subject).toBe("Ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Cà Mau");
    expect(plan.legalBases.map((basis) => basis.value)).toEqual(["Căn cứ Luật Công nghệ cao ngày 13 tháng 11 năm 2008"]);
    expect(plan.signer).toMatchObject({ name: "Lê Văn An", title: "Chủ tịch" });
    expect(plan.place).toEqual({ name: "Cà Mau", level: "province", province: null });
    expect(plan.issuer).toBe("UBND tỉnh Cà Mau");
    expect(plan.recipients).toEqual(["Lưu: VT"]);
  });

  it("bring a subject in capitals to sentence form in the title, names kept", () => {
    expect(planNamed("lang-son-105-kh-ubnd-2021").title).toBe(
      "Kế hoạch triển khai thực hiện chiến lược quốc gia về nghiên cứu, phát triển và ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Lạng Sơn đến năm 2030",
    );
  });

  it("end a basis where the sentence goes on with who issues", () => {
    const [basis] = planNamed("lang-son-105-kh-ubnd-2021").legalBases;
    expect(basis?.value).toMatch(/\(sau đây gọi tắt là Chiến lược quốc gia\)$/u);
  });

  it("hold for bases: each is what its evidence says", () => {
    for (const document of heldOut) {
      const plan = parsePlan(document);
      expect(plan.legalBases.length).toBeGreaterThan(0);
      for (const { value, evidence } of plan.legalBases) expect(plan.text.slice(evidence.start, evidence.end)).toContain(value);
    }
  });
});

describe("a decision with the plan issued under it", () => {
  const plan = parsePlan(heldOut.find((document) => document.id.includes("qd-ubnd")) ?? documentOf(""));

  it("gives the plan the decision's number, date, signer and bases", () => {
    const [decision] = plan.attachments;
    expect(decision?.kind).toBe("Quyết định");
    expect(plan.number?.value).toBe(decision?.number?.value);
    expect(plan.signer?.name).toBe(decision?.signer?.name);
    expect(plan.kind).toBe("Kế hoạch");
    expect(decision?.subject).toMatch(/^Về việc ban hành Kế hoạch .*\d{4}$/u);
  });
});

describe("catalogue", () => {
  it("wins over what was read", () => {
    const plan = parsePlan({
      ...documentOf(letterhead(["Số: 12/KH-UBND"])),
      catalogue: { title: "Kế hoạch thử", issuer: "UBND xã Đất Mũi", place: "Bạc Liêu", aliases: ["BL"], supersedes: ["cu"] },
    });
    expect(plan).toMatchObject({
      title: "Kế hoạch thử",
      issuer: "UBND xã Đất Mũi",
      place: { name: "Bạc Liêu" },
      placeAliases: ["BL"],
      supersedes: ["cu"],
    });
  });
});
