/** What the command line takes, and how it says so. */
import type { ParseArgsConfig } from "node:util";
import { AppError, type PublicText } from "../../base/app-error.ts";
import type { Language } from "../../contract/answer.ts";

const commandNames = ["serve", "ask", "index", "inspect", "search", "show"] as const;
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
  aide --help, aide --version

Mọi lệnh đều nhận --lang vi hoặc --lang en.

Biến môi trường: PORT (3000), HOST (127.0.0.1), AIDE_CORPUS (thư mục văn bản: corpus),
AIDE_INDEX (thư mục chỉ mục: index), AIDE_MODEL (thư mục hoặc tên mô hình).
`,
  en: `Trợ lý ảo: answers questions over plans, every statement cited.

  aide serve                          open the page and the HTTP interface
  aide ask QUESTION [--json]          answer one question
  aide search QUERY [--limit N] [--json]     find passages
  aide show DOCUMENT [SECTION] [--json]      show a document, or one of its sections
  aide inspect FILE [--json]          read one file: structure, metadata, register of tasks, what is doubtful
  aide index                          build the index again from the documents' folder
  aide --help, aide --version

Every command takes --lang vi or --lang en.

Environment: PORT (3000), HOST (127.0.0.1), AIDE_CORPUS (documents' folder: corpus),
AIDE_INDEX (index folder: index), AIDE_MODEL (folder or name of a model).
`,
};

export function helpText(lang: Language): string {
  return help[lang];
}
