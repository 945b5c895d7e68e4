/** What a failed job tells the editor: a stable code and one clear sentence, without a path of the server. */
import { AppError, type PublicText } from "../base/app-error.ts";
import { errorCode } from "../base/files.ts";

export interface FailureWords {
  readonly errorCode: string;
  readonly publicText: PublicText;
}

const kept: PublicText = { vi: "không có gì thay đổi, chỉ mục cũ vẫn được dùng", en: "nothing was changed, the old index goes on serving" };

const diskReasons: Readonly<Record<string, PublicText>> = {
  ENOSPC: { vi: "ổ đĩa của máy chủ đã đầy", en: "the server's disk is full" },
  EDQUOT: { vi: "máy chủ đã hết dung lượng được cấp", en: "the server's disk quota is used up" },
  EACCES: { vi: "máy chủ không có quyền ghi vào thư mục dữ liệu", en: "the server may not write to its folders" },
  EPERM: { vi: "máy chủ không có quyền ghi vào thư mục dữ liệu", en: "the server may not write to its folders" },
  EROFS: { vi: "ổ đĩa của máy chủ chỉ cho đọc", en: "the server's disk is read-only" },
  EMFILE: { vi: "máy chủ đang mở quá nhiều tệp", en: "the server has too many files open" },
  ENFILE: { vi: "máy chủ đang mở quá nhiều tệp", en: "the server has too many files open" },
  EIO: { vi: "ổ đĩa của máy chủ gặp lỗi đọc hoặc ghi", en: "the server's disk failed to read or write" },
};

/** Null for an error that is none of the disk. */
export function diskFailure(error: unknown): FailureWords | null {
  const code = errorCode(error);
  const isOfSystem = error instanceof Error && "syscall" in error;
  const other =
    isOfSystem && code !== null ? { vi: `máy chủ gặp lỗi tệp ${code}`, en: `the server met the file error ${code}` } : undefined;
  const reason = (code === null ? undefined : diskReasons[code]) ?? other;
  if (reason === undefined) return null;
  return {
    errorCode: "disk-failed",
    publicText: { vi: `Không lưu được vì ${reason.vi}; ${kept.vi}.`, en: `Could not be stored because ${reason.en}; ${kept.en}.` },
  };
}

export function describeFailure(error: unknown): FailureWords {
  // Its own words name a folder, for whoever runs the server; editors are told what is wrong with the disk.
  const disk = error instanceof AppError && error.code === "bad-config" ? diskFailure(error.cause) : null;
  if (disk !== null) return disk;
  if (error instanceof AppError && error.code !== "internal") return { errorCode: error.code, publicText: error.publicText };
  return (
    diskFailure(error) ?? {
      errorCode: "internal",
      publicText: {
        vi: `Hệ thống gặp lỗi khi xử lý; ${kept.vi}. Xin thử lại, nếu vẫn lỗi hãy báo quản trị viên.`,
        en: `The server failed on this job; ${kept.en}. Please try again, and tell the administrator if it fails again.`,
      },
    }
  );
}

/** An error of the disk as one that may be told to a client; any other as it is. */
export function toldDiskFailure(error: unknown): unknown {
  const words = error instanceof AppError ? null : diskFailure(error);
  if (words === null) return error;
  return new AppError("disk-failed", { message: String(error), publicText: words.publicText, cause: error });
}
