import { describe, expect, it } from "vitest";
import { splitAgencies } from "../../src/language/agency-lists.ts";
import { beforeVerb, meansEveryAgency, startsWithAgency } from "../../src/language/agency-phrases.ts";
import { agencyOfHeading, subjectAgency } from "../../src/language/agency-subjects.ts";

describe("startsWithAgency", () => {
  it("is told by the first words", () => {
    for (const text of [
      "Sở Y tế",
      "SỞ TÀI CHÍNH",
      "Công an tỉnh",
      "Các sở, ngành",
      "UBND các xã",
      "Phòng Kinh tế và Hạ tầng",
      "Tỉnh đoàn chủ trì",
      "Bệnh viện Mắt",
    ])
      expect(startsWithAgency(text), text).toBe(true);
    for (const text of [
      "Nguồn vốn thực hiện",
      "sở hữu trí tuệ",
      "Phòng chống thiên tai",
      "Hội nghị",
      "Bộ dữ liệu mở",
      "Báo cáo kết quả",
      "",
    ])
      expect(startsWithAgency(text), text).toBe(false);
  });
});

describe("meansEveryAgency", () => {
  it("is true for words that mean all, wherever they stand in a sentence", () => {
    for (const name of [
      "Các sở, ngành, cơ quan liên quan",
      "các cơ quan, đơn vị trên địa bàn huyện",
      "CÁC SỞ, BAN, NGÀNH",
      "Thủ trưởng các cơ quan, đơn vị",
    ])
      expect(meansEveryAgency(name), name).toBe(true);
    for (const name of ["Sở Y tế", "UBND các xã, thị trấn", "Cơ quan Tổ chức – Nội vụ huyện"])
      expect(meansEveryAgency(name), name).toBe(false);
  });
});

describe("agencyOfHeading", () => {
  it("is the heading that names an agency, as printed", () => {
    expect(agencyOfHeading("Sở Lao động - Thương binh và Xã hội:")).toBe("Sở Lao động - Thương binh và Xã hội");
    expect(agencyOfHeading("SỞ KHOA HỌC VÀ CÔNG NGHỆ")).toBe("SỞ KHOA HỌC VÀ CÔNG NGHỆ");
    expect(agencyOfHeading("Ngân hàng Nhà nước Chi nhánh Bình Thuận")).toBe("Ngân hàng Nhà nước Chi nhánh Bình Thuận");
  });

  it("is null for other headings and for sentences", () => {
    for (const heading of ["Mục tiêu chung", "", "Sở Y tế chủ trì thực hiện các nhiệm vụ", "Phát triển hệ sinh thái TTNT"])
      expect(agencyOfHeading(heading), heading).toBeNull();
  });
});

describe("subjectAgency", () => {
  const read = (text: string, options = {}): string | null => {
    const subject = subjectAgency(text, options);
    return subject === null ? null : `${subject.name} → ${text.slice(subject.taskStart)}`;
  };

  it("is the agency a sentence opens with; the task begins at its verb", () => {
    expect(read("Phòng Tài chính - Kế hoạch tổng hợp nhu cầu")).toBe("Phòng Tài chính - Kế hoạch → tổng hợp nhu cầu");
    expect(read("Sở Khoa học và Công nghệ có trách nhiệm: Làm đầu mối")).toBe("Sở Khoa học và Công nghệ → có trách nhiệm: Làm đầu mối");
    expect(read("Ủy ban nhân dân các huyện, thị xã, thành phố phối hợp với các sở")).toBe(
      "Ủy ban nhân dân các huyện, thị xã, thành phố → phối hợp với các sở",
    );
    expect(read("Sở Tư pháp: rà soát tính pháp lý")).toBe("Sở Tư pháp → rà soát tính pháp lý");
  });

  it("does not end a name at words that belong to it", () => {
    expect(read("Sở Nông nghiệp và Phát triển nông thôn chủ trì")).toBe("Sở Nông nghiệp và Phát triển nông thôn → chủ trì");
    expect(read("Sở Giáo dục và Đào tạo triển khai")).toBe("Sở Giáo dục và Đào tạo → triển khai");
  });

  it("ends a name before “trình”, “phân công” and the like", () => {
    expect(read("Sở Khoa học và Công nghệ trình Ủy ban nhân dân tỉnh báo cáo năm")).toBe(
      "Sở Khoa học và Công nghệ → trình Ủy ban nhân dân tỉnh báo cáo năm",
    );
    expect(read("UBND các xã, thị trấn phân công công chức")).toBe("UBND các xã, thị trấn → phân công công chức");
  });

  it("reads orders, also to all", () => {
    expect(read("Giao Sở Y tế chủ trì")).toBe("Sở Y tế → chủ trì");
    expect(read("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát")).toBe("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh → giám sát");
    expect(read("yêu cầu các cơ quan, đơn vị triển khai")).toBe("các cơ quan, đơn vị → triển khai");
  });

  it("takes “chủ trì” for part of a name only where it says which of all are meant", () => {
    expect(read("Các đơn vị được giao chủ trì gửi kết quả")).toBe("Các đơn vị được giao chủ trì → gửi kết quả");
    expect(read("Các cơ quan chủ trì xây dựng kế hoạch")).toBe("Các cơ quan chủ trì → xây dựng kế hoạch");
    expect(read("Công an tỉnh chủ trì rà soát")).toBe("Công an tỉnh → chủ trì rà soát");
  });

  it("ends a known name at the next small word, whatever verb it is", () => {
    expect(read("Sở Y tế trang bị máy tính")).toBe("Sở Y tế → trang bị máy tính");
    expect(read("Sở Y tế các tỉnh")).toBeNull();
  });

  it("is null in the middle of a sentence unless asked for", () => {
    expect(read("các sở, ngành kịp thời báo cáo")).toBeNull();
    expect(read("các sở, ngành kịp thời báo cáo", { anyCase: true })).toBe("các sở, ngành → kịp thời báo cáo");
  });

  it("is null where no agency stands or nothing is done", () => {
    for (const text of ["Nguồn vốn thực hiện Kế hoạch bao gồm", "Sở Y tế", "Triển khai các ứng dụng", ""])
      expect(read(text), text).toBeNull();
  });
});

describe("beforeVerb", () => {
  it("is the part before what is done", () => {
    expect(beforeVerb("Công an tỉnh, Sở Y tế triển khai các ứng dụng")).toBe("Công an tỉnh, Sở Y tế");
    expect(beforeVerb("Công an tỉnh")).toBe("Công an tỉnh");
  });
});

describe("splitAgencies", () => {
  it("splits a list where a name begins, not at the commas inside a name", () => {
    expect(splitAgencies("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế và Công an tỉnh.")).toEqual([
      "Sở Văn hóa, Thể thao và Du lịch",
      "Sở Y tế",
      "Công an tỉnh",
    ]);
    expect(splitAgencies("Phòng Văn hóa và Thông tin; Trung tâm Truyền thông – Văn hóa – Thể thao")).toEqual([
      "Phòng Văn hóa và Thông tin",
      "Trung tâm Truyền thông – Văn hóa – Thể thao",
    ]);
    expect(splitAgencies("Ban quản lý các cụm công nghiệp, UBND các xã, thị trấn, các doanh nghiệp")).toEqual([
      "Ban quản lý các cụm công nghiệp",
      "UBND các xã, thị trấn",
      "các doanh nghiệp",
    ]);
  });

  it("splits at dashes, strokes and “và”, but not inside one office", () => {
    expect(splitAgencies("- Sở Y tế - Sở Nội vụ")).toEqual(["Sở Y tế", "Sở Nội vụ"]);
    expect(splitAgencies("Sở Y tế/Sở Nội vụ")).toEqual(["Sở Y tế", "Sở Nội vụ"]);
    expect(splitAgencies("Sở Y tế và Báo Phú Yên, các đơn vị liên quan")).toEqual(["Sở Y tế", "Báo Phú Yên", "các đơn vị liên quan"]);
    expect(splitAgencies("Văn phòng HĐND và UBND xã")).toEqual(["Văn phòng HĐND và UBND xã"]);
    expect(splitAgencies("Sở Lao động - Thương binh và Xã hội")).toEqual(["Sở Lao động - Thương binh và Xã hội"]);
  });

  it("gives each name of a list its one head", () => {
    expect(splitAgencies("các sở: Y tế, Văn hóa, Thể thao và Du lịch, Nội vụ; Công an tỉnh")).toEqual([
      "Sở Y tế",
      "Sở Văn hóa, Thể thao và Du lịch",
      "Sở Nội vụ",
      "Công an tỉnh",
    ]);
  });

  it("gives nothing for an empty list", () => {
    expect(splitAgencies("")).toEqual([]);
    expect(splitAgencies(" ; ,")).toEqual([]);
  });
});

it("reads a name whose first word a scan gave in capitals", () => {
  expect(agencyOfHeading("SỞ Giáo dục và Đào tạo")).toBe("SỞ Giáo dục và Đào tạo");
  expect(subjectAgency("SỞ Y tế chủ trì xây dựng")).toMatchObject({ name: "SỞ Y tế", taskStart: 8 });
});
