/** Search hits as people read them in a terminal. */
import type { Language } from "../../contract/answer.ts";
import type { SearchResponse } from "../../contract/search.ts";
import { wrapText } from "./wrap.ts";

const shownCharacters = 400;

export function formatSearch({ response, lang, width }: { response: SearchResponse; lang: Language; width: number }): string {
  if (response.hits.length === 0) return lang === "vi" ? "Không tìm thấy đoạn nào.\n" : "No passage found.\n";
  return response.hits
    .map((hit, index) => {
      const { dense, sentence, interaction, lexical } = hit.parts;
      const text = hit.text.length > shownCharacters ? `${hit.text.slice(0, shownCharacters).trimEnd()} …` : hit.text;
      const score = `${hit.score.toFixed(2)} = ${Object.entries({ dense, sentence, interaction, lexical })
        .map(([name, part]) => `${name} ${part.toFixed(2)}`)
        .join(", ")}`;
      return [
        wrapText(`${hit.documentId} ${hit.section.id} (${hit.section.label})`, { width, first: `${String(index + 1)}. `, rest: "   " }),
        wrapText(score, { width, first: "   ", rest: "   " }),
        wrapText(text, { width, first: "   ", rest: "   " }),
      ].join("\n");
    })
    .join("\n\n")
    .concat("\n");
}
