import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { htmlReader } from "../../../src/corpus/readers/read-html.ts";
import type { ReadOutcome } from "../../../src/corpus/readers/reader.ts";
import { latinBytes, toTcvn3, toVni } from "../encodings/old-encoders.ts";

const read = (source: string | Uint8Array): Promise<ReadOutcome> =>
  htmlReader.read({ bytes: typeof source === "string" ? Buffer.from(source) : source, workFolder: "" });
async function linesOf(source: string | Uint8Array): Promise<string[]> {
  const outcome = await read(source);
  return outcome.ok ? outcome.lines.map(({ text }) => text) : [outcome.code];
}
const fixture = (name: string): Uint8Array => readFileSync(fileURLToPath(new URL(`fixtures/${name}.html`, import.meta.url)));

const LETTERHEAD =
  "<table><tr><td>UBND TỈNH VĨNH HẢI</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table>";
const CLOSING = "<p>Nơi nhận:</p><p>- Lưu: VT.</p>";
const page = (body: string): string => `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
/** A page as portals make them, around a document. */
const portal = (plan: string, around = ""): string =>
  page(
    `<nav><ul><li><a href="/">Trang chủ</a></li></ul></nav>${around}<div id="content"><div class="doc">${LETTERHEAD}${plan}${CLOSING}</div></div><footer>Bản quyền</footer>`,
  );

describe("pages saved from legal portals", () => {
  it("keeps the plan of a library of laws with particulars, letterhead, closing and annex, and nothing of the library", async () => {
    const outcome = await read(fixture("library-of-laws"));
    if (!outcome.ok) throw new Error(outcome.code);
    const texts = outcome.lines.map(({ text }) => text);
    expect(texts.slice(0, 7)).toEqual([
      "Kế hoạch 88/KH-UBND năm 2024 chuyển đổi số y tế tỉnh Vĩnh Hải",
      "Số hiệu: 88/KH-UBND",
      "Loại văn bản: Kế hoạch",
      "Nơi ban hành: Tỉnh Vĩnh Hải",
      "Người ký: Đỗ Thị Hạnh",
      "Ngày ban hành: 12/03/2024",
      "Ngày hiệu lực: 12/03/2024",
    ]);
    expect(texts).toContain("Số: 88/KH-UBND");
    expect(texts.slice(texts.indexOf("KẾ HOẠCH"))).toEqual([
      "KẾ HOẠCH",
      "CHUYỂN ĐỔI SỐ Y TẾ TRÊN ĐỊA BÀN TỈNH VĨNH HẢI ĐẾN NĂM 2025",
      "Căn cứ Luật Khám bệnh, chữa bệnh số 15/2023/QH15 ngày 09 tháng 01 năm 2023;",
      "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020[1] của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
      "[1] Phê duyệt Chương trình Chuyển đổi số quốc gia.",
      "I. MỤC TIÊU",
      "1. Đến năm 2025, 100% bệnh viện dùng bệnh án điện tử;",
      "2. Mỗi trạm y tế có ít nhất 30 m2 cho phòng máy; nồng độ CO2 được đo hằng ngày.",
      "II. TỔ CHỨC THỰC HIỆN",
      "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính triển khai Kế hoạch; báo cáo trước ngày 15/12 hằng năm.",
      "2. Các sở, ban, ngành thực hiện nhiệm vụ được giao./.",
      "Nơi nhận:",
      "- Bộ Y tế;",
      "- Lưu: VT, KGVX.",
      "TM. ỦY BAN NHÂN DÂN",
      "KT. CHỦ TỊCH",
      "PHÓ CHỦ TỊCH",
      "Đỗ Thị Hạnh",
      "PHỤ LỤC",
      "(Kèm theo Kế hoạch số 88/KH-UBND ngày 12/3/2024)",
      "| TT | Nhiệm vụ | Cơ quan thực hiện | |",
      "| TT | Nhiệm vụ | Chủ trì | Phối hợp |",
      "| I. Hạ tầng | | | |",
      "| 1 | Nâng cấp đường truyền | Sở Y tế | Sở Tài chính; Các bệnh viện ¦ trạm |",
      "| 2 | Nâng cấp đường truyền | Viễn thông tỉnh | |",
    ]);
    expect(outcome.notes.map(({ code }) => code)).toEqual(["changes-accepted"]);
  });

  it("reads a province's page laid out by tables and <br>, though its banner bears the national name too", async () => {
    expect(await linesOf(fixture("province-portal-breaks"))).toEqual([
      "Kế hoạch ứng dụng trí tuệ nhân tạo năm 2025",
      "UBND TỈNH TRÀ LĨNH",
      "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
      "Số: 07/KH-SKHCN",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập – Tự do – Hạnh phúc",
      "Trà Lĩnh, ngày 10 tháng 01 năm 2025",
      "KẾ HOẠCH",
      "Ứng dụng trí tuệ nhân tạo năm 2025 và định hướng đến năm 2030",
      "Căn cứ Kế hoạch số 15/KH-UBND của UBND tỉnh;",
      "Sở Khoa học và Công nghệ ban hành Kế hoạch như sau:",
      "I. MỤC ĐÍCH, YÊU CẦU",
      "1. Nâng cao nhận thức của cán bộ, công chức về ứng dụng trí tuệ nhân tạo trong giai đoạn 2025 - 2030.",
      "2. Bảo đảm đúng tiến độ.",
      "II. NHIỆM VỤ",
      "3. Đào tạo công chức:",
      "a) Mở 04 lớp;",
      "b) Cấp chứng nhận.",
      "4. Mua sắm:",
      "- Máy chủ;",
      "+ Loại lớn",
      "- Phần mềm.",
      "Nơi nhận:",
      "- Như trên;",
      "- Lưu: VT.",
      "GIÁM ĐỐC",
      "Lê Văn Bình",
    ]);
  });

  it("keeps a plan that follows the decision's recipients in a part of its own, and nothing of hidden tabs", async () => {
    const lines = await linesOf(fixture("national-database"));
    expect(lines[0]).toBe("UỶ BAN NHÂN DÂN");
    expect(lines.slice(-7)).toEqual([
      "KẾ HOẠCH",
      "Phát triển dữ liệu số huyện Tân Lĩnh đến năm 2026",
      "(Ban hành kèm theo Quyết định số 412/QĐ-UBND ngày 20/6/2023 của Chủ tịch UBND huyện Tân Lĩnh)",
      "I. MỤC TIÊU",
      "Số hóa 90% hồ sơ của huyện.",
      "II. NHIỆM VỤ",
      "1. Phòng Nội vụ chủ trì số hóa hồ sơ.",
    ]);
  });

  it("reads a page that Word saved: marks written by Word, lines broken in its source, footnotes", async () => {
    expect(await linesOf(fixture("saved-by-word"))).toEqual([
      "UBND XÃ PHƯỚC AN",
      "Số: 31/KH-UBND",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Phước An, ngày 05 tháng 8 năm 2025",
      "KẾ HOẠCH",
      "Triển khai trợ lý ảo phục vụ người dân xã Phước An",
      "I. MỤC TIÊU",
      "1. Trả lời người dân trong vòng 24 giờ.",
      "- Văn phòng HĐND và UBND xã chủ trì.",
      "Kinh phí[1] là 20 triệu đồng./.",
      "[1] Từ ngân sách xã.",
      "Nơi nhận:",
      "- Thường trực Đảng ủy;",
      "- Lưu: VT.",
      "TM. ỦY BAN NHÂN DÂN",
      "CHỦ TỊCH",
      "Trần Thị Mai",
    ]);
  });

  it.each([
    ["a menu by its class", '<div class="mainMenu">Giới thiệu chung</div>'],
    [
      "a share bar, comments and a notice about cookies",
      '<div class="share-box">Chia sẻ</div><div id="commentList">Ý kiến hay</div><div class="gdpr-cookie">Chấp nhận</div>',
    ],
    [
      "elements that are hidden in any way",
      '<p hidden>a</p><p style="display: none;">b</p><p aria-hidden="true">c</p><p style="visibility:hidden">d</p>',
    ],
    [
      "scripts, styles, templates and frames",
      "<script>let a = 1;</script><style>p{}</style><template><p>x</p></template><iframe>y</iframe><noscript>z</noscript>",
    ],
  ])("leaves out %s, wherever it stands", async (_, furniture) => {
    const plan = "<p><b>KẾ HOẠCH</b></p><p>1. Sở Y tế chủ trì thực hiện nhiệm vụ chuyển đổi số của ngành.</p>";
    const clean = await linesOf(portal(plan));
    expect(await linesOf(portal(furniture + plan, furniture))).toEqual(clean);
    expect(clean).toContain("1. Sở Y tế chủ trì thực hiện nhiệm vụ chuyển đổi số của ngành.");
  });

  it("leaves out links without a name around the document, and keeps legal bases in it that are links throughout", async () => {
    const links =
      "<div><a href=1>Luật Đầu tư công</a>; <a href=2>Luật Ngân sách nhà nước</a>; <a href=3>Luật Công nghệ thông tin</a></div>";
    expect((await linesOf(portal(links, links))).filter((line) => line.includes("Luật Đầu tư công"))).toHaveLength(1);
  });

  it("keeps a document whose tab happens to be closed", async () => {
    const lines = await linesOf(
      page(`<div class="tab" style="display:none">${LETTERHEAD}<p>KẾ HOẠCH</p>${CLOSING}</div><div class="tab">Không có bản gốc</div>`),
    );
    expect(lines).toContain("KẾ HOẠCH");
  });

  it("keeps the head and the foot of a document that are named like those of a site", async () => {
    const lines = await linesOf(
      page(
        `<div class="site-footer">Địa chỉ</div><article><header>${LETTERHEAD}</header><p>1. Nhiệm vụ.</p><footer>${CLOSING}<p>KT. CHỦ TỊCH</p></footer></article>`,
      ),
    );
    expect(lines).toEqual([
      "UBND TỈNH VĨNH HẢI",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "1. Nhiệm vụ.",
      "Nơi nhận:",
      "- Lưu: VT.",
      "KT. CHỦ TỊCH",
    ]);
  });

  it("reads a page without letterhead by its main part, and a bare fragment whole", async () => {
    const text = "Ủy ban nhân dân tỉnh giao Sở Tài chính bố trí kinh phí thực hiện hằng năm. ".repeat(5).trim();
    expect(await linesOf(page(`<div class="top">Cổng thông tin</div><div class="wrap"><p>${text}</p></div>`))).toEqual([text]);
    expect(await linesOf("<p>Kế hoạch</p><p>1. Một</p>")).toEqual(["Kế hoạch", "1. Một"]);
  });

  it("says that a saved page ends midway, and says nothing of a fragment", async () => {
    const whole = Buffer.from(fixture("library-of-laws")).toString("utf8");
    expect(await read(whole.slice(0, whole.indexOf("II. TỔ CHỨC")))).toMatchObject({ ok: true, notes: [{ code: "source-truncated" }] });
    expect(await read("<p>Kế hoạch</p>")).toMatchObject({ ok: true, notes: [] });
  });

  it("keeps a stamp that stands above the letterhead", async () => {
    const lines = await linesOf(page(`<div class="logo">Cổng</div><div><p>DỰ THẢO LẦN 2</p>${LETTERHEAD}<p>KẾ HOẠCH</p>${CLOSING}</div>`));
    expect(lines[0]).toBe("DỰ THẢO LẦN 2");
  });
});

describe("encodings of pages", () => {
  const source = `<html><head><meta charset="x-user-defined"></head><body class="n-a">${LETTERHEAD}<p>KẾ HOẠCH phát triển dữ liệu số đến năm 2026 của Ủy ban nhân dân tỉnh</p>${CLOSING}</body></html>`;
  it.each([
    ["UTF-16", Buffer.from(`\uFEFF${source}`, "utf16le")],
    ["TCVN3", latinBytes(toTcvn3(source))],
    ["VNI", latinBytes(toVni(source))],
    [
      "entities of Latin-1 that hold TCVN3",
      Buffer.from(toTcvn3(source).replace(/[\u00a1-\u00ff]/gu, (letter) => `&#${letter.charCodeAt(0)};`)),
    ],
  ])("reads a page in %s", async (_, bytes) => {
    expect((await linesOf(bytes)).map((line) => line.toLowerCase())).toEqual((await linesOf(source)).map((line) => line.toLowerCase()));
  });

  it("says that a page was converted", async () => {
    const outcome = await read(latinBytes(toVni(source)));
    expect(outcome).toMatchObject({
      ok: true,
      notes: [{ code: "encoding-converted", message: expect.stringContaining("VNI"), line: null }],
    });
  });

  it("reads a page with a few broken bytes and says where, and refuses one that is broken throughout", async () => {
    const long = page(`<p>${"Kế hoạch của tỉnh. ".repeat(100)}</p><p>hỏng#</p>`);
    const bytes = Buffer.from(long).map((byte) => (byte === 0x23 ? 0xff : byte));
    expect(await read(bytes)).toMatchObject({ ok: true, notes: [{ code: "encoding-converted", line: 1 }] });
    expect(await read(Uint8Array.from({ length: 500 }, (_, at) => 0x80 + (at % 60)))).toEqual({ ok: false, code: "encoding" });
  });
});
