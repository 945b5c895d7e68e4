import { describe, expect, it, vi } from "vitest";
import { createLog, type Log } from "../../../src/base/log.ts";
import type { Answer } from "../../../src/contract/answer.ts";
import { maskPersonalData } from "../../../src/language/personal-data.ts";
import { createAnswerRecords, type AnswerRecords } from "../../../src/serve/answer-records.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { NewAnswerRecord } from "../../../src/store/types/answers.ts";
import { fakeAnswer } from "../support/fake-aide.ts";

const now = (): Date => new Date("2026-01-02T03:04:05Z");

function records(store: Parameters<typeof createAnswerRecords>[0]["store"], keep = true): { answers: AnswerRecords; lines: string[] } {
  const lines: string[] = [];
  const log: Log = createLog({ sink: (line) => lines.push(line), now });
  return { answers: createAnswerRecords({ store, log, now, mask: maskPersonalData, keep, delayMs: 20 }), lines };
}

const given = (id: string, question = "Câu hỏi"): Answer => ({ ...fakeAnswer, id, question });

describe("answers that were given", () => {
  it("are kept with what they cited, personal data masked, and whose they were", async () => {
    const store = await openStore(":memory:");
    const { answers } = records(store);
    answers.record(given("a-1", "Gọi tôi số 0912345678, thư a.b@example.com"), null);
    const kept = await answers.byId("a-1");
    expect(kept).toMatchObject({
      question: "Gọi tôi số [số điện thoại 1], thư [thư điện tử 1]",
      accountId: null,
      generation: "g-1",
      status: "answered",
    });
    expect(kept?.citations[0]).toEqual({
      documentId: "ke-hoach-a",
      sectionId: "III.1",
      label: "khoản 1 Mục III",
      hash: "00",
      text: "Chủ trì ứng dụng trong du lịch.",
      quote: "ứng dụng trong du lịch",
    });
    await store.close();
  });

  it("are written later and several at once, so that no answer waits", async () => {
    const added: number[] = [];
    const slow = { answers: { add: async (batch: readonly NewAnswerRecord[]) => void added.push(batch.length) } };
    const { answers } = records(slow as never);
    for (let at = 0; at < 25; at += 1) answers.record(given(`a-${String(at)}`), null);
    expect(added).toEqual([]);
    await vi.waitFor(() => expect(added).toEqual([10, 10, 5]));
  });

  it("are bounded while the store does not take them, and a store that fails costs no answer", async () => {
    const failing = { answers: { add: () => Promise.reject(new Error("disk full")) } };
    const { answers, lines } = records(failing as never);
    for (let at = 0; at < 2005; at += 1) answers.record(given(`a-${String(at)}`), null);
    expect(lines.filter((line) => line.includes("was not recorded"))).toHaveLength(5);
    await answers.flush();
    expect(lines.some((line) => line.includes("disk full"))).toBe(true);
  });

  it("are not kept where the settings say so", async () => {
    const store = await openStore(":memory:");
    const { answers } = records(store, false);
    answers.record(given("a-1"), null);
    expect(await answers.byId("a-1")).toBeNull();
    expect(await store.answers.count()).toBe(0);
    await store.close();
  });
});
