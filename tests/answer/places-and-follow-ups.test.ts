/** Which plans a question means: places old, new, short and unknown; what a follow-up leaves out; what a reader must be told. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, AskRequest, Turn } from "../../src/contract/answer.ts";
import type { TransformersEmbedder } from "../../src/models/transformers-embedder.ts";
import { openShippedEmbedder } from "../helpers/shipped-model.ts";
import { openCollection, type OpenCollection } from "../quality/collections.ts";
import { faultsOf } from "./well-formed.ts";

let embedder: TransformersEmbedder;
let collection: OpenCollection;
beforeAll(async () => {
  embedder = await openShippedEmbedder();
  collection = await openCollection({ embedder });
}, 180_000);
afterAll(async () => {
  await collection.close();
  await embedder.close();
});

async function ask(question: string, more: Omit<AskRequest, "question"> = {}): Promise<Answer> {
  const answer = await collection.aide.ask({ question, ...more });
  expect(faultsOf(answer, collection.generation)).toEqual([]);
  return answer;
}
const documentsOf = ({ citations }: Answer): string[] => [...new Set(citations.map(({ documentId }) => documentId))].toSorted();
const noticesOf = ({ notices }: Answer, code: string): string[] =>
  notices.filter((notice) => notice.code === code).map(({ message }) => message);

const ALL = ["binh-phuoc-2024", "binh-son-124-kh-ubnd-2021", "binh-thuan-2021", "lang-son-105-kh-ubnd-2021", "soc-trang-2021-du-thao"];

describe("a place", () => {
  it.each([
    ["Sở Y tế Bình Thuận được giao việc gì?", "binh-thuan-2021"],
    ["Sở Y tế tỉnh Bình Thuận được giao việc gì?", "binh-thuan-2021"],
    ["so y te binh thuan duoc giao viec gi", "binh-thuan-2021"],
    ["SỞ Y TẾ BÌNH THUẬN ĐƯỢC GIAO VIỆC GÌ?", "binh-thuan-2021"],
    ["Sở Y tế BT được giao việc gì?", "binh-thuan-2021"],
    ["What must the Department of Health of Binh Thuan province do?", "binh-thuan-2021"],
    ["Sở Y tế Sóc Trăng được giao việc gì?", "soc-trang-2021-du-thao"],
    ["Sở Y tế ST được giao việc gì?", "soc-trang-2021-du-thao"],
    ["UBND huyện Bình Sơn giao phòng nào lo kinh phí?", "binh-son-124-kh-ubnd-2021"],
    ["huyện Bình Sơn, tỉnh Quảng Ngãi giao phòng nào lo kinh phí?", "binh-son-124-kh-ubnd-2021"],
    ["Mục tiêu cụ thể của Lang Son?", "lang-son-105-kh-ubnd-2021"],
    ["Mục tiêu của Kế hoạch 105/KH-UBND?", "lang-son-105-kh-ubnd-2021"],
    ["Sở Y tế Bi\u0300nh Thua\u0323\u0302n được giao việc gì?", "binh-thuan-2021"],
  ])("in every spelling means its plan alone: %s", async (question, document) => {
    const answer = await ask(question);
    expect(answer.status).not.toBe("refused");
    expect(documentsOf(answer)).toEqual([document]);
  });

  it.each([
    ["Cơ quan nào phụ trách ứng dụng AI trong du lịch ở Hà Giang?", "Hà Giang"],
    ["co quan nao phu trach du lich o Kien Giang", "Kiên Giang"],
    ["Which agency is in charge of tourism in Hue?", "Huế"],
    ["Sở Y tế Nghệ An được giao việc gì?", "Nghệ An"],
    ["Thời hạn báo cáo hằng năm của thành phố Hải Phòng?", "Hải Phòng"],
    ["Ai ký kế hoạch của Vĩnh Phúc?", "Vĩnh Phúc"],
  ])("without a plan is refused by name, never answered from another place: %s", async (question, place) => {
    const answer = await ask(question);
    expect(answer.status).toBe("refused");
    expect(answer.answer).toContain(place);
    expect(answer.answer).toMatch(/Kho hiện có|The collection holds/u);
  });

  it("that is known beside one that is not is answered for the known one, and the other is not made up", async () => {
    const answer = await ask("So sánh nhiệm vụ của Sở Y tế ở Bình Thuận và Nghệ An");
    expect(documentsOf(answer).filter((document) => document !== "binh-thuan-2021")).toEqual([]);
  });

  it("left out is answered for every plan that says it, each line cited", async () => {
    const answer = await ask("Cơ quan nào phụ trách ứng dụng trí tuệ nhân tạo trong y tế?");
    expect(["answered", "clarify"]).toContain(answer.status);
    if (answer.status === "clarify") expect(answer.suggestions.length).toBeGreaterThan(1);
    else expect(documentsOf(answer).length).toBeGreaterThan(1);
  });

  it("given as the request's scope limits the answer, with or without diacritics", async () => {
    for (const places of [["Sóc Trăng"], ["soc trang"], ["tỉnh Sóc Trăng"]])
      expect(documentsOf(await ask("Sở Y tế được giao những việc gì?", { scope: { places } }))).toEqual(["soc-trang-2021-du-thao"]);
    expect(documentsOf(await ask("Sở Y tế được giao những việc gì?", { scope: { documents: ["binh-thuan-2021"] } }))).toEqual([
      "binh-thuan-2021",
    ]);
    expect((await ask("Sở Y tế được giao những việc gì?", { scope: { places: ["Hà Nội"] } })).status).toBe("refused");
  });
});

describe("a place that was merged in 2025", () => {
  it.each([
    ["Sở Y tế Bình Thuận được giao việc gì?", /Bình Thuận.*01\/7\/2025.*Lâm Đồng/u],
    ["Sở Y tế Bình Phước được giao việc gì?", /Bình Phước.*01\/7\/2025.*Đồng Nai/u],
    ["Sở Y tế Sóc Trăng được giao việc gì?", /Sóc Trăng.*01\/7\/2025.*Cần Thơ/u],
    ["Ủy ban nhân dân huyện Bình Sơn giao phòng nào lo kinh phí?", /huyện.*01\/7\/2025.*Bình Sơn.*Quảng Ngãi/u],
    ["What must the Department of Health of Binh Thuan do?", /Bình Thuận.*Lâm Đồng.*1 July 2025/u],
  ])("gets its notice: %s", async (question, notice) => {
    expect(noticesOf(await ask(question), "place-merged").join("\n")).toMatch(notice);
  });

  it("has none when nothing changed", async () => {
    const answer = await ask("Mục tiêu cụ thể của Lạng Sơn là gì?");
    expect(answer.citations.length).toBeGreaterThan(0);
    expect(noticesOf(answer, "place-merged")).toEqual([]);
  });

  it.each([
    ["Cơ quan nào phụ trách ứng dụng AI trong du lịch ở Lâm Đồng?", "binh-thuan-2021", "Lâm Đồng"],
    ["co quan nao phu trach ung dung AI trong y te o Can Tho", "soc-trang-2021-du-thao", "Cần Thơ"],
  ])("is found by its new name, and the answer says so: %s", async (question, document, now) => {
    const answer = await ask(question);
    expect(documentsOf(answer)).toEqual([document]);
    expect(noticesOf(answer, "place-merged").join("\n")).toContain(now);
  });
});

describe("what a reader must know of a document", () => {
  it("that it is a draft is said with every answer from it, and with no other", async () => {
    const answer = await ask("Sở Y tế Sóc Trăng được giao việc gì?");
    expect(noticesOf(answer, "draft")).toHaveLength(1);
    expect(answer.citations.every(({ documentStatus }) => documentStatus === "draft")).toBe(true);
    expect(noticesOf(await ask("Sở Y tế Bình Thuận được giao việc gì?"), "draft")).toEqual([]);
  });

  it("that its text is cut off is said with answers and with refusals", async () => {
    const answered = await ask("Mục tiêu cụ thể của Lạng Sơn là gì?");
    expect(noticesOf(answered, "source-truncated")).toHaveLength(1);
    const refused = await ask("Lạng Sơn chi bao nhiêu tiền cho máy bay không người lái?");
    expect(refused.status).toBe("refused");
    expect(refused.answer).toContain("[...]");
  });
});

describe("a follow-up", () => {
  const turns = (...contents: string[]): Turn[] =>
    contents.map((content, i) => ({ role: i % 2 === 0 ? ("user" as const) : ("assistant" as const), content }));
  const after = async (question: string, ...before: string[]): Promise<{ history: Turn[]; answers: Answer[] }> => {
    const history: Turn[] = [];
    const answers: Answer[] = [];
    for (const asked of [...before, question]) {
      const answer = await ask(asked, { history: [...history] });
      answers.push(answer);
      history.push(...turns(asked, answer.answer));
    }
    return { history, answers };
  };

  it("that names another place asks the same of that place", async () => {
    const { answers } = await after("Còn Sóc Trăng thì sao?", "Sở Y tế Bình Thuận được giao những việc gì?");
    expect(documentsOf(answers[0]!)).toEqual(["binh-thuan-2021"]);
    expect(documentsOf(answers[1]!)).toEqual(["soc-trang-2021-du-thao"]);
    expect(answers[1]!.answer).toContain("Sở Y tế");
  });

  it("that names another agency asks of it in the same place", async () => {
    const { answers } = await after("còn Sở Tài chính?", "Sở Y tế Sóc Trăng được giao những việc gì?");
    expect(documentsOf(answers[1]!)).toEqual(["soc-trang-2021-du-thao"]);
    expect(answers[1]!.answer).toContain("Sở Tài chính");
  });

  it("that names nothing keeps the place and the language", async () => {
    const { answers } = await after("Ai ký, ban hành ngày nào?", "Mục tiêu cụ thể của Lạng Sơn là gì?");
    expect(documentsOf(answers[1]!)).toEqual(["lang-son-105-kh-ubnd-2021"]);
    const english = await after("and what about Soc Trang?", "What must the Department of Health of Binh Thuan do?");
    expect(english.answers[1]!.lang).toBe("en");
    expect(documentsOf(english.answers[1]!)).toEqual(["soc-trang-2021-du-thao"]);
  });

  it("with “sở này” means the agency of the answer before", async () => {
    const { answers } = await after("Sở này còn được giao việc gì nữa?", "Cơ quan nào phụ trách ứng dụng AI trong du lịch ở Bình Thuận?");
    expect(documentsOf(answers[1]!)).toEqual(["binh-thuan-2021"]);
    expect(answers[1]!.answer).toContain("Sở Văn hóa, Thể thao và Du lịch");
  });

  it("that says all it needs is answered as if it stood alone", async () => {
    const question = "Sở Y tế Bình Thuận được giao những việc gì?";
    const { answers } = await after(question, "Mục tiêu cụ thể của Lạng Sơn là gì?");
    expect(answers[1]!.blocks).toEqual((await ask(question)).blocks);
  });

  it("about a place without a plan is refused, not answered from the place before", async () => {
    const { answers } = await after("Còn Hà Nội thì sao?", "Sở Y tế Bình Thuận được giao những việc gì?");
    expect(answers[1]!.status).toBe("refused");
    expect(answers[1]!.answer).toContain("Hà Nội");
  });
});

describe("the collection", () => {
  it("is listed whole when asked what it holds", async () => {
    const answer = await ask("Kho có những văn bản nào?");
    expect(documentsOf(answer)).toEqual(ALL);
  });
});
