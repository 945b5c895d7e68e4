/** Whether a document is a draft or was issued, as a field of its metadata. */
import { say } from "../phrases.ts";
import { dateShown, endOfLine, type FieldInput, type FieldResult } from "./metadata-facts.ts";

/** A field of the metadata: how it is asked for and read. */
export interface Field {
  /** What is said when the text leaves it blank. */
  readonly blankVi: string;
  readonly blankEn: string;
  readonly asks: RegExp;
  readonly read: (input: FieldInput) => FieldResult;
}

/** "Đã ban hành chưa?": the draft's own line, the day of issue, or what is left blank. */
export const STANDING: Field = {
  blankVi: "Hiệu lực: bản gốc không nêu",
  blankEn: "Standing: not stated in the source",
  asks: /\bchinh thuc\b|\bdu thao\b|\bda (?:duoc )?(?:ban hanh|ky)\b.*\bchua\b|\bdraft\b|\bcon hieu luc\b|\bofficially\b/u,
  read: ({ plan, lang, entry }) => {
    const letter = plan.attachments.find(({ kind }) => kind === "Công văn");
    const head = entry.sections.get("dau-van-ban");
    const line = /^\(?dự thảo.*$/imu.exec(plan.text.slice(head?.start ?? 0, head?.end ?? 0));
    const at = (head?.start ?? 0) + (line?.index ?? 0);
    if (plan.status === "draft") {
      const section = letter === undefined ? undefined : entry.sections.get(letter.sectionId);
      const about = section === undefined ? -1 : plan.text.indexOf("dự thảo", section.start);
      const letterLine =
        section !== undefined && about !== -1 && about < section.end
          ? [{ sectionId: section.id, start: plan.text.lastIndexOf("\n", about) + 1, end: endOfLine(plan.text, about) }]
          : [];
      return [
        {
          pieces: [
            say(lang, `Chưa ban hành chính thức: văn bản trong kho là `, "Not issued: the text in the collection is a "),
            { strong: say(lang, "dự thảo", "draft (dự thảo)") },
          ],
          evidence: [...letterLine, ...(line === null ? [] : [{ sectionId: "dau-van-ban", start: at, end: at + line[0].length }])],
        },
      ];
    }
    if (plan.issuedOn === null) {
      const blanks = [plan.numberLine, plan.issuedOnPrinted?.evidence ?? null].filter((place) => place !== null);
      return blanks.length === 0
        ? "blank"
        : [
            {
              pieces: [
                say(
                  lang,
                  "Chưa xác định được: bản trong kho không ghi là dự thảo, nhưng để trống ",
                  "Not certain: the text is not marked as a draft, but leaves blank ",
                ),
                { strong: say(lang, "số hiệu và ngày ban hành", "its number and date") },
              ],
              evidence: blanks,
            },
          ];
    }
    return [
      {
        pieces: [say(lang, "Đã ban hành ", "Issued on "), { strong: dateShown(plan.issuedOn.value, lang) }],
        evidence: [plan.issuedOn.evidence],
      },
    ];
  },
};
