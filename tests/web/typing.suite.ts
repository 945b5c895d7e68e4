/** The question box: what sends, what does not, and that nothing typed is lost. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { FLAGSHIP, onPage, type Stage } from "./helpers/stage.ts";

/** Holds every question back until the page gives up. */
const holdQuestions = (page: Page): Promise<unknown> => page.route("**/v1/ask", () => undefined);

/** An Enter as an input method sends it, while a word is still being composed. */
const composingEnter = (page: Page, how: "isComposing" | "keyCode"): Promise<void> =>
  page.locator("#question").evaluate((box, kind) => {
    const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: kind === "isComposing" });
    // Safari ends the composition before the key event and tells by the key code only.
    if (kind === "keyCode") Object.defineProperty(event, "keyCode", { value: 229 });
    box.dispatchEvent(event);
  }, how);

export function describeTyping(stage: Stage): void {
  describe("typing a question", () => {
    test("Shift+Enter starts a new line, Enter sends both lines and empties the box", () =>
      onPage(stage, async ({ page }) => {
        const box = page.locator("#question");
        await box.fill("cơ quan nào phụ trách");
        await box.press("Shift+Enter");
        await box.pressSequentially("du lịch?");
        expect(await page.locator(".exchange").count()).toBe(0);
        const sent = page.waitForRequest("**/v1/ask");
        await box.press("Enter");
        expect((await sent).postDataJSON()).toMatchObject({ question: "cơ quan nào phụ trách\ndu lịch?" });
        expect(await box.inputValue()).toBe("");
      }));

    test.each(["isComposing", "keyCode"] as const)("Enter that confirms a word of an input method sends nothing (%s)", (how) =>
      onPage(stage, async ({ page }) => {
        await page.locator("#question").fill("du lich");
        await composingEnter(page, how);
        expect(await page.locator(".exchange").count()).toBe(0);
        await page.locator("#question").press("Enter");
        await page.locator(".exchange").waitFor();
      }),
    );

    test("an empty question is not sent, and the focus goes to the box", () =>
      onPage(stage, async ({ page }) => {
        await page.getByRole("button", { name: "Gửi" }).click({ force: true });
        expect(await page.locator(".exchange").count()).toBe(0);
        expect(await page.locator("#question").evaluate((box) => box.matches(":focus"))).toBe(true);
      }));

    test("a question over 2,000 characters is not cut and not sent, and the page says by how much it is too long", () =>
      onPage(stage, async ({ page }) => {
        const question = "ă".repeat(2003);
        await page.locator("#question").fill(question);
        await page.getByText("Vượt quá 3 ký tự").waitFor();
        await page.locator("#question").press("Enter");
        expect(await page.locator(".exchange").count()).toBe(0);
        expect(await page.locator("#question").inputValue()).toBe(question);
      }));

    test("stopping gives the words back, and asking again answers them", () =>
      onPage(stage, async ({ page }) => {
        await holdQuestions(page);
        await page.locator("#question").fill(FLAGSHIP);
        await page.locator("#question").press("Enter");
        await page.getByRole("button", { name: "Dừng" }).click();
        await page.getByText("Đã dừng theo yêu cầu").waitFor();
        expect(await page.locator("#question").inputValue()).toBe(FLAGSHIP);
        await page.unroute("**/v1/ask");
        await page.getByRole("button", { name: "Thử lại" }).click();
        await page.locator(".words").waitFor();
        expect(await page.locator("#question").inputValue()).toBe("");
        expect(await page.locator(".exchange").count()).toBe(1);
      }));

    test("words not yet sent survive a reload", () =>
      onPage(stage, async ({ page }) => {
        await page.locator("#question").fill("kinh phí bao nhiêu");
        await page.reload();
        expect(await page.locator("#question").inputValue()).toBe("kinh phí bao nhiêu");
      }));
  });
}
