/** The store of application data: one repository for each kind of record. */
import type { Accounts } from "./accounts.ts";
import type { Answers } from "./answers.ts";
import type { ApiKeys } from "./api-keys.ts";
import type { AuditTrail } from "./audit.ts";
import type { Catalogue } from "./catalogue.ts";
import type { FeedbackBox } from "./feedback.ts";
import type { Jobs } from "./jobs.ts";
import type { OneTimeLinks } from "./one-time-links.ts";
import type { Originals } from "./originals.ts";
import type { Sessions } from "./sessions.ts";
import type { Settings } from "./settings.ts";
import type { WidgetTokens } from "./widget-tokens.ts";

export interface Repositories {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  readonly widgetTokens: WidgetTokens;
  readonly oneTimeLinks: OneTimeLinks;
  readonly jobs: Jobs;
  readonly originals: Originals;
  readonly catalogue: Catalogue;
  readonly answers: Answers;
  readonly feedback: FeedbackBox;
  readonly audit: AuditTrail;
  readonly settings: Settings;
}

export interface Purged {
  readonly answers: number;
  readonly feedback: number;
  readonly sessions: number;
  readonly jobs: number;
  readonly links: number;
}

/**
 * Every call is durable when its promise resolves. A full or read-only disk is AppError "store-unwritable", a damaged
 * file "store-damaged"; a write that another process holds up for longer than 10 s is "overloaded".
 */
export interface Store extends Repositories {
  /**
   * All or nothing. Inside `work` use the repositories that it is given, never the store's own: those wait until the
   * transaction is over. Keep it short and wait for nothing else in it: one writer at a time.
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** Erases a removed document's words from answers and feedback. Hashes and ids stay. @returns how many answers cited it. */
  forgetDocument(documentId: string): Promise<number>;
  /** Erases what ended before this time: answers, feedback, expired sessions and links, ended jobs. Not the audit trail. */
  purge(before: string): Promise<Purged>;
  /** A whole copy at one point in time, while others read and write. The file must not exist. Verified before it is there. */
  backup(path: string): Promise<void>;
  /** What is wrong with the database's own structure; empty when it is whole. Reads all of it. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}
