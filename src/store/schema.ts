/**
 * The tables as Kysely sees them. In SQL the names are written with underscores (`account_id`).
 *
 * Only types that SQLite and PostgreSQL share: text for ids, for times (ISO 8601, UTC) and for JSON; whole numbers, of
 * which 0 and 1 stand for no and yes; one real number, the confidence of an answer.
 */
import type { Account } from "./types/accounts.ts";
import type { AnswerRecord } from "./types/answers.ts";
import type { ApiKey } from "./types/api-keys.ts";
import type { AuditEntry } from "./types/audit.ts";
import type { CatalogueEntry } from "./types/catalogue.ts";
import type { Feedback } from "./types/feedback.ts";
import type { Job } from "./types/jobs.ts";
import type { OneTimeLink } from "./types/one-time-links.ts";
import type { Original } from "./types/originals.ts";
import type { Session } from "./types/sessions.ts";
import type { WidgetToken } from "./types/widget-tokens.ts";

/** A record's fields without those that are stored otherwise, and with these in their place. */
type Stored<Row, Changed extends object> = { -readonly [Key in Exclude<keyof Row, keyof Changed>]: Row[Key] } & Changed;

export interface Schema {
  /** `loginKey` is the login folded, so that case does not make two accounts of one. */
  accounts: Stored<Account, { loginKey: string }>;
  sessions: Stored<Session, { strong: number }>;
  apiKeys: Stored<ApiKey, { scopes: string }>;
  widgetTokens: Stored<WidgetToken, { origins: string }>;
  oneTimeLinks: Stored<OneTimeLink, object>;
  /** `position` orders jobs of the same millisecond. */
  jobs: Stored<Job, { cancelAsked: number; position: number }>;
  /** `version` counts the uploads of one document from 1. */
  originals: Stored<Original, { version: number }>;
  catalogue: Stored<CatalogueEntry, { fields: string }>;
  answers: Stored<Omit<AnswerRecord, "documents" | "citations">, object>;
  answerCitations: {
    answerId: string;
    n: number;
    documentId: string;
    sectionId: string;
    label: string;
    hash: string;
    quote: string | null;
  };
  /** The text of a section once for all answers that cite it. */
  citedTexts: { documentId: string; hash: string; text: string };
  feedback: Stored<Feedback, { useful: number }>;
  audit: Stored<AuditEntry, { details: string }>;
  /** One row: the end of the trail, raised in the same transaction as an entry is added. */
  auditHead: { id: number; seq: number; hash: string };
  settings: { key: string; value: string };
}
