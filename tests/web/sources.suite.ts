/** From an answer to the cited words in their document, and back. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askQuestion } from "./helpers/browser.ts";
import { FLAGSHIP, forgiveFailedRequests, onPage, type Stage } from "./helpers/stage.ts";

const plain = (text: string): string => text.replace(/\s+/gu, "");
const markedWords = async (page: Page): Promise<string> => (await page.locator(".text mark").allTextContents()).join("");

async function openFirstSource(page: Page): Promise<string> {
  await askQuestion(page, FLAGSHIP);
  await page.locator(".words .cite").first().click();
  return page.locator(".source[open] blockquote").innerText();
}

/** The address of the flagship's first cited passage. */
async function passageUrl(stage: Stage): Promise<string> {
  const body = JSON.stringify({ question: FLAGSHIP });
  const response = await fetch(`${stage.url()}/v1/ask`, { method: "POST", headers: { "content-type": "application/json" }, body });
  const { citations } = (await response.json()) as { citations: { url: string }[] };
  return citations[0]?.url ?? "";
}

export function describeSources(stage: Stage): void {
  describe("sources", () => {
    test("a citation button opens its source and takes the focus there; going back returns it", () =>
      onPage(stage, async ({ page }) => {
        await openFirstSource(page);
        const summary = page.locator(".source[open] > summary");
        expect(await summary.evaluate((element) => element.matches(":focus"))).toBe(true);
        expect(await summary.innerText()).toContain("khoản 10 Mục III");
        await page.keyboard.press("Escape");
        expect(
          await page
            .locator(".words .cite")
            .first()
            .evaluate((element) => element.matches(":focus")),
        ).toBe(true);
      }));

    test("two clicks after the answer the quoted words are marked in the document, in view and in focus", () =>
      onPage(stage, async ({ page }) => {
        const quote = await openFirstSource(page);
        await page.locator(".source[open] a.button").click();
        await page.locator(".text mark").first().waitFor();
        expect(plain(await markedWords(page))).toBe(plain(quote));
        const state = await page
          .locator(".text mark")
          .first()
          .evaluate((mark) => {
            const { top, bottom } = mark.getBoundingClientRect();
            return { isFocused: mark.matches(":focus"), isInView: bottom > 0 && top < innerHeight };
          });
        expect(state).toEqual({ isFocused: true, isInView: true });
        expect(await page.locator("[role=status]").textContent()).toContain("Đã đánh dấu đoạn được trích tại khoản 10 Mục III");
        expect(await page.locator("nav a[aria-current]").textContent()).toMatch(/^10\. Sở Văn hóa/u);
      }));

    test("coming back from the document finds the conversation as it was; asking something else forgets it", () =>
      onPage(stage, async ({ page }) => {
        await openFirstSource(page);
        await page.locator(".source[open] a.button").click();
        await page.getByRole("link", { name: "Hỏi trợ lý ảo" }).click();
        await page.locator(".asked").waitFor();
        expect(await page.locator(".asked").innerText()).toContain(FLAGSHIP);
        await page.getByRole("button", { name: "Hỏi việc khác" }).click();
        await page.reload();
        await page.locator(".welcome").waitFor();
        expect(await page.locator(".exchange").count()).toBe(0);
      }));

    test("a passage that reads otherwise than when it was cited is not marked, and the page says so", async () => {
      const path = (await passageUrl(stage)).replace(/h=[0-9a-f]+/u, "h=0123456789abcdef");
      await onPage(
        stage,
        async ({ page }) => {
          await page.locator(".passage-note").waitFor();
          expect(await page.locator(".passage-note").innerText()).toContain("đã thay đổi từ khi được trích dẫn");
          expect(await page.locator(".text mark").count()).toBe(0);
        },
        { path },
      );
    });

    test("a section that is no longer there is named", async () => {
      const path = (await passageUrl(stage)).replace(/s=[^&]+/u, "s=XX.99");
      await onPage(
        stage,
        async ({ page }) => {
          expect(await page.locator(".passage-note").innerText()).toContain("không còn phần “XX.99”");
        },
        { path },
      );
    });

    test("over plain HTTP, where the browser computes no hash, the server's hash decides and the words are marked", async () => {
      const before = (): void => {
        Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
      };
      await onPage(
        stage,
        async ({ page }) => {
          await page.locator(".text mark").first().waitFor();
        },
        { path: await passageUrl(stage), before },
      );
    });

    test("the contents list leads to a section and takes the focus along", async () => {
      await onPage(
        stage,
        async ({ page }) => {
          await page.locator("nav a").filter({ hasText: /^II\./u }).first().click();
          await page.waitForFunction(() => document.activeElement?.matches("h2") === true);
          expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^II\./u);
        },
        { path: (await passageUrl(stage)).replace(/#.*/u, "") },
      );
    });

    test("the whole text of every document stands on its page", async () => {
      const { documents } = (await (await fetch(`${stage.url()}/v1/documents`)).json()) as { documents: { id: string }[] };
      for (const { id } of documents) {
        const { text } = (await (await fetch(`${stage.url()}/v1/documents/${id}`)).json()) as { text: string };
        await onPage(
          stage,
          async ({ page }) => {
            await page.locator("article.text").waitFor();
            const shown = await page.locator("article.text").evaluate((article) => {
              for (const button of article.querySelectorAll("button")) button.remove();
              return article.textContent;
            });
            // Not one comparison of whole texts: a failure should show its place.
            const [seen, expected] = [plain(shown), plain(text)];
            for (let from = 0; from < Math.max(seen.length, expected.length); from += 80) {
              expect(seen.slice(from, from + 80)).toBe(expected.slice(from, from + 80));
            }
          },
          { path: `/documents/${id}` },
        );
      }
    });

    test("an unknown document gets a plain word, not an empty page", () =>
      onPage(
        stage,
        async (watched) => {
          await watched.page.getByRole("heading", { name: "Không có văn bản này" }).waitFor();
          forgiveFailedRequests(watched);
        },
        { path: "/documents/khong-co" },
      ));
  });
}
