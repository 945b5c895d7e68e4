/** A document as saved from a legal portal: menus, advertisements, related documents and scripts around it. */
import { noSuch } from "../master/blocks.ts";
import type { Block, Item, Master } from "../master/blocks.ts";
import { columnsTable, escapeHtml, itemHtml, tableHtml } from "./html-parts.ts";

/** How a portal marks paragraphs up: a <p> each, line breaks inside one <div>, or lists for bullets. */
export type PortalStyle = "paragraphs" | "line-breaks" | "lists";

const MENU = ["Trang chủ", "Văn bản mới", "Công văn", "Tiêu chuẩn Việt Nam", "Biểu thuế", "Hỏi đáp pháp luật", "Đăng nhập"];
const RELATED = [
  "Kế hoạch 12/KH-UBND năm 2022 về cải cách hành chính tỉnh Cà Mau",
  "Quyết định 3054/QĐ-UBND năm 2021 phê duyệt Đề án đô thị thông minh",
  "Công văn 771/BTTTT-CĐSQG hướng dẫn xây dựng kế hoạch chuyển đổi số",
];

const list = (entries: readonly string[]): string =>
  `<ul>${entries.map((entry) => `<li><a href="#">${escapeHtml(entry)}</a></li>`).join("")}</ul>`;

function itemsAsLists(items: readonly Item[]): string {
  let html = "";
  let open = false;
  for (const item of items) {
    const bullet = item.kind === "dash";
    if (bullet !== open) html += bullet ? "<ul>\n" : "</ul>\n";
    open = bullet;
    html += bullet ? `<li>${escapeHtml(item.lines.join(" "))}</li>\n` : `<p>${itemHtml(item)}</p>\n`;
  }
  return open ? `${html}</ul>\n` : html;
}

function bodyHtml(items: readonly Item[], style: PortalStyle): string {
  if (style === "lists") return itemsAsLists(items);
  if (style === "line-breaks") return `<div>${items.map(itemHtml).join("<br>\n<br>\n")}</div>`;
  return items.map((item) => `<p style="margin-top:6pt">${itemHtml(item)}</p>`).join("\n");
}

function blockHtml(block: Block, style: PortalStyle): string {
  switch (block.type) {
    case "letterhead":
    case "signature":
      return columnsTable(block);
    case "title":
    case "stamp":
      return block.lines.map((line) => `<p align="center"><b>${escapeHtml(line)}</b></p>`).join("\n");
    case "to":
    case "text":
      return style === "line-breaks"
        ? `<div>${block.lines.map(escapeHtml).join("<br>\n")}</div>`
        : block.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
    case "body":
      return bodyHtml(block.items, style);
    case "table":
      return tableHtml(block);
    case "pagebreak":
      return "<p>&nbsp;</p>";
    default:
      return noSuch(block);
  }
}

export function portalHtml(master: Master, style: PortalStyle): string {
  const document = master.blocks.map((block) => blockHtml(block, style)).join("\n");
  return `<!DOCTYPE html>
<html lang="vi"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Văn bản địa phương - Cổng tra cứu văn bản</title>
<style>.qc{width:300px}</style><script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}</script></head>
<body><header><a href="/"><img src="logo.png" alt="Cổng tra cứu văn bản"></a><form action="/tim-kiem"><input name="q" placeholder="Nhập số hiệu, trích yếu"><button>Tìm kiếm</button></form></header>
<nav class="menu">${list(MENU)}</nav>
<div class="breadcrumb"><a href="/">Trang chủ</a> &rsaquo; <a href="/dia-phuong">Văn bản địa phương</a></div>
<div id="main"><div class="tabs"><a href="#toan-van">Toàn văn</a> <a href="#luoc-do">Lược đồ</a> <a href="#tai-ve">Tải về</a></div>
<div class="qc" aria-hidden="true"><p>Quảng cáo: Phần mềm kế toán, dùng thử 30 ngày miễn phí!</p></div>
<div id="toan-van" class="noi-dung">
${document}
</div>
<div class="thong-bao" style="display:none">1. Bạn cần đăng nhập để tải văn bản. 2. Tài khoản hết hạn.</div></div>
<aside><h3>Văn bản liên quan</h3>${list(RELATED)}<h3>Tin nổi bật</h3>${list(["Lương cơ sở tăng từ khi nào?", "Thủ tục cấp lại căn cước"])}</aside>
<footer><p>Đơn vị chủ quản: Công ty TNHH Tra cứu. Giấy phép số 27/GP-TTĐT. Hotline: 1900 0000</p>${list(["Giới thiệu", "Điều khoản sử dụng", "Chính sách riêng tư"])}</footer>
<script src="ads.js"></script></body></html>
`;
}
