/** Draft, number missing, date missing. */
import { warning, type Check } from "./check.ts";

const HEAD = "dau-van-ban";

export const draft: Check = ({ metadata }) =>
  metadata.status === "draft"
    ? [
        warning(
          "draft",
          { vi: "Văn bản là dự thảo, chưa được ban hành.", en: "The document is a draft; it has not been issued." },
          { sectionId: HEAD, quote: null },
        ),
      ]
    : [];

export const numberMissing: Check = ({ metadata, canonical }) => {
  if (metadata.number !== null || metadata.kind === "Văn bản") return [];
  const blank = metadata.numberLine;
  const words =
    blank === null
      ? { vi: "Văn bản trong kho không ghi số hiệu.", en: "The source text states no document number." }
      : { vi: "Số hiệu văn bản để trống trong bản gốc.", en: "The document number is left blank in the source." };
  return [
    warning("number-missing", words, {
      sectionId: blank?.sectionId ?? HEAD,
      quote: blank === null ? null : canonical.text.slice(blank.start, blank.end),
    }),
  ];
};

export const dateMissing: Check = ({ metadata, canonical }) => {
  if (metadata.issuedOn !== null) return [];
  const printed = metadata.issuedOnPrinted?.evidence;
  return [
    warning(
      "date-missing",
      { vi: "Ngày ban hành để trống hoặc không đủ trong bản gốc.", en: "The date of issue is blank or incomplete in the source." },
      {
        sectionId: printed?.sectionId ?? HEAD,
        quote: printed === undefined ? null : canonical.text.slice(printed.start, printed.end),
      },
    ),
  ];
};
