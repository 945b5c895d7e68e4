import { describe, expect, it } from "vitest";
import { isReport, readReports } from "../../src/parse/assignments/reports.ts";
import { goldReports } from "./gold/reports.ts";
import { corpus, planNamed } from "./read-plan.ts";

const dates = { issuedOn: null, year: null };
const read = (words: string, before = ""): unknown[] =>
  readReports({ words, at: 10, sectionId: "V.1", dates, before, opening: "" }).map(({ to, via, time, schedule }) => [
    to,
    via,
    time,
    schedule?.rule ?? schedule?.due ?? null,
  ]);

describe("the duties to report of the five plans", () => {
  it("are those of the gold reading, and no others", () => {
    const found = corpus.flatMap(({ id }) =>
      planNamed(id).assignments.flatMap((row) =>
        row.reports.map(({ to, via, time, schedule }) => [
          id,
          row.evidence.sectionId,
          row.agency,
          row.kind,
          to.join(" ; "),
          via.join(" ; "),
          time ?? "",
          schedule?.rule?.replace("RRULE:", "") ?? "",
        ]),
      ),
    );
    expect(found).toEqual(goldReports);
  });

  it("stand in the text at their place", () => {
    for (const { id } of corpus) {
      const plan = planNamed(id);
      for (const { time, evidence } of plan.assignments.flatMap((row) => row.reports))
        expect(plan.text.slice(evidence.start, evidence.end)).toContain(time ?? "");
    }
  });
});

describe("a duty to report", () => {
  it("says to whom, through whom and by when", () => {
    expect(read("định kỳ trước ngày 05/12 hằng năm báo cáo kết quả về Sở TTTT để tổng hợp, báo cáo UBND tỉnh.")).toEqual([
      [["Sở TTTT"], [], "trước ngày 05/12 hằng năm", "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5"],
    ]);
    expect(read("báo cáo kết quả cho UBND huyện (qua Phòng Nội vụ) trước ngày 20/6/2025")).toEqual([
      [["UBND huyện"], ["Phòng Nội vụ"], "trước ngày 20/6/2025", "2025-06-20"],
    ]);
    expect(read("tổng hợp báo cáo Ủy ban nhân dân tỉnh, Bộ Giáo dục và Đào tạo hằng quý")).toEqual([
      [["Ủy ban nhân dân tỉnh", "Bộ Giáo dục và Đào tạo"], [], "hằng quý", "RRULE:FREQ=MONTHLY;INTERVAL=3"],
    ]);
    expect(read("trình Ủy ban nhân dân tỉnh báo cáo năm trước ngày 15/12.")).toEqual([
      [["Ủy ban nhân dân tỉnh"], [], "trước ngày 15/12", "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"],
    ]);
  });

  it("names the first to receive it, not those it is handed on to", () => {
    expect(read("gửi báo cáo về Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh.")).toEqual([[["Sở Nội vụ"], [], null, null]]);
  });

  it("has all days of its sentence, and one for each of its sentences", () => {
    expect(
      read(
        "gửi báo cáo 06 tháng trước ngày 10/6, báo cáo năm trước ngày 05/12 về Sở Y tế; báo cáo đột xuất Ủy ban nhân dân tỉnh khi có sự cố",
      ),
    ).toEqual([
      [
        ["Sở Y tế"],
        [],
        "trước ngày 10/6, báo cáo năm trước ngày 05/12",
        "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10\nRRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5",
      ],
      [["Ủy ban nhân dân tỉnh"], [], null, null],
    ]);
  });

  it("keeps the rhythm of the sentence before", () => {
    expect(
      read("tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 25/6 và 25/12.", "gửi báo cáo trước ngày 15/6 và 15/12 hằng năm;"),
    ).toEqual([[["Ủy ban nhân dân tỉnh"], [], "trước ngày 25/6 và 25/12", "RRULE:FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=25"]]);
  });

  it("is none in words about reports", () => {
    for (const words of [
      "thực hiện chế độ báo cáo theo quy định",
      "Báo cáo đánh giá độ chính xác tại 05 mô hình",
      "gửi tin nhắn cảnh báo rét hại đến chủ hộ",
      "trình Ủy ban nhân dân tỉnh xem xét",
      "dự báo, báo cáo, sản xuất tin bài",
    ])
      expect(read(words), words).toEqual([]);
  });

  it("is the whole task only where the task opens with it", () => {
    const whole = (words: string): boolean =>
      isReport({ words, first: readReports({ words, at: 10, sectionId: "V.1", dates, before: "", opening: "" })[0], at: 10 });
    expect(whole("có trách nhiệm định kỳ hằng năm báo cáo Ủy ban nhân dân tỉnh.")).toBe(true);
    expect(whole("Hằng năm (trước ngày 05/12) gửi báo cáo về Sở Nội vụ.")).toBe(true);
    expect(whole("rà soát thủ tục; định kỳ hằng năm báo cáo Ủy ban nhân dân tỉnh.")).toBe(false);
    expect(whole("chủ trì tổ chức thực hiện, báo cáo Ủy ban nhân dân tỉnh.")).toBe(false);
  });
});
