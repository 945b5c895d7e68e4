import { describe, expect, it } from "vitest";
import { dateInWords, englishDate, findDates, isoDate, officialDate, periodYears } from "../../src/language/dates.ts";

const iso = (text: string): (string | null)[] => findDates(text).map(isoDate);

describe("findDates", () => {
  it("reads dates in words and in figures", () => {
    expect(iso("ngày 25 tháng 5 năm 2021; 26/01/2021; 6-5-2021; 06.5.2021")).toEqual([
      "2021-05-25",
      "2021-01-26",
      "2021-05-06",
      "2021-05-06",
    ]);
  });

  it("reads a day and month without a year, which has no ISO date", () => {
    const [first, second] = findDates("trước ngày 05/12, hoặc 30 tháng 9 hàng năm");
    expect(first).toMatchObject({ day: 5, month: 12, year: null, text: "ngày 05/12" });
    expect(second).toMatchObject({ day: 30, month: 9, year: null, text: "30 tháng 9" });
    expect(iso("ngày 05/12")).toEqual([null]);
  });

  it("leaves out impossible days, fractions of lists and document numbers", () => {
    expect(findDates("32/13/2021, 45 tháng 15")).toEqual([]);
    expect(findDates("Nghị định số 356/2025/NĐ-CP")).toEqual([]);
  });

  it("says where a date stands", () => {
    const text = "báo cáo trước ngày 01 tháng 12 để tổng hợp";
    const [date] = findDates(text);
    expect(text.slice(date?.start, date?.end)).toBe("ngày 01 tháng 12");
  });
});

describe("dates for people", () => {
  it("are written as officials write them: a leading zero for days and the months 1 and 2", () => {
    expect(officialDate("2021-05-06")).toBe("06/5/2021");
    expect(officialDate("2021-01-26")).toBe("26/01/2021");
    expect(officialDate("2021-12-01")).toBe("01/12/2021");
    expect(dateInWords("2021-05-06")).toBe("ngày 06 tháng 5 năm 2021");
  });

  it("are written out in English", () => {
    expect(englishDate({ day: 30, month: 9, year: null })).toBe("30 September");
    expect(englishDate({ day: 6, month: 5, year: 2021 })).toBe("6 May 2021");
  });
});

describe("periodYears", () => {
  it("gives the first and last year of a period", () => {
    expect(periodYears("Năm 2022-2030")).toEqual([2022, 2030]);
    expect(periodYears("giai đoạn 2021 – 2025")).toEqual([2021, 2025]);
    expect(periodYears("từ 2023 đến hết năm 2027")).toEqual([2023, 2027]);
    expect(periodYears("Thường xuyên hằng năm")).toBeNull();
  });
});
