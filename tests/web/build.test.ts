import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const PAGES = ["index.html", "document.html"];
const MAX_SCRIPT_BYTES = 70_000;

describe("the built pages", () => {
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pages-"));
    const configFile = fileURLToPath(new URL("../../web/vite.config.ts", import.meta.url));
    await build({ configFile, build: { outDir: folder } });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const page = (name: string): Promise<string> => readFile(join(folder, name), "utf8");

  test.each(PAGES)("%s carries no inline script or style, which the content policy forbids", async (name) => {
    const html = await page(name);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/u);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/u);
  });

  test.each(PAGES)("%s takes everything from its own server", async (name) => {
    const html = await page(name);
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/gu)].map((match) => match[1] ?? "");
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) expect(address).toMatch(/^\/assets\/[\w.-]+$/u);
  });

  test.each(PAGES)(`the scripts of %s stay below ${MAX_SCRIPT_BYTES} bytes, compressed`, async (name) => {
    const html = await page(name);
    const scripts = [...html.matchAll(/\/(assets\/[\w.-]+\.js)/gu)].map((match) => match[1] ?? "");
    const sizes = await Promise.all(scripts.map(async (path) => gzipSync(await readFile(join(folder, path))).length));
    expect(scripts.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_SCRIPT_BYTES);
  });

  test("no script parses HTML or makes code from text", async () => {
    const files = (await readdir(join(folder, "assets"))).filter((file) => file.endsWith(".js"));
    for (const file of files) {
      const script = await readFile(join(folder, "assets", file), "utf8");
      expect(script, file).not.toMatch(/\beval\(|new Function\(|insertAdjacentHTML|document\.write|outerHTML/u);
    }
  });
});
