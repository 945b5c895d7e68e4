/** `aide index | add | remove | generations | activate | prune | verify | backup | restore`: what editors do, from the command line. */
import { resolve } from "node:path";
import { existsSync } from "node:fs";
import { AppError, type PublicText } from "./base/app-error.ts";
import { createLog } from "./base/log.ts";
import { readConfig, type Config } from "./config.ts";
import { DocumentAccessSchema } from "./contract/access.ts";
import type { Language } from "./contract/answer.ts";
import { takeBuildLock } from "./index/build-lock.ts";
import { pruneGenerations, readCurrentId, removeLeftovers } from "./index/generation-folder.ts";
import { isIntact } from "./index/open-generation.ts";
import { openLocalPublisher, type LocalPublisher } from "./local-publisher.ts";
import { buildIndex } from "./main.ts";
import { writeBackup } from "./publish/backup.ts";
import { giveFile } from "./publish/give-file.ts";
import { restoreBackup } from "./publish/restore.ts";
import { verifyCollection } from "./publish/verify-collection.ts";
import { storePath } from "./store/store-path.ts";
import { shownProgress } from "./serve/terminal/index-progress.ts";
import { createProgress, type ProgressOutput } from "./serve/terminal/progress.ts";
import { stepWords } from "./serve/terminal/step-words.ts";
import { badUsage } from "./serve/terminal/usage.ts";
import { unknownDocument } from "./serve/not-found.ts";
import { storedPublishing } from "./stored-publishing.ts";
import { openStore } from "./store/open-store.ts";
import type { Job } from "./store/types/jobs.ts";

export interface PublishingCommand {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  readonly lang: Language;
  readonly output: { write(text: string): unknown };
  readonly errors: ProgressOutput;
}

const BY = "cli";
const silent = createLog({ sink: () => undefined, now: () => new Date() });

async function withPublisher<T>(config: Config, work: (local: LocalPublisher) => Promise<T>): Promise<T> {
  const local = await openLocalPublisher(config, { log: silent });
  try {
    return await work(local);
  } finally {
    await local.close();
  }
}

/** @throws AppError of the job that failed. */
async function finished(local: LocalPublisher, { job, command }: { job: Job; command: PublishingCommand }): Promise<Job> {
  const { lang, errors } = command;
  const progress = createProgress(errors);
  const ended = await local
    .finish(job, ({ step, done, total }) => {
      if (total > 0) progress.show(stepWords(step)[lang], done, total);
    })
    .finally(() => progress.end());
  for (const file of local.unreadable()) errors.write(`! ${lang === "vi" ? file.message : file.messageEn}\n`);
  if (ended.state === "done") return ended;
  throw new AppError("unreadable-document", {
    message: ended.errorCode ?? ended.state,
    publicText: {
      vi: ended.errorVi ?? "Công việc đã bị hủy.",
      en: ended.errorEn ?? "The job was cancelled.",
    },
  });
}

export async function index({ env, positionals, lang, output, errors }: PublishingCommand): Promise<void> {
  none(positionals);
  const config = readConfig(env);
  const { shown, end } = shownProgress({ lang, errors });
  const report = await buildIndex(config, { log: silent, ...shown, publishing: await storedPublishing(config) }).finally(end);
  for (const file of report.unreadable) errors.write(`! ${lang === "vi" ? file.message : file.messageEn}\n`);
  const { generation, documents, passages, embedded } = report;
  if (generation === null)
    output.write(lang === "vi" ? "Thư mục văn bản chưa có văn bản nào.\n" : "There is no document in the documents' folder.\n");
  else if (lang === "vi")
    output.write(
      `Đã lập chỉ mục ${generation}: ${String(documents)} văn bản, ${String(passages)} đoạn (${String(embedded)} đoạn tính mới).\n` +
        "Máy chủ đang chạy, nếu có, sẽ tự chuyển sang chỉ mục này.\n",
    );
  else
    output.write(
      `Built index ${generation}: ${String(documents)} documents, ${String(passages)} passages (${String(embedded)} computed anew).\n` +
        "A server that is running takes it into use by itself.\n",
    );
}

export async function add(command: PublishingCommand): Promise<void> {
  const { env, values, positionals, lang, output } = command;
  if (positionals.length === 0) throw badUsage({ vi: "thiếu tên tệp", en: "no file given" });
  const access = DocumentAccessSchema.optional().safeParse(values["access"]);
  if (!access.success)
    throw badUsage({ vi: "--access chỉ nhận public, officials hoặc unit", en: "--access takes public, officials or unit" });
  const unit = text(values["unit"]);
  if (access.data === "unit" && unit === undefined)
    throw badUsage({ vi: "--access unit cần thêm --unit ĐƠN_VỊ", en: "--access unit needs --unit UNIT" });
  const replaces = text(values["replace"]);
  if (replaces !== undefined && positionals.length > 1)
    throw badUsage({ vi: "--replace chỉ dùng với một tệp", en: "--replace takes one file only" });
  await withPublisher(readConfig(env), async (local) => {
    const { publisher, store } = local;
    if (replaces !== undefined && (await store.originals.current(replaces)) === null) throw unknownDocument(replaces);
    for (const path of positionals) {
      const file = await giveFile(resolve(path), await publisher.stagingFolder());
      const given = { file, by: BY, access: access.data, unit, title: text(values["title"]) };
      const job = replaces === undefined ? await publisher.upload(given) : await publisher.replace(replaces, given);
      const { documentId, generation } = await finished(local, { job, command });
      output.write(
        lang === "vi"
          ? `Đã nhận “${documentId ?? ""}” và đưa vào chỉ mục ${generation ?? ""}.\n`
          : `Took in “${documentId ?? ""}” and published index ${generation ?? ""}.\n`,
      );
    }
  });
}

export async function remove(command: PublishingCommand): Promise<void> {
  const { env, lang, output } = command;
  const documentId = only(command, { vi: "thiếu tên văn bản", en: "no document given" });
  await withPublisher(readConfig(env), async (local) => {
    const { publisher, store } = local;
    const known = (await store.originals.current(documentId)) !== null || (await publisher.hasFile(documentId));
    if (!known) throw unknownDocument(documentId);
    await finished(local, { job: await publisher.remove({ documentId, by: BY }), command });
    output.write(
      lang === "vi"
        ? `Đã gỡ “${documentId}” khỏi bộ sưu tập, cùng các phiên bản trước của nó.\n`
        : `Removed “${documentId}” from the collection, with its earlier versions.\n`,
    );
  });
}

export async function generations({ env, values, positionals, lang, output }: PublishingCommand): Promise<void> {
  none(positionals);
  await withPublisher(readConfig(env), async ({ publisher }) => {
    const listed = await publisher.generations();
    if (values["json"] === true) {
      output.write(`${JSON.stringify({ generations: listed }, null, 2)}\n`);
      return;
    }
    if (listed.length === 0) output.write(lang === "vi" ? "Chưa có chỉ mục nào.\n" : "There is no index yet.\n");
    for (const { id, documents, passages, live, pinned, usable } of listed) {
      const counts = lang === "vi" ? `${documents} văn bản, ${passages} đoạn` : `${documents} documents, ${passages} passages`;
      const state = live ? (pinned ? stateWords.pinned : stateWords.live) : usable ? stateWords.kept : stateWords.unusable;
      output.write(`${live ? "*" : " "} ${id}  ${counts}  ${state[lang]}\n`);
    }
  });
}

const stateWords = {
  live: { vi: "đang dùng", en: "live" },
  pinned: { vi: "đang dùng (đã quay lại)", en: "live (put back)" },
  kept: { vi: "giữ lại", en: "kept" },
  unusable: { vi: "không dùng được", en: "cannot be used" },
} satisfies Record<string, PublicText>;

export async function activate(command: PublishingCommand): Promise<void> {
  const { env, lang, output } = command;
  const generation = only(command, { vi: "thiếu tên chỉ mục", en: "no index given" });
  await withPublisher(readConfig(env), async (local) => {
    await finished(local, { job: await local.publisher.activate({ generation, by: BY }), command });
    output.write(
      lang === "vi"
        ? `Chỉ mục ${generation} được dùng cho tới lần lập chỉ mục sau.\n`
        : `Index ${generation} serves until the next build.\n`,
    );
  });
}

export async function prune({ env, positionals, lang, output }: PublishingCommand): Promise<void> {
  none(positionals);
  const { indexFolder, publish } = readConfig(env);
  if (!existsSync(indexFolder)) return;
  const lock = await takeBuildLock(indexFolder);
  try {
    await removeLeftovers(indexFolder);
    const options = { folder: indexFolder, keep: publish.keepGenerations, before: await readCurrentId(indexFolder) };
    const removed = await pruneGenerations({ ...options, isIntact: (id) => isIntact(indexFolder, id) });
    const count = String(removed.length);
    output.write(lang === "vi" ? `Đã xóa ${count} chỉ mục cũ.\n` : `Removed ${count} old indexes.\n`);
  } finally {
    await lock.release();
  }
}

/** @throws AppError "generation-damaged" when something is wrong, after all of it was said. */
export async function verify({ env, values, positionals, lang, output }: PublishingCommand): Promise<void> {
  none(positionals);
  const config = readConfig(env);
  const path = storePath(config.dataFolder);
  const store = existsSync(path) ? await openStore(path) : null;
  try {
    const report = await verifyCollection(config, store);
    if (values["json"] === true) output.write(`${JSON.stringify(report, null, 2)}\n`);
    else {
      for (const fault of report.faults) output.write(`! ${fault[lang]}\n`);
      const { generations: kept, passages, originals, auditEntries } = report;
      output.write(
        lang === "vi"
          ? `Đã kiểm tra ${kept} chỉ mục (${passages} đoạn tự tìm lại), ${originals} văn bản gốc, ${auditEntries} mục nhật ký.\n`
          : `Checked ${kept} indexes (${passages} passages asked for themselves), ${originals} originals, ${auditEntries} audit entries.\n`,
      );
    }
    if (report.faults.length > 0) throw notWhole(report.faults.length);
  } finally {
    await store?.close();
  }
}

export async function backup(command: PublishingCommand): Promise<void> {
  const { env, lang, output } = command;
  const path = only(command, { vi: "thiếu tên tệp sao lưu", en: "no file given" });
  const { corpusFolder } = readConfig(env);
  await withPublisher(readConfig(env), async ({ store }) => {
    const { files, bytes } = await writeBackup(path, { store, corpusFolder, now: () => new Date() });
    const size = (bytes / 1024 / 1024).toFixed(1);
    output.write(
      lang === "vi"
        ? `Đã sao lưu ${files} tệp (${size.replace(".", ",")} MB) vào ${path}, đã đọc lại và kiểm tra.\n`
        : `Backed up ${files} files (${size} MB) to ${path}, read back and checked.\n`,
    );
  });
}

export async function restore(command: PublishingCommand): Promise<void> {
  const { env, lang, output } = command;
  const path = only(command, { vi: "thiếu tên tệp sao lưu", en: "no file given" });
  const { corpusFolder, dataFolder } = readConfig(env);
  const { files, keptAside } = await restoreBackup(path, { corpusFolder, dataFolder, now: () => new Date() });
  output.write(lang === "vi" ? `Đã khôi phục ${files} tệp từ ${path}.\n` : `Restored ${files} files from ${path}.\n`);
  for (const folder of keptAside)
    output.write(lang === "vi" ? `Dữ liệu trước đó được giữ ở ${folder}\n` : `What was there before is kept in ${folder}\n`);
  output.write(lang === "vi" ? "Chỉ mục sẽ được lập lại khi khởi động.\n" : "The index is built again at the next start.\n");
}

function only({ positionals }: PublishingCommand, missing: PublicText): string {
  const [first, extra] = positionals;
  if (first === undefined) throw badUsage(missing);
  if (extra !== undefined) throw badUsage({ vi: `thừa tham số "${extra}"`, en: `unexpected argument "${extra}"` });
  return first;
}

function none(positionals: readonly string[]): void {
  const [extra] = positionals;
  if (extra !== undefined) throw badUsage({ vi: `thừa tham số "${extra}"`, en: `unexpected argument "${extra}"` });
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function notWhole(count: number): AppError {
  return new AppError("generation-damaged", {
    message: `${count} faults`,
    publicText: {
      vi: `Có ${count} chỗ không nguyên vẹn; lập lại chỉ mục bằng "aide index", văn bản gốc và dữ liệu thì lấy từ bản sao lưu.`,
      en: `${count} things are not whole; build the index again with "aide index", take originals and data from a backup.`,
    },
  });
}
