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
    ["Số: 12/2024/QĐ-UBND", "12/2024/QĐ-UBND"],
    ["Số 105 /KH-UBND", "105/KH-UBND"],
    ["SỐ: 11847/UBND-VX", "11847/UBND-VX"],
    ["Số: 17-NQ/TU", "17-NQ/TU"],
    ["Sô: 105/KH-UBND", "105/KH-UBND"],
    ["S6: 1O5/KH-UBND", "105/KH-UBND"],
    ["Số: 105/KH-UBND Cà Mau, ngày 06 tháng 5 năm 2021", "105/KH-UBND"],
    ["Số ký hiệu: 105/KH-UBND", "105/KH-UBND"],
    ["| ỦY BAN NHÂN DÂN TỈNH CÀ MAU Số: 105/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |", "105/KH-UBND"],
  ])("reads %j", (line, number) => {
    expect(read([line]).number?.value).toBe(number);
  });

  it("finds a number that is parted from its label or its symbol by a line break", () => {
    expect(read(["Số:", "124/KH-UBND"]).number?.value).toBe("124/KH-UBND");
    expect(read(["Số: 124", "/KH-UBND"]).number?.value).toBe("124/KH-UBND");
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
    ["Cà Mau, ngày 06/5/2021", "2021-05-06", null],
    ["Cà Mau, ngay 06 thảng 5 năm 2021", "2021-05-06", null],
    ["Số: 1/KH-UBND Cà Mau, ngày 06 tháng 5 năm 2021", "2021-05-06", null],
    ["Cà Mau, ngày 36 tháng 15 năm 2021", null, "tháng 15 năm 2021"],
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

describe("place of issue, issuer and stamps", () => {
  it("are read from the letterhead", () => {
    const plan = read(["UBND TỈNH CÀ MAU", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "HỎA TỐC", "Số: 5/KH-SKHCN", "Cà Mau, ngày 06 tháng 5 năm 2021"]);
    expect(plan).toMatchObject({
      issuer: "Sở Khoa học và Công nghệ tỉnh Cà Mau",
      superior: "UBND tỉnh Cà Mau",
      issuedAt: { value: "Cà Mau" },
      urgency: { value: "HỎA TỐC" },
    });
    expect(plan.text.slice(plan.issuedAt?.evidence.start, plan.issuedAt?.evidence.end)).toBe("Cà Mau");
  });

  it("name the committee with its unit, and no body above it", () => {
    expect(read(["ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU", "Nha Trang, ngày 06 tháng 5 năm 2021"])).toMatchObject({
      issuer: "UBND tỉnh Cà Mau",
      superior: null,
      urgency: null,
    });
  });

  it("keep the unit's former name in the issuer, and know the place by its present one", () => {
    const plan = parsePlan(
      documentOf(["ỦY BAN NHÂN DÂN TỈNH THỪA THIÊN HUẾ", "KẾ HOẠCH", "Ứng dụng trí tuệ nhân tạo", "I. MỤC TIÊU", "1. Một."].join("\n")),
    );
    expect(plan).toMatchObject({ issuer: "UBND tỉnh Thừa Thiên Huế", place: { name: "Huế" } });
  });

  it("do not take the motto's “XÃ HỘI” for a commune", () => {
    const plan = parsePlan(
      documentOf(
        ["ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "Ứng dụng trí tuệ nhân tạo", "I. MỤC TIÊU", "1. Một."].join(
          "\n",
        ),
      ),
    );
    expect(plan.place).toBeNull();
  });
});

describe("authority of the signer", () => {
  const signed = (lines: readonly string[]) =>
    parsePlan(
      documentOf(
        [
          "Số: 1/KH-UBND",
          "KẾ HOẠCH",
          "Ứng dụng trí tuệ nhân tạo trên địa bàn tỉnh Cà Mau",
          "I. MỤC TIÊU",
          "1. Nâng cao nhận thức.",
          "Nơi nhận:",
          "- Như Điều 3;",
          "- Thường trực Tỉnh ủy,",
          "HĐND tỉnh;",
          "- Lưu: VT.",
          ...lines,
        ].join("\n"),
      ),
    );

  it.each([
    [["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn An"], "KT.", "Chủ tịch", "Ủy ban nhân dân", "Phó Chủ tịch"],
    [["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An"], "TM.", "Ủy ban nhân dân", "Ủy ban nhân dân", "Chủ tịch"],
    [["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lê Văn An"], "TL.", "Chủ tịch", null, "Chánh Văn phòng"],
    [["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ Y TẾ", "(Đã ký)", "Lê Văn An"], "TUQ.", "Chủ tịch", null, "Giám đốc Sở Y tế"],
    [["Q. GIÁM ĐỐC", "Lê Văn An"], "Q.", "Giám đốc", null, "Quyền Giám đốc"],
    [["GIÁM ĐỐC", "Lê Văn An"], null, null, null, "Giám đốc"],
    [["KT CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn An"], "KT.", "Chủ tịch", null, "Phó Chủ tịch"],
  ])("is read from %j", (lines, mark, standsFor, body, title) => {
    const plan = signed(lines);
    expect(plan.authority).toMatchObject({ mark, standsFor, body, title });
    expect(plan.signer).toMatchObject({ name: "Lê Văn An", title });
    expect(plan.recipients).toEqual(["Như Điều 3", "Thường trực Tỉnh ủy, HĐND tỉnh", "Lưu: VT"]);
  });

  it("is known where no name stands under it", () => {
    const plan = signed(["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    expect(plan.signer).toBeNull();
    expect(plan.authority).toMatchObject({ mark: "KT.", title: "Phó Chủ tịch" });
  });
});

describe("dates of effect", () => {
  const held = (sentence: string, letterheadDate = "Cà Mau, ngày 06 tháng 5 năm 2021") => {
    const plan = parsePlan(
      documentOf(["Số: 1/QĐ-UBND", letterheadDate, "QUYẾT ĐỊNH", "Về việc thử", "Điều 1. Việc.", `Điều 2. ${sentence}`].join("\n")),
    );
    return [plan.effectiveOn?.value ?? null, plan.expiresOn?.value ?? null];
  };

  it.each([
    ["Quyết định này có hiệu lực kể từ ngày ký.", "2021-05-06", null],
    ["Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2021.", "2021-07-01", null],
    ["Quyết định này có hiệu lực từ ngày 01/7/2021 và thay thế Quyết định số 5/QĐ-UBND ngày 02/02/2020.", "2021-07-01", null],
    ["Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký ban hành.", "2021-05-16", null],
    ["Quyết định này hết hiệu lực kể từ ngày 31/12/2025.", null, "2025-12-31"],
    ["Luật này có hiệu lực; Nghị định số 5/2020/NĐ-CP có hiệu lực từ ngày 01/01/2020.", null, null],
    ["Sở Y tế chịu trách nhiệm thi hành.", null, null],
  ])("in %j", (sentence, from, until) => {
    expect(held(sentence)).toEqual([from, until]);
  });

  it("from the day of signing stay open where that day is blank", () => {
    expect(held("Quyết định này có hiệu lực kể từ ngày ký.", "Cà Mau, ngày tháng năm 2021")).toEqual([null, null]);
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
