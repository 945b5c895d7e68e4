import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastDay, lastDayOf, readSchedule, type ScheduleContext } from "../../src/language/deadlines.ts";

// The file of `rrule` for `import` names no exports that Node sees.
const { rrulestr } = createRequire(import.meta.url)("rrule") as typeof import("rrule");

const plain = (printed: string, context: ScheduleContext = {}): unknown => {
  const schedule = readSchedule(printed, context);
  return schedule === null ? null : [schedule.kind, schedule.start, schedule.due, schedule.rule];
};

/** Days on which a rule falls in a year, by the library for rules of RFC 5545. */
const daysIn = (printed: string, year: number, context: ScheduleContext = {}): string[] => {
  const rule = readSchedule(printed, context)?.rule ?? "";
  return rrulestr(rule, { dtstart: new Date(Date.UTC(year, 0, 1)), forceset: true })
    .between(new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year, 11, 31, 23, 59)), true)
    .map((day) => day.toISOString().slice(5, 10));
};

describe("a deadline", () => {
  it.each([
    ["trước ngày 30/9/2025", "2025-09-30"],
    ["chậm nhất ngày 22/3/2024", "2024-03-22"],
    ["trước ngày 31 tháng 12 năm 2024", "2024-12-31"],
    ["đến năm 2030", "2030-12-31"],
    ["hoàn thành trong quý II năm 2024", "2024-06-30"],
    ["Xong trong tháng 4 năm 2024", "2024-04-30"],
    ["Thường xuyên; hoàn thành 06 lớp tập huấn trước ngày 30/9/2024", "2024-09-30"],
    ["15/02/2026", "2026-02-15"],
  ])("“%s” ends on %s", (printed, due) => {
    expect(plain(printed)).toEqual(["deadline", null, due, null]);
  });

  it("“before a day” counts that day as the limit, and says that it was printed so", () => {
    expect(readSchedule("trước ngày 05/12/2024")).toMatchObject({ due: "2024-12-05", before: true });
    expect(readSchedule("chậm nhất ngày 05/12/2024")).toMatchObject({ due: "2024-12-05", before: false });
  });

  it("without a year has the document's, where that is plain, and else no day and no rule", () => {
    expect(plain("30/9", { year: 2024 })).toEqual(["deadline", null, "2024-09-30", null]);
    expect(plain("01 tháng 12")).toEqual(["deadline", null, null, null]);
    expect(plain("trước ngày 15/11")).toEqual(["deadline", null, null, null]);
  });

  it("counts from the day of issue where it says so, and only then", () => {
    expect(plain("sau 30 ngày kể từ ngày ký", { issuedOn: "2021-05-06" })).toEqual(["deadline", null, "2021-06-05", null]);
    expect(plain("trong thời hạn 01 tháng kể từ ngày ban hành", { issuedOn: "2024-01-31" })).toEqual([
      "deadline",
      null,
      "2024-02-29",
      null,
    ]);
    expect(plain("sau 30 ngày kể từ ngày ký")).toEqual(["deadline", null, null, null]);
    expect(plain("trong 05 ngày kể từ ngày nhận hồ sơ", { issuedOn: "2021-05-06" })).toEqual(["deadline", null, null, null]);
    expect(plain("trong 15 ngày làm việc kể từ ngày ký", { issuedOn: "2021-05-06" })).toEqual(["deadline", null, null, null]);
  });
});

describe("a period", () => {
  it.each([
    ["quý IV/2025", "2025-10-01", "2025-12-31"],
    ["Quý 4 năm 2025", "2025-10-01", "2025-12-31"],
    ["Quý I, II/2025", "2025-01-01", "2025-06-30"],
    ["6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"],
    ["06 tháng cuối năm 2026", "2026-07-01", "2026-12-31"],
    ["giai đoạn 2025-2030", "2025-01-01", "2030-12-31"],
    ["Năm 2022 – 2025", "2022-01-01", "2025-12-31"],
    ["năm 2026", "2026-01-01", "2026-12-31"],
    ["2024", "2024-01-01", "2024-12-31"],
    ["tháng 9/2021", "2021-09-01", "2021-09-30"],
    ["02/2024", "2024-02-01", "2024-02-29"],
    ["Tháng 3, 4/2024", "2024-03-01", "2024-04-30"],
    ["từ quý I/2022 đến quý IV/2023", "2022-01-01", "2023-12-31"],
    ["Từ tháng 6 đến hết tháng 12 năm 2024", "2024-06-01", "2024-12-31"],
    ["Tháng 4 đến tháng 10 năm 2024", "2024-04-01", "2024-10-31"],
    ["từ ngày 01/7 đến ngày 15/8/2024", "2024-07-01", "2024-08-15"],
  ])("“%s” runs from %s to %s", (printed, start, due) => {
    expect(plain(printed)).toEqual(["period", start, due, null]);
  });

  it("has no end where none is said", () => {
    expect(plain("từ ngày 01/7/2024")).toEqual(["period", "2024-07-01", null, null]);
    expect(plain("Năm 2026 và các năm tiếp theo")).toEqual(["period", "2026-01-01", null, null]);
  });

  it("is not made of words that name no time", () => {
    for (const words of ["", "Theo kế hoạch của Bộ", "Văn bản số 356/2025/NĐ-CP", "từ năm học 2024 - 2025"])
      expect(plain(words), words).toBeNull();
  });
});

describe("a rhythm", () => {
  it.each([
    ["trước ngày 05/12 hằng năm", ["12-05"]],
    ["Hằng năm (trước ngày 05/12)", ["12-05"]],
    ["hàng năm trước ngày 15 tháng 9", ["09-15"]],
    ["trước ngày 15/6 và 15/12 hằng năm", ["06-15", "12-15"]],
    ["báo cáo 06 tháng trước ngày 10/6, báo cáo năm trước ngày 05/12", ["06-10", "12-05"]],
    ["hằng quý trước ngày 20 của tháng cuối quý", ["03-20", "06-20", "09-20", "12-20"]],
    ["trước ngày 15 các tháng 3, 6, 9, 12", ["03-15", "06-15", "09-15", "12-15"]],
    ["vào tháng 12 hằng năm", ["12-31"]],
    ["quý IV hằng năm", ["12-31"]],
    ["trước ngày 20 tháng 7 của năm trước năm kế hoạch", ["07-20"]],
  ])("“%s” falls on %j", (printed, days) => {
    expect(readSchedule(printed)?.kind).toBe("recurrence");
    expect(daysIn(printed, 2027)).toEqual(days);
  });

  it.each([
    ["trước ngày 25 hằng tháng", "RRULE:FREQ=MONTHLY;BYMONTHDAY=25"],
    ["ngày cuối cùng của tháng, hằng tháng", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["thứ sáu hằng tuần", "RRULE:FREQ=WEEKLY;BYDAY=FR"],
    ["chiều thứ Năm hàng tuần", "RRULE:FREQ=WEEKLY;BYDAY=TH"],
    ["hằng tháng", "RRULE:FREQ=MONTHLY"],
    ["hằng quý", "RRULE:FREQ=MONTHLY;INTERVAL=3"],
    ["định kỳ 6 tháng một lần", "RRULE:FREQ=MONTHLY;INTERVAL=6"],
    ["02 lần/năm", "RRULE:FREQ=MONTHLY;INTERVAL=6"],
    ["hai năm một lần", "RRULE:FREQ=YEARLY;INTERVAL=2"],
    ["Hằng năm", "RRULE:FREQ=YEARLY"],
    ["định kỳ 6 tháng, năm", "RRULE:FREQ=MONTHLY;INTERVAL=6\nRRULE:FREQ=YEARLY"],
    ["định kỳ 3 năm, 5 năm", "RRULE:FREQ=YEARLY;INTERVAL=3\nRRULE:FREQ=YEARLY;INTERVAL=5"],
  ])("“%s” is %s", (printed, rule) => {
    expect(plain(printed)).toEqual(["recurrence", null, null, rule]);
    expect(() => rrulestr(rule)).not.toThrow();
  });

  it("is taken from the clause where the day alone is printed", () => {
    expect(plain("trước ngày 01 tháng 12", { around: "định kỳ hàng năm báo cáo về Sở trước ngày 01 tháng 12" })).toEqual([
      "recurrence",
      null,
      null,
      "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
    ]);
  });

  it("ends with the years that are said", () => {
    expect(plain("2023 - 2025, hằng năm")).toEqual(["recurrence", "2023-01-01", "2025-12-31", "RRULE:FREQ=YEARLY;UNTIL=20251231"]);
    expect(rrulestr("RRULE:FREQ=YEARLY;UNTIL=20251231", { dtstart: new Date(Date.UTC(2023, 0, 1)) }).all()).toHaveLength(3);
  });

  it("without a measure has no rule: “thường xuyên”", () => {
    expect(plain("Thường xuyên")).toEqual(["recurrence", null, null, null]);
  });
});

describe("any words", () => {
  it("never give a day that the calendar does not have, nor a rule that is none", () => {
    const figure = fc.integer({ min: 0, max: 40 }).map(String);
    const year = fc.integer({ min: 1990, max: 2060 }).map(String);
    const word = fc.constantFrom(
      "ngày",
      "tháng",
      "năm",
      "quý",
      "IV",
      "hằng",
      "trước",
      "định kỳ",
      "/",
      "-",
      ",",
      "6 tháng",
      "đến",
      "thứ sáu",
      "tuần",
      "một lần",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, figure, year), { maxLength: 12 }), (words) => {
        const { start = null, due = null, rule = null } = readSchedule(words.join(" ")) ?? {};
        const impossible = [start, due].filter((day) => day !== null && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day);
        expect(impossible).toEqual([]);
        expect(() => rrulestr(rule ?? "RRULE:FREQ=YEARLY")).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe("a day of every month", () => {
  it.each([
    ["vào ngày 20 hằng tháng", "RRULE:FREQ=MONTHLY;BYMONTHDAY=20"],
    ["trước ngày 10 và ngày 25 hằng tháng", "RRULE:FREQ=MONTHLY;BYMONTHDAY=10,25"],
    ["trước ngày 05 của tháng sau", "RRULE:FREQ=MONTHLY;BYMONTHDAY=5"],
    ["báo cáo quý trước ngày 05 tháng sau", "RRULE:FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"],
    ["trước ngày cuối cùng của tháng", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["trước ngày cuối cùng của tháng 12", undefined],
  ])("is told by “%s”", (printed, rule) => {
    expect(readSchedule(printed)?.rule ?? undefined).toBe(rule);
  });
});

describe("lastDay", () => {
  it.each([
    ["trước ngày 30/9/2025", "2025-09-30"],
    ["quý IV/2025", "2025-12-31"],
    ["quý II năm 2026", "2026-06-30"],
    ["Năm 2022 – 2025", "2025-12-31"],
    ["trước ngày 01 tháng 12", "yearly"],
    ["trước ngày 25 hằng tháng", "yearly"],
    ["Thường xuyên hằng năm", null],
  ])("of “%s” is %s", (time, day) => {
    expect(lastDay(time)).toEqual(day === null || day === "yearly" ? day : { day });
  });

  it("is that of the schedule, with its context", () => {
    const schedule = readSchedule("30/9", { year: 2024 });
    expect(schedule === null ? null : lastDayOf(schedule)).toEqual({ day: "2024-09-30" });
  });
});
