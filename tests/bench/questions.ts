/** Questions as officials type them, over the plans that ship; for speed, not for quality. */
export const questions: readonly string[] = [
  "Cơ quan nào phụ trách ứng dụng trí tuệ nhân tạo trong du lịch ở Bình Thuận?",
  "co quan nao phu trach AI du lich o Binh Thuan",
  "Which agency is in charge of AI in tourism in Binh Thuan?",
  "Sở Y tế Sóc Trăng được giao những việc gì?",
  "Hạn gửi dự toán kinh phí hằng năm ở Sóc Trăng là ngày nào?",
  "Công an tỉnh Bình Phước phải làm gì về camera giám sát?",
  "Mục tiêu đến năm 2025 của Lạng Sơn về dữ liệu mở?",
  "Ai chịu trách nhiệm bố trí kinh phí thực hiện kế hoạch của huyện Bình Sơn?",
  "So sánh nhiệm vụ của Sở Giao thông vận tải ở Bình Thuận và Sóc Trăng",
  "What must the Department of Industry and Trade of Soc Trang do?",
  "Nguồn vốn thực hiện kế hoạch của Bình Thuận gồm những gì?",
  "Bình Phước đào tạo nguồn nhân lực AI ra sao?",
  "Kế hoạch của Lạng Sơn số mấy, ban hành ngày nào?",
  "Trồng lúa ở Cà Mau năm 2040 có được hỗ trợ máy bay không?",
  "Sở KHCN BT có trách nhiệm gì trong tổ chức thực hiện?",
  "Các cơ sở giáo dục nghề nghiệp ở Sóc Trăng cần làm gì?",
];
