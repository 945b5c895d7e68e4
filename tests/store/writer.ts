/**
 * A process that counts in a store until it is killed: `writer.ts PATH NAME [LIMIT]`. Each step writes to three tables in one
 * transaction; its number is printed only when the store has acknowledged it. A fault is printed as its code.
 */
import { writeSync } from "node:fs";
import { AppError } from "../../src/base/app-error.ts";
import { openStore } from "../../src/store/open-store.ts";

async function count(path: string, name: string, limit: number): Promise<void> {
  const store = await openStore(path);
  writeSync(1, "open\n");
  for (let step = 0; step < limit; step += 1) {
    const n = await store.transaction(async ({ settings, audit, originals }) => {
      const next = Number((await settings.get(name)) ?? "0") + 1;
      await settings.set(name, String(next));
      await originals.put({ documentId: name, fileName: `${name}.txt`, sha256: String(next), bytes: next, uploadedBy: name });
      await audit.append({ actor: name, action: "count", object: String(next) });
      return next;
    });
    writeSync(1, `${n}\n`);
  }
  await store.close();
}

const [path = "", name = "", limit = "Infinity"] = process.argv.slice(2);
try {
  await count(path, name, Number(limit));
} catch (error) {
  writeSync(1, `${error instanceof AppError ? `${error.code}: ${error.publicText.en}` : String(error)}\n`);
  process.exitCode = 1;
}
