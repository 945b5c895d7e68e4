/** What the page says when the server fails. These answers are made up: a healthy server does not give them. */
import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { FLAGSHIP, forgiveFailedRequests, onPage, type Stage } from "./helpers/stage.ts";

const problem =
  (code: string, status: number, detail = "") =>
  (route: Route): Promise<void> =>
    route.fulfill({
      status,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "about:blank", title: code, status, code, detail, requestId: "r" }),
    });

const stream =
  (body: string) =>
  (route: Route): Promise<void> =>
    route.fulfill({ status: 200, contentType: "text/event-stream", body });

async function send(page: Page): Promise<void> {
  await page.locator("#question").fill(FLAGSHIP);
  await page.locator("#question").press("Enter");
}

const failures: readonly (readonly [string, (route: Route) => Promise<void>, string, string])[] = [
  ["an overloaded server", problem("overloaded", 503), "đang có nhiều người hỏi", "Many people are asking"],
  ["an internal error", problem("internal", 500, "stack at line 1"), "gặp lỗi khi trả lời", "Something went wrong"],
  ["a code of a later version", problem("quota", 429, "Đã hết lượt hỏi hôm nay."), "Đã hết lượt hỏi hôm nay.", "Đã hết lượt hỏi hôm nay."],
  [
    "a proxy's page of HTML",
    (route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>502</h1>" }),
    "không đúng định dạng",
    "could not be read",
  ],
  ["a broken line", (route) => route.abort("connectionreset"), "Không kết nối được máy chủ", "cannot be reached"],
  ["a stream cut in the middle", stream('event: answer-delta\ndata: {"text":"Sở"}\n\n'), "Không kết nối được máy chủ", "cannot be reached"],
  [
    "an error after the stream has begun",
    stream('event: answer-start\ndata: {}\n\nevent: answer-error\ndata: {"code":"overloaded","detail":""}\n\n'),
    "đang có nhiều người hỏi",
    "Many people are asking",
  ],
  [
    "an answer that is none",
    (route) => route.fulfill({ status: 200, contentType: "application/json", body: '{"blocks":[{"type":"html"}]}' }),
    "không đúng định dạng",
    "could not be read",
  ],
];

export function describeFailures(stage: Stage): void {
  describe("failures", () => {
    test.each(failures)(
      "%s is told in the reader's language, and the question is kept and can be tried again",
      (_name, fail, vietnamese, english) =>
        onPage(stage, async (watched) => {
          const { page } = watched;
          await page.route("**/v1/ask", fail);
          await send(page);
          const alert = page.getByRole("alert");
          await alert.getByText(vietnamese).waitFor();
          expect(await page.locator("#question").inputValue()).toBe(FLAGSHIP);
          expect(await page.locator(".answer").innerText()).not.toContain("stack at line");
          await page.getByRole("button", { name: "English" }).click();
          await alert.getByText(english).waitFor();
          await page.unroute("**/v1/ask");
          await page.getByRole("button", { name: "Try again" }).click();
          await page.locator(".words .cite").first().waitFor();
          expect(await page.locator(".exchange").count()).toBe(1);
          forgiveFailedRequests(watched);
        }),
    );

    test("a list of documents that does not come can be asked for again", () =>
      onPage(stage, async (watched) => {
        const { page } = watched;
        await page.route("**/v1/documents", problem("not-ready", 503));
        await page.reload();
        await page.getByText("Hệ thống đang khởi động").waitFor();
        await page.unroute("**/v1/documents");
        await page.getByRole("button", { name: "Thử lại" }).click();
        await page.locator(".collection li").first().waitFor();
        forgiveFailedRequests(watched);
      }));

    test("a document that is not there is named, with a way back to the start and nothing to try again", () =>
      onPage(
        stage,
        async (watched) => {
          const { page } = watched;
          const alert = page.getByRole("alert");
          await alert.getByRole("heading", { name: "Không có văn bản này" }).waitFor();
          expect(await alert.innerText()).toContain("“nope”");
          expect(await page.title()).toBe("Không có văn bản này – Trợ lý ảo");
          expect(await page.getByRole("button", { name: "Thử lại" }).count()).toBe(0);
          await alert.getByRole("link", { name: "Về trang đầu" }).click();
          await page.locator("#question").waitFor();
          expect(new URL(page.url()).pathname).toBe("/");
          forgiveFailedRequests(watched);
        },
        { path: "/documents/nope" },
      ));

    test("a document that does not come for now can be asked for again", () =>
      onPage(stage, async (watched) => {
        const { page } = watched;
        await page.route("**/v1/documents/*", problem("internal", 500));
        await page.goto(`${stage.url()}/documents/nope`);
        await page.getByRole("heading", { name: "Chưa mở được văn bản" }).waitFor();
        await page.unroute("**/v1/documents/*");
        await page.getByRole("button", { name: "Thử lại" }).click();
        await page.getByRole("heading", { name: "Không có văn bản này" }).waitFor();
        forgiveFailedRequests(watched);
      }));

    test("markup in an answer is shown as text and runs nothing", () =>
      onPage(stage, async ({ page }) => {
        const hostile = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
        const citation = {
          n: 1,
          documentId: "d",
          title: hostile,
          number: null,
          issuedOn: null,
          issuer: null,
          documentStatus: "draft",
          section: { id: "I", label: hostile, path: [hostile] },
          quote: hostile,
          text: `${hostile} sau`,
          start: 0,
          end: 1,
          hash: "",
          page: 3,
          reference: hostile,
          url: "javascript:window.ran=1",
        };
        const answer = {
          id: "a",
          question: FLAGSHIP,
          lang: "vi",
          status: "answered",
          answer: hostile,
          citations: [citation],
          blocks: [
            { type: "paragraph", spans: [{ text: hostile }, { cite: 1 }] },
            { type: "quote", text: hostile, cite: 1 },
          ],
          notices: [{ code: "draft", message: hostile }],
          suggestions: [hostile],
          confidence: 1,
          engine: "extractive",
          generation: "g",
          tookMs: 1,
        };
        await page.route("**/v1/ask", (route) =>
          route.fulfill({ status: 200, contentType: "application/json", body: JSON.stringify(answer) }),
        );
        await send(page);
        await page.locator(".words").waitFor();
        expect(await page.locator(".words p").first().innerText()).toContain(hostile);
        await page.locator(".cite").first().click();
        expect(await page.locator("tro-ly-ao img, tro-ly-ao script, .source a").count()).toBe(0);
        expect(await page.evaluate(() => "ran" in window)).toBe(false);
      }));
  });
}
