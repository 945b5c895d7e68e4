/** Read by hand: a paragraph a line, one cut by a page break, "- +" bullets, number and day left blank, signed. */
import type { GoldPlan } from "./gold-plan.ts";

export const binhPhuoc: GoldPlan = {
  id: "binh-phuoc-2024",
  metadata: {
    kind: "Kế hoạch",
    number: null,
    issuedOn: null,
    issuedOnPrinted: "năm 2024",
    issuer: "UBND tỉnh Bình Phước",
    signer: { name: "Trần Tuyết Minh", title: "Phó Chủ tịch" },
    place: { name: "Bình Phước", level: "province", province: null },
    status: "unknown",
    legalBases: [
      "Thực hiện Quyết định số 127/QĐ-TTg ngày 26/01/2021",
      "Theo đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 1370/TTr-SKHHCN",
    ],
    recipients: 11,
    issuedAt: "Bình Phước",
    authority: "KT. Chủ tịch",
    effectiveOn: null,
    relations: ["implements 127/QĐ-TTg 2021-01-26"],
  },
  sections: `
    dau-van-ban | Số: /KH-UBND
    I | MỤC ĐÍCH, YÊU CẦU
    I.1 | Mục đích | --
    I.2 | Yêu cầu
    II | MỤC TIÊU
    II.1 | TTNT được ứng dụng rộng rãi trong hành chính công
    II.2 | Nâng cao hiệu quả hoạt động của hệ thống quản lý hành chính nhà nước
    II.3 | Ứng dụng TTNT phục vụ các nhiệm vụ quốc phòng an ninh
    II.4 | Cùng với chuyển đổi số, ứng dụng TTNT
    II.5 | Phổ cập được kỹ năng cơ bản về ứng dụng TTNT
    II.6 | Đẩy mạnh nghiên cứu, phát triển và ứng dụng TTNT, đưa TTNT
    III | NỘI DUNG KẾ HOẠCH
    III.1 | Tuyên truyền, nâng cao nhận thức về Trí tuệ nhân tạo | --
    III.2 | Xây dựng hạ tầng dữ liệu | ------
    III.3 | Phát triển hệ sinh thái TTNT | -+++-++
    III.4 | Thúc đẩy ứng dụng TTNT | ---
    III.5 | Thúc đẩy hợp tác trong lĩnh vực TTNT | --
    IV | TỔ CHỨC THỰC HIỆN
    IV.1 | Sở Khoa học và Công nghệ | ----
    IV.2 | Sở Thông tin và Truyền thông | -------
    IV.3 | Sở Giáo dục và Đào tạo | ---
    IV.4 | Sở Công Thương | --
    IV.5 | Sở Nông nghiệp và Phát triển nông thôn | --
    IV.6 | Sở Giao thông vận tải
    IV.7 | Sở Văn hóa, Thể thao và Du lịch
    IV.8 | Sở Tài nguyên và Môi trường | --
    IV.9 | Sở Y tế | --
    IV.10 | Sở Tài chính
    IV.11 | Sở Lao động - Thương binh và Xã hội | ---
    IV.12 | Bộ Chỉ huy Quân sự tỉnh | --
    IV.13 | Bộ Chỉ huy Bộ đội Biên phòng tỉnh
    IV.14 | Công an tỉnh | --
    IV.15 | Ngân hàng Nhà nước Chi nhánh Bình Phước
    IV.16 | Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh
    IV.17 | Các sở, ban, ngành, hội, đoàn thể tỉnh; UBND các huyện, thị xã, thành phố | ---
    V | KINH PHÍ THỰC HIỆN
    V.ket | Các cơ quan, đơn vị, địa phương có trách nhiệm
    cuoi-van-ban | Nơi nhận:`,
  assignments: `
    IV.1-1..4 | Sở Khoa học và Công nghệ | lead
    IV.2-1..3 | Sở Thông tin và Truyền thông | lead
    IV.2-4 | Sở Thông tin và Truyền thông | support
    IV.2-5..6 | Sở Thông tin và Truyền thông | lead
    IV.2-7 | Sở Thông tin và Truyền thông | support
    IV.3-1..3 | Sở Giáo dục và Đào tạo | lead
    IV.4-1..2 | Sở Công Thương | lead
    IV.5-1..2 | Sở Nông nghiệp và Phát triển nông thôn | lead
    IV.6 | Sở Giao thông vận tải | lead
    IV.7 | Sở Văn hóa, Thể thao và Du lịch | lead
    IV.8-1..2 | Sở Tài nguyên và Môi trường | lead
    IV.9-1..2 | Sở Y tế | lead
    IV.10 | Sở Tài chính | lead
    IV.11-1..3 | Sở Lao động - Thương binh và Xã hội | lead
    IV.12-1 | Bộ Chỉ huy Quân sự tỉnh | support | | Sở Thông tin và Truyền thông
    IV.12-2 | Bộ Chỉ huy Quân sự tỉnh | lead
    IV.13 | Bộ Chỉ huy Bộ đội Biên phòng tỉnh | lead
    IV.14-1..2 | Công an tỉnh | lead
    IV.15 | Ngân hàng Nhà nước Chi nhánh Bình Phước | lead
    IV.16 | Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh | support
    IV.17-1 | Các sở, ban, ngành, hội, đoàn thể tỉnh có liên quan | all
    IV.17-2 | UBND các huyện, thị xã, thành phố | support
    IV.17-3 | Các sở, ban, ngành, hội, đoàn thể tỉnh | all | Hằng năm (trước ngày 05/12)
    IV.17-3 | UBND các huyện, thị xã, thành phố | lead | Hằng năm (trước ngày 05/12)
    V.ket | Các cơ quan, đơn vị, địa phương | all`,
  warnings: `
    number-missing | dau-van-ban
    date-missing | dau-van-ban
    terms-mixed | IV.5-2`,
};
