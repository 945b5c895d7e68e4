import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseEngine } from "../../../src/corpus/ocr/choose-engine.ts";
import { hasSystemTesseract, systemTesseract } from "../../../src/corpus/ocr/system-tesseract.ts";
import { tesseractJs } from "../../../src/corpus/ocr/tesseract-js.ts";
import { engineSuite } from "./engine.suite.ts";

const workFolder = mkdtempSync(join(tmpdir(), "engine-test-"));
const installed = await hasSystemTesseract(workFolder);

if (installed) engineSuite("the system's tesseract", async () => systemTesseract(workFolder));
engineSuite("tesseract.js", tesseractJs);

test("the system's program is taken where it is, the packaged one where it is not", async () => {
  const engine = await chooseEngine(workFolder);
  expect(engine.name).toBe(installed ? "tesseract" : "tesseract.js");
  await engine.close();
  const path = process.env["PATH"];
  process.env["PATH"] = workFolder;
  try {
    const other = await chooseEngine(workFolder);
    expect(other.name).toBe("tesseract.js");
    await other.close();
  } finally {
    process.env["PATH"] = path;
  }
}, 60_000);

test("a program without Vietnamese does not count", async () => {
  const path = process.env["PATH"];
  execFileSync("/bin/sh", ["-c", `printf '#!/bin/sh\\necho eng\\n' > ${workFolder}/tesseract && chmod +x ${workFolder}/tesseract`]);
  process.env["PATH"] = `${workFolder}:${path ?? ""}`;
  try {
    expect(await hasSystemTesseract(workFolder)).toBe(false);
  } finally {
    process.env["PATH"] = path;
  }
});
