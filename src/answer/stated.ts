/**
 * Facts that words near them cannot stand for: a question that asks for one is only answered by a passage that states it.
 * A likeness of subject is easily found; a person's name, a place within the province, a number of people is stated or it is not.
 */
import type { DraftAnswer } from "./draft.ts";
import type { Understanding } from "./understand.ts";

interface Stated {
  /** Tried on the folded question. */
  readonly asks: RegExp;
  /** What the cited passages must hold. */
  readonly holds: RegExp;
}

const OFFICE =
  "hieu truong|giam doc|pho giam doc|chu tich|pho chu tich|bi thu|truong phong|thu truong|lanh dao|nguoi dung dau|director|chair(?:man|person)?|head";

const RULES: readonly Stated[] = [
  {
    asks: new RegExp(
      String.raw`\bai (?:dang )?(?:la|lam) (?:nguoi )?(?:${OFFICE})\b|\b(?:${OFFICE})\b.{0,60}\b(?:ten gi|ten la gi|la ai|ho ten)\b|\bwho is (?:the )?(?:${OFFICE})\b`,
      "u",
    ),
    holds: /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]\/c)\s+\p{Lu}\p{Ll}+\s+\p{Lu}/u,
  },
  {
    asks: /\bdan so\b|\bpopulation\b/u,
    holds: /dân số[^\n]{0,40}\d|\d[^\n]{0,20}(?:người dân|dân số)/iu,
  },
  {
    asks: /\b(?:o|tai) (?:nhung |cac )?(?:xa|phuong|thi tran|thon|huyen)(?:,? (?:xa|phuong|thi tran|thon|huyen))* nao\b/u,
    holds: /(?:xã|phường|thị trấn|thôn|bản|huyện)\s+\p{Lu}/u,
  },
];

/** Whether a draft cites what the question asks for, where that must be stated. */
export function statesWhatIsAsked({ folded }: Pick<Understanding, "folded">, { citations }: DraftAnswer): boolean {
  const cited = citations.map(({ text }) => text).join("\n");
  return RULES.every(({ asks, holds }) => !asks.test(folded) || holds.test(cited));
}
