/** Personal data in a document: telephone numbers, identity cards, e-mail addresses of persons. Messages never repeat them whole. */
import type { Warning } from "../../contract/documents.ts";
import { sectionAt, warning, type Check } from "./check.ts";

interface Kind {
  readonly vi: string;
  readonly en: string;
  readonly pattern: RegExp;
  /** Whether a match is a person's; `around` is the line before it. */
  readonly isPersonal: (found: string, around: string) => boolean;
}

const digits = (text: string): string => text.replaceAll(/\D/gu, "");
const ABOUT_PERSON = /(?<!\p{L})(?:đồng chí|đ\/c|ông|bà|họ (?:và )?tên|chuyên viên|cán bộ|người liên hệ|di động|đtdđ|sđt|zalo)(?!\p{L})/iu;
const ABOUT_CARD = /(?<!\p{L})(?:cccd|cmnd|cmtnd|căn cước|chứng minh (?:nhân dân|thư)|định danh cá nhân|đdcn)(?!\p{L})/iu;
/** Mobile networks: 03, 05, 07, 08, 09 and eight digits; a landline begins with 02. */
const MOBILE = /^(?:0|84)[35789]\d{8}$/u;
const LANDLINE = /^(?:0|84)2\d{8,9}$/u;
/** Province of birth 001 to 096, century and sex 0 to 3, as a citizen's number is built. */
const CARD = /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/u;

const KINDS: readonly Kind[] = [
  {
    vi: "số điện thoại",
    en: "a telephone number",
    pattern: /(?<![\d./,-])(?:\(?\+84\)?|0)[\s.-]?\(?\d(?:[\s.()-]{0,2}\d){7,9}(?![\d/]|[.,]\d)/gu,
    isPersonal: (found, around) => MOBILE.test(digits(found)) || (LANDLINE.test(digits(found)) && ABOUT_PERSON.test(around)),
  },
  {
    vi: "số căn cước hoặc chứng minh nhân dân",
    en: "an identity card number",
    pattern: /(?<![\d./,-])(?:\d{3}[\s.]?\d{3}[\s.]?\d{3}[\s.]?\d{3}|\d{12}|\d{3}[\s.]?\d{3}[\s.]?\d{3})(?![\d/]|[.,]\d)/gu,
    isPersonal: (found, around) => ABOUT_CARD.test(around) || (/^\d{12}$/u.test(found) && CARD.test(found)),
  },
  {
    vi: "địa chỉ thư điện tử",
    en: "an e-mail address",
    pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
    isPersonal: (found) => !/\.gov\.vn$/iu.test(found),
  },
];

/** "0912345678" → "091***78", "nva@example.com" → "n***@example.com". */
export function masked(found: string): string {
  const at = found.indexOf("@");
  if (at !== -1) return `${found.charAt(0)}***${found.slice(at)}`;
  const bare = digits(found);
  return `${bare.slice(0, 3)}***${bare.slice(-2)}`;
}

const BEFORE = 60;

/** One warning for each kind and section. */
export const personalData: Check = ({ canonical, sections }) =>
  KINDS.flatMap(({ vi, en, pattern, isPersonal }) => {
    const bySection = new Map<string, string[]>();
    for (const match of canonical.text.matchAll(pattern)) {
      const before = canonical.text.slice(Math.max(0, match.index - BEFORE), match.index);
      if (!isPersonal(match[0], before.slice(before.lastIndexOf("\n") + 1))) continue;
      const section = sectionAt(sections, match.index);
      if (section === undefined) continue;
      bySection.set(section.id, [...(bySection.get(section.id) ?? []), match[0]]);
    }
    return [...bySection].flatMap(([sectionId, found]): Warning[] => {
      const label = sections.find(({ id }) => id === sectionId)?.label ?? sectionId;
      const shown = [...new Set(found.map(masked))].join(", ");
      const [quote = null] = found;
      return [
        warning(
          "personal-data",
          {
            vi: `Có ${vi} của cá nhân ở ${label} (${shown}); hãy cân nhắc che trước khi công khai.`,
            en: `There is ${en} of a person in ${label} (${shown}); consider masking it before publishing.`,
          },
          { sectionId, quote },
        ),
      ];
    });
  });
