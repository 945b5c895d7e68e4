/**
 * Takes the README's picture from the running product, so that it stays true.
 *
 * Run: npm run screenshots
 */
import { fileURLToPath } from "node:url";
import { askQuestion, launchBrowser, openPage } from "../tests/web/helpers/browser.ts";
import { startProduct } from "../tests/web/helpers/product.ts";
import { FLAGSHIP } from "../tests/web/helpers/stage.ts";

const path = fileURLToPath(new URL("../docs/images/answer.png", import.meta.url));

/** Bytes: a picture in a README is loaded by everyone who opens it. */
const LARGEST = 200_000;

const product = await startProduct();
const browser = await launchBrowser();
try {
  const { page, faults } = await openPage({ browser, url: product.url, options: { viewport: { width: 1180, height: 800 } } });
  await askQuestion(page, FLAGSHIP);
  await page.locator(".collection li").first().waitFor();
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const picture = await page.screenshot({ path });
  if (picture.length > LARGEST) throw new Error(`${path} takes ${String(picture.length)} bytes, more than ${String(LARGEST)}`);
  process.stdout.write(`${path}\n`);
} finally {
  await browser.close();
  await product.stop();
}
