import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFileReader } from "../../../src/corpus/file-reader.ts";
import { convertToDocx } from "../../../src/corpus/office/convert-to-docx.ts";
import { findOffice } from "../../../src/corpus/office/find-office.ts";
import { docReader, odtReader, rtfReader } from "../../../src/corpus/readers/read-office.ts";
import { findIsolation } from "../../../src/corpus/reading-sandbox.ts";
import type { Reader } from "../../../src/corpus/readers/reader.ts";
import { makeZip } from "./make-zip.ts";
import { makeOpenDocument } from "./open-document.ts";

let workFolder: string;
beforeEach(async () => {
  workFolder = await mkdtemp(join(tmpdir(), "aide-office-"));
});
afterEach(async () => {
  await rm(workFolder, { recursive: true, force: true });
});

const fixture = (name: string): Promise<Buffer> => readFile(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)));
/** What this machine grants, and what every machine has. */
const isolations = [...new Set([await findIsolation(), "node-permissions" as const])];
const office = await findOffice({ folder: tmpdir() });

/** Printed by LibreOffice for the three fixtures alike. */
const PLAN = [
  "UBND TỈNH VĨNH HẢI",
  "SỞ NỘI VỤ",
  "Số: 56/KH-SNV",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Độc lập - Tự do - Hạnh phúc",
  "Vĩnh Hải, ngày 18 tháng 4 năm 2025",
  "KẾ HOẠCH",
  "Bồi dưỡng công chức về trí tuệ nhân tạo năm 2025",
  "Căn cứ Kế hoạch số 12/KH-UBND ngày 10/01/2025 của UBND tỉnh;",
  "I. NHIỆM VỤ",
  "1. Mở 06 lớp bồi dưỡng cho công chức cấp xã.",
  "2. Biên soạn tài liệu:",
  "a. Tài liệu cơ bản;",
  "b. Tài liệu nâng cao.",
  "II. PHÂN CÔNG",
  "| TT | Nhiệm vụ | Chủ trì | Thời gian |",
  "| 1 | Mở lớp | Phòng Cải cách hành chính | Quý II/2025 |",
  "| 2 | Mở lớp | Trường Chính trị | Quý III/2025 |",
  "Kinh phí thực hiện là 350 triệu đồng./.",
  "Nơi nhận:",
  "- UBND tỉnh;",
  "- Lưu: VT.",
  "GIÁM ĐỐC",
  "Phạm Văn Long",
];
const readers: readonly (readonly [string, Reader])[] = [
  ["odt", odtReader],
  ["doc", docReader],
  ["rtf", rtfReader],
];

describe.skipIf(office === null)("documents of other programs, through LibreOffice", () => {
  it.each(readers)(
    "reads a plan in .%s with its letterhead, automatic numbers and merged cells",
    async (extension, reader) => {
      const outcome = await reader.read({ bytes: await fixture(`ke-hoach.${extension}`), workFolder });
      expect(outcome.ok && outcome.lines.map(({ text }) => text)).toEqual(PLAN);
    },
    60_000,
  );

  it.each(isolations)(
    "reads them in the reading process, shut in by %s",
    async (isolation) => {
      const reader = openFileReader({ cache: null, isolation });
      try {
        const { kind, outcome } = await reader.read({ fileName: "ke-hoach.doc", bytes: await fixture("ke-hoach.doc") });
        expect([kind, outcome.ok && outcome.lines.length]).toEqual(["doc", PLAN.length]);
      } finally {
        await reader.close();
      }
    },
    60_000,
  );

  it("puts right what is typed in the fonts of TCVN3", async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil .VnTime;}}\f0 C\'e9ng h\'dfa x\'b7 h\'e9i ch\'f1 ngh\'dca Vi\'d6t Nam\par}`;
    const outcome = await rtfReader.read({ bytes: Buffer.from(rtf), workFolder });
    expect(outcome).toMatchObject({
      ok: true,
      lines: [{ text: "Cộng hòa xã hội chủ nghĩa Việt Nam" }],
      notes: [{ code: "encoding-converted" }],
    });
  }, 60_000);

  it("accepts tracked changes", async () => {
    const change = (kind: string, id: string): string =>
      `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>A</dc:creator><dc:date>2025-01-01T00:00:00</dc:date></office:change-info>${kind === "deletion" ? "<text:p>cũ </text:p>" : ""}</text:${kind}></text:changed-region>`;
    const body = `<text:tracked-changes>${change("deletion", "d")}${change("insertion", "i")}</text:tracked-changes><text:p>Kế hoạch <text:change text:change-id="d"/><text:change-start text:change-id="i"/>mới<text:change-end text:change-id="i"/></text:p>`;
    const outcome = await odtReader.read({ bytes: makeOpenDocument(body), workFolder });
    expect(outcome).toMatchObject({ ok: true, lines: [{ text: "Kế hoạch mới" }] });
  }, 60_000);

  it("asks no other machine and no other file for what a document links to", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end("x");
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    expect(port).toBeGreaterThan(0);
    const secret = join(workFolder, "secret.txt");
    await writeFile(secret, "bí mật");
    const link = (target: string): string =>
      `<text:section text:name="s${target.length}"><text:section-source xlink:href="${target}"/><text:p>cũ</text:p></text:section>`;
    const picture = `<text:p><draw:frame draw:name="a" text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="http://127.0.0.1:${port}/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>`;
    try {
      const outcome = await odtReader.read({
        bytes: makeOpenDocument(`<text:p>Kế hoạch</text:p>${picture}${link(`http://127.0.0.1:${port}/b.odt`)}${link(`file://${secret}`)}`),
        workFolder,
      });
      expect(outcome.ok && outcome.lines.map(({ text }) => text)).toEqual(["Kế hoạch", "cũ", "cũ"]);
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  }, 60_000);

  it("calls damaged what LibreOffice cannot load", async () => {
    const document = makeZip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<office:document-content>" });
    expect(await odtReader.read({ bytes: document, workFolder })).toMatchObject({ ok: false, code: "damaged" });
  }, 60_000);
});

describe("what is refused before LibreOffice sees it", () => {
  it("refuses an .odt whose manifest says that it is encrypted", async () => {
    const encrypted = makeOpenDocument(
      "<text:p>x</text:p>",
      '<manifest:encryption-data manifest:checksum-type="SHA256/1K" manifest:checksum="x"><manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></manifest:encryption-data>',
    );
    expect(await odtReader.read({ bytes: encrypted, workFolder })).toEqual({ ok: false, code: "encrypted" });
  });

  it("refuses a .doc whose first words say that it is encrypted", async () => {
    const bytes = Buffer.from(await fixture("ke-hoach.doc"));
    const entry = bytes.indexOf(Buffer.from("WordDocument\0", "utf16le"));
    const start = (bytes.readUInt32LE(entry + 116) + 1) * 512;
    bytes.writeUInt16LE(bytes.readUInt16LE(start + 10) | 0x0100, start + 10);
    expect(await docReader.read({ bytes, workFolder })).toEqual({ ok: false, code: "encrypted" });
  });

  it.each(readers)("refuses a .%s that is cut off at any place", async (extension, reader) => {
    const bytes = await fixture(`ke-hoach.${extension}`);
    for (const part of [0.1, 0.5, 0.9, 0.98])
      expect(await reader.read({ bytes: bytes.subarray(0, Math.floor(bytes.length * part)), workFolder })).toEqual({
        ok: false,
        code: "damaged",
      });
  });

  it("takes braces within pictures and behind backslashes for what they are", async () => {
    const cut = String.raw`{\rtf1 \{ a {\pict\bin3 }}}`;
    expect(await rtfReader.read({ bytes: Buffer.from(cut), workFolder })).toEqual({ ok: false, code: "damaged" });
  });
});

describe("LibreOffice itself", () => {
  /** A folder with a program of that name which does as the script says. */
  async function install(script: string): Promise<string> {
    await writeFile(join(workFolder, "soffice"), `#!/bin/sh\n${script}\n`);
    await chmod(join(workFolder, "soffice"), 0o755);
    return workFolder;
  }
  const convert = (path: string, timeoutMs = 60_000) =>
    convertToDocx({ bytes: Buffer.from("x"), extension: "rtf", workFolder, path, timeoutMs });

  it("is asked for by a clear outcome where it is not installed", async () => {
    expect(await convert(join(workFolder, "nowhere"))).toEqual({ ok: false, code: "needs-program" });
  });

  it("is stopped at its time limit", async () => {
    expect(await convert(await install("exec sleep 30"), 300)).toEqual({ ok: false, code: "limits" });
  });

  it("is started again when a new profile asks for it, and believed only when a file is there", async () => {
    const path = await install("if [ -e started ]; then exit 0; fi; touch started; exit 81");
    expect(await convert(path)).toEqual({ ok: false, code: "damaged" });
    expect(await readFile(join(workFolder, "started"), "utf8")).toBe("");
  });
});
