/** What was written after a command's name, and how it is refused. */
import { parseArgs } from "node:util";
import { AppError } from "../../base/app-error.ts";
import { LanguageSchema, type Language } from "../../contract/answer.ts";
import { badUsage, optionsOf, type CommandName } from "./usage.ts";

export interface ReadArguments {
  /** By the option's name; of an option given twice, the last. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** @throws AppError "bad-usage" for an option that the command does not take. */
export function readArguments(command: CommandName, rest: string[]): ReadArguments {
  try {
    const { values, positionals } = parseArgs({ args: rest, options: optionsOf(command), allowPositionals: true, strict: true });
    const last = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value] as const);
    return { values: Object.fromEntries(last), positionals };
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).split(/[.\n]\s/u)[0] ?? "";
    throw badUsage({ vi: `tham số không đúng (${detail})`, en: `wrong argument (${detail})` });
  }
}

/** The language asked for, read before anything else, so that a fault in the other arguments is said in the wanted language. */
export function languageIn(arguments_: readonly string[]): Language | undefined {
  const position = arguments_.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  if (position === -1) return undefined;
  const parsed = LanguageSchema.safeParse(arguments_[position]?.split("=")[1] ?? arguments_[position + 1]);
  return parsed.success ? parsed.data : undefined;
}

/**
 * All arguments as one text, so that a question needs no quotation marks.
 *
 * @throws AppError "bad-usage" with `missing` where there is none.
 */
export function requiredText(positionals: readonly string[], missing: { vi: string; en: string }): string {
  const text = positionals.join(" ").trim();
  if (text === "") throw badUsage(missing);
  return text;
}

/** @throws AppError "bad-usage" where there are more arguments than `most`. */
export function refuseMore(positionals: readonly string[], most: number): void {
  const extra = positionals[most];
  if (extra !== undefined) throw badUsage({ vi: `thừa tham số "${extra}"`, en: `unexpected argument "${extra}"` });
}

/** A fault of a request as a fault of the call: the exit code is 2. */
export function asUsage(error: AppError): AppError {
  return new AppError("bad-usage", { message: error.message, publicText: error.publicText, cause: error });
}
