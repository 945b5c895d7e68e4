import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { mendLines } from "../../../src/corpus/legacy-encodings/encoding-note.ts";
import { repairLines } from "../../../src/corpus/legacy-encodings/repair-lines.ts";
import { isVietnameseSyllable } from "../../../src/corpus/legacy-encodings/vietnamese-syllable.ts";
import { decodeWindows1252 } from "../../../src/corpus/legacy-encodings/windows-1252.ts";
import { toTcvn3, toVni } from "./old-encoders.ts";

const folders = ["../../../corpus/", "../../quality/held-out/corpus/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const plans = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name): [string, string[]] => [
      name,
      readFileSync(folder + name, "utf8")
        .normalize("NFC")
        .replaceAll("Ð", "Đ")
        .split(/\r?\n/u),
    ]),
);
const twice = (line: string): string => decodeWindows1252(Buffer.from(line));

describe("old encodings hidden in Unicode text", () => {
  it("leaves every line of proper Vietnamese as it is", () => {
    for (const [name, lines] of plans) expect([name, repairLines(lines).repaired.size]).toEqual([name, 0]);
  });

  it.each([
    ["VNI", toVni],
    ["UTF-8", twice],
  ] as const)("puts right a whole text of %s that was taken for Latin-1", (encoding, spoil) => {
    for (const [name, lines] of plans) {
      const { lines: mended, repaired } = repairLines(lines.map(spoil));
      const wrong = lines.filter((line, at) => line.trim() !== "" && line !== mended[at]);
      expect([name, [...repaired.keys()], wrong.filter((line) => line.split(" ").length > 3)]).toEqual([name, [encoding], []]);
    }
  });

  it("puts right a whole text of TCVN3, but for the capitals that it never told", () => {
    for (const [name, lines] of plans) {
      const { lines: mended } = repairLines(lines.map(toTcvn3));
      expect([name, mended.map((line) => line.toLowerCase())]).toEqual([name, lines.map((line) => line.toLowerCase())]);
    }
  });

  it("puts right the lines that need it among lines that do not", () => {
    for (const [name, lines] of plans) {
      const spoilt = lines.map((line, at) => (at % 40 < 10 ? toVni(line) : line));
      const { lines: mended } = repairLines(spoilt);
      const wrong = lines.filter((line, at) => line !== mended[at]);
      expect([name, wrong.filter((line) => line.split(" ").length > 4)]).toEqual([name, []]);
    }
  });

  it("mends the hyphen that stands for ư where programs took it for a soft hyphen", () => {
    const { lines } = repairLines(["Thñ t-íng ChÝnh phñ yªu cÇu c¸c c¬ quan nhµ n-íc thùc hiÖn", "ph-¬ng ¸n kinh tÕ - x· héi ch-a ®¹t"]);
    expect(lines).toEqual(["Thủ tướng Chính phủ yêu cầu các cơ quan nhà nước thực hiện", "phương án kinh tế - xã hội chưa đạt"]);
  });

  it.each([
    [
      "French",
      [
        "Le Président de la République française a été élu à Orléans, où l'évaluation des réseaux est achevée.",
        "Décret relatif à la stratégie",
      ],
    ],
    ["Portuguese", ["A política de educação será apresentada no próximo mês pela Assembleia, com revisão até março."]],
    ["English", ["The naïve café owner’s résumé – “Über” £100"]],
    ["a name in a Vietnamese text", ["Tòa án nhân dân", "Giám đốc là ông Võ Văn Tám", "hai bên hàng cây, mái nhà"]],
  ])("leaves %s alone", (_, lines) => {
    expect(repairLines(lines)).toEqual({ lines, repaired: new Map() });
  });

  it("tells the editor once for each encoding, in both languages, and keeps what else a line holds", () => {
    const text = toTcvn3("Cộng hòa xã hội chủ nghĩa Việt Nam");
    const { lines, notes } = mendLines([
      { text: "Kế hoạch", page: 1 },
      { text, page: 2 },
    ]);
    expect(lines).toEqual([
      { text: "Kế hoạch", page: 1 },
      { text: "Cộng hòa xã hội chủ nghĩa Việt Nam", page: 2 },
    ]);
    expect(notes).toEqual([
      { code: "encoding-converted", line: 1, message: expect.stringContaining("TCVN3"), messageEn: expect.stringContaining("TCVN3") },
    ]);
  });
});

describe("the spelling of a syllable", () => {
  it.each(["Nghĩa", "QUYỀN", "giếng", "ưu", "khuỷu", "Yên", "đường", "thuở", "xoong", "gìn", "ngoằn"])("%s is one", (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  });
  it.each(["Céng", "phÝ", "hßa", "café", "tăc", "ngiã", "été", "nuớcc", "bàt"])("%s is none", (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});
