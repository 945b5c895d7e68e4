/** "There is no such thing", said the same way everywhere. */
import { AppError } from "../base/app-error.ts";
import type { UnreadableFile } from "../corpus/types.ts";

export function unknownDocument(documentId: string): AppError {
  const shown = JSON.stringify(documentId.slice(0, 100));
  return new AppError("not-found", {
    message: "unknown document",
    publicText: { vi: `Không có văn bản ${shown} trong bộ sưu tập.`, en: `There is no document ${shown} in the collection.` },
  });
}

export function unknownSection(documentId: string, sectionId: string): AppError {
  const [document, section] = [documentId, sectionId].map((id) => JSON.stringify(id.slice(0, 100)));
  return new AppError("not-found", {
    message: "unknown section",
    publicText: {
      vi: `Văn bản ${String(document)} không có phần ${String(section)}.`,
      en: `Document ${String(document)} has no section ${String(section)}.`,
    },
  });
}

export function unreadableDocument({ code, fileName, message, messageEn }: UnreadableFile): AppError {
  return new AppError("unreadable-document", { message: `${code}: ${fileName}`, publicText: { vi: message, en: messageEn } });
}

export function unknownRoute(): AppError {
  return new AppError("not-found", {
    message: "unknown route",
    publicText: { vi: "Không có địa chỉ này.", en: "There is no such address." },
  });
}

export function methodNotAllowed(allowed: readonly string[]): AppError {
  const list = allowed.join(", ");
  return new AppError("method-not-allowed", {
    message: `allowed: ${list}`,
    publicText: { vi: `Địa chỉ này chỉ nhận: ${list}.`, en: `This address takes only: ${list}.` },
  });
}

/** Also for an answer that is somebody else's, or kept no longer. */
export function unknownAnswer(): AppError {
  return new AppError("not-found", {
    message: "unknown answer",
    publicText: { vi: "Không có câu trả lời này, hoặc không còn được lưu.", en: "There is no such answer, or it is no longer kept." },
  });
}
