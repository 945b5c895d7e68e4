/**
 * What is kept of one person with an account: handed out, or erased, as Luật 91/2025/QH15 entitles them to.
 *
 * Invariants: no secret and no hash of one is handed out; the audit trail stays, since it holds ids and no names, and what
 * an erased account's id meant is known nowhere after.
 */
import { AppError } from "../base/app-error.ts";
import type { Account } from "../store/types/accounts.ts";
import type { AnswerRecord } from "../store/types/answers.ts";
import type { AuditEntry } from "../store/types/audit.ts";
import type { Feedback } from "../store/types/feedback.ts";
import type { Job } from "../store/types/jobs.ts";
import type { Repositories, Store } from "../store/types/store.ts";

export interface SubjectExport {
  readonly account: Omit<Account, "passwordHash" | "totpSecret"> & { readonly hasPassword: boolean; readonly hasAuthenticator: boolean };
  readonly sessions: readonly { readonly createdAt: string; readonly lastSeenAt: string; readonly expiresAt: string }[];
  readonly keys: readonly {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly createdAt: string;
    readonly lastUsedAt: string | null;
  }[];
  readonly answers: readonly AnswerRecord[];
  readonly feedback: readonly Feedback[];
  readonly jobs: readonly Job[];
  /** What the account did, and what was done to it. */
  readonly audit: readonly AuditEntry[];
}

export interface SubjectErasure {
  readonly accountId: string;
  readonly answers: number;
  readonly feedback: number;
}

/** More than one person does here in a retention period. */
const MOST = 100_000;

/** @throws AppError "not-found" for a login that nobody has. */
export async function exportSubject(store: Store, login: string): Promise<SubjectExport> {
  const { passwordHash, totpSecret, ...account } = await accountOf(store, login);
  const { id } = account;
  const [sessions, keys, answers, feedback, jobs, done, suffered] = await Promise.all([
    store.sessions.ofAccount(id),
    store.apiKeys.list({ accountId: id }),
    store.answers.ofAccount(id),
    store.feedback.ofAccount(id),
    store.jobs.list({ createdBy: id, limit: MOST }),
    store.audit.list({ actor: id, limit: MOST }),
    store.audit.list({ object: id, limit: MOST }),
  ]);
  const entries = new Map([...done, ...suffered].map((entry) => [entry.seq, entry]));
  return {
    account: { ...account, hasPassword: passwordHash !== null, hasAuthenticator: totpSecret !== null },
    sessions: sessions.map(({ createdAt, lastSeenAt, expiresAt }) => ({ createdAt, lastSeenAt, expiresAt })),
    keys: keys.map(({ name, scopes, createdAt, lastUsedAt }) => ({ name, scopes, createdAt, lastUsedAt })),
    answers,
    feedback,
    jobs,
    audit: [...entries.values()].toSorted((a, b) => a.seq - b.seq),
  };
}

/**
 * Erases the account, its sessions, keys and links, what it asked and what it said of answers; in one write.
 *
 * @param actor who does it, for the audit trail.
 * @throws AppError "not-found" for a login that nobody has, "bad-request" for the last administrator, without whom nobody could
 * make another.
 */
export async function eraseSubject({ store, login, actor }: { store: Store; login: string; actor: string }): Promise<SubjectErasure> {
  return store.transaction(async (repositories) => {
    const account = await accountOf(repositories, login);
    const isLast =
      account.role === "administrator" && account.status === "active" && (await repositories.accounts.countAdministrators()) <= 1;
    if (isLast) throw lastAdministrator();
    // Before the account, which would only take its id off them.
    const answers = await repositories.answers.removeOfAccount(account.id);
    const feedback = await repositories.feedback.removeOfAccount(account.id);
    await repositories.accounts.remove(account.id);
    await repositories.audit.append({ actor, action: "subject.erased", object: account.id, details: { answers, feedback } });
    return { accountId: account.id, answers, feedback };
  });
}

async function accountOf({ accounts }: Pick<Repositories, "accounts">, login: string): Promise<Account> {
  const account = await accounts.byLogin(login);
  if (account !== null) return account;
  throw new AppError("not-found", {
    message: "unknown login",
    publicText: { vi: `Không có tài khoản "${login}".`, en: `There is no account "${login}".` },
  });
}

function lastAdministrator(): AppError {
  return new AppError("bad-request", {
    message: "the last administrator",
    publicText: {
      vi: "Đây là quản trị viên cuối cùng; hãy tạo quản trị viên khác trước khi xóa.",
      en: "This is the last administrator; make another one before erasing it.",
    },
  });
}
