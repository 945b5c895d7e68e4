/** Read by hand: a page of a legal portal, its fields above the letterhead, cut off with "[...]" in khoản 3 Mục III. */
import type { GoldPlan } from "./gold-plan.ts";

export const langSon: GoldPlan = {
  id: "lang-son-105-kh-ubnd-2021",
  metadata: {
    kind: "Kế hoạch",
    number: "105/KH-UBND",
    issuedOn: "2021-05-06",
    issuedOnPrinted: null,
    issuer: "UBND tỉnh Lạng Sơn",
    signer: { name: "Lương Trọng Quỳnh", title: "" },
    place: { name: "Lạng Sơn", level: "province", province: null },
    status: "issued",
    legalBases: ["Thực hiện Quyết định số 127/QĐ-TTg ngày 26/01/2021"],
    recipients: 0,
    issuedAt: "Lạng Sơn",
    authority: null,
    effectiveOn: "2021-05-06",
    relations: ["implements 127/QĐ-TTg 2021-01-26", "implements 505/BKHCN-CNC 2021-03-12"],
  },
  sections: `
    dau-van-ban | Kế hoạch 105/KH-UBND năm 2021
    I | MỤC ĐÍCH, YÊU CẦU
    I.1 | Mục đích
    I.2 | Yêu cầu
    II | MỤC TIÊU CỤ THỂ
    II.1 | Nâng cao nhận thức của cán bộ
    II.2 | Lạng Sơn nằm trong nhóm trung bình về ứng dụng TTNT | -------
    III | NỘI DUNG ĐỊNH HƯỚNG
    III.1 | Cụ thể hóa, triển khai và xây dựng hệ thống văn bản quy phạm pháp luật
    III.2 | Xây dựng hạ tầng dữ liệu và tính toán
    III.3 | Phát triển hệ sinh thái TTNT | ---`,
  assignments: "",
  warnings: "source-truncated | III.3-3",
};
