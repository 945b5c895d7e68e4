/** Widget tokens in SQL. */
import { newId } from "../../base/ids.ts";
import type { Schema } from "../schema.ts";
import type { WidgetToken, WidgetTokens } from "../types/widget-tokens.ts";
import { readTexts, type RepositoryContext } from "./row-helpers.ts";

function toToken(row: Schema["widgetTokens"]): WidgetToken {
  return { ...row, origins: readTexts(row.origins) };
}

export function createWidgetTokens({ db, now }: RepositoryContext): WidgetTokens {
  const one = async (column: "id" | "tokenHash", value: string): Promise<WidgetToken | null> => {
    const row = await db.selectFrom("widgetTokens").selectAll().where(column, "=", value).executeTakeFirst();
    return row === undefined ? null : toToken(row);
  };
  return {
    async add(added) {
      const token: WidgetToken = { ...added, id: newId("w"), createdAt: now(), revokedAt: null };
      await db
        .insertInto("widgetTokens")
        .values({ ...token, origins: JSON.stringify(token.origins) })
        .execute();
      return token;
    },
    byId: (id) => one("id", id),
    byHash: (tokenHash) => one("tokenHash", tokenHash),
    async list() {
      return (await db.selectFrom("widgetTokens").selectAll().orderBy("createdAt", "desc").orderBy("id").execute()).map(toToken);
    },
    async revoke(id) {
      await db.updateTable("widgetTokens").set({ revokedAt: now() }).where("id", "=", id).where("revokedAt", "is", null).execute();
      return one("id", id);
    },
  };
}
