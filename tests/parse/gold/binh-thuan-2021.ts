/** Read by hand: one paragraph cut over many lines with a blank line between all, no number printed, khoản 4 of Mục IV left out. */
import type { GoldPlan } from "./gold-plan.ts";

export const binhThuan: GoldPlan = {
  id: "binh-thuan-2021",
  metadata: {
    kind: "Kế hoạch",
    number: null,
    issuedOn: "2021-05-25",
    issuedOnPrinted: null,
    issuer: "UBND tỉnh Bình Thuận",
    signer: { name: "Nguyễn Đức Hòa", title: "Phó Chủ tịch" },
    place: { name: "Bình Thuận", level: "province", province: null },
    status: "issued",
    legalBases: ["Căn cứ Luật Công nghệ cao ngày 13 tháng 11 năm 2008", "Căn cứ Nghị quyết số 50/NQ-CP", "Căn cứ Quyết định số 127/QĐ-TTg"],
    recipients: 8,
    issuedAt: "Bình Thuận",
    authority: "KT. Chủ tịch",
    effectiveOn: null,
    relations: [],
  },
  sections: `
    dau-van-ban | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    I | MỤC TIÊU
    I.1 | Mục tiêu chung | --
    I.2 | Mục tiêu cụ thể | ----
    II | NỘI DUNG
    II.1 | Phối hợp xây dựng hệ thống và triển khai các văn bản quy phạm pháp luật liên quan đến TTNT | --
    II.2 | Xây dựng hạ tầng dữ liệu và tính toán cho nghiên cứu, phát triển và ứng dụng TTNT
    II.3 | Phát triển hệ sinh thái TTNT | ---
    II.4 | Thúc đẩy ứng dụng TTNT | ---
    III | NHIỆM VỤ, GIẢI PHÁP
    III.1 | Sở Khoa học và Công nghệ | ----
    III.2 | Sở Thông tin và Truyền thông | ----
    III.3 | Bộ Chỉ huy Quân sự tỉnh
    III.4 | Công an tỉnh
    III.5 | Sở Giáo dục và Đào tạo | --
    III.6 | Sở Kế hoạch và Đầu tư
    III.7 | Sở Công Thương | ---
    III.8 | Sở Nông nghiệp và Phát triển nông thôn | ---
    III.9 | Sở Giao thông vận tải
    III.10 | Sở Văn hóa, Thể thao và Du lịch
    III.11 | Sở Lao động - Thương binh và Xã hội
    III.12 | Ngân hàng Nhà nước Chi nhánh Bình Thuận
    III.13 | Sở Tài nguyên và Môi trường
    III.14 | Sở Y tế | --
    III.15 | Sở Tư pháp
    III.16 | Sở Xây dựng
    III.17 | Sở Nội vụ
    III.18 | Sở Tài chính
    IV | TỔ CHỨC THỰC HIỆN
    IV.1 | Sở Khoa học và Công nghệ có trách nhiệm: Làm đầu mối
    IV.2 | Các sở, ngành, cơ quan liên quan có trách nhiệm
    IV.3 | Ủy ban nhân dân các huyện, thị xã, thành phố phối hợp
    IV.5 | Các sở, ngành, địa phương định kỳ hàng năm báo cáo
    IV.6 | Nguồn vốn thực hiện Kế hoạch bao gồm
    cuoi-van-ban | Nơi nhận:`,
  assignments: `
    III.1-1..4 | Sở Khoa học và Công nghệ | lead
    III.2-1..4 | Sở Thông tin và Truyền thông | lead
    III.3 | Bộ Chỉ huy Quân sự tỉnh | lead
    III.4 | Công an tỉnh | lead
    III.5-1..2 | Sở Giáo dục và Đào tạo | lead
    III.6 | Sở Kế hoạch và Đầu tư | lead
    III.7-1..3 | Sở Công Thương | lead
    III.8-1..3 | Sở Nông nghiệp và Phát triển nông thôn | lead
    III.9 | Sở Giao thông vận tải | lead
    III.10 | Sở Văn hóa, Thể thao và Du lịch | lead
    III.11 | Sở Lao động - Thương binh và Xã hội | lead
    III.12 | Ngân hàng Nhà nước Chi nhánh Bình Thuận | lead
    III.13 | Sở Tài nguyên và Môi trường | lead
    III.14-1..2 | Sở Y tế | lead
    III.15 | Sở Tư pháp | lead
    III.16 | Sở Xây dựng | lead
    III.17 | Sở Nội vụ | lead
    III.18 | Sở Tài chính | lead
    IV.1 | Sở Khoa học và Công nghệ | lead
    IV.2 | Các sở, ngành, cơ quan liên quan | all
    IV.3 | Ủy ban nhân dân các huyện, thị xã, thành phố | support
    IV.5 | Các sở, ngành, địa phương | all | trước ngày 01 tháng 12`,
  warnings: `
    number-missing | dau-van-ban
    numbering-skipped | IV.5`,
};
