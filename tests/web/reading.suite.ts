/** Answers with tables and many sources, read on a small phone. */
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askQuestion } from "./helpers/browser.ts";
import { onPage, type Stage } from "./helpers/stage.ts";

const COMPARISON = "So sánh nhiệm vụ của Sở Giao thông vận tải ở Bình Thuận và Sóc Trăng";
const MANY_TASKS = "Sở Thông tin và Truyền thông ở Bình Thuận phải làm gì?";
const phone = { options: { viewport: { width: 320, height: 640 } } };

interface Box {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

const boxesOf = (cells: Locator): Promise<Box[]> =>
  cells.evaluateAll((found) =>
    found.map((cell) => {
      const { left, right, width } = cell.getBoundingClientRect();
      return { left, right, width };
    }),
  );

export function describeReading(stage: Stage): void {
  describe("reading", () => {
    test("the cells of a table stand below each other on a phone, each as wide as the text around it", () =>
      onPage(
        stage,
        async ({ page }) => {
          await askQuestion(page, COMPARISON);
          const boxes = await boxesOf(page.locator(".words :is(tbody th, td)"));
          expect(boxes.length).toBeGreaterThanOrEqual(4);
          for (const { left, right, width } of boxes) {
            expect(left).toBeGreaterThanOrEqual(0);
            expect(right).toBeLessThanOrEqual(320);
            expect(width).toBeGreaterThan(220);
          }
        },
        phone,
      ));

    test("a stacked table is still a table to those who cannot see it", () =>
      onPage(
        stage,
        async ({ page, context }) => {
          await askQuestion(page, COMPARISON);
          // What the browser itself tells assistive technology.
          const session = await context.newCDPSession(page);
          const { nodes } = await session.send("Accessibility.getFullAXTree");
          const roles = new Set(nodes.map((node) => String(node.role?.value)));
          for (const role of ["table", "row", "columnheader", "rowheader", "cell"]) expect(roles, role).toContain(role);
        },
        phone,
      ));

    test("of several quotes of one section the reference is read once, and each shows its first words until it is opened", () =>
      onPage(stage, async ({ page }) => {
        await askQuestion(page, MANY_TASKS);
        const sources = page.locator(".source");
        const second = sources.nth(1);
        expect(await sources.count()).toBeGreaterThan(2);
        const quote = ((await second.locator("blockquote").textContent()) ?? "").slice(0, 30);
        expect(await second.locator(".first-words").innerText()).toContain(quote);
        const height = (): Promise<number> =>
          second
            .locator("summary [lang=vi]")
            .first()
            .evaluate((element) => element.getBoundingClientRect().height);
        expect(await height()).toBeLessThan(2);
        await second.locator("summary").first().click();
        expect(await height()).toBeGreaterThan(15);
        expect(await second.locator(".first-words").isVisible()).toBe(false);
      }));

    test("a passage longer than the window opens at its first line", () =>
      onPage(
        stage,
        async ({ page }) => {
          await askQuestion(page, COMPARISON);
          await page.locator(".answer .cite").first().click();
          await page.locator(".source[open] a.button").click();
          const mark = page.locator(".text mark").first();
          await mark.waitFor();
          const { top, height } = await mark.evaluate(
            (element) => element.getBoundingClientRect().toJSON() as { top: number; height: number },
          );
          expect(height).toBeGreaterThan(640 * 0.6);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top).toBeLessThan(200);
        },
        phone,
      ));
  });
}
