/** What SQLite says, in the words of this project. */
import { AppError, type ErrorCode, type PublicText } from "../../base/app-error.ts";
import { describeDiskFault } from "../../base/disk-fault.ts";
import { errorCode } from "../../base/files.ts";

interface Meaning {
  readonly code: ErrorCode;
  readonly publicText: PublicText;
}

const nothingSaved = { vi: "thay đổi chưa được lưu", en: "the change was not saved" };

const full: Meaning = {
  code: "store-unwritable",
  publicText: {
    vi: `Ổ đĩa đã đầy, ${nothingSaved.vi}; xin giải phóng dung lượng rồi thử lại.`,
    en: `The disk is full, ${nothingSaved.en}; please free some space and try again.`,
  },
};
const readOnly: Meaning = {
  code: "store-unwritable",
  publicText: {
    vi: `Không ghi được cơ sở dữ liệu, ${nothingSaved.vi}; xin kiểm tra quyền ghi của thư mục dữ liệu (AIDE_DATA).`,
    en: `The database cannot be written, ${nothingSaved.en}; please check the permissions of the data folder (AIDE_DATA).`,
  },
};
const failing: Meaning = {
  code: "store-unwritable",
  publicText: {
    vi: `Ổ đĩa báo lỗi khi đọc hoặc ghi cơ sở dữ liệu, ${nothingSaved.vi}; xin kiểm tra ổ đĩa và thư mục dữ liệu (AIDE_DATA).`,
    en: `The disk reports an error on reading or writing the database, ${nothingSaved.en}; please check the disk and the data folder (AIDE_DATA).`,
  },
};
const damaged: Meaning = {
  code: "store-damaged",
  publicText: {
    vi: 'Tập tin cơ sở dữ liệu bị hỏng; hãy khôi phục bản sao lưu bằng "aide restore".',
    en: 'The database file is damaged; restore a backup with "aide restore".',
  },
};
const busy: Meaning = {
  code: "overloaded",
  publicText: {
    vi: "Cơ sở dữ liệu đang được chương trình khác ghi; xin thử lại sau ít phút.",
    en: "Another program is writing to the database; please try again in a few minutes.",
  },
};

/** By the first part of SQLite's code; the longer ones come first. */
const meanings: readonly (readonly [string, Meaning])[] = [
  ["SQLITE_FULL", full],
  ["SQLITE_READONLY", readOnly],
  ["SQLITE_CANTOPEN", readOnly],
  ["SQLITE_PERM", readOnly],
  ["SQLITE_IOERR_CORRUPTFS", damaged],
  ["SQLITE_IOERR", failing],
  ["SQLITE_CORRUPT", damaged],
  ["SQLITE_NOTADB", damaged],
  ["SQLITE_BUSY", busy],
  ["SQLITE_LOCKED", busy],
];

export function isBusy(error: unknown): boolean {
  return errorCode(error)?.startsWith("SQLITE_BUSY") ?? false;
}

/** The fault as AppError where an administrator can mend it; any other error as it is. */
export function storeError(error: unknown): unknown {
  const code = errorCode(error);
  const meaning = meanings.find(([start]) => code?.startsWith(start) ?? false)?.[1];
  if (code === null || meaning === undefined || !(error instanceof Error)) return error;
  return new AppError(meaning.code, { message: `${code}: ${error.message}`, publicText: meaning.publicText, cause: error });
}

/** A file that has been looked at and found broken. @param found what SQLite says of it. */
export function damagedStore(path: string, found: string): AppError {
  return new AppError("store-damaged", {
    message: `${path}: ${found}`,
    publicText: {
      vi: `Tập tin cơ sở dữ liệu ${path} bị hỏng; hãy khôi phục bản sao lưu bằng "aide restore".`,
      en: `The database file ${path} is damaged; restore a backup with "aide restore".`,
    },
  });
}

/** A file that cannot be created or opened. */
export function unwritableStore(path: string, cause: unknown): AppError {
  const publicText = describeDiskFault(cause) ?? {
    vi: `Không mở được cơ sở dữ liệu ${path}; xin kiểm tra thư mục dữ liệu (AIDE_DATA) và quyền ghi của nó.`,
    en: `The database ${path} cannot be opened; please check the data folder (AIDE_DATA) and its permissions.`,
  };
  return new AppError("store-unwritable", { message: `${path} cannot be opened`, publicText, cause });
}
