/** Faults of the file system that whoever runs the program can mend, in one line. Not ENOENT: a missing file may be our own fault. */
import type { PublicText } from "./app-error.ts";
import { errorCode } from "./files.ts";

const reasons: Readonly<Record<string, PublicText>> = {
  ENOTDIR: { vi: "đường dẫn đi qua một tập tin, không phải thư mục", en: "the path leads through a file, not a folder" },
  EACCES: { vi: "không có quyền", en: "permission is denied" },
  EPERM: { vi: "không có quyền", en: "permission is denied" },
  EROFS: { vi: "ổ đĩa chỉ cho đọc", en: "the disk is read-only" },
  ENOSPC: { vi: "ổ đĩa đã đầy", en: "the disk is full" },
  EDQUOT: { vi: "đã hết dung lượng được cấp", en: "the disk quota is used up" },
  ENAMETOOLONG: { vi: "đường dẫn quá dài", en: "the path is too long" },
};

/** What is wrong with which file or folder; null for any other error. Names a path: for terminals, never for clients. */
export function describeDiskFault(error: unknown): PublicText | null {
  const code = errorCode(error);
  const reason = code === null ? undefined : reasons[code];
  if (code === null || reason === undefined || !(error instanceof Error) || !("syscall" in error)) return null;
  const path = "path" in error && typeof error.path === "string" ? ` ${JSON.stringify(error.path)}` : "";
  // A process that may not be signalled and a port are no files.
  if (path === "" && code !== "ENOSPC" && code !== "EDQUOT") return null;
  return {
    vi: `Không đọc hoặc ghi được${path}: ${reason.vi} (${code}). Hãy xem lại AIDE_INDEX và các thư mục khác.`,
    en: `Cannot read or write${path}: ${reason.en} (${code}). Check AIDE_INDEX and the other folders.`,
  };
}
