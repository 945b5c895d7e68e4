/** Read by hand: a covering letter, then the draft; number and day blank, two sums that do not add up, CNTT for TTNT, the annex absent, no name under the signature. */
import type { GoldPlan } from "./gold-plan.ts";

export const socTrang: GoldPlan = {
  id: "soc-trang-2021-du-thao",
  metadata: {
    kind: "Kế hoạch",
    number: null,
    issuedOn: null,
    issuedOnPrinted: "tháng 9 năm 2021",
    issuer: "UBND tỉnh Sóc Trăng",
    signer: null,
    place: { name: "Sóc Trăng", level: "province", province: null },
    status: "draft",
    legalBases: ["Thực hiện Quyết định số 127/QĐ-TTg ngày 26/01/2021"],
    recipients: 15,
    issuedAt: "Sóc Trăng",
    authority: "KT. Chủ tịch, TM. Ủy ban nhân dân",
    effectiveOn: null,
    relations: ["implements 127/QĐ-TTg 2021-01-26"],
  },
  sections: `
    cong-van | Số: /VP-VX
    dau-van-ban | ỦY BAN NHÂN DÂN
    I | MỤC ĐÍCH, YÊU CẦU
    I.1 | Mục đích
    I.2 | Yêu cầu
    II | MỤC TIÊU
    II.1 | Mục tiêu chung
    II.2 | Mục tiêu cụ thể | -------
    III | NỘI DUNG
    III.1 | Phối hợp xây dựng hệ thống | --
    III.2 | Xây dựng hạ tầng dữ liệu và tính toán
    III.3 | Phát triển hệ sinh thái TTNT | -----
    III.4 | Thúc đẩy ứng dụng TTNT | ---
    IV | NHIỆM VỤ, GIẢI PHÁP
    IV.1 | Sở Khoa học và Công nghệ | ----
    IV.2 | Sở Thông tin và Truyền thông | ----
    IV.3 | Bộ Chỉ huy Quân sự tỉnh
    IV.4 | Công an tỉnh
    IV.5 | Sở Kế hoạch và Đầu tư
    IV.6 | Sở Công Thương | ---
    IV.7 | Sở Nông nghiệp và Phát triển nông thôn | ---
    IV.8 | Sở Tài nguyên và Môi trường
    IV.9 | Sở Giao thông vận tải
    IV.10 | Sở Xây dựng
    IV.11 | Sở Y tế | --
    IV.12 | Sở Giáo dục và Đào tạo | --
    IV.13 | Sở Văn hóa, Thể thao và Du lịch
    IV.14 | Sở Lao động - Thương binh và Xã hội
    IV.15 | Ngân hàng Nhà nước chi nhánh tỉnh Sóc Trăng
    IV.16 | Sở Tư pháp
    IV.17 | Sở Nội vụ
    IV.18 | Sở Tài chính
    IV.19 | Các cơ sở giáo dục nghề nghiệp trên địa bàn tỉnh Sóc Trăng
    V | KINH PHÍ THỰC HIỆN | -++-++
    VI | TỔ CHỨC THỰC HIỆN
    VI.1 | Sở Khoa học và Công nghệ có trách nhiệm
    VI.2 | Các sở, ngành, cơ quan liên quan có trách nhiệm
    VI.3 | Ủy ban nhân dân các huyện, thị xã, thành phố phối hợp
    VI.4 | Các sở, ngành, địa phương định kỳ hàng năm báo cáo
    VI.ket | Trong quá trình tổ chức thực hiện, nếu có khó khăn
    cuoi-van-ban | Nơi nhận:`,
  assignments: `
    IV.1-1..4 | Sở Khoa học và Công nghệ | lead
    IV.2-1..4 | Sở Thông tin và Truyền thông | lead
    IV.3 | Bộ Chỉ huy Quân sự tỉnh | lead
    IV.4 | Công an tỉnh | lead
    IV.5 | Sở Kế hoạch và Đầu tư | lead
    IV.5 | Sở Kế hoạch và Đầu tư | support | | Sở Khoa học và Công nghệ
    IV.6-1..3 | Sở Công Thương | lead
    IV.7-1..3 | Sở Nông nghiệp và Phát triển nông thôn | lead
    IV.8 | Sở Tài nguyên và Môi trường | lead
    IV.8 | Sở Tài nguyên và Môi trường | lead
    IV.9 | Sở Giao thông vận tải | lead
    IV.10 | Sở Xây dựng | lead
    IV.11-1..2 | Sở Y tế | lead
    IV.12-1..2 | Sở Giáo dục và Đào tạo | lead
    IV.13 | Sở Văn hóa, Thể thao và Du lịch | lead
    IV.14 | Sở Lao động - Thương binh và Xã hội | lead
    IV.15 | Ngân hàng Nhà nước chi nhánh tỉnh Sóc Trăng | lead
    IV.16 | Sở Tư pháp | lead
    IV.17 | Sở Nội vụ | lead
    IV.18 | Sở Tài chính | lead
    IV.19 | Các cơ sở giáo dục nghề nghiệp trên địa bàn tỉnh Sóc Trăng | support
    VI.1 | Sở Khoa học và Công nghệ | lead | Trước ngày 30 tháng 9 hàng năm
    VI.2 | Các sở, ngành, cơ quan liên quan | all | hàng năm trước ngày 15 tháng 9
    VI.3 | Ủy ban nhân dân các huyện, thị xã, thành phố | support
    VI.4 | Các sở, ngành, địa phương | all | trước ngày 01 tháng 12
    VI.ket | các sở, ngành, địa phương | all`,
  warnings: `
    draft | dau-van-ban
    number-missing | dau-van-ban
    date-missing | dau-van-ban
    totals-differ | V-1
    totals-differ | V-2
    terms-mixed | II.1
    annex-missing | V`,
};
