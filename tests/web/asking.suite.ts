/** Asking and reading the answer. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { AskRequest } from "../../src/contract/answer.ts";
import { askQuestion } from "./helpers/browser.ts";
import { FLAGSHIP, onPage, type Stage } from "./helpers/stage.ts";

/** Records every text that the polite live region takes, in order. */
async function recordAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const status = document.querySelector("tro-ly-ao")?.shadowRoot?.querySelector("[role=status]");
    const heard: string[] = [];
    Object.assign(window, { heard });
    if (status == null) throw new Error("no live region");
    new MutationObserver(() => heard.push(status.textContent.trim())).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

export function describeAsking(stage: Stage): void {
  describe("asking", () => {
    test("the first screen shows every document of the collection and examples about its places", () =>
      onPage(stage, async ({ page }) => {
        const { documents } = (await (await fetch(`${stage.url()}/v1/documents`)).json()) as { documents: { id: string; place: string }[] };
        expect(documents.length).toBeGreaterThan(0);
        await page.locator(".example").first().waitFor();
        const links = await page.locator(".collection a").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
        expect(links).toEqual(documents.map((document) => `/documents/${document.id}`));
        const examples = await page.locator(".example").allTextContents();
        expect(examples.length).toBeGreaterThanOrEqual(3);
        expect(examples.length).toBeLessThanOrEqual(4);
        for (const example of examples) expect(documents.some((document) => example.includes(document.place))).toBe(true);
      }));

    test("every example on the first screen gets an answer with a citation", () =>
      onPage(stage, async ({ page }) => {
        await page.locator(".example").first().waitFor();
        const count = await page.locator(".example").count();
        for (let index = 0; index < count; index += 1) {
          const question = await page.locator(".example").nth(index).textContent();
          await page.locator(".example").nth(index).click();
          await page.locator(".answer").waitFor();
          expect(await page.locator(".answer .cite").count(), question ?? "").toBeGreaterThan(0);
          await page.getByRole("button", { name: "Hỏi việc khác" }).click();
          await page.locator(".example").first().waitFor();
        }
      }));

    test("the answer names the agency first, cites it, and the note says that the cited text decides", () =>
      onPage(stage, async ({ page }) => {
        await askQuestion(page, FLAGSHIP);
        expect(await page.locator(".words").innerText()).toMatch(/^.{0,60}Sở Văn hóa, Thể thao và Du lịch/su);
        const name = await page.locator(".words .cite").first().getAttribute("aria-label");
        expect(name).toContain("Trích dẫn 1: khoản 10 Mục III");
        await page.getByText("Câu trả lời do máy tổng hợp").waitFor();
      }));

    test("one announcement when the search starts and one when the answer is there, nothing in between", () =>
      onPage(stage, async ({ page }) => {
        const heard = await recordAnnouncements(page);
        await askQuestion(page, FLAGSHIP);
        const announcements = await heard();
        expect(announcements).toHaveLength(2);
        expect(announcements[0]).toBe("Đang tìm câu trả lời trong văn bản.");
        expect(announcements[1]).toMatch(/^Đã có câu trả lời, kèm \d+ trích dẫn\.$/u);
      }));

    test("a follow-up carries what was asked and answered before", () =>
      onPage(stage, async ({ page }) => {
        await askQuestion(page, FLAGSHIP);
        const sent = page.waitForRequest("**/v1/ask");
        await askQuestion(page, "thời hạn báo cáo là khi nào?");
        const { history } = (await sent).postDataJSON() as AskRequest;
        expect(history?.map((turn) => turn.role)).toEqual(["user", "assistant"]);
        expect(history?.[0]?.content).toBe(FLAGSHIP);
        expect(history?.[1]?.content).toContain("Sở Văn hóa, Thể thao và Du lịch");
      }));

    test("the language switch changes every word of the page and is remembered in this session only", () =>
      onPage(stage, async ({ page, context }) => {
        await page.getByRole("button", { name: "English" }).click();
        await page.getByRole("heading", { name: "Virtual aide" }).waitFor();
        expect(await page.locator("html").getAttribute("lang")).toBe("en");
        await page.reload();
        await page.getByRole("heading", { name: "Virtual aide" }).waitFor();
        expect(await page.title()).toBe("Virtual aide");
        const other = await context.newPage();
        await other.goto(stage.url());
        await other.getByRole("heading", { name: "Trợ lý ảo" }).waitFor();
      }));
  });
}
