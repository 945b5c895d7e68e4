/** The store over any database that Kysely speaks to; what only one engine can do is handed in. */
import { CamelCasePlugin, Kysely, type Dialect } from "kysely";
import { migrate } from "./migrations/migrate.ts";
import { migrations } from "./migrations/migrations.ts";
import { createAccounts } from "./repositories/accounts.ts";
import { createAnswers } from "./repositories/answers.ts";
import { createApiKeys } from "./repositories/api-keys.ts";
import { createAuditTrail } from "./repositories/audit.ts";
import { createCatalogue } from "./repositories/catalogue.ts";
import { createFeedback } from "./repositories/feedback.ts";
import { createJobs } from "./repositories/jobs.ts";
import { createOneTimeLinks } from "./repositories/one-time-links.ts";
import { createOriginals } from "./repositories/originals.ts";
import type { RepositoryContext, Tables } from "./repositories/row-helpers.ts";
import { createSessions } from "./repositories/sessions.ts";
import { createSettings } from "./repositories/settings.ts";
import { createWidgetTokens } from "./repositories/widget-tokens.ts";
import { forgetDocument, purge } from "./retention.ts";
import type { Schema } from "./schema.ts";
import type { Repositories, Store } from "./types/store.ts";

/** What engines do in their own way. */
export interface Engine {
  backup(path: string): Promise<void>;
  faults(): Promise<readonly string[]>;
  /** Called after erasing: what was erased must not stay in the engine's files. */
  scrub(): Promise<void>;
}

export interface SqlStoreOptions {
  readonly dialect: Dialect;
  readonly engine: Engine;
  readonly now: () => Date;
}

/** @throws AppError "store-newer"; whatever the engine throws. The connection is closed then. */
export async function openSqlStore({ dialect, engine, now }: SqlStoreOptions): Promise<Store> {
  const db: Tables = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] });
  try {
    await migrate({ db, migrations, now });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const on = (tables: Tables): Repositories => repositoriesOn({ db: tables, now: () => now().toISOString() });
  return {
    ...on(db),
    transaction: (work) => db.transaction().execute((transaction) => work(on(transaction))),
    async forgetDocument(documentId) {
      const answers = await db.transaction().execute((transaction) => forgetDocument(transaction, documentId));
      await engine.scrub();
      return answers;
    },
    async purge(before) {
      const purged = await db.transaction().execute((transaction) => purge(transaction, before));
      await engine.scrub();
      return purged;
    },
    backup: (path) => engine.backup(path),
    faults: () => engine.faults(),
    close: () => db.destroy(),
  };
}

function repositoriesOn(context: RepositoryContext): Repositories {
  return {
    accounts: createAccounts(context),
    sessions: createSessions(context),
    apiKeys: createApiKeys(context),
    widgetTokens: createWidgetTokens(context),
    oneTimeLinks: createOneTimeLinks(context),
    jobs: createJobs(context),
    originals: createOriginals(context),
    catalogue: createCatalogue(context),
    answers: createAnswers(context),
    feedback: createFeedback(context),
    audit: createAuditTrail(context),
    settings: createSettings(context),
  };
}
