/** What is said while there is nothing to answer from. */
import { languageOf } from "../answer/language-of.ts";
import type { Answer, AskRequest, Language } from "../contract/answer.ts";

const texts: Readonly<Record<Language, string>> = {
  vi: "Chưa có văn bản nào được lập chỉ mục. Hãy đưa văn bản vào thư mục văn bản rồi chạy: npm run aide -- index",
  en: "Nothing is indexed yet. Put documents into the documents' folder and run: npm run aide -- index",
};

export function emptyAnswer({ request, id }: { request: AskRequest; id: string }): Answer {
  const lang = request.lang ?? languageOf(request.question);
  const text = texts[lang];
  return {
    id,
    question: request.question,
    lang,
    status: "refused",
    answer: text,
    blocks: [{ type: "paragraph", spans: [{ text }] }],
    citations: [],
    notices: [{ code: "nothing-indexed", message: text }],
    suggestions: [],
    confidence: 1,
    engine: "extractive",
    generation: "none",
    tookMs: 0,
  };
}
