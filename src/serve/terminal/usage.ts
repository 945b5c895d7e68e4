/** What the command line takes, and how it says so. */
import type { ParseArgsConfig } from "node:util";
import { AppError, type PublicText } from "../../base/app-error.ts";
import type { Language } from "../../contract/answer.ts";

const commandNames = [
  "serve",
  "ask",
  "search",
  "show",
  "inspect",
  "index",
  "add",
  "remove",
  "generations",
  "activate",
  "prune",
  "verify",
  "backup",
  "restore",
  "account",
  "key",
  "setup-link",
  "subject",
] as const;
export type CommandName = (typeof commandNames)[number];

type Options = NonNullable<ParseArgsConfig["options"]>;

const everywhere: Options = { help: { type: "boolean", short: "h" }, lang: { type: "string" } };
const json: Options = { json: { type: "boolean" } };
const options: Readonly<Record<CommandName, Options>> = {
  serve: everywhere,
  ask: { ...everywhere, ...json },
  index: everywhere,
  inspect: { ...everywhere, ...json },
  search: { ...everywhere, ...json, limit: { type: "string" } },
  show: { ...everywhere, ...json },
  account: { ...everywhere, ...json, name: { type: "string" }, role: { type: "string" }, unit: { type: "string" } },
  key: { ...everywhere, ...json, name: { type: "string" }, scopes: { type: "string" }, days: { type: "string" } },
  "setup-link": everywhere,
  subject: everywhere,
  add: { ...everywhere, access: { type: "string" }, unit: { type: "string" }, title: { type: "string" }, replace: { type: "string" } },
  remove: everywhere,
  generations: { ...everywhere, ...json },
  activate: everywhere,
  prune: everywhere,
  verify: { ...everywhere, ...json },
  backup: everywhere,
  restore: everywhere,
};

export function isCommandName(name: string): name is CommandName {
  return commandNames.some((known) => known === name);
}

export function optionsOf(command: CommandName): Options {
  return options[command];
}

/** One line; the exit code is 2. */
export function badUsage(text: PublicText): AppError {
  return new AppError("bad-usage", {
    message: text.en,
    publicText: { vi: `${text.vi}. Xem: aide --help`, en: `${text.en}. See: aide --help --lang en` },
  });
}

const help: Readonly<Record<Language, string>> = {
  vi: `Trợ lý ảo: hỏi đáp trên các kế hoạch, mỗi ý đều có căn cứ.

  aide serve                          mở trang hỏi đáp và giao diện HTTP
  aide ask CÂU_HỎI [--json]           trả lời một câu hỏi
  aide search TỪ_KHÓA [--limit N] [--json]   tìm đoạn văn
  aide show VĂN_BẢN [MỤC] [--json]    xem một văn bản, hoặc một mục của nó
  aide inspect TỆP [--json]           đọc thử một tệp: cấu trúc, thông tin, nhiệm vụ, điều cần lưu ý
  aide index                          lập lại chỉ mục từ thư mục văn bản
  aide add TỆP… [--access public|officials|unit] [--unit ĐƠN_VỊ] [--title TÊN] [--replace VĂN_BẢN]
                                      nhận văn bản vào bộ sưu tập, hoặc thay một văn bản
  aide remove VĂN_BẢN                 gỡ một văn bản cùng các phiên bản trước
  aide generations [--json]           các chỉ mục đang giữ; aide activate CHỈ_MỤC quay lại, aide prune dọn bớt
  aide verify [--json]                kiểm tra chỉ mục, văn bản gốc, dữ liệu và nhật ký
  aide backup TỆP, aide restore TỆP   sao lưu và khôi phục dữ liệu cùng văn bản gốc
  aide account add TÊN [--role official|editor|administrator] [--unit ĐƠN_VỊ] [--name HỌ_TÊN]
  aide account list | suspend TÊN | activate TÊN | reset TÊN     tài khoản
  aide key create TÊN [--scopes ask,publish,manage] [--days N] | list | revoke MÃ     khóa cho chương trình
  aide setup-link                     đường dẫn một lần để lập quản trị viên đầu tiên
  aide subject export|delete TÊN      xuất hoặc xóa mọi dữ liệu của một người dùng
  aide --help, aide --version

Mọi lệnh đều nhận --lang vi hoặc --lang en.

Biến môi trường: PORT (3000), HOST (127.0.0.1), AIDE_CORPUS (thư mục văn bản: corpus),
AIDE_INDEX (thư mục chỉ mục: index), AIDE_DATA (thư mục dữ liệu: data), AIDE_MODEL (thư mục hoặc tên mô hình),
AIDE_KEEP_GENERATIONS (số chỉ mục giữ lại: 2), AIDE_WATCH (0: không theo dõi thư mục văn bản).
Mở cho máy khác: AIDE_PUBLIC=1, AIDE_ORIGINS, AIDE_TRUSTED_PROXY, AIDE_RATE (120 lượt mỗi phút), AIDE_UPLOAD_BYTES.
Dữ liệu: AIDE_RETENTION_DAYS (90), AIDE_KEEP_ANSWERS (1), AIDE_LOG_QUESTIONS (0).
`,
  en: `Trợ lý ảo: answers questions over plans, every statement cited.

  aide serve                          open the page and the HTTP interface
  aide ask QUESTION [--json]          answer one question
  aide search QUERY [--limit N] [--json]     find passages
  aide show DOCUMENT [SECTION] [--json]      show a document, or one of its sections
  aide inspect FILE [--json]          read one file: structure, metadata, register of tasks, what is doubtful
  aide index                          build the index again from the documents' folder
  aide add FILE… [--access public|officials|unit] [--unit UNIT] [--title TITLE] [--replace DOCUMENT]
                                      take documents into the collection, or replace one
  aide remove DOCUMENT                remove a document with its earlier versions
  aide generations [--json]           the indexes that are kept; aide activate INDEX goes back, aide prune makes room
  aide verify [--json]                check indexes, originals, data and the audit trail
  aide backup FILE, aide restore FILE save and bring back data and originals
  aide account add LOGIN [--role official|editor|administrator] [--unit UNIT] [--name NAME]
  aide account list | suspend LOGIN | activate LOGIN | reset LOGIN     accounts
  aide key create LOGIN [--scopes ask,publish,manage] [--days N] | list | revoke ID     keys for programs
  aide setup-link                     a one-time link that makes the first administrator
  aide subject export|delete LOGIN    hand out, or erase, all that is kept of one person
  aide --help, aide --version

Every command takes --lang vi or --lang en.

Environment: PORT (3000), HOST (127.0.0.1), AIDE_CORPUS (documents' folder: corpus),
AIDE_INDEX (index folder: index), AIDE_DATA (data folder: data), AIDE_MODEL (folder or name of a model),
AIDE_KEEP_GENERATIONS (indexes kept: 2), AIDE_WATCH (0: do not watch the documents' folder).
Open to other machines: AIDE_PUBLIC=1, AIDE_ORIGINS, AIDE_TRUSTED_PROXY, AIDE_RATE (120 a minute), AIDE_UPLOAD_BYTES.
Records: AIDE_RETENTION_DAYS (90), AIDE_KEEP_ANSWERS (1), AIDE_LOG_QUESTIONS (0).
`,
};

export function helpText(lang: Language): string {
  return help[lang];
}
