/** Plans of another province, each a little different, to be uploaded while others ask. */
export function planText(number: number): string {
  const tasks = Array.from(
    { length: 12 },
    (_, at) =>
      `${String(at + 1)}. Sở Thử nghiệm ${String(at + 1)}\n\nChủ trì triển khai nhiệm vụ số ${String(number)}.${String(at + 1)} về chuyển đổi số; báo cáo trước ngày 15/12/2025.`,
  );
  return [
    "ỦY BAN NHÂN DÂN\nTỈNH THỬ NGHIỆM\n\nSố: " +
      String(number) +
      "/KH-UBND\n\nThử nghiệm, ngày 05 tháng 5 năm 2025\n\nKẾ HOẠCH\n\nChuyển đổi số giai đoạn 2025 - 2030",
    "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Nâng cao chất lượng phục vụ người dân.\n\n2. Bảo đảm an toàn thông tin.",
    "II. TỔ CHỨC THỰC HIỆN",
    ...tasks,
  ].join("\n\n");
}
