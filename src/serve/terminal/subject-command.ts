/** `aide subject export|delete LOGIN`: what is kept of one person, handed out or erased. */
import type { Language } from "../../contract/answer.ts";
import type { Store } from "../../store/types/store.ts";
import { eraseSubject, exportSubject } from "../subject.ts";
import { badUsage } from "./usage.ts";

export interface SubjectCommand {
  readonly store: Store;
  readonly positionals: readonly string[];
  readonly lang: Language;
}

/** @returns what is to be shown: JSON for an export. @throws AppError "bad-usage", "not-found", "bad-request". */
export async function runSubjectCommand({ store, positionals, lang }: SubjectCommand): Promise<string> {
  const [what, login, ...rest] = positionals;
  if (login === undefined || rest.length > 0 || (what !== "export" && what !== "delete"))
    throw badUsage({ vi: "cách gọi: aide subject export|delete TÊN", en: "usage: aide subject export|delete LOGIN" });
  if (what === "export") return `${JSON.stringify(await exportSubject(store, login), null, 2)}\n`;
  const { answers, feedback } = await eraseSubject({ store, login, actor: "cli" });
  return lang === "vi"
    ? `Đã xóa tài khoản cùng ${String(answers)} câu hỏi và ${String(feedback)} ý kiến.\nNhật ký giữ mã của tài khoản, không giữ tên. Bản sao lưu cũ vẫn còn dữ liệu này cho tới khi được thay.\n`
    : `Erased the account with ${String(answers)} questions and ${String(feedback)} pieces of feedback.\nThe audit trail keeps the account's id, not its name. Older backups hold this data until they are replaced.\n`;
}
