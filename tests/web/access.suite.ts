/** For everyone: WCAG 2.2 AA by axe, the keyboard alone, narrow and enlarged windows, targets, colours. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askQuestion } from "./helpers/browser.ts";
import { FLAGSHIP, forgiveFailedRequests, onPage, type Stage } from "./helpers/stage.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page: Page): Promise<string[]> {
  // By the debugger's road, which the content policy does not govern.
  await page.evaluate(axeSource);
  const results = await page.evaluate(
    (tags) => (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ runOnly: tags }),
    RULES,
  );
  return results.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html}`));
}

/** Things that stand out to the right of a window, whatever its scroll position. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Visible targets below 24 × 24 px; links inside sentences are exempt (WCAG 2.5.8). */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap((element) => element.shadowRoot ?? [])];
    const targets = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>("button, summary, textarea, a")]);
    return targets
      .filter((target) => target.checkVisibility() && !(target.matches("a") && getComputedStyle(target).display === "inline"))
      .filter((target) => target.getBoundingClientRect().width < 24 || target.getBoundingClientRect().height < 24)
      .map((target) => target.outerHTML.slice(0, 120));
  });

const windows: readonly (readonly [string, BrowserContextOptions])[] = [
  ["1280 px, light", { viewport: { width: 1280, height: 800 }, colorScheme: "light" }],
  ["1280 px, dark", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }],
  ["320 px, light", { viewport: { width: 320, height: 640 }, colorScheme: "light" }],
  ["320 px, dark", { viewport: { width: 320, height: 640 }, colorScheme: "dark" }],
  ["forced colours", { viewport: { width: 1280, height: 800 }, forcedColors: "active" }],
  ["400% zoom", { viewport: { width: 320, height: 200 }, colorScheme: "light" }],
];

export function describeAccess(stage: Stage): void {
  describe("for everyone", () => {
    test.each(windows)("no state of the asking page breaks WCAG 2.2 AA or the window: %s", (_name, options) =>
      onPage(
        stage,
        async (watched) => {
          const { page } = watched;
          const check = async (state: string): Promise<void> => {
            expect(await violations(page), state).toEqual([]);
            expect(await overflow(page), state).toBeLessThanOrEqual(0);
            expect(await smallTargets(page), state).toEqual([]);
          };
          await page.locator(".collection li").first().waitFor();
          await check("first screen");
          await askQuestion(page, FLAGSHIP);
          await page.locator(".words .cite").first().click();
          await check("answer with an open source");
          await page.getByRole("button", { name: "English" }).click();
          await check("in English");
          await page.route("**/v1/ask", (route) => route.abort());
          await askQuestion(page, FLAGSHIP);
          await check("failure");
          forgiveFailedRequests(watched);
        },
        { options },
      ),
    );

    test.each(windows)("no document page breaks WCAG 2.2 AA or the window: %s", (_name, options) =>
      onPage(
        stage,
        async ({ page }) => {
          await askQuestion(page, FLAGSHIP);
          const address = await page.locator(".source a.button").first().getAttribute("href");
          await page.goto(address ?? "");
          await page.locator(".text mark").first().waitFor();
          expect(await violations(page)).toEqual([]);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
          expect(await smallTargets(page)).toEqual([]);
        },
        { options },
      ),
    );

    test("the keyboard alone asks, opens the source and reaches the marked passage", () =>
      onPage(stage, async ({ page }) => {
        const focused = (): Promise<string> =>
          page.evaluate(() => {
            const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
            return inner instanceof HTMLElement ? `${inner.tagName} ${inner.className} ${inner.id}` : "";
          });
        const tabTo = async (wanted: string): Promise<void> => {
          for (let presses = 0; presses < 40; presses += 1) {
            if ((await focused()).includes(wanted)) return;
            await page.keyboard.press("Tab");
          }
          throw new Error(`the Tab key never reached ${wanted}, but ended at ${await focused()}`);
        };
        await tabTo("question");
        await page.keyboard.type(FLAGSHIP);
        await page.keyboard.press("Enter");
        await page.locator(".words .cite").first().waitFor();
        await page.keyboard.press("Shift+Tab");
        for (let presses = 0; presses < 40 && !(await focused()).includes("cite"); presses += 1) await page.keyboard.press("Shift+Tab");
        await page.keyboard.press("Enter");
        expect(await focused()).toContain("SUMMARY");
        await tabTo("A button");
        await page.keyboard.press("Enter");
        await page.locator(".text mark").first().waitFor();
        expect(await focused()).toContain("MARK");
      }));

    test("what has the focus is never hidden beneath the question box", () =>
      onPage(
        stage,
        async ({ page }) => {
          await askQuestion(page, FLAGSHIP);
          await page.locator(".words .cite").first().click();
          const isHidden = (): Promise<boolean> =>
            page.evaluate(() => {
              const root = document.querySelector("tro-ly-ao")?.shadowRoot;
              const active = root?.activeElement;
              const footer = root?.querySelector("footer");
              if (active == null || footer == null || footer.contains(active)) return false;
              return active.getBoundingClientRect().top >= footer.getBoundingClientRect().top;
            });
          // From every place that a stop may have in the window, the next one must come into view.
          for (let offset = 0; offset < 600; offset += 60) {
            await page.locator(".asked").evaluate((title: HTMLElement) => title.focus());
            await page.evaluate((top) => scrollTo(0, top), offset);
            for (let presses = 0; presses < 8; presses += 1) {
              await page.keyboard.press("Tab");
              expect(await isHidden(), `${presses + 1} stops after scrolling by ${offset} px`).toBe(false);
            }
          }
        },
        { options: { viewport: { width: 320, height: 600 } } },
      ));

    test("paper gets the text dark on white without controls, also from a reader of dark screens", () =>
      onPage(
        stage,
        async ({ page }) => {
          await page.locator("article.text p").first().waitFor();
          await page.emulateMedia({ media: "print", colorScheme: "dark" });
          const colours = await page.evaluate(() => {
            const { backgroundColor, color } = getComputedStyle(document.documentElement);
            return { backgroundColor, color };
          });
          expect(colours).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)" });
          expect(await page.locator("button:visible, nav:visible").count()).toBe(0);
          expect(await page.locator("article.text").isVisible()).toBe(true);
        },
        { path: "/documents/soc-trang-2021-du-thao" },
      ));
  });
}
