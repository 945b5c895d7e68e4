/** Copying answers and references. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askQuestion } from "./helpers/browser.ts";
import { FLAGSHIP, onPage, type Stage } from "./helpers/stage.ts";

const options = { permissions: ["clipboard-read", "clipboard-write"] };
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

export function describeCopying(stage: Stage): void {
  describe("copying", () => {
    test("the answer is copied as plain text with its references", () =>
      onPage(
        stage,
        async ({ page }) => {
          await askQuestion(page, FLAGSHIP);
          await page.getByRole("button", { name: "Chép câu trả lời" }).click();
          await page.getByRole("button", { name: "Đã chép." }).waitFor();
          const text = await clipboard(page);
          expect(text).toContain("Sở Văn hóa, Thể thao và Du lịch");
          expect(text).toMatch(/^\[1\] khoản 10 Mục III/mu);
          expect(text).not.toContain("**");
        },
        { options },
      ));

    test("one reference is copied alone", () =>
      onPage(
        stage,
        async ({ page }) => {
          await askQuestion(page, FLAGSHIP);
          await page.locator(".words .cite").first().click();
          await page
            .locator(".source[open]")
            .getByRole("button", { name: /^Chép dẫn chiếu/u })
            .click();
          await page.getByRole("status").getByText("Đã chép.").waitFor({ state: "attached" });
          expect(await clipboard(page)).toMatch(/^khoản 10 Mục III .*Bình Thuận$/u);
        },
        { options },
      ));

    test("a section's reference is copied from the document's page", () =>
      onPage(
        stage,
        async ({ page }) => {
          await page.locator(".copy-reference").nth(1).click();
          await page.getByRole("status").getByText("Đã chép.").waitFor({ state: "attached" });
          expect((await clipboard(page)).length).toBeGreaterThan(20);
        },
        { options, path: "/documents/binh-thuan-2021" },
      ));

    test("where the browser forbids copying, the text is shown selected, and closing gives the focus back", () =>
      onPage(
        stage,
        async ({ page }) => {
          await askQuestion(page, FLAGSHIP);
          await page.getByRole("button", { name: "Chép câu trả lời" }).click();
          const box = page.getByRole("dialog").locator("textarea");
          await box.waitFor();
          const selected = await box.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
          expect(selected).toBe((await box.inputValue()).length);
          await page.keyboard.press("Escape");
          await page.getByRole("dialog").waitFor({ state: "detached" });
          expect(await page.getByRole("button", { name: "Chép câu trả lời" }).evaluate((button) => button.matches(":focus"))).toBe(true);
        },
        { before: () => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }) },
      ));
  });
}
