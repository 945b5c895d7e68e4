/** Why a file could not be read, in one plain sentence for the editor. */
import type { PublicText } from "../base/app-error.ts";
import type { UnreadableCode, UnreadableFile } from "./types.ts";

/** Largest file in bytes; a scan of some hundred pages stays below it. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Longest text in UTF-16 units: about a thousand pages. */
export const MAX_TEXT_LENGTH = 2_000_000;

const sentences: Readonly<Record<UnreadableCode, PublicText>> = {
  encoding: {
    vi: "không phải văn bản theo mã Unicode (UTF-8, UTF-16), TCVN3 hay VNI; hãy lưu lại tệp theo mã UTF-8.",
    en: "is not text in Unicode (UTF-8, UTF-16), TCVN3 or VNI; save it as UTF-8.",
  },
  empty: { vi: "không có chữ nào.", en: "holds no words." },
  "too-large": {
    vi: "quá dài hoặc quá lớn (giới hạn 50 MB và 2 triệu ký tự); hãy tách thành nhiều tệp.",
    en: "is too long or too large (at most 50 MB and 2 million characters); split it.",
  },
  unsupported: {
    vi: "thuộc định dạng không đọc được; hãy dùng .txt, .md, .html, .docx, .doc, .odt, .rtf, .pdf, .png, .jpg hoặc .tiff.",
    en: "is of a kind that cannot be read; use .txt, .md, .html, .docx, .doc, .odt, .rtf, .pdf, .png, .jpg or .tiff.",
  },
  io: { vi: "không mở được; hãy kiểm tra quyền đọc tệp.", en: "cannot be opened; check its permissions." },
  damaged: {
    vi: "bị hỏng hoặc không đầy đủ; hãy mở bằng phần mềm soạn thảo rồi lưu lại, hoặc lấy bản khác.",
    en: "is damaged or not whole; open it in its own program and save it again, or get another copy.",
  },
  encrypted: { vi: "được đặt mật khẩu; hãy gỡ mật khẩu rồi đưa lại.", en: "is protected by a password; remove it and try again." },
  "archive-limits": {
    vi: "nén bất thường (bung ra quá lớn hoặc quá nhiều thành phần) nên không được mở.",
    en: "is packed in an unusual way (too large or too many parts when unpacked) and was not opened.",
  },
  limits: {
    vi: "cần quá nhiều thời gian hoặc bộ nhớ để đọc nên đã dừng; hãy tách nhỏ hoặc lưu lại dưới dạng .docx.",
    en: "takes too much time or memory to read and was stopped; split it or save it as .docx.",
  },
  "needs-program": { vi: "cần phần mềm {} để đọc mà máy này chưa có.", en: "needs {}, which this machine does not have." },
  secret: {
    vi: "có dấu chỉ độ mật nên không được tiếp nhận và không được lưu nội dung.",
    en: "bears a secrecy stamp: it is not taken in and nothing of it is kept.",
  },
  "name-taken": { vi: "trùng tên với tệp “{}”; hãy đổi tên một trong hai.", en: "has the same name as “{}”; rename one of them." },
};

/** @param detail what the sentence names: the missing program, the other file. */
export function unreadableFile({
  fileName,
  code,
  detail = "",
}: {
  fileName: string;
  code: UnreadableCode;
  detail?: string | undefined;
}): UnreadableFile {
  const { vi, en } = sentences[code];
  return {
    fileName,
    code,
    message: `Tệp “${fileName}” ${vi.replace("{}", detail)}`,
    messageEn: `The file “${fileName}” ${en.replace("{}", detail)}`,
  };
}
