import { expect, test } from "vitest";
import { toTcvn3, toVni } from "../encodings/old-encoders.ts";
import { buildDocx, linesOf, notesOf, readBytes, run } from "./build-docx.ts";

const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const p = (...runs: string[]): string => `<w:p>${runs.join("")}</w:p>`;
const SENTENCE = "Các sở, ban, ngành của tỉnh được giao nhiệm vụ chủ trì thực hiện trước quý III.";

test("words typed in the fonts of TCVN3 or VNI are read in Unicode, and said", async () => {
  const body = p(run(toTcvn3(SENTENCE), font(".VnTime"))) + p(run(toVni(SENTENCE), font("VNI-Times")));
  expect(await linesOf(body)).toEqual([SENTENCE, SENTENCE]);
  expect(await notesOf(body)).toEqual(["encoding-converted", "encoding-converted"]);
});

test("a font that draws capitals makes capitals", async () => {
  expect(await linesOf(p(run(toTcvn3("kế hoạch thực hiện"), font(".VnTimeH")), run(" năm 2006", font("Times New Roman"))))).toEqual([
    "KẾ HOẠCH THỰC HIỆN năm 2006",
  ]);
});

test("a word cut into runs is put together before it is converted", async () => {
  const typed = toVni("nghị quyết được thông qua");
  expect(await linesOf(p(...Array.from(typed, (letter) => run(letter, font("VNI-Times")))))).toEqual(["nghị quyết được thông qua"]);
});

test("the letter that other fonts take for a soft hyphen stays a letter", async () => {
  const [before = "", after = ""] = toTcvn3("trước ngày").split("\u00ad");
  const hyphen = `<w:r><w:rPr>${font(".VnTime")}</w:rPr><w:softHyphen/></w:r>`;
  expect(await linesOf(p(run(before, font(".VnTime")), hyphen, run(after, font(".VnTime"))))).toEqual(["trước ngày"]);
});

test("Unicode that somebody typed in such a font is left as it is", async () => {
  const body = p(run(SENTENCE, font(".VnTime"))) + p(run("và có", font(".VnTime"))) + p(run("UBND", font(".VnTime")));
  expect(await linesOf(body)).toEqual([SENTENCE, "và có", "UBND"]);
  expect(await notesOf(body)).toEqual([]);
});

test("old text in a font that does not tell is found by its words", async () => {
  const outcome = await readBytes(buildDocx({ body: p(run(toTcvn3(SENTENCE))) }));
  expect(outcome.ok && [outcome.lines.map((line) => line.text), outcome.notes.map((note) => note.code)]).toEqual([
    [SENTENCE],
    ["encoding-converted"],
  ]);
});
