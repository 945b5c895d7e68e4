/** Read by hand: a district's plan, letters a. to m. with "1." printed for "l.", labelled agencies, khoản 3 of Mục III twice. */
import type { GoldPlan } from "./gold-plan.ts";

export const binhSon: GoldPlan = {
  id: "binh-son-124-kh-ubnd-2021",
  metadata: {
    kind: "Kế hoạch",
    number: "124/KH-UBND",
    issuedOn: "2021-11-24",
    issuedOnPrinted: null,
    issuer: "UBND huyện Bình Sơn",
    signer: { name: "Ngô Văn Dũng", title: "Phó Chủ tịch" },
    place: { name: "Bình Sơn", level: "district", province: "Quảng Ngãi" },
    status: "issued",
    legalBases: ["Thực hiện Kế hoạch số 83/KH-UBND ngày 04/6/2021 của UBND tỉnh Quảng Ngãi"],
    recipients: 11,
    issuedAt: "Bình Sơn",
    authority: "KT. Chủ tịch",
    effectiveOn: null,
    relations: ["implements 83/KH-UBND 2021-06-04"],
  },
  sections: `
    dau-van-ban | Số: 124 /KH-UBND
    I | MỤC ĐÍCH, YÊU CẦU | ----
    II | NỘI DUNG THỰC HIỆN
    II.1 | Công tác tuyên truyền | --
    II.2 | Tổ chức triển khai thực hiện hệ thống văn bản quy phạm pháp luật | ---
    II.3 | Xây dựng hạ tầng dữ liệu và nghiên cứu, phát triển
    II.3.a | Tiếp cận, ứng dụng các dữ liệu mở | ---
    II.3.b | Triển khai áp dụng phần mềm quản lý tổng hợp đới bờ | ---
    II.3.c | Xây dựng, triển khai và ứng dụng hệ thống cơ sở dữ liệu chuyên ngành | ---
    II.3.d | Ứng dụng Hệ thống thông tin Quản lý hạ tầng đô thị | ---
    II.4 | Thúc đẩy ứng dụng trí tuệ nhân tạo
    II.4.a | Tổ chức triển khai thực hiện Kế hoạch số 151/KH-UBND | ---
    II.4.b | Thúc đẩy phát triển và triển khai ứng dụng Trí tuệ nhân tạo trong lĩnh vực quân sự | ---
    II.4.c | Triển khai các ứng dụng trí tuệ nhân tạo trong các hệ thống an ninh | ---
    II.4.d | Thúc đẩy phát triển và triển khai các ứng dụng trí tuệ nhân tạo trong quản lý văn hóa | ---
    II.4.e | Thúc đẩy phát triển và triển khai ứng dụng trí tuệ nhân tạo trong lĩnh vực tài chính | ---
    II.4.g | Đẩy mạnh, khuyến khích, hỗ trợ doanh nghiệp đổi mới | ---
    II.4.h | Triển khai các ứng dụng trí tuệ nhân tạo trong lĩnh vực thương mại điện tử | ---
    II.4.i | Thúc đẩy và phát triển các ứng dụng trí tuệ nhân tạo trong lĩnh vực sản xuất nông nghiệp | ---
    II.4.k | Thúc đẩy phát triển và triển khai các ứng dụng trí tuệ nhân tạo trong lĩnh vực quản lý giao thông | ---
    II.4.l | Thúc đẩy phát triển và triển khai các ứng dụng trí tuệ nhân tạo trong lĩnh vực y tế | ---
    II.4.m | Đẩy mạnh ứng dụng trí tuệ nhân tạo trong quản lý xã hội | ---
    III | TỔ CHỨC THỰC HIỆN
    III.1 | Thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các xã, thị trấn
    III.2 | Phòng Tài chính - Kế hoạch tổng hợp nhu cầu
    III.3 | Phòng Kinh tế và Hạ tầng có trách nhiệm theo dõi
    III.3~2 | Văn phòng huyện chủ trì
    III.ket | Trên đây là Kế hoạch
    cuoi-van-ban | Nơi nhận:`,
  assignments: `
    II.1 | Phòng Văn hóa và Thông tin | lead | Thường xuyên hằng năm
    II.1 | Trung tâm Truyền thông – Văn hóa – Thể thao | lead | Thường xuyên hằng năm
    II.1 | Cổng thông tin điện tử huyện | lead | Thường xuyên hằng năm
    II.1 | các cơ quan, đơn vị trên địa bàn huyện | all | Thường xuyên hằng năm
    II.1 | UBND các xã, thị trấn | lead | Thường xuyên hằng năm
    II.2 | Phòng Kinh tế và Hạ tầng | lead | 2022-2030 | Các cơ quan, đơn vị ; UBND các xã, thị trấn
    II.3.a | Phòng Nông nghiệp và Phát triển nông thôn | lead | Năm 2022-2030 | Trung tâm Dịch vụ Nông nghiệp huyện ; UBND các xã, thị trấn
    II.3.b | Phòng Tài nguyên và Môi trường | lead | Năm 2022-2030 | UBND các xã ven biển trên địa bàn huyện
    II.3.c | Trung tâm Y tế huyện | lead | Năm 2022-2030 | Phòng Y tế ; Trạm Y tế các xã, thị trấn
    II.3.d | Phòng Kinh tế và Hạ tầng | lead | Năm 2022 – 2025 | Phòng Văn hóa và thông tin ; UBND thị trấn Châu Ổ
    II.4.a | Phòng Văn hóa và Thông tin | lead | Thường xuyên | Các cơ quan, đơn vị, ban, ngành, Hội đoàn thể và các cơ quan liên quan
    II.4.b | Ban chỉ huy quân sự huyện Bình Sơn | lead | Năm 2025-2030 | Các tổ chức, đơn vị liên quan
    II.4.c | Công an huyện | lead | Năm 2025-2030 | UBND các xã, thị trấn
    II.4.d | Phòng Văn hóa và Thông tin | lead | Năm 2022-2030 | Các tổ chức, đơn vị liên quan
    II.4.e | Phòng Tài chính – Kế hoạch | lead | Năm 2025-2030 | Các cơ quan, đơn vị ; UBND các xã, thị trấn
    II.4.g | Phòng Kinh tế và Hạ tầng | lead | Năm 2025-2030 | Phòng Tài chính – Kế hoạch ; Ban quản lý các cụm công nghiệp ; UBND các xã, thị trấn ; các doanh nghiệp và tổ chức, đơn vị liên quan
    II.4.h | Phòng Kinh tế và Hạ tầng | lead | Năm 2022-2030 | Ban quản lý các cụm công nghiệp ; Các doanh nghiệp và tổ chức, đơn vị liên quan
    II.4.i | Phòng Nông nghiệp và PTNT | lead | Thường xuyên | Các tổ chức, đơn vị liên quan
    II.4.k | Phòng Kinh tế và Hạ tầng | lead | Năm 2022-2030 | Các tổ chức, đơn vị liên quan
    II.4.k | Phòng Văn hóa và Thông tin | lead | Năm 2022-2030 | Các tổ chức, đơn vị liên quan
    II.4.l | Phòng Y tế huyện | lead | Năm 2022-2030 | Trạm Y tế các xã, thị trấn ; các đơn vị cung ứng dịch vụ y tế liên quan
    II.4.l | Trung tâm Y tế huyện | lead | Năm 2022-2030 | Trạm Y tế các xã, thị trấn ; các đơn vị cung ứng dịch vụ y tế liên quan
    II.4.m | Văn phòng huyện | lead | Năm 2022-2030 | các cơ quan chuyên môn ; các đơn vị trực thuộc UBND huyện ; UBND các xã, thị trấn
    II.4.m | Cơ quan Tổ chức – Nội vụ huyện | lead | Năm 2022-2030 | các cơ quan chuyên môn ; các đơn vị trực thuộc UBND huyện ; UBND các xã, thị trấn
    III.1 | Thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các xã, thị trấn | all
    III.2 | Phòng Tài chính - Kế hoạch | lead
    III.3 | Phòng Kinh tế và Hạ tầng | lead
    III.3~2 | Văn phòng huyện | lead | | Phòng Kinh tế và Hạ tầng
    III.ket | các cơ quan, đơn vị, UBND các xã thị trấn | all`,
  warnings: `
    numbering-misprint | II.4.l
    numbering-repeated | III.3~2`,
};
