/** Greeting, thanks, "what can you do": what can be asked, with examples from the collection. */
import type { ComposeInput } from "./types.ts";
import { DraftBuilder, type DraftAnswer } from "../draft.ts";
import { agencyNamed } from "../../language/agencies.ts";
import { say } from "../phrases.ts";
import { FUNDED, REPORTS } from "../suggestions.ts";
import { placeLabel } from "../reference.ts";

/** Example questions that the collection can answer, at most 4. */
export function exampleQuestions({ u, collection }: ComposeInput): string[] {
  const { lang } = u;
  return collection.entries
    .flatMap((entry, index): string[] => {
      const place = lang === "en" ? (entry.plan.place?.name ?? placeLabel(entry.plan)) : placeLabel(entry.plan);
      const row = entry.assignments.find((assignment) => assignment.canonicalAgency !== null && assignment.role === "lead");
      const agency = row === undefined ? undefined : agencyNamed(row.agency);
      if (index % 3 === 0 && agency !== undefined)
        return [say(lang, `${agency.name} của ${place} được giao những nhiệm vụ gì?`, `What must the ${agency.english} of ${place} do?`)];
      if (index % 3 === 1 && REPORTS.test(entry.plan.text))
        return [say(lang, `Hạn báo cáo hằng năm của ${place} là ngày nào?`, `When is the annual report of ${place} due?`)];
      if (!FUNDED.test(entry.plan.text))
        return agency === undefined
          ? []
          : [say(lang, `${agency.name} của ${place} được giao những nhiệm vụ gì?`, `What must the ${agency.english} of ${place} do?`)];
      return [say(lang, `Kinh phí thực hiện kế hoạch của ${place} lấy từ nguồn nào?`, `How is the plan of ${place} funded?`)];
    })
    .slice(0, 4);
}

/** A greeting has no sources; it says what the aide is and holds. */
export function composeGreeting(input: ComposeInput): DraftAnswer {
  const { u, collection } = input;
  const builder = new DraftBuilder();
  builder.paragraph(
    say(
      u.lang,
      `Xin chào. Tôi là trợ lý ảo tra cứu văn bản: câu trả lời được ghép bằng máy từ ${collection.entries.length} văn bản trong kho, mỗi ý đều dẫn tới điều khoản gốc.`,
      `Hello. I am a virtual aide: answers are put together by a machine from the ${collection.entries.length} documents of the collection, each statement cited to its section.`,
    ),
  );
  builder.paragraph(
    say(
      u.lang,
      "Có thể hỏi: cơ quan nào phụ trách, một cơ quan phải làm gì, thời hạn, kinh phí, mục tiêu, ai ký và ngày ban hành, so sánh các địa phương.",
      "You can ask which agency is responsible, what an agency must do, deadlines, funding, goals, who signed and when, or compare places.",
    ),
  );
  return builder.done({ status: "answered", confidence: 1, suggestions: exampleQuestions(input) });
}
