import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildPages, pagesState } from "../../src/serve/build-pages.ts";

let projectFolder: string;

beforeEach(() => {
  projectFolder = mkdtempSync(join(tmpdir(), "aide-pages-"));
});

afterEach(() => rmSync(projectFolder, { recursive: true }));

function write(path: string, minute: number): void {
  const file = join(projectFolder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  utimesSync(file, minute * 60, minute * 60);
}

const state = (): Promise<string> => pagesState({ projectFolder, pagesFolder: join(projectFolder, "dist", "web") });

describe("pagesState", () => {
  it("is missing before the first build", async () => {
    write("web/index.html", 1);
    expect(await state()).toBe("missing");
  });

  it("is fresh after a build, and stale when a source at any depth or the contract is newer", async () => {
    write("web/deep/er/part.ts", 1);
    write("dist/web/index.html", 2);
    expect(await state()).toBe("fresh");
    write("web/deep/er/part.ts", 3);
    expect(await state()).toBe("stale");
    write("dist/web/index.html", 4);
    expect(await state()).toBe("fresh");
    write("src/contract/answer.ts", 5);
    expect(await state()).toBe("stale");
  });

  it("is fresh where only built pages were installed", async () => {
    write("dist/web/index.html", 1);
    expect(await state()).toBe("fresh");
  });
});

describe("buildPages", () => {
  it("fails with words when there is nothing to build", async () => {
    await expect(buildPages({ projectFolder, pagesFolder: join(projectFolder, "dist", "web") })).rejects.toThrow(
      "vite.config.ts is not there",
    );
  });
});
