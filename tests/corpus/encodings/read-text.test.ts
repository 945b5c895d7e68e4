import { describe, expect, it } from "vitest";
import { textReader } from "../../../src/corpus/readers/read-text.ts";
import { latinBytes, toTcvn3 } from "./old-encoders.ts";

const read = async (content: string | Uint8Array) =>
  textReader.read({ bytes: typeof content === "string" ? Buffer.from(content) : content, workFolder: "" });
const textsOf = async (content: string | Uint8Array): Promise<readonly string[]> => {
  const outcome = await read(content);
  return outcome.ok ? outcome.lines.map(({ text }) => text) : [outcome.code];
};

describe("reading text and Markdown", () => {
  it("cuts lines at every kind of break: LF, CRLF, CR, NEL and the Unicode separators", async () => {
    expect(await textsOf("một\nhai\r\nba\rbốn\u0085năm\u2028sáu")).toEqual(["một", "hai", "ba", "bốn", "năm", "sáu"]);
  });

  it("says which encoding a file was in", async () => {
    const outcome = await read(latinBytes(toTcvn3("Kế hoạch của Ủy ban nhân dân tỉnh về việc thực hiện chiến lược")));
    expect(outcome).toMatchObject({
      ok: true,
      notes: [{ code: "encoding-converted", message: expect.stringContaining("TCVN3"), line: null }],
    });
  });

  it("says nothing of proper text, and refuses what is no text", async () => {
    expect(await read("Kế hoạch")).toMatchObject({ ok: true, notes: [] });
    expect(await read(Uint8Array.of(0xc0, 0xff, 0xfe, 0x81))).toEqual({ ok: false, code: "encoding" });
  });

  it("leaves out front matter, comments and fences of Markdown, and keeps what they hold of the plan", async () => {
    const markdown =
      "---\ntitle: Kế hoạch\ntags: [a]\n---\n# KẾ HOẠCH\n<!-- người soạn:\nkhông in -->\n**I. MỤC TIÊU**\n```text\n1. Nhiệm vụ\n```\nx <!-- chưa đóng";
    expect(await textsOf(markdown)).toEqual(["# KẾ HOẠCH", "", "**I. MỤC TIÊU**", "1. Nhiệm vụ", "x <!-- chưa đóng"]);
  });

  it("takes a ruler above the letterhead for a ruler and not for front matter", async () => {
    const text = "---\nỦY BAN NHÂN DÂN\nSố: 105/KH-UBND\n---\nKẾ HOẠCH";
    expect(await textsOf(text)).toEqual(text.split("\n"));
  });

  it("refuses a web archive, whose text lies in encoded parts", async () => {
    expect(
      await read(
        'From: <Saved by Blink>\r\nSubject: =?utf-8?Q?K?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n------',
      ),
    ).toEqual({ ok: false, code: "unsupported" });
  });
});
