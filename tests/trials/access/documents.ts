/** Documents with canary words in every part: name, title, headings, tasks, agencies, figures. Some speak of each other. */
import { textOf, type ShortPlan } from "../../helpers/small-collection.ts";

export interface CanaryDocument {
  readonly id: string;
  readonly text: string;
  /** Words that stand in the document's text and nowhere else; a copy shares those of its original. */
  readonly words: readonly string[];
  /** Stands in its name alone. */
  readonly idWord: string;
}

/** Questions may hold the first of a pair, so that they find the document; only the second betrays it. */
export const pairs = [
  "zafirun palomek",
  "kiluvan dostrem",
  "mebrani toluzek",
  "guvolan sipretam",
  "wexolin harmudok",
  "jopalim brustev",
] as const;
const idWords = ["qixavar", "fenolup", "zumbrek", "walodin", "cripton", "vastulo", "norbeki"] as const;
const places = ["Cà Mau", "Bình Thuận", "Lạng Sơn", "Nghệ An", "Sóc Trăng", "Tây Ninh"] as const;

const second = (pair: string): string => pair.split(" ")[1] ?? "";

function planWith(index: number, more: Partial<ShortPlan> = {}): ShortPlan {
  const pair = pairs[index] ?? "";
  const number = String(101 + index);
  return {
    id: `ke-hoach-${idWords[index] ?? ""}`,
    number,
    date: `ngày 0${String(index + 1)} tháng 5 năm 202${String(index)}`,
    place: places[index] ?? "Cà Mau",
    subject: `Ứng dụng ${pair} trên địa bàn tỉnh ${places[index] ?? ""}`,
    body: [
      `I. MỤC TIÊU VỀ ${pair.toUpperCase()}`,
      `1. Đến năm 2030 có 5 sản phẩm ${pair}.`,
      "II. TỔ CHỨC THỰC HIỆN",
      "1. Sở Y tế",
      `- Chủ trì triển khai ${pair} tại các bệnh viện trước ngày 30/6/2025.`,
      `2. Trung tâm ${pair}`,
      `- Bố trí kinh phí ${String(100 + index)} triệu đồng cho ${pair} hằng năm.`,
    ],
    ...more,
  };
}

export const canaryDocuments: readonly CanaryDocument[] = [
  ...pairs.map((pair, index): CanaryDocument => {
    // The second amends the first, the third replaces the second: what is said of either depends on who sees both.
    const changes: Readonly<Record<number, readonly string[]>> = {
      1: ["I. NỘI DUNG", `1. Sửa đổi khoản 1 Mục I Kế hoạch số 101/KH-UBND ngày 01/5/2020 của UBND tỉnh Cà Mau như sau: “${pair}.”`],
      2: ["I. NỘI DUNG", `1. Kế hoạch ${pair} này thay thế Kế hoạch số 102/KH-UBND ngày 02/5/2021 của UBND tỉnh Cà Mau.`],
    };
    const body = changes[index];
    const plan = planWith(index, body === undefined ? {} : { place: "Cà Mau", body });
    return { id: plan.id, text: textOf(plan), words: [second(pair)], idWord: idWords[index] ?? "" };
  }),
  { id: `ban-sao-${idWords[6] ?? ""}`, text: textOf(planWith(3)), words: [second(pairs[3])], idWord: idWords[6] ?? "" },
];

/** Folded, so that a word is found however it was written. */
export function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
