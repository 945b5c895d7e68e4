/**
 * Links that work once: for the first administrator, and for whoever gets an account or a new password.
 *
 * The token stands after # in the address, so that no server and no proxy ever writes it into a log.
 */
import { PasswordSchema, type SetupOffer, type SetupRequest } from "../contract/access.ts";
import type { Account } from "../store/types/accounts.ts";
import type { OneTimeLink } from "../store/types/one-time-links.ts";
import type { Store } from "../store/types/store.ts";
import { conflict, forbidden, wrongLink } from "./access-errors.ts";
import type { Passwords } from "./passwords.ts";
import { hashOfSecret, newSecret } from "./secrets.ts";
import { matchTotp, newTotpSecret, totpUri } from "./totp.ts";

export const setupPath = "/thiet-lap";
const LASTS_MS = 24 * 60 * 60_000;
const ISSUER = "Tro ly ao";

type Purpose = "setup" | "reset";

export interface LinkDesk {
  /** For the first administrator; earlier ones of the kind stop working. Null once there is an administrator. */
  newSetupLink(): Promise<string | null>;
  /** For an account to set a password; earlier ones stop working. */
  newResetLink(accountId: string): Promise<string>;
  /** What the page behind the link needs. @throws AppError "not-found" for a link that does not hold. */
  offer(token: string): Promise<SetupOffer>;
  /** Uses the link. A refusal leaves it as it was. @throws AppError "not-found", "forbidden", "conflict". */
  complete(request: SetupRequest): Promise<{ readonly account: Account; readonly strong: boolean }>;
}

export function createLinks({ store, passwords, now }: { store: Store; passwords: Passwords; now: () => Date }): LinkDesk {
  async function newLink(purpose: Purpose, accountId: string | null): Promise<string> {
    const secret = newSecret("link");
    const tokenHash = hashOfSecret("link", secret);
    if (tokenHash === null) throw new Error("a new secret has no hash");
    const expiresAt = new Date(now().getTime() + LASTS_MS).toISOString();
    await store.transaction(async ({ oneTimeLinks }) => {
      await oneTimeLinks.withdraw(purpose, accountId);
      await oneTimeLinks.add({ tokenHash, purpose, accountId, expiresAt });
    });
    return `${setupPath}#${secret}`;
  }

  async function linkBehind(token: string): Promise<{ link: OneTimeLink; account: Account | null }> {
    const tokenHash = hashOfSecret("link", token);
    const link = tokenHash === null ? null : await store.oneTimeLinks.byHash(tokenHash);
    if (link === null || link.usedAt !== null || Date.parse(link.expiresAt) <= now().getTime()) throw wrongLink();
    const account = link.accountId === null ? null : await store.accounts.byId(link.accountId);
    const stale = link.accountId === null ? (await store.accounts.countAdministrators()) > 0 : account?.status !== "active";
    if (stale) throw wrongLink();
    return { link, account };
  }

  return {
    newSetupLink: async () => ((await store.accounts.countAdministrators()) > 0 ? null : newLink("setup", null)),
    newResetLink: (accountId) => newLink("reset", accountId),
    async offer(token) {
      const { account } = await linkBehind(token);
      const totpSecret = newTotpSecret();
      const login = account?.login ?? null;
      return {
        login,
        needsAuthenticator: account === null || account.role === "administrator",
        totpSecret,
        totpUri: totpUri({ secret: totpSecret, login: login ?? "administrator", issuer: ISSUER }),
      };
    },
    async complete(request) {
      const { token, login, displayName, totpSecret, code } = request;
      const { link, account } = await linkBehind(token);
      const password = PasswordSchema.parse(request.password);
      const strong = account === null || account.role === "administrator" || totpSecret !== undefined;
      const codeFits = totpSecret !== undefined && code !== undefined && matchTotp({ secret: totpSecret, code, now: now() }) !== null;
      if (strong && !codeFits) throw wrongCode();
      if (account === null && login === undefined) throw noLogin();
      if (simple(password, account?.login ?? login ?? "")) throw simplePassword();
      const passwordHash = await passwords.hash(password);
      const kept = { passwordHash, totpSecret: strong ? (totpSecret ?? null) : null };
      return store.transaction(async ({ accounts, oneTimeLinks, sessions, audit }) => {
        // Of two that come at once, one gets the link.
        const used = await oneTimeLinks.use(link.tokenHash, link.purpose);
        if (used === null) throw wrongLink();
        if (account === null && (await accounts.countAdministrators()) > 0) throw wrongLink();
        const saved =
          account === null
            ? await accounts.add({ login: login ?? "", displayName: displayName ?? login ?? "", role: "administrator", ...kept })
            : await accounts.update(account.id, kept);
        if (saved === "taken") throw conflict({ vi: "Tên đăng nhập này đã có.", en: "This login is taken." });
        if (saved === null) throw wrongLink();
        await sessions.removeOfAccount(saved.id);
        await audit.append({ actor: saved.id, action: account === null ? "setup.complete" : "account.password-set", object: saved.id });
        return { account: saved, strong };
      });
    },
  };
}

/** The login, or one character again and again, is no password however long. */
function simple(password: string, login: string): boolean {
  const lower = password.normalize("NFKC").toLowerCase();
  return new Set(lower).size < 5 || (login.length >= 4 && lower.includes(login.toLowerCase()));
}

const wrongCode = () =>
  forbidden("wrong authenticator code", {
    vi: "Mã xác thực không đúng. Hãy thêm khóa vào ứng dụng xác thực rồi nhập mã 6 số đang hiện.",
    en: "The code is not right. Add the key to an authenticator app and type the six digits that it shows.",
  });
const noLogin = () => forbidden("no login given", { vi: "Hãy chọn tên đăng nhập.", en: "Choose a login." });
const simplePassword = () =>
  forbidden("simple password", {
    vi: "Mật khẩu quá dễ đoán: đừng lặp một vài ký tự và đừng dùng tên đăng nhập.",
    en: "The password is too easy to guess: do not repeat a few characters, do not use the login.",
  });
