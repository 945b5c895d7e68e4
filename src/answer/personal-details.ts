/** Telephone numbers, identity cards and e-mail addresses that somebody types beside a question: no part of what is asked. */
import { PERSONAL_DETAILS } from "../language/personal-data.ts";

const LABEL = String.raw`(?:(?:số\s*)?(?:điện\s*thoại|đt|sđt|sdt|dt|di\s*động|tel|phone|mobile|zalo|cccd|cmnd|cmt|căn\s*cước(?:\s*công\s*dân)?|chứng\s*minh(?:\s*nhân\s*dân)?|e-?mail|mail|thư\s*điện\s*tử|so\s*dien\s*thoai|can\s*cuoc|id\s*card)(?:\s*(?:của\s*(?:tôi|em|anh|chị)|cua\s*toi|number|no\.?|số|so|là|la|is|my))*\s*[:=]?\s*)?`;

/** With the words that announce them: they go too. */
const DETAILS: readonly RegExp[] = PERSONAL_DETAILS.map(({ source }) => new RegExp(LABEL + source, "giu"));

/** A question without the personal details in it, and without the commas they leave. */
export function withoutPersonalData(question: string): string {
  const left = DETAILS.reduce((text, pattern) => text.replace(pattern, " "), question);
  return left === question
    ? question
    : left
        .replace(/(?:\s*[,;]\s*)+(?=[,;.?!]|$)/gu, "")
        .replace(/\s+/gu, " ")
        .trim();
}
