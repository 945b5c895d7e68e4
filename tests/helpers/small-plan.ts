/** A small plan for tests: its sections are written down, not parsed, so that stage 3 is tested by itself. */
import type { Plan, Section, SectionKind } from "../../src/parse/types.ts";
import { sha256 } from "../../src/base/files.ts";

interface Outline {
  readonly kind: SectionKind;
  readonly id: string;
  /** The section's own text, heading included. */
  readonly text: string;
  readonly heading?: string;
  readonly children?: readonly Outline[];
}

export const outline: readonly Outline[] = [
  {
    kind: "head",
    id: "dau-van-ban",
    text: "ỦY BAN NHÂN DÂN TỈNH MẪU\nKẾ HOẠCH\nỨng dụng trí tuệ nhân tạo\nCăn cứ Luật Công nghệ cao;\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
  },
  {
    kind: "roman",
    id: "I",
    text: "I. MỤC TIÊU",
    heading: "MỤC TIÊU",
    children: [
      {
        kind: "number",
        id: "I.1",
        text: "1. Mục tiêu chung",
        heading: "Mục tiêu chung",
        children: [
          { kind: "dash", id: "I.1.-1", text: "- Đưa TTNT trở thành lĩnh vực công nghệ quan trọng." },
          { kind: "dash", id: "I.1.-2", text: "- Nâng cao nhận thức của cán bộ." },
        ],
      },
      { kind: "number", id: "I.2", text: "2. Đến năm 2030 có 5 sản phẩm." },
    ],
  },
  {
    kind: "roman",
    id: "II",
    text: "II. TỔ CHỨC THỰC HIỆN\nCác sở, ngành thực hiện như sau:",
    heading: "TỔ CHỨC THỰC HIỆN",
    children: [
      {
        kind: "number",
        id: "II.1",
        text: "1. Sở Y tế",
        heading: "Sở Y tế",
        children: [{ kind: "dash", id: "II.1.-1", text: "- Chủ trì triển khai bệnh án điện tử tại các bệnh viện." }],
      },
      {
        kind: "number",
        id: "II.2",
        text: "2. Sở Du lịch",
        heading: "Sở Du lịch",
        children: [
          { kind: "alpha", id: "II.2.a", text: "a) Xây dựng bản đồ số du lịch." },
          { kind: "alpha", id: "II.2.b", text: "b) Ứng dụng TTNT hỗ trợ du khách." },
        ],
      },
      { kind: "paragraph", id: "II.dt1", text: "Trong quá trình thực hiện, nếu có khó khăn, các sở báo cáo Ủy ban nhân dân tỉnh." },
    ],
  },
  { kind: "tail", id: "cuoi-van-ban", text: "Nơi nhận:\n- Như trên;\nTM. ỦY BAN NHÂN DÂN\nNguyễn Văn Mẫu" },
];

function layOut(outlines: readonly Outline[]): { text: string; sections: Section[] } {
  let text = "";
  const sections: Section[] = [];
  const visit = (item: Outline, parent: Section | null): void => {
    if (text !== "") text += "\n";
    const start = text.length;
    text += item.text;
    const heading = item.heading ?? "";
    const own = heading === "" ? item.text.slice(0, 40) : heading;
    const at = sections.length;
    const section: Section = {
      id: item.id,
      parentId: parent?.id ?? null,
      kind: item.kind,
      marker: "",
      label: item.id,
      heading,
      path: [...(parent?.path ?? []), own],
      level: (parent?.level ?? 0) + 1,
      start,
      end: text.length,
      ownEnd: text.length,
    };
    sections.push(section);
    for (const child of item.children ?? []) visit(child, section);
    sections[at] = { ...section, end: text.length };
  };
  for (const item of outlines) visit(item, null);
  return { text, sections };
}

/** @param change lets a test replace words of the outline, as an editor would. */
export function smallPlan({ id = "mau-2024", place = "Mẫu", change = (text: string) => text } = {}): Plan {
  const changed = (items: readonly Outline[]): Outline[] =>
    items.map((item) => ({ ...item, text: change(item.text), children: changed(item.children ?? []) }));
  const { text, sections } = layOut(changed(outline));
  return {
    id,
    sourceHash: sha256(text),
    text,
    offsets: [{ canonical: 0, source: 0, page: null }],
    title: "Kế hoạch ứng dụng trí tuệ nhân tạo",
    kind: "Kế hoạch",
    subject: "Ứng dụng trí tuệ nhân tạo",
    number: null,
    issuedOn: null,
    issuedOnPrinted: null,
    numberLine: null,
    attachments: [],
    relations: [],
    issuer: null,
    superior: null,
    issuedAt: null,
    effectiveOn: null,
    expiresOn: null,
    urgency: null,
    place: { name: place, level: "province", province: null },
    placeAliases: [],
    status: "issued",
    signer: null,
    authority: null,
    legalBases: [],
    recipients: [],
    sections,
    assignments: [],
    warnings: [],
    notes: [],
    supersedes: [],
    copyOf: null,
    changedBy: [],
  };
}
