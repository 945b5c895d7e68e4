/** Tasks, days and sums that a later document changed: what holds now is said first, and both documents are cited. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/contract/answer.ts";
import { createFakeEmbedder } from "../helpers/fake-embedder.ts";
import { openCollection, type OpenCollection } from "../quality/collections.ts";
import { faultsOf } from "./well-formed.ts";

interface Letterhead {
  readonly place: string;
  readonly number: string;
  readonly date: string;
  readonly subject: string;
}

const plan = ({ place, number, date, subject }: Letterhead, body: readonly string[]): string =>
  [
    "ỦY BAN NHÂN DÂN",
    `TỈNH ${place.toUpperCase()}`,
    `Số: ${number}/KH-UBND`,
    `${place}, ${date}`,
    "KẾ HOẠCH",
    `${subject} trên địa bàn tỉnh ${place}`,
    ...body,
  ].join("\n");

const files: Readonly<Record<string, string>> = {
  "ca-mau-105.txt": plan({ place: "Cà Mau", number: "105", date: "ngày 06 tháng 5 năm 2021", subject: "Chuyển đổi số ngành y tế" }, [
    "I. MỤC TIÊU",
    "Đến năm 2025, 80% bệnh viện công lập dùng bệnh án điện tử.",
    "II. NHIỆM VỤ",
    "1. Sở Y tế",
    "- Chủ trì triển khai bệnh án điện tử tại các bệnh viện, hoàn thành trước ngày 31/12/2023.",
    "- Tổ chức tập huấn cho nhân viên y tế xã.",
    "2. Sở Tài chính",
    "- Bố trí kinh phí mua sắm máy chủ cho bệnh viện tỉnh là 12 tỷ đồng.",
  ]),
  "ca-mau-210.txt": plan(
    { place: "Cà Mau", number: "210", date: "ngày 10 tháng 3 năm 2023", subject: "Sửa đổi Kế hoạch chuyển đổi số ngành y tế" },
    [
      "I. NỘI DUNG",
      "1. Sửa đổi khoản 2 Mục II Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Cà Mau như sau: “Sở Tài chính cân đối kinh phí mua sắm máy chủ cho bệnh viện tỉnh là 15 tỷ đồng.”",
      "2. Sửa đổi khoản 1 Mục II Kế hoạch số 105/KH-UBND ngày 06/5/2021 của UBND tỉnh Cà Mau như sau: “Sở Y tế triển khai bệnh án điện tử tại các bệnh viện, hoàn thành trước ngày 30/6/2025.”",
    ],
  ),
  "dak-nong-40.txt": plan({ place: "Đắk Nông", number: "40", date: "ngày 02 tháng 02 năm 2020", subject: "Phát triển cà phê bền vững" }, [
    "I. NHIỆM VỤ",
    "1. Sở Công Thương",
    "- Xây dựng chỉ dẫn địa lý cho cà phê Đắk Mil trước ngày 30/9/2021.",
  ]),
  "dak-nong-77.txt": plan({ place: "Đắk Nông", number: "77", date: "ngày 15 tháng 4 năm 2024", subject: "Phát triển cà phê đặc sản" }, [
    "I. NHIỆM VỤ",
    "1. Sở Khoa học và Công nghệ",
    "- Xây dựng chỉ dẫn địa lý cho cà phê Đắk Mil trước ngày 30/9/2026.",
    "II. HIỆU LỰC",
    "1. Kế hoạch này thay thế Kế hoạch số 40/KH-UBND ngày 02/02/2020 của UBND tỉnh Đắk Nông.",
  ]),
};

let folder = "";
let collection: OpenCollection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-changed-tasks-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  collection = await openCollection({ embedder: createFakeEmbedder(), corpusFolder: folder });
});
afterAll(async () => {
  await collection.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(question: string, lang: "vi" | "en" = "vi"): Promise<Answer> {
  const answer = await collection.aide.ask({ question, lang });
  expect(faultsOf(answer, collection.generation)).toEqual([]);
  return answer;
}
const citedDocuments = ({ citations }: Answer): string[] => [...new Set(citations.map(({ documentId }) => documentId))];
/** Whether the first words stand before the others in an answer. */
const inOrder = ({ answer }: Answer, first: string, then: string): boolean =>
  answer.includes(first) && answer.includes(then) && answer.indexOf(first) < answer.indexOf(then);

describe("a task that a later document amended", () => {
  it("is listed with the words that hold now before those of the plan, both cited", async () => {
    const answer = await ask("Sở Tài chính làm gì theo Kế hoạch số 105/KH-UBND của Cà Mau?");
    expect(inOrder(answer, "15 tỷ đồng", "12 tỷ đồng"), answer.answer).toBe(true);
    expect(answer.answer).toContain("Hiện hành theo");
    expect(citedDocuments(answer).toSorted()).toEqual(["ca-mau-105", "ca-mau-210"]);
  });

  it("gives the day that holds now first", async () => {
    const answer = await ask("Theo Kế hoạch số 105/KH-UBND của Cà Mau, bệnh án điện tử tại các bệnh viện phải hoàn thành trước ngày nào?");
    expect(inOrder(answer, "30/6/2025", "31/12/2023"), answer.answer).toBe(true);
  });

  it("gives the sum that holds now first", async () => {
    const answer = await ask("Theo Kế hoạch số 105/KH-UBND của Cà Mau, mua sắm máy chủ cho bệnh viện tỉnh hết bao nhiêu tiền?");
    expect(inOrder(answer, "15 tỷ đồng", "12 tỷ đồng"), answer.answer).toBe(true);
  });

  it("is said in English too", async () => {
    const { answer } = await ask("What must the Department of Finance do under plan 105/KH-UBND?", "en");
    expect(answer).toMatch(/As amended by.*15 tỷ đồng.*before that:.*12 tỷ đồng/su);
  });

  it("leaves what nobody changed as it stands", async () => {
    const { answer } = await ask("Mục tiêu của Kế hoạch số 105/KH-UBND của Cà Mau là gì?");
    expect(answer).not.toContain("Hiện hành theo");
    expect(answer).toContain("80% bệnh viện");
  });
});

describe("a plan that a later one replaced", () => {
  it("is not answered from where the later one answers", async () => {
    const answer = await ask("Chỉ dẫn địa lý cho cà phê Đắk Mil ở Đắk Nông xong trước ngày nào?");
    expect(answer.answer).toContain("30/9/2026");
    expect(answer.answer).not.toContain("30/9/2021");
    expect(citedDocuments(answer)).toEqual(["dak-nong-77"]);
  });

  it("is said to be replaced before its words, when the question names it", async () => {
    const answer = await ask("Theo Kế hoạch số 40/KH-UBND, cơ quan nào xây dựng chỉ dẫn địa lý cho cà phê Đắk Mil?");
    expect(inOrder(answer, "Đã bị thay thế bởi", "Sở Công Thương"), answer.answer).toBe(true);
    expect(citedDocuments(answer).toSorted()).toEqual(["dak-nong-40", "dak-nong-77"]);
  });

  it("is said so once above its list of tasks", async () => {
    const { answer } = await ask("Sở Công Thương làm gì theo Kế hoạch số 40/KH-UBND của Đắk Nông?");
    expect(answer.match(/Đã bị thay thế bởi/gu)).toHaveLength(1);
  });
});
