/** A document as understood, and one of its sections, as people read them in a terminal. */
import type { Language } from "../../contract/answer.ts";
import type { DocumentDetail, SectionDetail } from "../../contract/documents.ts";
import { officialDate } from "../../language/dates.ts";
import { wrapText } from "./wrap.ts";

const names: Readonly<
  Record<Language, Readonly<Record<"number" | "issued" | "issuer" | "place" | "status" | "signer" | "warnings" | "sections", string>>>
> = {
  vi: {
    number: "Số",
    issued: "Ngày",
    issuer: "Cơ quan",
    place: "Địa phương",
    status: "Tình trạng",
    signer: "Người ký",
    warnings: "Cần lưu ý",
    sections: "Các phần",
  },
  en: {
    number: "Number",
    issued: "Date",
    issuer: "Issuer",
    place: "Place",
    status: "Standing",
    signer: "Signer",
    warnings: "Doubtful",
    sections: "Sections",
  },
};
const statuses: Readonly<Record<DocumentDetail["status"], Readonly<Record<Language, string>>>> = {
  issued: { vi: "đã ban hành", en: "issued" },
  draft: { vi: "dự thảo", en: "draft" },
  amended: { vi: "đã được sửa đổi", en: "amended" },
  superseded: { vi: "đã được thay thế", en: "superseded" },
  unknown: { vi: "chưa rõ", en: "unknown" },
};

interface PrintOptions {
  readonly lang: Language;
  readonly width: number;
}

export function formatDocument(document: DocumentDetail, { lang, width }: PrintOptions): string {
  const words = names[lang];
  const facts: readonly (readonly [string, string | null])[] = [
    [words.number, document.number],
    [words.issued, document.issuedOn === null ? null : officialDate(document.issuedOn)],
    [words.issuer, document.issuer],
    [words.place, document.place],
    [words.status, statuses[document.status][lang]],
    [words.signer, signerOf(document)],
  ];
  const parts = [
    wrapText(`${document.title} [${document.id}]`, { width }),
    facts.flatMap(([name, value]) => (value === null ? [] : [wrapText(`${name}: ${value}`, { width, rest: "  " })])).join("\n"),
  ];
  if (document.warnings.length > 0) {
    const lines = document.warnings.map((warning) =>
      wrapText(lang === "vi" ? warning.message : warning.messageEn, { width, first: "  ! ", rest: "    " }),
    );
    parts.push([`${words.warnings}:`, ...lines].join("\n"));
  }
  const tree = document.sections.map((section) => {
    const indent = " ".repeat(2 + 2 * Math.max(0, section.level));
    return wrapText(`${section.id} ${shorten(section.heading)}`, { width, first: indent, rest: `${indent}  ` });
  });
  parts.push([`${words.sections}:`, ...tree].join("\n"));
  return `${parts.join("\n\n")}\n`;
}

export function formatSection(section: SectionDetail, { width }: PrintOptions): string {
  return `${wrapText(section.reference, { width })}\n\n${wrapText(section.text, { width, first: "  ", rest: "  " })}\n`;
}

/** Many a text names its signer without an office. */
function signerOf({ signer }: DocumentDetail): string | null {
  if (signer === null) return null;
  return signer.title === "" ? signer.name : `${signer.name} (${signer.title})`;
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120).trimEnd()} …` : text;
}
