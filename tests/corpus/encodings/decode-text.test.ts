import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/corpus/decode-text.ts";
import { latinBytes, toTcvn3, toVni, toWindows1258 } from "./old-encoders.ts";

const folder = fileURLToPath(new URL("../../../corpus/", import.meta.url));
const plans = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name): [string, string] => [
    name,
    readFileSync(folder + name, "utf8")
      .normalize("NFC")
      .replaceAll("Ð", "Đ"),
  ]);

const wordsOf = (text: string): string[] => text.split(/\s+/u);
function wrongWords(expected: string, found: string): string[] {
  const words = wordsOf(found);
  return wordsOf(expected).filter((word, at) => word !== words[at]);
}
const decoded = (bytes: Uint8Array): { encoding: string; text: string } => {
  const outcome = decodeText(bytes);
  if (!outcome.ok) throw new Error("not decoded");
  return outcome;
};

const FRENCH = `Le Président de la République française a été élu à Orléans. Décret n° 2021-105 du 6 mai 2021 relatif à la stratégie
nationale pour l'intelligence artificielle : « où en êtes-vous ? » Bientôt, l'évaluation des réseaux sera achevée dès l'été prochain.`;
const SPANISH =
  "La Constitución española señala que el año próximo el Gobierno presentará un plan de acción público y una política de educación.";
const GERMAN = "Größere Gemeinden führen künftig ein Verzeichnis über die Maßnahmen, für die öffentliche Mittel bewilligt würden.";

describe("decoding text", () => {
  it.each([
    ["UTF-16 little-endian without a mark", "utf-16le", (text: string) => Buffer.from(text, "utf16le")],
    ["UTF-16 big-endian without a mark", "utf-16be", (text: string) => Buffer.from(text, "utf16le").swap16()],
    ["UTF-16 with a mark", "utf-16le", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-8 with a mark", "utf-8", (text: string) => Buffer.from(`\uFEFF${text}`)],
    ["VNI", "VNI", (text: string) => latinBytes(toVni(text))],
    ["windows-1258, whose tones stand apart", "windows-1258", toWindows1258],
  ])("reads every word of the plans in %s", (_, encoding, encode) => {
    for (const [name, text] of plans) {
      const found = decoded(encode(text));
      expect([name, found.encoding, wrongWords(text, found.text)]).toEqual([name, encoding, []]);
    }
  });

  it("reads the plans in TCVN3, whose toned capitals have no bytes, with at most one word in a thousand in the wrong case and none misread", () => {
    for (const [name, text] of plans) {
      const found = decoded(latinBytes(toTcvn3(text)));
      expect([name, found.encoding, wrongWords(text.toLowerCase(), found.text.toLowerCase())]).toEqual([name, "TCVN3", []]);
      expect(wrongWords(text, found.text).length).toBeLessThanOrEqual(wordsOf(text).length / 1000);
    }
  });

  it("reads the letterhead as offices typed it in ABC and VNI fonts", () => {
    const abc =
      "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nCéNG HßA X· HéI CHñ NGHÜA VIÖT NAM\nSè: 105/KH-UBND\nñy ban nh©n d©n";
    expect(decoded(latinBytes(abc)).text.split("\n")).toEqual([
      "Cộng hòa xã hội chủ nghĩa Việt Nam",
      "Độc lập - Tự do - Hạnh phúc",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Số: 105/KH-UBND",
      "ỦY BAN NHÂN DÂN",
    ]);
    const vni = "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nÑoäc laäp - Töï do - Haïnh phuùc\nngöôøi daân ñöôïc höôûng";
    expect(decoded(latinBytes(vni)).text.split("\n")).toEqual([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "người dân được hưởng",
    ]);
  });

  it("keeps decomposed text as it is, so that nothing is lost before parsing composes it", () => {
    const text = "Kế hoạch của Ủy ban nhân dân".normalize("NFD");
    expect(decoded(Buffer.from(text))).toMatchObject({ encoding: "utf-8", text });
  });

  it("reads English with quotation marks and dashes of windows-1252", () => {
    const bytes = Uint8Array.from([
      ...Buffer.from("The plan "),
      0x93,
      ...Buffer.from("AI 2030"),
      0x94,
      0x20,
      0x96,
      ...Buffer.from(" draft"),
    ]);
    expect(decoded(bytes)).toEqual({ ok: true, encoding: "windows-1252", text: "The plan “AI 2030” – draft" });
  });

  it.each([
    ["French", FRENCH],
    ["Spanish", SPANISH],
    ["German", GERMAN],
  ])("refuses %s in Latin-1 rather than make Vietnamese of it", (_, text) => {
    expect(decodeText(latinBytes(text))).toEqual({ ok: false });
  });

  it("refuses a few bytes that prove nothing, noise, and zero bytes in the midst of text", () => {
    expect(decodeText(Uint8Array.from([0x4b, 0xd5, 0x20, 0x68, 0xb9, 0x63, 0x68]))).toEqual({ ok: false });
    expect(decodeText(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))).toEqual({ ok: false });
    expect(decodeText(Uint8Array.from([0x41, 0, 0x42]))).toEqual({ ok: false });
    expect(decodeText(Buffer.from(`Kế hoạch\u0000 của tỉnh`))).toEqual({ ok: false });
  });

  it("never throws and never puts a replacement character where the bytes held none", () => {
    const replacement = Buffer.from("\uFFFD", "utf16le");
    const held = [Buffer.from("\uFFFD"), replacement, Buffer.from(replacement).swap16()];
    const invented: Uint8Array[] = [];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const outcome = decodeText(bytes);
        if (outcome.ok && outcome.text.includes("\uFFFD") && !held.some((mark) => Buffer.from(bytes).includes(mark))) invented.push(bytes);
      }),
    );
    expect(invented).toEqual([]);
  });
});
