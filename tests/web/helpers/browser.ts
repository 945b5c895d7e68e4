/** Debian's Chromium under Playwright. Without it the tests fail: a page that nobody opened is not tested. */
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

const EXECUTABLE = "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

/** A page with a record of everything that must not happen: policy violations, script errors, foreign requests. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** In order of occurrence; a test that expects a failing request removes it. */
  readonly faults: string[];
}

export interface Opening {
  readonly browser: Browser;
  readonly url: string;
  readonly options?: BrowserContextOptions;
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
}

export async function openPage({ browser, url, options, before }: Opening): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(url).origin)) faults.push(`foreign request: ${request.url()}`);
  });
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(url);
  return { page, context, faults };
}

/** Types a question, sends it and waits until it has its outcome. */
export async function askQuestion(page: Page, question: string): Promise<void> {
  const before = await page.locator(".exchange").count();
  await page.locator("#question").fill(question);
  await page.locator("#question").press("Enter");
  await page.locator(".exchange").nth(before).locator(".answer").waitFor();
}
