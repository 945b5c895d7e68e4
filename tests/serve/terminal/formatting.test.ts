import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAnswer } from "../../../src/serve/terminal/print-answer.ts";
import { formatDocument, formatInspection, formatSection } from "../../../src/serve/terminal/print-document.ts";
import { formatSearch } from "../../../src/serve/terminal/print-search.ts";
import { createProgress } from "../../../src/serve/terminal/progress.ts";
import { lineWidth, wrapText } from "../../../src/serve/terminal/wrap.ts";
import type { AssignmentRow } from "../../../src/contract/assignments.ts";
import type { DocumentDetail } from "../../../src/contract/documents.ts";
import { fakeAnswer, fakeDocument, fakeRow, fakeSection } from "../support/fake-aide.ts";

describe("wrapText", () => {
  it("keeps every word and no line over the width but for a single long word", () => {
    const word = fc.stringMatching(/^\S{1,40}$/u);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 30, max: 100 }), (words, width) => {
        const wrapped = wrapText(words.join(" "), { width, first: "- ", rest: "  " });
        expect(
          wrapped
            .slice(2)
            .split(/\s+/u)
            .filter((part) => part !== ""),
        ).toEqual(words.flatMap((part) => part.split(/\s+/u)).filter((part) => part !== ""));
        for (const line of wrapped.split("\n"))
          if (line.trim().includes(" ") && !line.startsWith("- ")) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("indents what follows the first line", () => {
    expect(wrapText("một hai ba bốn", { width: 10, first: "- ", rest: "  " })).toBe("- một hai\n  ba bốn");
  });

  it("writes in the terminal's width, within what eyes can follow", () => {
    expect([lineWidth(60), lineWidth(300), lineWidth(5), lineWidth(undefined)]).toEqual([60, 100, 30, 80]);
  });
});

describe("formatAnswer", () => {
  it("gives the answer, then each source with its words under its number", () => {
    expect(formatAnswer(fakeAnswer, 80)).toBe(
      [
        "Sở Văn hóa, Thể thao và Du lịch [1]",
        "",
        "Căn cứ:",
        "[1] khoản 1 Mục III Kế hoạch A",
        "    “ứng dụng trong du lịch”",
        "[2] khoản 2 Mục III Kế hoạch A",
        "    “ứng dụng trong du lịch”",
        "",
      ].join("\n"),
    );
  });

  it("does not print words twice that the answer quotes itself", () => {
    const [citation] = fakeAnswer.citations;
    const text = formatAnswer({ ...fakeAnswer, blocks: [{ type: "quote", text: citation!.quote, cite: 1 }], citations: [citation!] }, 80);
    expect(text.split(citation!.quote)).toHaveLength(2);
  });

  it("writes lists, tables, quotes, notices and choices, in English for an English answer", () => {
    const text = formatAnswer(
      {
        ...fakeAnswer,
        lang: "en",
        status: "clarify",
        citations: [],
        blocks: [
          { type: "list", ordered: true, items: [[{ text: "first" }, { cite: 1 }], [{ text: "second" }]] },
          { type: "table", columns: ["Place", "Agency"], rows: [[[{ text: "A" }], [{ text: "Dept" }, { cite: 2 }]]] },
          { type: "quote", text: "lời văn", cite: 1 },
        ],
        notices: [{ code: "draft", message: "A draft." }],
        suggestions: ["In A?"],
      },
      80,
    );
    expect(text).toBe(
      [
        "1. first [1]",
        "2. second",
        "",
        "Place: A",
        "  Agency: Dept [2]",
        "",
        "  “lời văn” [1]",
        "",
        "! A draft.",
        "",
        "Please choose:",
        "  - In A?",
        "",
      ].join("\n"),
    );
  });
});

describe("documents and hits", () => {
  it("shows what is known of a document and its sections", () => {
    const text = formatDocument(
      { ...fakeDocument, warnings: [{ code: "draft", message: "Dự thảo.", messageEn: "A draft.", sectionId: null, quote: null }] },
      { lang: "en", width: 80 },
    );
    expect(text).toContain("Kế hoạch A [ke-hoach-a]");
    expect(text).toContain("Date: 25/5/2021");
    expect(text).toContain("  ! A draft.");
    expect(text).toContain("  III.1 Sở A");
    expect(text).not.toContain("Number:");
    expect(formatSection(fakeSection, { lang: "vi", width: 80 })).toBe("khoản 1 Mục III Kế hoạch A\n\n  1. Sở A\n");
  });

  it("shows all that was understood of a file: metadata, relations, what is doubtful, the tree, the register", () => {
    const document: DocumentDetail = {
      ...fakeDocument,
      number: "1/KH-UBND",
      issuedAt: "Bình Thuận",
      place: "Bình Thuận",
      placeNow: "Lâm Đồng",
      effectiveOn: "2021-06-01",
      expiresOn: "2025-12-31",
      urgency: "KHẨN",
      authority: { mark: "KT.", standsFor: "Chủ tịch", body: "Ủy ban nhân dân", title: "Phó Chủ tịch" },
      legalBases: ["Căn cứ Luật A"],
      recipients: ["Như trên", "Lưu: VT"],
      assignments: 1,
      status: "amended",
      relations: [
        {
          kind: "amends",
          document: "Kế hoạch số 9/KH-UBND",
          number: "9/KH-UBND",
          issuedOn: "2020-01-02",
          issuer: "UBND tỉnh",
          documentId: "ke-hoach-9",
          targets: [{ printed: "khoản 2 Mục III", repeals: false, sectionId: "I.1" }],
          sectionId: "I.1",
          quote: "Sửa đổi",
        },
      ],
      changedBy: [{ documentId: "ke-hoach-b", sectionId: "I.3", kind: "supersedes", since: "2023-03-10", sectionIds: ["III.1"] }],
      attachments: [{ kind: "Công văn", sectionId: "cong-van", subject: "gửi kế hoạch", number: "5/VP", issuedOn: null, signer: null }],
      warnings: [{ code: "draft", message: "Dự thảo.", messageEn: "A draft.", sectionId: "III.1", quote: null }],
      notes: [{ code: "ocr-used", message: "Đã nhận dạng.", messageEn: "Recognised.", sectionId: null, quote: null }],
    };
    const row: AssignmentRow = { ...fakeRow, standing: "superseded", changedBy: { documentId: "ke-hoach-b", sectionId: "I.3" } };
    const text = formatInspection({ document, assignments: [row] }, { lang: "vi", width: 100 });
    for (const line of [
      "Ngày: 25/5/2021, Bình Thuận",
      "Địa phương: Bình Thuận (nay thuộc Lâm Đồng)",
      "Tình trạng: đã được sửa đổi",
      "Hiệu lực: từ 01/6/2021 đến 31/12/2025",
      "Độ khẩn: KHẨN",
      "Người ký: … (Phó Chủ tịch; KT. Chủ tịch; TM. Ủy ban nhân dân)",
      "Nơi nhận: Như trên; Lưu: VT",
      "  - Căn cứ Luật A",
      "  - Công văn 5/VP: gửi kế hoạch [cong-van]",
      "  - sửa đổi khoản 2 Mục III Kế hoạch số 9/KH-UBND (02/01/2020), UBND tỉnh = ke-hoach-9 [I.1]",
      "  ! ke-hoach-b [I.3] (10/3/2023): thay thế III.1",
      "  ! Dự thảo. [III.1]",
      "  - Đã nhận dạng.",
      "  III.1 Sở A",
      '  III.1 Sở A (chủ trì): - Chủ trì "chuyển đổi số", báo cáo',
      "    phối hợp với: Sở B; Sở C",
      "    ! đã hết áp dụng theo I.3 [ke-hoach-b]",
    ])
      expect(text.split("\n")).toContain(line);
    const english = formatInspection({ document, assignments: [row] }, { lang: "en", width: 100 });
    expect(english).toContain("Place: Bình Thuận (now part of Lâm Đồng)");
    expect(english).toContain("! no longer holds by I.3 [ke-hoach-b]");
    expect(formatInspection({ document: fakeDocument, assignments: [] }, { lang: "vi", width: 100 })).toBe(
      formatDocument(fakeDocument, { lang: "vi", width: 100 }),
    );
  });

  it("names the signer with the office, and without brackets where the text states none", () => {
    const signedBy = (title: string): string =>
      formatDocument({ ...fakeDocument, signer: { name: "Nguyễn Văn A", title } }, { lang: "en", width: 80 });
    expect(signedBy("Chủ tịch")).toContain("Signer: Nguyễn Văn A (Chủ tịch)\n");
    expect(signedBy("")).toContain("Signer: Nguyễn Văn A\n");
  });

  it("shows a hit with the parts of its score, and says so when there is none", () => {
    const hit = {
      documentId: "a",
      section: { id: "I.1", label: "khoản 1", path: [] },
      text: "chữ",
      score: 1.25,
      parts: { dense: 1, sentence: 0.5, interaction: 0, lexical: -0.25 },
    };
    const response = { hits: [hit], generation: "g", tookMs: 1 };
    expect(formatSearch({ response, lang: "vi", width: 80 })).toBe(
      "1. a I.1 (khoản 1)\n   1.25 = dense 1.00, sentence 0.50, interaction 0.00, lexical -0.25\n   chữ\n",
    );
    expect(formatSearch({ response: { ...response, hits: [] }, lang: "en", width: 80 })).toBe("No passage found.\n");
  });
});

describe("progress", () => {
  const drawn = (isTTY: boolean): string => {
    let text = "";
    const progress = createProgress({ isTTY, columns: 80, write: (part) => (text += part) });
    for (let done = 0; done <= 200; done += 1) progress.show("Lập chỉ mục", done, 200);
    progress.end();
    return text;
  };

  it("is a few plain lines where nobody watches", () => {
    expect(drawn(false).trimEnd().split("\n")).toEqual(
      [0, 25, 50, 75, 100].map((percent) => `Lập chỉ mục: ${String(percent)}% (${String(percent * 2)}/200)`),
    );
  });

  it("is one moving line on a terminal", () => {
    const text = drawn(true);
    expect(text.split("\n")).toHaveLength(2);
    expect(text).toContain("[########################] 100%");
  });
});
