/**
 * The command line: `aide serve | ask | add | index | …`; the whole list is in `serve/terminal/usage.ts`.
 *
 * Input: arguments, environment and two outputs. Output: an exit code: 0 done, 1 failed, 2 wrongly called.
 * What was asked for goes to `output`; everything said about it (progress, faults, logs) goes to `errors`.
 * A command loads what it needs when it runs: `aide --help` and a wrong call need none of it.
 */
import { AppError } from "./base/app-error.ts";
import { describeDiskFault } from "./base/disk-fault.ts";
import { createLineBuffer } from "./base/line-buffer.ts";
import { createLog, describeError, type Log } from "./base/log.ts";
import { readConfig, readVersion, type Config } from "./config.ts";
import { AskRequestSchema, LanguageSchema, type Language } from "./contract/answer.ts";
import { SearchRequestSchema } from "./contract/search.ts";
import { maskPersonalData } from "./language/personal-data.ts";
import type { Aide } from "./serve/aide.ts";
import { shownProgress } from "./serve/terminal/index-progress.ts";
import { asUsage, languageIn, readArguments, refuseMore, requiredText, type ReadArguments } from "./serve/terminal/read-arguments.ts";
import { badUsage, helpText, isCommandName, type CommandName } from "./serve/terminal/usage.ts";
import { lineWidth } from "./serve/terminal/wrap.ts";
import { validationError } from "./serve/validation-error.ts";

export interface Terminal {
  readonly columns?: number | undefined;
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
  on?(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown;
}

export interface CliInput {
  readonly arguments_: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: Terminal;
  readonly errors: Terminal;
}

interface CommandInput extends Omit<CliInput, "arguments_">, ReadArguments {
  /** Of messages; Vietnamese where nothing else was asked for. */
  readonly lang: Language;
}

type Command = (input: CommandInput) => Promise<void>;

/** A command of `publishing-commands.ts`, loaded when it is called. */
function publishing(name: Exclude<keyof typeof import("./publishing-commands.ts"), symbol>): Command {
  return async (input) => (await import("./publishing-commands.ts"))[name](input);
}

const commands: Readonly<Record<CommandName, Command>> = {
  serve,
  ask,
  search,
  show,
  inspect,
  index: publishing("index"),
  add: publishing("add"),
  remove: publishing("remove"),
  generations: publishing("generations"),
  activate: publishing("activate"),
  prune: publishing("prune"),
  verify: publishing("verify"),
  backup: publishing("backup"),
  restore: publishing("restore"),
  account: accessCommand("runAccountCommand"),
  key: accessCommand("runKeyCommand"),
  "setup-link": accessCommand("runSetupLinkCommand"),
  subject,
};

/** @returns the exit code; never throws. */
export async function runCli(input: CliInput): Promise<number> {
  const { arguments_, output, errors } = input;
  // `aide show … | head` closes the pipe early: that is no fault.
  output.on?.("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
  const lang = languageIn(arguments_) ?? "vi";
  try {
    await dispatch(input, lang);
    return 0;
  } catch (error) {
    const known = error instanceof AppError && error.code !== "internal" ? error.publicText : describeDiskFault(error);
    errors.write(`aide: ${known === null ? describeError(error) : known[lang]}\n`);
    return error instanceof AppError && error.code === "bad-usage" ? 2 : 1;
  }
}

async function dispatch({ arguments_, ...terminal }: CliInput, lang: Language): Promise<void> {
  const [first, ...rest] = arguments_;
  if (first === "--help" || first === "-h" || first === "help") return void terminal.output.write(helpText(lang));
  if (first === "--version" || first === "-v") return void terminal.output.write(`${readVersion()}\n`);
  if (first === undefined || first.startsWith("-")) throw badUsage({ vi: "thiếu lệnh", en: "no command given" });
  if (!isCommandName(first)) throw badUsage({ vi: `không có lệnh "${first}"`, en: `there is no command "${first}"` });
  const { values, positionals } = readArguments(first, rest);
  if (values["help"] === true) return void terminal.output.write(helpText(lang));
  const written = values["lang"];
  if (written !== undefined && !LanguageSchema.safeParse(written).success) {
    throw badUsage({
      vi: `--lang chỉ nhận vi hoặc en, không phải "${String(written)}"`,
      en: `--lang takes vi or en, not "${String(written)}"`,
    });
  }
  await commands[first]({ ...terminal, values, positionals, lang });
}

async function serve(input: CommandInput): Promise<void> {
  const isUrgent = (line: string): boolean => line.startsWith('{"level":"error"');
  const lines = createLineBuffer({ write: (text) => void input.errors.write(text), isUrgent });
  // Also when something that nobody caught ends the process.
  const flush = (): void => lines.flush();
  process.on("exit", flush);
  try {
    await serveUntilStopped(input, createLog({ sink: (line) => lines.add(line), now: () => new Date(), mask: maskPersonalData }));
  } finally {
    lines.flush();
    process.off("exit", flush);
  }
}

async function serveUntilStopped({ env, positionals, lang, output, errors }: CommandInput, log: Log): Promise<void> {
  refuseMore(positionals, 0);
  const config = readConfig(env);
  const { assertPortFree } = await import("./serve/listen.ts");
  // Told before minutes of work, not after.
  await assertPortFree(config);
  await preparePages({ config, lang, log, errors });
  const { startServer } = await import("./start-server.ts");
  const { shown, end } = shownProgress({ lang, errors });
  const server = await startServer(config, { log, ...shown }).finally(end);
  for (const note of server.notes) errors.write(`! ${note}\n`);
  output.write(`Trợ lý ảo: ${server.listener.url}\n`);
  const setup = await server.access.links.newSetupLink();
  const settingUp = lang === "vi" ? "Lập quản trị viên (một lần, trong 24 giờ)" : "Set up the administrator (once, within 24 hours)";
  if (setup !== null) output.write(`${settingUp}: ${server.listener.url}${setup}\n`);
  const signal = await stopSignal();
  log.info("stopping", { signal });
  log.info("stopped", { finished: await server.stop() });
}

async function subject({ env, positionals, lang, output }: CommandInput): Promise<void> {
  const { openStore } = await import("./store/open-store.ts");
  const { storePath } = await import("./store/store-path.ts");
  const { runSubjectCommand } = await import("./serve/terminal/subject-command.ts");
  const store = await openStore(storePath(readConfig(env).dataFolder));
  try {
    output.write(await runSubjectCommand({ store, positionals, lang }));
  } finally {
    await store.close();
  }
}

/** Works on the store alone, beside a server that runs or without one. */
function accessCommand(name: "runAccountCommand" | "runKeyCommand" | "runSetupLinkCommand"): (input: CommandInput) => Promise<void> {
  return async ({ env, positionals, values, lang, output }) => {
    const { host, port, dataFolder } = readConfig(env);
    const { openStore } = await import("./store/open-store.ts");
    const { storePath } = await import("./store/store-path.ts");
    const commandOf = await import("./serve/terminal/access-commands.ts");
    const store = await openStore(storePath(dataFolder));
    try {
      output.write(await commandOf[name]({ store, positionals, values, lang, baseUrl: `http://${host}:${String(port)}` }));
    } finally {
      await store.close();
    }
  };
}

async function ask(input: CommandInput): Promise<void> {
  const { values, positionals, output } = input;
  const question = requiredText(positionals, { vi: "thiếu câu hỏi", en: "no question given" });
  const request = AskRequestSchema.safeParse({ question, lang: values["lang"] });
  if (!request.success) throw asUsage(validationError(request.error));
  await withAide(input, async (aide) => {
    const answer = await aide.view("everything").ask(request.data);
    const { formatAnswer } = await import("./serve/terminal/print-answer.ts");
    output.write(values["json"] === true ? toJson(answer) : formatAnswer(answer, lineWidth(output.columns)));
  });
}

async function search(input: CommandInput): Promise<void> {
  const { values, positionals, lang, output } = input;
  const query = requiredText(positionals, { vi: "thiếu từ khóa", en: "no query given" });
  const { limit } = values;
  const request = SearchRequestSchema.safeParse({
    query,
    ...(limit === undefined ? {} : { limit: /^\d{1,3}$/u.test(String(limit)) ? Number(limit) : limit }),
  });
  if (!request.success) throw asUsage(validationError(request.error));
  await withAide(input, async (aide) => {
    const response = await aide.view("everything").search(request.data);
    const { formatSearch } = await import("./serve/terminal/print-search.ts");
    output.write(values["json"] === true ? toJson(response) : formatSearch({ response, lang, width: lineWidth(output.columns) }));
  });
}

/** Reads and understands the documents only: needs neither the index nor the model. */
async function show({ env, values, positionals, lang, output }: CommandInput): Promise<void> {
  refuseMore(positionals, 2);
  const [documentId, sectionId] = positionals;
  if (documentId === undefined) throw badUsage({ vi: "thiếu tên văn bản", en: "no document given" });
  const { openShelf } = await import("./documents.ts");
  const { unknownDocument, unknownSection } = await import("./serve/not-found.ts");
  const { formatDocument, formatSection } = await import("./serve/terminal/print-document.ts");
  const shelf = await openShelf(readConfig(env));
  const document = shelf.document(documentId);
  if (document === null) throw unknownDocument(documentId);
  const shape = { lang, width: lineWidth(output.columns) };
  if (sectionId === undefined) {
    output.write(values["json"] === true ? toJson(document) : formatDocument(document, shape));
    return;
  }
  const section = shelf.section(documentId, sectionId);
  if (section === null) throw unknownSection(documentId, sectionId);
  output.write(values["json"] === true ? toJson(section) : formatSection(section, shape));
}

/** Reads and understands one file as it would be in the collection, and shows all that was understood. */
async function inspect({ env, values, positionals, lang, output }: CommandInput): Promise<void> {
  refuseMore(positionals, 1);
  const [path] = positionals;
  if (path === undefined) throw badUsage({ vi: "thiếu tên tệp", en: "no file given" });
  const { inspectFile } = await import("./documents.ts");
  const { unreadableDocument } = await import("./serve/not-found.ts");
  const inspection = await inspectFile(readConfig(env), path);
  if ("unreadable" in inspection) throw unreadableDocument(inspection.unreadable);
  const { shelf, documentId } = inspection;
  const document = shelf.document(documentId);
  if (document === null) throw new Error(`${documentId} was read and is not there`);
  const { assignments } = shelf.assignments({ document: documentId });
  if (values["json"] === true) {
    output.write(toJson({ document, assignments }));
    return;
  }
  const { formatInspection } = await import("./serve/terminal/print-document.ts");
  output.write(formatInspection({ document, assignments }, { lang, width: lineWidth(output.columns) }));
}

async function withAide({ env, lang, errors }: CommandInput, work: (aide: Aide) => Promise<void>): Promise<void> {
  const config = readConfig(env);
  const aide = await openWithProgress({ config, lang, log: silentLog(), errors });
  try {
    await work(aide);
  } finally {
    await aide.close();
  }
}

/** A command says what matters in its own words; log lines are for servers. */
function silentLog(): Log {
  return createLog({ sink: () => {}, now: () => new Date() });
}

interface OpenOptions {
  readonly config: Config;
  readonly lang: Language;
  readonly log: Log;
  readonly errors: Terminal;
}

async function openWithProgress({ config, lang, log, errors }: OpenOptions): Promise<Aide> {
  const { openAide } = await import("./main.ts");
  const { storedPublishing } = await import("./stored-publishing.ts");
  const { shown, end } = shownProgress({ lang, errors });
  const aide = await openAide(config, { log, ...shown, publishing: await storedPublishing(config) }).finally(end);
  for (const note of aide.readiness().notes) errors.write(`! ${note}\n`);
  return aide;
}

/** A build that fails does not keep the answers from those who ask over HTTP. */
async function preparePages({ config, lang, log, errors }: OpenOptions): Promise<void> {
  const { buildPages, pagesState } = await import("./serve/build-pages.ts");
  try {
    if ((await pagesState(config)) === "fresh") return;
    errors.write(lang === "vi" ? "Đang dựng trang…\n" : "Building the pages…\n");
    await buildPages(config);
  } catch (error) {
    log.error("the pages could not be built", error);
  }
}

/** The first SIGINT or SIGTERM; a second one ends the process at once, as it would without us. */
function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    const stop = (signal: string): void => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve(signal);
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
  });
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
