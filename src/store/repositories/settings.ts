/** Settings in SQL. */
import type { Settings } from "../types/settings.ts";
import type { RepositoryContext } from "./row-helpers.ts";

export function createSettings({ db }: RepositoryContext): Settings {
  return {
    async get(key) {
      return (await db.selectFrom("settings").select("value").where("key", "=", key).executeTakeFirst())?.value ?? null;
    },
    async set(key, value) {
      const insert = db.insertInto("settings").values({ key, value });
      await insert.onConflict((conflict) => conflict.column("key").doUpdateSet({ value })).execute();
    },
    async remove(key) {
      await db.deleteFrom("settings").where("key", "=", key).execute();
    },
  };
}
