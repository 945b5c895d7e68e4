/** What a statement that must give a row is when it gives none: the driver hides some faults of the disk behind an empty result. */
import { AppError } from "../base/app-error.ts";

/** For `executeTakeFirstOrThrow`: AppError "store-unwritable" in place of the query builder's own. */
export const noRow = (): AppError =>
  new AppError("store-unwritable", {
    message: "a statement that gives a row gave none",
    publicText: {
      vi: "Ổ đĩa báo lỗi khi đọc hoặc ghi cơ sở dữ liệu, thay đổi chưa được lưu; xin kiểm tra ổ đĩa và thư mục dữ liệu (AIDE_DATA).",
      en: "The disk reports an error on reading or writing the database, the change was not saved; please check the disk and the data folder (AIDE_DATA).",
    },
  });
