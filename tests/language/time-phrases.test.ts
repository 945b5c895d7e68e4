import { describe, expect, it } from "vitest";
import { findTaskTime, hasDeadline, hasPeriod, hasRhythm } from "../../src/language/time-phrases.ts";

describe("deadlines, rhythms and periods", () => {
  it("are told apart", () => {
    expect(hasDeadline("gửi về Sở Khoa học và Công nghệ trước ngày 01 tháng 12")).toBe(true);
    expect(hasDeadline("hoàn thành trong quý IV")).toBe(true);
    expect(hasDeadline("triển khai các ứng dụng")).toBe(false);
    expect(hasRhythm("định kỳ hằng năm báo cáo")).toBe(true);
    expect(hasRhythm("đánh giá định kỳ 3 năm, 5 năm")).toBe(true);
    expect(hasRhythm("báo cáo kết quả")).toBe(false);
    expect(hasPeriod("Thời gian thực hiện: Năm 2022 – 2025")).toBe(true);
    expect(hasPeriod("đến năm 2030")).toBe(true);
    expect(hasPeriod("trong thời gian tới")).toBe(false);
  });
});

describe("the time in a task's words", () => {
  it.each([
    ["Hằng năm (trước ngày 05/12) gửi báo cáo về Sở", "Hằng năm (trước ngày 05/12)"],
    ["Trước ngày 30 tháng 9 hàng năm tổng hợp kinh phí", "Trước ngày 30 tháng 9 hàng năm"],
    ["hàng năm trước ngày 15 tháng 9 kết hợp dự toán", "hàng năm trước ngày 15 tháng 9"],
    ["gửi báo cáo trước ngày 15/6 và 15/12 hằng năm; tổng hợp", "trước ngày 15/6 và 15/12 hằng năm"],
    ["(báo cáo trước ngày 05/12) và gửi", "trước ngày 05/12"],
    ["ban hành danh mục trong quý IV năm 2023;", "trong quý IV năm 2023"],
    ["Tổ chức đánh giá vào tháng 3/2025.", "vào tháng 3/2025"],
    ["báo cáo tiến độ trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng"],
    ["báo cáo quý trước ngày 20 của tháng cuối quý.", "trước ngày 20 của tháng cuối quý"],
    ["định kỳ 06 tháng một lần báo cáo Chủ tịch", "định kỳ 06 tháng một lần"],
    ["báo cáo chiều thứ Sáu hằng tuần", "chiều thứ Sáu hằng tuần"],
    ["ban hành trong thời hạn 30 ngày kể từ ngày ký, gửi Sở", "trong thời hạn 30 ngày kể từ ngày ký"],
    ["nhập số liệu trong tháng 5 và tháng 6 năm 2024.", "trong tháng 5 và tháng 6 năm 2024"],
    ["lập nhật ký; thực hiện trong giai đoạn 2026 - 2027.", "trong giai đoạn 2026 - 2027"],
    ["đăng bài cảnh báo hằng tuần.", "hằng tuần"],
    ["gửi về Sở trước 16 giờ 00 ngày 19/11/2025;", "trước 16 giờ 00 ngày 19/11/2025"],
    ["cập nhật xong trong ngày 19/11/2025.", "xong trong ngày 19/11/2025"],
    ["gửi Phòng Văn hóa vào ngày 20 hằng tháng.", "vào ngày 20 hằng tháng"],
    ["định kỳ ngày 25 hằng tháng báo cáo", "định kỳ ngày 25 hằng tháng"],
    ["gửi trước ngày 10 và ngày 20 hằng tháng", "trước ngày 10 và ngày 20 hằng tháng"],
    ["gửi trước ngày 05 tháng sau", "trước ngày 05 tháng sau"],
    ["gửi trước 17h30 thứ Sáu hằng tuần", "trước 17h30 thứ Sáu hằng tuần"],
    ["gửi Sở Tài chính trước ngày 20 tháng 7 của năm trước năm kế hoạch.", "trước ngày 20 tháng 7 của năm trước năm kế hoạch"],
  ])("of “%s” is “%s”", (task, time) => {
    const found = findTaskTime(task);
    expect(found?.text).toBe(time);
    expect(task.slice(found?.start, found?.end)).toBe(time);
  });

  it("is none where a period or a date only names a programme or a document", () => {
    for (const task of [
      "triển khai Chiến lược giai đoạn 2021 - 2025 trên địa bàn",
      "thực hiện Quyết định số 127/QĐ-TTg ngày 26/01/2021 của Thủ tướng",
      "dự báo dịch bệnh trước 02 tuần",
      "đưa vào kế hoạch hằng năm của ngành",
    ])
      expect(findTaskTime(task), task).toBeNull();
  });
});
