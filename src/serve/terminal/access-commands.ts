/** `aide account …`, `aide key …` and `aide setup-link`: who may sign in, kept by whoever has the machine. */
import { accountWire } from "../../access/accounts.ts";
import { createKey, keyWire, revokeKey } from "../../access/keys.ts";
import { openDesks } from "../../access/open-access.ts";
import { AppError } from "../../base/app-error.ts";
import { KeyScopeSchema, NewAccountSchema, NewKeySchema, type KeyScope, type Role } from "../../contract/access.ts";
import type { Language } from "../../contract/answer.ts";
import type { Account } from "../../store/types/accounts.ts";
import type { Store } from "../../store/types/store.ts";
import { badUsage } from "./usage.ts";
import { validationError } from "../validation-error.ts";

export interface AccessCommand {
  readonly store: Store;
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly lang: Language;
  /** Where a person opens the server: links are shown whole. */
  readonly baseUrl: string;
}

/** What the trail says who did it: whoever has the machine has no account. */
const ACTOR = "cli";

const roleWords: Readonly<Record<Role, Readonly<Record<Language, string>>>> = {
  official: { vi: "cán bộ", en: "official" },
  editor: { vi: "biên tập", en: "editor" },
  administrator: { vi: "quản trị", en: "administrator" },
};

/** @returns what is to be shown. @throws AppError "bad-usage", "not-found", "conflict". */
export async function runAccountCommand(command: AccessCommand): Promise<string> {
  const [what, login, ...rest] = command.positionals;
  const { store, lang } = command;
  if (what === "list" && login === undefined) return listAccounts(command);
  if (login === undefined || rest.length > 0 || !["add", "suspend", "activate", "reset"].includes(what ?? ""))
    throw badUsage({
      vi: "cách gọi: aide account add|suspend|activate|reset TÊN, aide account list",
      en: "usage: aide account add|suspend|activate|reset LOGIN, aide account list",
    });
  const { accounts } = openDesks({ store, now: () => new Date() });
  if (what === "add") {
    const wish = NewAccountSchema.safeParse({
      login,
      displayName: command.values["name"] ?? login,
      role: command.values["role"] ?? "official",
      unit: command.values["unit"] ?? null,
    });
    if (!wish.success) throw asUsage(validationError(wish.error));
    const { account, link } = await accounts.add(wish.data, ACTOR);
    return `${nameOf(account, lang)}\n${linkLine({ command, path: link })}`;
  }
  const { id } = await accountOf(store, login);
  const change = what === "reset" ? { reset: true } : ({ status: what === "suspend" ? "suspended" : "active" } as const);
  const changed = await accounts.change({ id, change, actor: ACTOR });
  if (changed === null) throw unknownAccount(login);
  return `${nameOf(changed.account, lang)}\n${changed.link === null ? "" : linkLine({ command, path: changed.link })}`;
}

async function listAccounts({ store, values, lang }: AccessCommand): Promise<string> {
  const accounts = await store.accounts.list();
  if (values["json"] === true) return `${JSON.stringify(accounts.map(accountWire), null, 2)}\n`;
  if (accounts.length === 0) return lang === "vi" ? "Chưa có tài khoản nào.\n" : "There is no account yet.\n";
  return accounts.map((account) => `${nameOf(account, lang)}\n`).join("");
}

function nameOf({ login, displayName, role, unit, status }: Account, lang: Language): string {
  const suspended = status === "suspended" ? (lang === "vi" ? ", tạm khóa" : ", suspended") : "";
  return `${login}  ${displayName}  ${roleWords[role][lang]}${unit === null ? "" : `, ${unit}`}${suspended}`;
}

/** @returns what is to be shown; the secret of a new key stands alone on the last line. */
export async function runKeyCommand({ store, positionals, values, lang }: AccessCommand): Promise<string> {
  const [what, argument, ...rest] = positionals;
  if (what === "list" && argument === undefined) {
    const keys = (await store.apiKeys.list()).map(keyWire);
    if (values["json"] === true) return `${JSON.stringify(keys, null, 2)}\n`;
    const logins = new Map((await store.accounts.list()).map(({ id, login }) => [id, login]));
    if (keys.length === 0) return lang === "vi" ? "Chưa có khóa nào.\n" : "There is no key yet.\n";
    return keys
      .map(({ id, name, accountId, scopes, expiresAt, revokedAt }) => {
        const end = revokedAt === null ? (expiresAt ?? "") : lang === "vi" ? "đã thu hồi" : "revoked";
        return `${id}  ${name}  ${logins.get(accountId) ?? "?"}  ${scopes.join(",")}  ${end}`.trimEnd() + "\n";
      })
      .join("");
  }
  if (what === "create" && argument !== undefined && rest.length === 0) return addKey({ store, login: argument, values, lang });
  if (what === "revoke" && argument !== undefined && rest.length === 0) {
    const revoked = await revokeKey({ store, id: argument, actor: ACTOR });
    if (revoked === null) throw unknown({ vi: `Không có khóa ${argument}.`, en: `There is no key ${argument}.` });
    return lang === "vi" ? `Đã thu hồi khóa ${revoked.name}.\n` : `Revoked the key ${revoked.name}.\n`;
  }
  throw badUsage({
    vi: "cách gọi: aide key create TÊN_ĐĂNG_NHẬP, aide key revoke MÃ, aide key list",
    en: "usage: aide key create LOGIN, aide key revoke ID, aide key list",
  });
}

async function addKey({
  store,
  login,
  values,
  lang,
}: Pick<AccessCommand, "store" | "values" | "lang"> & { login: string }): Promise<string> {
  const written = typeof values["scopes"] === "string" ? values["scopes"].split(",") : ["ask"];
  const days = typeof values["days"] === "string" ? Number(values["days"]) : null;
  if (days !== null && !(Number.isInteger(days) && days > 0 && days < 36_500))
    throw badUsage({ vi: "--days phải là số ngày", en: "--days must be a number of days" });
  const now = new Date();
  const expiresAt = days === null ? null : new Date(now.getTime() + days * 86_400_000).toISOString();
  const wish = NewKeySchema.safeParse({ name: values["name"] ?? login, scopes: written, expiresAt });
  if (!wish.success) throw badUsage({ vi: `--scopes chỉ nhận ${scopeList}`, en: `--scopes takes ${scopeList}` });
  const { name, scopes } = wish.data;
  const owner = await accountOf(store, login);
  const { key, secret } = await createKey({
    store,
    now,
    wish: { name, scopes: scopes satisfies readonly KeyScope[], expiresAt, owner, actor: ACTOR },
  });
  const shown = lang === "vi" ? "Khóa chỉ hiện một lần này, hãy cất giữ ngay:" : "The key is shown this once; keep it now:";
  return `${key.id}  ${key.name}  ${key.scopes.join(",")}\n${shown}\n${secret}\n`;
}

const scopeList = KeyScopeSchema.options.join(",");

/** A new link for the first administrator. @throws AppError "conflict" where there is one. */
export async function runSetupLinkCommand(command: AccessCommand): Promise<string> {
  const path = await openDesks({ store: command.store, now: () => new Date() }).links.newSetupLink();
  if (path !== null) return linkLine({ command, path });
  throw new AppError("conflict", {
    message: "there is an administrator",
    publicText: {
      vi: "Đã có quản trị viên. Để đặt lại mật khẩu, hãy chạy: aide account reset TÊN_ĐĂNG_NHẬP",
      en: "There is an administrator already. To set a new password run: aide account reset LOGIN",
    },
  });
}

function linkLine({ command: { lang, baseUrl }, path }: { command: Pick<AccessCommand, "lang" | "baseUrl">; path: string }): string {
  const said = lang === "vi" ? "Mở đường dẫn này trong 24 giờ (dùng một lần):" : "Open this link within 24 hours (it works once):";
  return `${said}\n${baseUrl}${path}\n`;
}

async function accountOf(store: Store, login: string): Promise<Account> {
  const account = await store.accounts.byLogin(login);
  if (account === null) throw unknownAccount(login);
  return account;
}

function unknownAccount(login: string): AppError {
  return unknown({ vi: `Không có tài khoản ${login}.`, en: `There is no account ${login}.` });
}

function unknown(publicText: { vi: string; en: string }): AppError {
  return new AppError("not-found", { message: publicText.en, publicText });
}

function asUsage(error: AppError): AppError {
  return new AppError("bad-usage", { message: error.message, publicText: error.publicText, cause: error });
}
