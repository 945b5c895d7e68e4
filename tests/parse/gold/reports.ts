/**
 * Duties to report in the five plans, read by hand: plan | section | agency as printed | kind of its row | to whom | through whom |
 * time as printed | rule. Names of one cell are parted by " ; ".
 */
export const goldReports = `
  binh-phuoc-2024 | IV.1-1 | Sở Khoa học và Công nghệ | task | UBND tỉnh ; cơ quan cấp trên có thẩm quyền | | định kỳ hằng năm | FREQ=YEARLY
  binh-phuoc-2024 | IV.17-3 | Các sở, ban, ngành, hội, đoàn thể tỉnh | report | Sở Khoa học và Công nghệ | | Hằng năm (trước ngày 05/12) | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5
  binh-phuoc-2024 | IV.17-3 | UBND các huyện, thị xã, thành phố | report | Sở Khoa học và Công nghệ | | Hằng năm (trước ngày 05/12) | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5
  binh-phuoc-2024 | V.ket | Các cơ quan, đơn vị, địa phương | task | Sở Khoa học và Công nghệ | | |
  binh-son-124-kh-ubnd-2021 | III.1 | Thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các xã, thị trấn | task | UBND huyện | Phòng Kinh tế và Hạ tầng | định kỳ hằng năm | FREQ=YEARLY
  binh-son-124-kh-ubnd-2021 | III.3 | Phòng Kinh tế và Hạ tầng | task | cấp trên | | |
  binh-son-124-kh-ubnd-2021 | III.ket | các cơ quan, đơn vị, UBND các xã thị trấn | task | UBND huyện | Phòng Kinh tế và Hạ tầng | |
  binh-thuan-2021 | IV.1 | Sở Khoa học và Công nghệ | task | Ủy ban nhân dân tỉnh | | định kỳ hàng năm | FREQ=YEARLY
  binh-thuan-2021 | IV.5 | Các sở, ngành, địa phương | report | Ủy ban nhân dân tỉnh | Sở Khoa học và Công nghệ | trước ngày 01 tháng 12 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1
  soc-trang-2021-du-thao | VI.1 | Sở Khoa học và Công nghệ | task | Ủy ban nhân dân tỉnh | | định kỳ hàng năm | FREQ=YEARLY
  soc-trang-2021-du-thao | VI.1 | Sở Khoa học và Công nghệ | task | Sở Tài chính | | Trước ngày 30 tháng 9 hàng năm | FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30
  soc-trang-2021-du-thao | VI.2 | Các sở, ngành, cơ quan liên quan | task | Sở KH&CN | | hàng năm trước ngày 15 tháng 9 | FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15
  soc-trang-2021-du-thao | VI.4 | Các sở, ngành, địa phương | report | Sở Khoa học và Công nghệ | | trước ngày 01 tháng 12 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1
  soc-trang-2021-du-thao | VI.ket | các sở, ngành, địa phương | report | Sở Khoa học và Công nghệ | | |`
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => line.split("|").map((cell) => cell.trim()));
