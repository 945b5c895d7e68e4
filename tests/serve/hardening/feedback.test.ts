import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/contract/answer.ts";
import type { SectionDetail } from "../../../src/contract/documents.ts";
import { fakeAnswer, fakeSection } from "../support/fake-aide.ts";
import { testApp, testStore, type TestApp } from "../support/test-app.ts";

let made = 0;

/** An application that gave one answer, whose cited sections are `sections` now. */
async function answered(
  sections: readonly SectionDetail[] = [],
): Promise<TestApp & { id: string; send(body: unknown): Promise<Response>; check(): Promise<Response> }> {
  const id = `a-${String((made += 1))}-feedback`;
  const section = (documentId: string, sectionId: string): SectionDetail | null =>
    sections.find((one) => one.documentId === documentId && one.id === sectionId) ?? null;
  const test = testApp({ ask: async () => ({ ...fakeAnswer, id }), section });
  const answer = (await (await test.ask({ question: "a" })).json()) as Answer;
  expect(answer.id).toBe(id);
  const send = async (body: unknown): Promise<Response> =>
    test.app.request("/v1/feedback", { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  return { ...test, id, send, check: async () => test.app.request(`/v1/answers/${id}/check`) };
}

describe("feedback", () => {
  it("is kept with its answer, personal data masked", async () => {
    const { id, send } = await answered();
    const response = await send({ answerId: id, useful: false, reason: "incomplete", comment: " Gọi tôi 0912 345 678\u0000 " });
    expect(response.status).toBe(200);
    const [kept] = await testStore.feedback.list({ answerId: id });
    expect(kept).toMatchObject({
      useful: false,
      reason: "incomplete",
      comment: "Gọi tôi [số điện thoại 1]",
      accountId: null,
      state: "open",
    });
    expect(await response.json()).toEqual({ id: kept?.id });
  });

  it("on an answer that nobody was given is refused", async () => {
    const { send } = await answered();
    expect((await send({ answerId: "a-unknown", useful: true })).status).toBe(404);
  });

  it.each([
    {},
    { answerId: "x" },
    { answerId: "x", useful: "yes" },
    { answerId: "", useful: true },
    { answerId: "x", useful: true, comment: "x".repeat(2001) },
  ])("that is not of its form is refused: %j", async (body) => {
    const { send } = await answered();
    expect((await send(body)).status).toBe(400);
  });

  it("is taken often enough and then no more", async () => {
    const { id, send } = await answered();
    for (let turn = 0; turn < 20; turn += 1) expect((await send({ answerId: id, useful: true })).status).toBe(200);
    expect((await send({ answerId: id, useful: true })).status).toBe(429);
  });
});

describe("an old answer", () => {
  const [first, second] = fakeAnswer.citations;
  const section = (sectionId: string, text: string, hash: string): SectionDetail => ({
    ...fakeSection,
    documentId: "ke-hoach-a",
    id: sectionId,
    text,
    hash,
  });

  it("stands when every section that it cites is what it was", async () => {
    const { check } = await answered([section("III.1", first?.text ?? "", "00"), section("III.2", second?.text ?? "", "00")]);
    const response = await check();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      stands: true,
      generation: "g-1",
      citations: [
        { n: 1, state: "same", quoteStands: true },
        { n: 2, state: "same" },
      ],
    });
  });

  it("shows what changed beside what it was, and repeats nothing of what is gone", async () => {
    const { check } = await answered([section("III.1", "Chủ trì ứng dụng trong du lịch và thể thao.", "11")]);
    const body = (await (await check()).json()) as { stands: boolean; citations: unknown[] };
    expect(body.stands).toBe(false);
    expect(body.citations).toEqual([
      {
        n: 1,
        state: "changed",
        documentId: "ke-hoach-a",
        sectionId: "III.1",
        label: "khoản 1 Mục III",
        quote: "ứng dụng trong du lịch",
        quoteStands: true,
        textThen: "Chủ trì ứng dụng trong du lịch.",
        textNow: "Chủ trì ứng dụng trong du lịch và thể thao.",
      },
      { n: 2, state: "gone" },
    ]);
  });

  it("loses its words when its document is removed", async () => {
    const { id, check } = await answered([]);
    await check();
    await testStore.forgetDocument("ke-hoach-a");
    const kept = await testStore.answers.byId(id);
    expect(kept?.citations.every(({ text, quote }) => text === null && quote === null)).toBe(true);
    expect(JSON.stringify(await (await check()).json())).not.toContain("du lịch");
  });

  it("that nobody was given is not found", async () => {
    const { app } = testApp();
    expect((await app.request("/v1/answers/a-unknown/check")).status).toBe(404);
  });

  it("of an account is nobody else's", async () => {
    const account = await testStore.accounts.add({ login: "kiem-tra", displayName: "K", role: "official" });
    if (account === "taken") throw new Error("taken");
    await testStore.answers.add([
      {
        id: "a-own",
        at: new Date().toISOString(),
        generation: "g",
        accountId: account.id,
        lang: "vi",
        status: "refused",
        confidence: 1,
        question: "x",
        citations: [],
      },
    ]);
    const { app } = testApp();
    expect((await app.request("/v1/answers/a-own/check")).status).toBe(404);
    const feedback = { method: "POST", body: '{"answerId":"a-own","useful":true}', headers: { "content-type": "application/json" } };
    expect((await app.request("/v1/feedback", feedback)).status).toBe(404);
  });
});
