import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openArchive } from "../../../src/corpus/archive.ts";
import { abstractList, buildDocx, cell, inList, level, linesOf, list, paragraph, readBytes, row, run, table } from "./build-docx.ts";
import { writeZip } from "./write-zip.ts";

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await readBytes(bytes);
  return outcome.ok ? "read" : outcome.code;
};
const withMain = (xml: string | Uint8Array): Buffer => writeZip([{ name: "word/document.xml", content: xml }]);
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;
const MAIN = `<w:document ${W}><w:body>${paragraph("Chữ")}</w:body></w:document>`;

test("a package without relationships is read by the usual name of its main part", async () => {
  expect(await codeOf(withMain(MAIN))).toBe("read");
});

test.each([
  ["no archive", Buffer.from("không phải tệp Word")],
  ["half an archive", buildDocx({ body: paragraph("x") }).subarray(0, 700)],
  ["no main part", writeZip([{ name: "word/styles.xml", content: "<a/>" }])],
  ["XML that breaks off", withMain(MAIN.slice(0, -20))],
  ["no XML at all", withMain("")],
  [
    "bytes of no encoding",
    withMain(Buffer.concat([Buffer.from(MAIN.slice(0, 150)), Buffer.from([0xff, 0xc3]), Buffer.from(MAIN.slice(150))])),
  ],
  ["an entity of its own", withMain(`<!DOCTYPE w:document [<!ENTITY x "chữ">]>${MAIN.replace("Chữ", "&x;")}`)],
  ["an entity nobody declared", withMain(MAIN.replace("Chữ", "&nbsp;"))],
  ["no body", withMain(`<w:document ${W}/>`)],
  ["numbering named and absent", buildDocx({ body: paragraph("x"), numbering: "", without: ["numbering"] })],
])("%s is a damaged file", async (_, bytes) => {
  expect(await codeOf(bytes)).toBe("damaged");
});

test("a spreadsheet or another part of Office is not supported", async () => {
  expect(await codeOf(withMain("<workbook/>"))).toBe("unsupported");
});

test("a main part in UTF-16, as some programs write it, is read", async () => {
  expect(await codeOf(withMain(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(MAIN, "utf16le")])))).toBe("read");
});

test("an empty document is no fault of the reader", async () => {
  expect(await readBytes(buildDocx({ body: "" }))).toEqual({ ok: true, lines: [], notes: [] });
});

describe("tables and lists nested 60 deep", () => {
  test("are read to the innermost word", async () => {
    let inner = paragraph("đáy");
    for (let depth = 0; depth < 60; depth++) inner = table(row(cell(`trái ${depth}`) + cell(inner)) + row(cell("x") + cell("y")));
    const lines = await linesOf(inner);
    expect(lines[0]).toContain("đáy");
    let deep = paragraph("đáy");
    for (let depth = 0; depth < 190; depth++) deep = table(row(cell("x") + cell(deep)) + row(cell("y") + cell("z")));
    expect((await linesOf(deep)).join(" ")).toContain("đáy");
    const numbering = abstractList(0, Array.from({ length: 60 }, (_, at) => level(at, "decimal", `%${at + 1}.`)).join("")) + list(1, 0);
    const body = Array.from({ length: 60 }, (_, at) => paragraph(`cấp ${at}`, inList(1, at))).join("");
    const items = await linesOf({ body, numbering });
    expect(items).toHaveLength(60);
    // Word knows nine levels; what is deeper is of the last.
    expect(items.at(-1)).toBe("52. cấp 59");
  });

  test("beyond what any document has are refused", async () => {
    const nested = (inside: number): string =>
      `${"<w:sdt><w:sdtContent>".repeat(inside)}${paragraph("x")}${"</w:sdtContent></w:sdt>".repeat(inside)}`;
    expect(await linesOf(nested(290))).toEqual(["x"]);
    expect(await codeOf(buildDocx({ body: nested(700) }))).toBe("limits");
  });
});

describe("what would grow without end", () => {
  /** The best of three: others use the machine too. */
  const seconds = async (bytes: Uint8Array): Promise<number> => {
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const start = performance.now();
      await readBytes(bytes);
      times.push(performance.now() - start);
    }
    return Math.min(...times) / 1000;
  };

  test("a long cell merged over very many rows is refused", async () => {
    const merged =
      row(cell("dài ".repeat(5000), `<w:vMerge w:val="restart"/>`) + cell("x")) + row(cell("", "<w:vMerge/>") + cell("y")).repeat(5000);
    expect(await codeOf(buildDocx({ body: table(merged) }))).toBe("too-large");
  });

  test("absurd spans, starts and levels are cut to what Word allows", async () => {
    const numbering =
      abstractList(0, `<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>`) +
      list(1, 0);
    const body =
      table(
        row(cell("a", `<w:gridSpan w:val="999999999"/>`) + cell("b")) + row(cell("c") + cell("d"), `<w:gridBefore w:val="999999999"/>`),
      ) + paragraph("x", inList(1, 7));
    const lines = await linesOf({ body, numbering });
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(200);
  });

  test("a note that refers to itself is read once", async () => {
    const footnotes = `<w:footnote w:id="2"><w:p>${run("vòng")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>`;
    expect(await linesOf({ body: `<w:p>${run("A")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, footnotes })).toEqual([
      "A[1]",
      "[1] vòng[1]",
    ]);
  });

  test("time grows with the size of the file and not faster", async () => {
    const body = (times: number): string =>
      (
        paragraph("Ủy ban nhân dân các huyện, thành phố chủ trì thực hiện.", inList(1)) +
        table(row(cell("a") + cell("b")) + row(cell("c") + cell("d")))
      ).repeat(times);
    const numbering = abstractList(0, level(0, "decimal", "%1.")) + list(1, 0);
    const small = buildDocx({ body: body(1000), numbering });
    const large = buildDocx({ body: body(8000), numbering });
    const one = await seconds(small);
    expect((await seconds(large)) / one).toBeLessThan(24);
  });

  test("thousands of paragraphs that all run into one are read in a row", async () => {
    const deleted = "<w:rPr><w:del w:id='1' w:author='A'/></w:rPr>";
    const words = Array.from({ length: 20_000 }, (_, at) => `${String(at * 7919)} `);
    const [line] = await linesOf(words.map((word) => paragraph(word, deleted)).join("") + paragraph("hết"));
    expect(line).toBe(`${words.join("")}hết`);
  });
});

test("whatever bytes of a file are changed, reading ends with lines or with a code", async () => {
  const whole = readFileSync(new URL("fixtures/libreoffice-plan.docx", import.meta.url));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        expect(["read", "damaged", "encrypted", "archive-limits", "unsupported", "limits", "too-large"]).toContain(await codeOf(bytes));
      },
    ),
    { numRuns: 150 },
  );
});

test("whatever is cut out of the XML of a file or doubled in it, reading ends with lines or with a code", async () => {
  const archive = await openArchive(readFileSync(new URL("fixtures/libreoffice-plan.docx", import.meta.url)));
  const parts: { name: string; content: string }[] = [];
  for (const { name } of archive.ok ? archive.entries : []) {
    const read = archive.ok ? await archive.read(name) : undefined;
    if (read?.ok === true) parts.push({ name, content: Buffer.from(read.bytes).toString("utf8") });
  }
  const tags = parts.flatMap((part, at) =>
    [...part.content.matchAll(/<w:[^>]*\/>|<w:[^/>]*>[^<]*<\/w:[^>]*>/gu)].map((tag) => ({
      at,
      from: tag.index,
      to: tag.index + tag[0].length,
    })),
  );
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.nat(tags.length - 1), fc.nat(3), fc.nat(40), async (which, times, loose) => {
      const { at, from, to } = tags[which]!;
      // Whole elements mostly, so that the XML stays XML; sometimes a character more.
      const end = to + (loose === 0 ? 1 : 0);
      const changed = parts.map((part, index) =>
        index === at
          ? { ...part, content: part.content.slice(0, from) + part.content.slice(from, end).repeat(times) + part.content.slice(end) }
          : part,
      );
      const code = await codeOf(writeZip(changed));
      seen.add(code);
      expect(["read", "damaged"]).toContain(code);
    }),
    { numRuns: 150 },
  );
  expect(seen).toContain("read");
});

test("whatever a main part holds between its tags, reading ends with lines or with a code", async () => {
  const tags = [
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:tcPr",
    "w:pPr",
    "w:numPr",
    "w:sdt",
    "w:sdtContent",
    "w:ins",
    "w:del",
    "w:fldChar",
    "w:txbxContent",
    "w:pict",
    "w:vMerge",
  ];
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 6 }, fc.string(), fc.tuple(fc.constantFrom(...tags), fc.array(tie("node"), { maxLength: 5 }))),
  })).node;
  const markup = (node: unknown): string =>
    Array.isArray(node)
      ? `<${String(node[0])}>${(node[1] as unknown[]).map(markup).join("")}</${String(node[0])}>`
      : String(node).replace(/[^\p{L}\d ]/gu, "");
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 8 }), async (nodes) => {
      expect(await codeOf(buildDocx({ body: nodes.map(markup).join("") }))).toBe("read");
    }),
    { numRuns: 200 },
  );
});

test("a bomb of 150 KB is refused before it goes off", async () => {
  const packed = deflateRawSync(Buffer.alloc(100 * 1024 * 1024), { level: 9 });
  expect(packed.byteLength).toBeLessThan(150_000);
  expect(await codeOf(writeZip([{ name: "word/document.xml", content: Buffer.alloc(100 * 1024 * 1024) }]))).toBe("archive-limits");
});
