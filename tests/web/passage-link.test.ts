import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DocumentDetail } from "../../src/contract/documents.ts";
import { checkPassage } from "../../web/workspace/passage-check.ts";
import { parsePassageLink, sectionAnchor } from "../../web/workspace/passage-link.ts";

const text = "1. Sở Y tế\nKhám bệnh từ xa.\n2. Sở Tư pháp\nLý lịch tư pháp.";
const section = { id: "III.1", parentId: null, label: "khoản 1 Mục III", heading: "Sở Y tế", level: 1, start: 0, end: 27 };
const document = { id: "d", text, sections: [section] } as unknown as DocumentDetail;
const hash = createHash("sha256").update(text.slice(0, 27)).digest("hex");
const noHash = (): Promise<string> => Promise.reject(new Error("not needed"));
const check = (fragment: string, fetchHash = noHash): ReturnType<typeof checkPassage> =>
  checkPassage({ document, link: parsePassageLink(fragment), fetchHash });

describe("the address of a passage", () => {
  test("names section, words and hash", () => {
    expect(parsePassageLink(`#s=III.10&q=12-34&h=${hash.slice(0, 16)}`)).toEqual({
      sectionId: "III.10",
      quote: { start: 12, end: 34, hash: hash.slice(0, 16) },
    });
  });

  test.each(["#s=III.1&q=5&h=aaaaaaaaaaaaaaaa", "#s=III.1&q=5-9", "#s=III.1&q=5-9&h=abc", "#s=III.1&q=a-b&h=zz"])(
    "a damaged quote part leaves the section: %s",
    (fragment) => expect(parsePassageLink(fragment)).toEqual({ sectionId: "III.1", quote: null }),
  );

  test.each(["", "#", "#text", "#s="])("an address without a section names nothing: %j", (fragment) => {
    expect(parsePassageLink(fragment)).toBeNull();
  });

  test("the anchor of any section id comes back as that id", () => {
    for (const id of ["II.2-6", "dau-van-ban", "II.4.đ", "a+b", "x&y=1"]) {
      expect(parsePassageLink(`#${sectionAnchor(id)}`)?.sectionId).toBe(id);
    }
  });
});

describe("checking a passage", () => {
  test("words of an unchanged section are marked", async () => {
    expect(await check(`#s=III.1&q=11-26&h=${hash.slice(0, 16)}`)).toMatchObject({ kind: "marked", start: 11, end: 26 });
  });

  test("a section that reads otherwise than when it was cited is not marked", async () => {
    expect(await check("#s=III.1&q=11-26&h=0123456789abcdef")).toMatchObject({ kind: "changed" });
  });

  test.each(["20-40", "26-11", "27-27"])("words outside the section are not marked: %s", async (range) => {
    expect(await check(`#s=III.1&q=${range}&h=${hash.slice(0, 16)}`)).toMatchObject({ kind: "changed" });
  });

  test("a section that is gone is named", async () => {
    expect(await check("#s=IX.9&q=1-2&h=0123456789abcdef")).toEqual({ kind: "gone", sectionId: "IX.9" });
  });
});
