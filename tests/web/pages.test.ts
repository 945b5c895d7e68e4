/** The pages in a real browser on the real server; one server for all suites, since each holds the model in memory. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { describeAccess } from "./access.suite.ts";
import { describeAsking } from "./asking.suite.ts";
import { describeCopying } from "./copying.suite.ts";
import { describeFailures } from "./failures.suite.ts";
import { describeReading } from "./reading.suite.ts";
import { describeSources } from "./sources.suite.ts";
import { describeTyping } from "./typing.suite.ts";
import { launchBrowser } from "./helpers/browser.ts";
import { startProduct, type Product } from "./helpers/product.ts";
import type { Stage } from "./helpers/stage.ts";

const STARTED_WITHIN_MS = 300_000;

describe("the pages", { timeout: 60_000 }, () => {
  let product: Product | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startProduct();
  }, STARTED_WITHIN_MS);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const stage: Stage = {
    url: () => {
      if (product === undefined) throw new Error("the server is not running");
      return product.url;
    },
    browser: () => {
      if (browser === undefined) throw new Error("the browser is not running");
      return browser;
    },
  };

  describeAsking(stage);
  describeTyping(stage);
  describeReading(stage);
  describeSources(stage);
  describeCopying(stage);
  describeFailures(stage);
  describeAccess(stage);
});
