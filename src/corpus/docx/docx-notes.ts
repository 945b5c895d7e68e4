/** What the DOCX reader has to say of a file, in both languages. */
import type { SourceNote } from "../types.ts";

/** Letters below which a file with pictures is one of pictures, not of text. */
const FEW_LETTERS = 50;

interface Findings {
  readonly changed: boolean;
  readonly pictures: number;
  readonly foreignPart: boolean;
}

export function docxNotes(input: {
  readonly findings: Findings;
  readonly lines: readonly { readonly text: string }[];
  /** Positions in `lines` before which stands a picture as large as a page. */
  readonly pagePictures: readonly number[];
}): SourceNote[] {
  const { findings, lines, pagePictures } = input;
  const notes: SourceNote[] = [];
  if (findings.changed) {
    notes.push({
      code: "changes-accepted",
      message: "Tệp còn vết sửa đổi (Track Changes) chưa chấp nhận; nội dung được đọc như khi đã chấp nhận mọi sửa đổi.",
      messageEn: "The file holds tracked changes; it was read as if all of them were accepted.",
      line: null,
    });
  }
  const letters = lines.reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (findings.pictures > 0 && letters < FEW_LETTERS) {
    notes.push({
      code: "pictures-unread",
      message: "Tệp hầu như chỉ có ảnh, chữ trong ảnh chưa được đọc; hãy nộp bản PDF hoặc tệp ảnh để nhận dạng chữ.",
      messageEn: "The file holds little but pictures, whose words were not read; hand it in as PDF or as pictures to have them recognised.",
      line: null,
    });
  } else {
    for (const line of new Set(pagePictures)) {
      notes.push({
        code: "pictures-unread",
        message: "Ở đây có ảnh lớn bằng cả trang; chữ trong ảnh chưa được đọc.",
        messageEn: "A picture as large as a page stands here; its words were not read.",
        line: Math.max(0, line),
      });
    }
  }
  if (findings.foreignPart) {
    notes.push({
      code: "parts-unread",
      message: "Tệp nhúng một văn bản khác mà chỉ Word hiển thị được, phần đó chưa được đọc; hãy mở bằng Word, lưu lại rồi nộp.",
      messageEn:
        "The file embeds another document that only Word can show and that was not read; open it in Word, save it and hand it in again.",
      line: null,
    });
  }
  return notes;
}
