/** Refusals: what the collection does not say, what is near, and what it holds. Wrong is worse than silent. */
import { DraftBuilder, type DraftAnswer } from "./draft.ts";
import { exampleQuestions } from "./composers/greeting.ts";
import { asksAmount } from "./composers/money-question.ts";
import { blankFields } from "./composers/metadata.ts";
import type { ComposeInput } from "./composers/types.ts";
import { ASKS_ANNEX } from "./gate.ts";
import { agencyShown, capitalised, say } from "./phrases.ts";
import { englishName, placesNamed, shortName } from "./reference.ts";

/** The documents of the collection in a few words. */
function holdings({ collection, u }: ComposeInput): string {
  const { length } = collection.entries;
  const places = placesNamed(
    collection.entries.map(({ plan }) => plan),
    u.lang,
  );
  return say(u.lang, `Kho hiện có ${length} văn bản, của: ${places}.`, `The collection holds ${length} documents, of: ${places}.`);
}

/** Why: the most particular reason that the question gives. */
function reason(input: ComposeInput): string {
  const { u } = input;
  const plan = u.scoped && u.entries.length === 1 ? u.entries[0]?.plan : undefined;
  const name = plan === undefined ? "" : u.lang === "en" ? `the ${englishName(plan)}` : shortName(plan);
  const place = u.unknownPlaces[0];
  if (u.onlyInstructions)
    return say(
      u.lang,
      "Tôi chỉ trả lời câu hỏi về nội dung các văn bản trong kho; yêu cầu này không phải là một câu hỏi như vậy.",
      "I only answer questions about the documents of the collection; this request is not one.",
    );
  if (place !== undefined && (u.entries.length !== 1 || !u.scoped))
    return say(
      u.lang,
      `Kho không có văn bản của ${place}, nên tôi không thể trả lời.`,
      `The collection holds no document of ${place}, so I cannot answer.`,
    );
  const [stranger] = u.unknownNames;
  if (stranger !== undefined)
    return say(
      u.lang,
      `${plan === undefined ? "Các văn bản trong kho" : capitalised(name)} không nhắc đến “${stranger}”, nên tôi không thể trả lời.`,
      `${plan === undefined ? "The documents of the collection do" : `${capitalised(name)} does`} not mention “${stranger}”, so I cannot answer.`,
    );
  const [absent] = u.unknownSections;
  if (absent !== undefined && plan !== undefined && u.kind !== "quality")
    return say(u.lang, `${capitalised(name)} không có ${absent}.`, `${capitalised(name)} has no “${absent}”.`);
  if (u.unknownDocuments[0] !== undefined)
    return say(
      u.lang,
      `Kho không có văn bản “${u.unknownDocuments[0]}”, nên tôi không thể trả lời.`,
      `The collection does not hold “${u.unknownDocuments[0]}”, so I cannot answer.`,
    );
  if (plan !== undefined && u.kind === "metadata" && blankFields(input))
    return say(
      u.lang,
      `${capitalised(name)} trong kho không ghi thông tin này (để trống hoặc không có trong văn bản nguồn).`,
      `${capitalised(name)} as held does not state this (it is blank or missing in the source).`,
    );
  const missing = plan?.warnings.find((warning) => warning.code === "annex-missing");
  if (missing !== undefined && ASKS_ANNEX.test(u.folded))
    return say(
      u.lang,
      `${capitalised(name)}: ${missing.message} Vì vậy không có số liệu chi tiết để trả lời.`,
      `${capitalised(name)}: ${missing.messageEn} So the details asked for are not available.`,
    );
  if (plan !== undefined && u.kind === "budget" && asksAmount(u.folded))
    return say(u.lang, `${capitalised(name)} không nêu số tiền này.`, `${capitalised(name)} states no such amount.`);
  if (plan !== undefined && u.agencies[0] !== undefined && (u.kind === "tasks" || u.kind === "list"))
    return say(
      u.lang,
      `${capitalised(name)} trong kho không giao nhiệm vụ riêng cho ${u.agencies[0].name}.`,
      `${capitalised(name)} as held gives ${agencyShown(u.agencies[0].name, null, u.lang)} no task of its own.`,
    );
  if (plan !== undefined) return say(u.lang, `Tôi không tìm thấy nội dung này trong ${name}.`, `I did not find this in ${name}.`);
  return say(
    u.lang,
    "Tôi không tìm thấy nội dung này trong các văn bản của kho.",
    "I did not find this in the documents of the collection.",
  );
}

/** A refusal has no citations; it says why, what is cut off, what the collection holds. */
export function refuse(input: ComposeInput): DraftAnswer {
  const { u } = input;
  const builder = new DraftBuilder();
  builder.paragraph(reason(input));
  const cut = u.scoped
    ? u.entries.flatMap(({ plan }) => plan.warnings.filter((warning) => warning.code === "source-truncated")).at(0)
    : undefined;
  if (cut !== undefined && !u.onlyInstructions) builder.paragraph(u.lang === "en" ? cut.messageEn : cut.message);
  builder.paragraph(holdings(input));
  return builder.done({ status: "refused", confidence: 0.9, suggestions: exampleQuestions(input).slice(0, 3) });
}
