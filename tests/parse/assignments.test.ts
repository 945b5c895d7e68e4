import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/parse/parse-plan.ts";
import type { Assignment } from "../../src/parse/types.ts";
import { documentOf } from "./read-plan.ts";

const head =
  "ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\nSố: 12/KH-UBND\nHòa Bình, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nPhát triển kinh tế số năm 2024\n";
const rowsOf = (body: string, before = head): readonly Assignment[] =>
  parsePlan(documentOf(`${before}${body}\nNơi nhận:\n- Lưu: VT.`)).assignments;
const register = (body: string): string[] => rowsOf(body).map((row) => `${row.agency} | ${row.role} | ${row.task}`);

describe("who a task belongs to", () => {
  it("is the agency that heads its section, also where the heading speaks of its duties", () => {
    expect(
      register(
        "II. TỔ CHỨC THỰC HIỆN\n1. Trách nhiệm của Sở Y tế\na) Chủ trì, phối hợp với Công an tỉnh rà soát dữ liệu;\nb) Phối hợp với Sở Nội vụ mở lớp.\n2. Đề nghị Hội Nông dân tỉnh\nVận động hội viên tham gia.",
      ),
    ).toEqual([
      "Sở Y tế | lead | Chủ trì, phối hợp với Công an tỉnh rà soát dữ liệu;",
      "Sở Y tế | support | Phối hợp với Sở Nội vụ mở lớp.",
      "Hội Nông dân tỉnh | lead | Vận động hội viên tham gia.",
    ]);
  });

  it("is every agency of a list with one head", () => {
    expect(register("I. NHIỆM VỤ\n1. Các sở: Y tế, Văn hóa, Thể thao và Du lịch, Tài chính chủ trì rà soát thủ tục.")).toEqual([
      "Sở Y tế | lead | chủ trì rà soát thủ tục.",
      "Sở Văn hóa, Thể thao và Du lịch | lead | chủ trì rà soát thủ tục.",
      "Sở Tài chính | lead | chủ trì rà soát thủ tục.",
    ]);
  });

  it("is all for “các sở, ban, ngành”, and each list for itself where two are named", () => {
    expect(register("I. NHIỆM VỤ\n1. Các sở, ban, ngành; Ủy ban nhân dân các huyện, thành phố bố trí cán bộ đầu mối.")).toEqual([
      "Các sở, ban, ngành | all | bố trí cán bộ đầu mối.",
      "Ủy ban nhân dân các huyện, thành phố | lead | bố trí cán bộ đầu mối.",
    ]);
  });

  it("changes with the subject of a later sentence, but not within a list of partners", () => {
    expect(
      register(
        "I. NHIỆM VỤ\n1. Sở Y tế phối hợp với Sở Nội vụ; Sở Tài chính; UBND các huyện triển khai phần mềm. Sở Tư pháp thẩm định quy chế; Công an tỉnh bảo đảm an ninh.",
      ),
    ).toEqual([
      "Sở Y tế | support | phối hợp với Sở Nội vụ; Sở Tài chính; UBND các huyện triển khai phần mềm.",
      "Sở Tư pháp | lead | thẩm định quy chế;",
      "Công an tỉnh | lead | bảo đảm an ninh.",
    ]);
  });

  it("is the one by whom a thing is said to be led", () => {
    expect(register("I. NHIỆM VỤ\n1. Sơ kết Kế hoạch vào quý III năm 2024, do Sở Khoa học và Công nghệ chủ trì.")).toEqual([
      "Sở Khoa học và Công nghệ | lead | Sơ kết Kế hoạch vào quý III năm 2024, do Sở Khoa học và Công nghệ chủ trì",
    ]);
  });

  it("is told by an order, also to one place among others", () => {
    expect(
      register(
        "I. NHIỆM VỤ\n1. Ủy ban nhân dân các huyện\n- Rà soát hạ tầng.\n- Riêng Ủy ban nhân dân huyện Mai Châu thí điểm bản đồ số.\n2. Kinh phí lấy từ ngân sách; giao Sở Tài chính bố trí vốn.",
      ),
    ).toEqual([
      "Ủy ban nhân dân các huyện | lead | Rà soát hạ tầng.",
      "Ủy ban nhân dân huyện Mai Châu | lead | thí điểm bản đồ số.",
      "Sở Tài chính | lead | bố trí vốn",
    ]);
  });

  it("is found by the name alone where no list knows the verb", () => {
    expect(register("I. NHIỆM VỤ\n1. Sở Y tế trang bị máy tính cho trạm y tế.")).toEqual([
      "Sở Y tế | lead | trang bị máy tính cho trạm y tế.",
    ]);
  });

  it("is nobody in wishes, in what has been done, and in the clause that a decision be carried out", () => {
    expect(
      register(
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n1. Sở Y tế triển khai 05 phần mềm.\nII. MỤC TIÊU\n1. Nâng cao nhận thức. Các sở, ngành cần sử dụng dữ liệu số.",
      ),
    ).toEqual([]);
    expect(register("I. ĐỊNH HƯỚNG\n1. Hạ tầng cho trường vùng khó khăn\nSở Y tế chủ trì rà soát.")).toEqual([
      "Sở Y tế | lead | chủ trì rà soát",
    ]);
    expect(register("I. TỔ CHỨC THỰC HIỆN\n1. Đánh giá kết quả\n- Sở Y tế chủ trì đánh giá.")).toHaveLength(1);
    const decision =
      "ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\nSố: 9/QĐ-UBND\nHòa Bình, ngày 05 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề việc ban hành quy chế\nCHỦ TỊCH ỦY BAN NHÂN DÂN\nQUYẾT ĐỊNH:\n";
    expect(
      rowsOf("Điều 1. Ban hành Quy chế.\nĐiều 2. Giám đốc Sở Y tế; Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.", decision),
    ).toEqual([]);
  });
});

describe("the name of an agency", () => {
  it("is kept as printed where the data does not know it", () => {
    expect(rowsOf("I. NHIỆM VỤ\n1. Trung tâm Giám sát sao chổi tỉnh chủ trì quan trắc.")[0]).toMatchObject({
      agency: "Trung tâm Giám sát sao chổi tỉnh",
      canonicalAgency: null,
    });
  });

  it("is known under its head, and with words in brackets", () => {
    const rows = rowsOf("I. NHIỆM VỤ\n1. Giám đốc Sở Y tế chỉ đạo rà soát.\n2. Sở Nội vụ (cơ quan thường trực) chủ trì tham mưu.");
    expect(rows.map((row) => row.canonicalAgency)).toEqual(["Sở Y tế", "Sở Nội vụ"]);
  });

  it("says whose agency it is where it names a place", () => {
    const places = rowsOf(
      "I. NHIỆM VỤ\n1. UBND xã Suối Giàng chủ trì thí điểm.\n2. Sở Y tế chủ trì rà soát.\n3. Ngân hàng Nhà nước Chi nhánh Bình Thuận chủ trì chia sẻ dữ liệu.",
    ).map((row) => row.agencyPlace);
    expect(places).toEqual(["Suối Giàng", null, "Bình Thuận"]);
  });
});

describe("the partners of a task", () => {
  const partners = (task: string): readonly string[] => rowsOf(`I. NHIỆM VỤ\n1. Sở Y tế ${task}`)[0]?.partners ?? [];

  it("are all that “phối hợp với” names, known or not", () => {
    expect(
      partners("chủ trì, phối hợp với Chi cục Hải quan khu vực III, Cảng vụ Hàng hải Hải Phòng và các đơn vị liên quan triển khai."),
    ).toEqual(["Chi cục Hải quan khu vực III", "Cảng vụ Hàng hải Hải Phòng", "các đơn vị liên quan"]);
    expect(partners("chủ trì, phối hợp với các viện nghiên cứu, các tổ chức quốc tế lắp đặt trạm đo.")).toEqual([
      "các viện nghiên cứu",
      "các tổ chức quốc tế",
    ]);
  });

  it("end before what is done, also where no list knows the verb", () => {
    expect(partners("phối hợp với Hiệp hội Du lịch tỉnh dán nhãn hình ảnh.")).toEqual(["Hiệp hội Du lịch tỉnh"]);
    expect(partners("phối hợp với Công an tỉnh đồng bộ dữ liệu trong quá trình thực hiện.")).toEqual(["Công an tỉnh"]);
  });
});

describe("time and money of a task", () => {
  it("have the year of a yearly plan, and the day of issue to count from", () => {
    const times = rowsOf(
      "I. NHIỆM VỤ\n1. Sở Y tế chủ trì rà soát, hoàn thành trước ngày 30/9.\n2. Sở Nội vụ ban hành hướng dẫn trong thời hạn 30 ngày kể từ ngày ký.",
    ).map((row) => row.schedule?.due);
    expect(times).toEqual(["2024-09-30", "2024-04-04"]);
  });

  it("may stand before the subject", () => {
    const [row] = rowsOf("I. NHIỆM VỤ\n1. Định kỳ trước ngày 25 hằng tháng, các đơn vị chủ trì báo cáo tiến độ về Sở Nội vụ để tổng hợp.");
    expect(row).toMatchObject({
      agency: "các đơn vị chủ trì",
      role: "all",
      kind: "report",
      reportTo: ["Sở Nội vụ"],
      time: "trước ngày 25 hằng tháng",
      schedule: { rule: "RRULE:FREQ=MONTHLY;BYMONTHDAY=25" },
    });
    expect(register("I. NHIỆM VỤ\n1. Trong quý I/2024, Sở Y tế chủ trì rà soát.")).toEqual(["Sở Y tế | lead | chủ trì rà soát."]);
    expect(rowsOf("I. NHIỆM VỤ\n1. Trong quý I/2024, Sở Y tế chủ trì rà soát.")[0]?.schedule?.due).toBe("2024-03-31");
  });

  it("are read from labels and from the sentence", () => {
    const rows = rowsOf(
      "I. NHIỆM VỤ\n1. Lập bản đồ số.\n- Cơ quan chủ trì: Sở Y tế.\n- Thời gian thực hiện: Quý IV năm 2024.\n- Kinh phí: 480 triệu đồng, trong đó xã hội hóa 130 triệu đồng.\n2. Sở Tài chính bố trí kinh phí 1,2 tỷ đồng cho kho dữ liệu.",
    );
    expect(rows.map((row) => [row.schedule?.start ?? null, row.schedule?.due ?? null, row.budgetDong])).toEqual([
      ["2024-10-01", "2024-12-31", 480_000_000],
      [null, null, 1_200_000_000],
    ]);
  });
});

describe("those charged by a line above the items", () => {
  it("are named at the end of a section's words, and again by the next such line", () => {
    expect(
      register(
        "I. NHIỆM VỤ\n1. Về hạ tầng\nGiao Sở Xây dựng:\n- Rà soát quy hoạch;\n- Lập danh mục dự án.\nGiao Sở Tài chính:\n- Bố trí vốn.",
      ),
    ).toEqual(["Sở Xây dựng | lead | Rà soát quy hoạch;", "Sở Xây dựng | lead | Lập danh mục dự án.", "Sở Tài chính | lead | Bố trí vốn."]);
  });

  it("have its partners and its time where an item names none", () => {
    const rows = rowsOf(
      "I. NHIỆM VỤ\n1. Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ hoàn thành các nội dung sau trước ngày 30/6/2024:\na) Nâng cấp phần mềm;\nb) Số hóa hồ sơ trước ngày 15/4/2024.\n2. Sở Tư pháp\nThực hiện các nhiệm vụ sau, hoàn thành trước ngày 30/11/2024:\n- Mở lớp;\n- In tài liệu.",
    );
    expect(rows.map((row) => [row.agency, row.task, row.partners.join(), row.schedule?.due])).toEqual([
      ["Sở Y tế", "Nâng cấp phần mềm;", "Sở Nội vụ", "2024-06-30"],
      ["Sở Y tế", "Số hóa hồ sơ trước ngày 15/4/2024.", "Sở Nội vụ", "2024-04-15"],
      ["Sở Tư pháp", "Mở lớp;", "", "2024-11-30"],
      ["Sở Tư pháp", "In tài liệu.", "", "2024-11-30"],
    ]);
  });

  it("have the time of a line above that names nobody", () => {
    const rows = rowsOf(
      "I. NHIỆM VỤ\n1. Trong tháng 4/2024, giao:\n- Sở Y tế rà soát trạm y tế;\n- Sở Nội vụ mở lớp trước ngày 10/5/2024.",
    );
    expect(rows.map((row) => [row.agency, row.schedule?.due])).toEqual([
      ["Sở Y tế", "2024-04-30"],
      ["Sở Nội vụ", "2024-05-10"],
    ]);
  });

  it("are both where “và” joins all agencies with the committees of communes", () => {
    expect(register("I. NHIỆM VỤ\n1. Các sở, ban, ngành tỉnh và Ủy ban nhân dân các xã, phường\n- Cử đầu mối.")).toEqual([
      "Các sở, ban, ngành tỉnh | all | Cử đầu mối.",
      "Ủy ban nhân dân các xã, phường | lead | Cử đầu mối.",
    ]);
  });
});

describe("persons and bodies beside the agencies", () => {
  it("are charged by their office, with or without “đồng chí”", () => {
    expect(
      register(
        "I. NHIỆM VỤ\n1. Các đồng chí thành viên Ban Chỉ đạo theo lĩnh vực được phân công kiểm tra hiện trường.\n2. Đồng chí Giám đốc Sở Y tế chịu trách nhiệm về tiến độ.\n3. Các đồng chí: Giám đốc Sở Nội vụ, Giám đốc Sở Tư pháp trực tiếp chỉ đạo.\n4. Thủ trưởng các sở, ngành và Chủ tịch UBND các huyện kiểm tra công vụ.\n5. Tổ trưởng các tổ dân phố, Trưởng thôn vận động người dân.",
      ),
    ).toEqual([
      "Các đồng chí thành viên Ban Chỉ đạo | lead | theo lĩnh vực được phân công kiểm tra hiện trường.",
      "Giám đốc Sở Y tế | lead | chịu trách nhiệm về tiến độ.",
      "Giám đốc Sở Nội vụ | lead | trực tiếp chỉ đạo.",
      "Giám đốc Sở Tư pháp | lead | trực tiếp chỉ đạo.",
      "Thủ trưởng các sở, ngành | all | kiểm tra công vụ.",
      "Chủ tịch UBND các huyện | lead | kiểm tra công vụ.",
      "Tổ trưởng các tổ dân phố | lead | vận động người dân.",
      "Trưởng thôn | lead | vận động người dân.",
    ]);
  });

  it("are enterprises too, and names of a place before a verb that no list has", () => {
    expect(
      register(
        "I. NHIỆM VỤ\n1. VNPT Hòa Bình và Viettel Hòa Bình\n- Khắc phục sự cố.\n2. Bưu điện tỉnh nhận trả hồ sơ tại nhà.\n3. UBND xã Bao La, UBND xã Mai Hạ mượn máy quét.\n4. Giám đốc Bảo hiểm xã hội tỉnh ký hợp đồng.\n5. Trung tâm Chuyển đổi số tỉnh (đơn vị thuộc Sở) chủ trì vận hành.",
      ),
    ).toEqual([
      "VNPT Hòa Bình | lead | Khắc phục sự cố.",
      "Viettel Hòa Bình | lead | Khắc phục sự cố.",
      "Bưu điện tỉnh | lead | nhận trả hồ sơ tại nhà.",
      "UBND xã Bao La | lead | mượn máy quét.",
      "UBND xã Mai Hạ | lead | mượn máy quét.",
      "Giám đốc Bảo hiểm xã hội tỉnh | lead | ký hợp đồng.",
      "Trung tâm Chuyển đổi số tỉnh | lead | chủ trì vận hành.",
    ]);
  });
});

describe("words that assign nothing", () => {
  it("are goals, figures, notes at the foot, and what an agency has done", () => {
    expect(
      register(
        "I. MỤC TIÊU\n1. Sở Y tế số hóa 100% hồ sơ.\nII. TỶ LỆ HỒ SƠ TRỰC TUYẾN\n1. Các xã, phường trung tâm: 85%.\n2. Các xã biên giới: đạt 60% trở lên.\nIII. NHIỆM VỤ\n1. Mở rộng nền tảng số của tỉnh[1].\n[1] Nền tảng theo Quyết định số 12/QĐ-UBND. Sở Nội vụ quản lý nền tảng.\n2. Sở Tư pháp đã tham mưu quy chế.",
      ),
    ).toEqual([]);
  });

  it("are the issuing body's where it asks others, who are charged instead", () => {
    const letter =
      "UBND TỈNH HÒA BÌNH\nSỞ NỘI VỤ\nSố: 77/SNV-TCCB\nHòa Bình, ngày 05 tháng 3 năm 2024\nV/v rà soát biên chế\nKính gửi: Các sở, ban, ngành.\n";
    const rows = rowsOf(
      "1. Sở Y tế chủ trì rà soát.\nSở Nội vụ đề nghị Thủ trưởng các cơ quan, đơn vị quan tâm, chỉ đạo thực hiện./.",
      letter,
    );
    expect(rows.map((row) => [row.agency, row.role])).toEqual([
      ["Sở Y tế", "lead"],
      ["Thủ trưởng các cơ quan, đơn vị", "all"],
    ]);
    expect(register("I. NHIỆM VỤ\n1. Sở Y tế đề nghị Bộ Y tế cấp thuốc.")).toEqual(["Sở Y tế | lead | đề nghị Bộ Y tế cấp thuốc."]);
  });
});

describe("the time and the receiver of an order inside a paragraph", () => {
  it("may stand in a later part of its sentence", () => {
    const [row] = rowsOf(
      "I. NHIỆM VỤ\n1. Về nền tảng du lịch\nGiao Sở Du lịch hoàn thiện trợ lý ảo; vận hành thử trước ngày 30/4/2024, báo cáo Phó Chủ tịch UBND tỉnh.\nGiao Sở Tài chính bổ sung 6.750 triệu đồng.",
    );
    expect([row?.agency, row?.schedule?.due, row?.reportTo]).toEqual(["Sở Du lịch", "2024-04-30", ["Phó Chủ tịch UBND tỉnh"]]);
    expect(rowsOf("I. NHIỆM VỤ\n1. Sở Tài chính tham mưu bổ sung 6.750 triệu đồng.")[0]?.budgetDong).toBe(6_750_000_000);
  });
});

describe("a letter", () => {
  it("assigns tasks where it is the whole document", () => {
    const letter =
      "ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\nSố: 77/UBND-NC\nHòa Bình, ngày 05 tháng 3 năm 2024\nV/v phòng, chống lừa đảo\nKính gửi: Các sở, ban, ngành.\n";
    expect(rowsOf("Ủy ban nhân dân tỉnh yêu cầu:\n1. Công an tỉnh chủ trì rà soát tài khoản.", letter).map((row) => row.agency)).toEqual([
      "Công an tỉnh",
    ]);
  });
});
