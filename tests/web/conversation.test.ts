import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/contract/answer.ts";
import { answerText } from "../../web/shared/answer-text.ts";
import { safeLink } from "../../web/shared/safe-link.ts";
import { historyOf, type Exchange } from "../../web/widget/conversation.ts";

const answered = (id: number, answer = `trả lời ${id}`): Exchange => ({
  id,
  question: `hỏi ${id}`,
  state: { kind: "answered", answer: { answer } as Answer },
});

describe("what goes along with a follow-up", () => {
  test("at most 20 turns, the latest ones, oldest first", () => {
    const history = historyOf(Array.from({ length: 15 }, (_, index) => answered(index + 1)));
    expect(history).toHaveLength(20);
    expect(history[0]).toEqual({ role: "user", content: "hỏi 6" });
    expect(history.at(-1)).toEqual({ role: "assistant", content: "trả lời 15" });
  });

  test("questions without an answer are left out", () => {
    const failed: Exchange = { id: 2, question: "hỏng", state: { kind: "failed", error: null } };
    expect(historyOf([answered(1), failed]).map((turn) => turn.content)).toEqual(["hỏi 1", "trả lời 1"]);
  });

  test("an answer longer than the contract allows is shortened", () => {
    expect(historyOf([answered(1, "x".repeat(30_000))])[1]?.content).toHaveLength(20_000);
  });
});

describe("what is copied and linked", () => {
  test("an answer is copied with its marks, its references and the note on what decides", () => {
    const answer = {
      blocks: [
        { type: "paragraph", spans: [{ text: "Sở Y tế", strong: true }, { cite: 1 }, { text: "." }] },
        { type: "list", ordered: true, items: [[{ text: "Một" }], [{ text: "Hai" }, { cite: 1 }]] },
        { type: "table", columns: ["Nơi", "Cơ quan"], rows: [[[{ text: "A" }], [{ text: "Sở Y tế" }]]] },
        { type: "quote", text: "Khám bệnh từ xa.", cite: 1 },
      ],
      citations: [{ n: 1, reference: "khoản 1 Mục III Kế hoạch A" }],
    } as unknown as Answer;
    expect(answerText(answer, "Máy tổng hợp.")).toBe(
      "Sở Y tế [1].\n\n1. Một\n2. Hai [1]\n\nNơi\tCơ quan\nA\tSở Y tế\n\n“Khám bệnh từ xa.” [1]\n\n[1] khoản 1 Mục III Kế hoạch A\n\nMáy tổng hợp.",
    );
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "http://"])("a link that runs or embeds is refused: %s", (url) => {
    expect(safeLink(url, "https://cong.gov.vn/")).toBeNull();
  });

  test("a path is resolved against the server", () => {
    expect(safeLink("/documents/a#s=I", "https://tro-ly.gov.vn/x")).toBe("https://tro-ly.gov.vn/documents/a#s=I");
  });
});
