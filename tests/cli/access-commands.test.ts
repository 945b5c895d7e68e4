/** `aide account`, `aide key` and `aide setup-link`, beside a store as a server has it open. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOfSecret } from "../../src/access/secrets.ts";
import { runCli } from "../../src/cli.ts";
import { storePath } from "../../src/store/store-path.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/types/store.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "aide-access-cli-"));
  store = await openStore(storePath(folder));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function aide(...arguments_: string[]): Promise<{ code: number; output: string; errors: string }> {
  let [output, errors] = ["", ""];
  const code = await runCli({
    arguments_,
    env: { AIDE_DATA: folder, PORT: "3210" },
    output: { write: (text: string) => (output += text) },
    errors: { write: (text: string) => (errors += text) },
  });
  return { code, output, errors };
}
const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

describe("aide setup-link", () => {
  it("gives a link that holds, and the one before no longer", async () => {
    const [first, second] = [await aide("setup-link"), await aide("setup-link", "--lang", "en")];
    expect(lastLine(first.output)).toMatch(/^http:\/\/127\.0\.0\.1:3210\/thiet-lap#tll_[\w-]{43}$/u);
    expect(second.output).toContain("within 24 hours");
    const linkOf = async ({ output }: { output: string }) =>
      store.oneTimeLinks.byHash(hashOfSecret("link", lastLine(output).split("#")[1]!)!);
    expect(await linkOf(first)).toBeNull();
    expect((await linkOf(second))?.usedAt).toBeNull();
  });

  it("says how to go on where there is an administrator", async () => {
    await store.accounts.add({ login: "quan-tri", displayName: "A", role: "administrator" });
    const { code, errors } = await aide("setup-link");
    expect(code).toBe(1);
    expect(errors).toContain("aide account reset");
  });
});

describe("aide account", () => {
  it("adds one with a link, lists it, suspends it, and resets it", async () => {
    const added = await aide("account", "add", "Binh", "--role", "editor", "--unit", "so-y-te", "--name", "Nguyễn Thị Bình");
    expect(added.code).toBe(0);
    expect(lastLine(added.output)).toContain("/thiet-lap#tll_");
    expect(await store.accounts.byLogin("binh")).toMatchObject({
      role: "editor",
      unit: "so-y-te",
      displayName: "Nguyễn Thị Bình",
      passwordHash: null,
    });
    expect((await aide("account", "list")).output).toBe("binh  Nguyễn Thị Bình  biên tập, so-y-te\n");
    expect((await aide("account", "suspend", "binh", "--lang", "en")).output).toContain("suspended");
    expect((await store.accounts.byLogin("binh"))?.status).toBe("suspended");
    await aide("account", "activate", "binh");
    expect(lastLine((await aide("account", "reset", "binh")).output)).toContain("#tll_");
    expect((await store.audit.list()).map(({ actor, action }) => `${actor} ${action}`)).toContain("cli account.reset");
    const listed = JSON.parse((await aide("account", "list", "--json")).output) as Record<string, unknown>[];
    expect(listed[0]).not.toHaveProperty("passwordHash");
  });

  it("keeps the last administrator", async () => {
    await store.accounts.add({ login: "quan-tri", displayName: "A", role: "administrator" });
    const { code, errors } = await aide("account", "suspend", "quan-tri");
    expect([code, errors]).toEqual([1, "aide: Đây là quản trị viên cuối cùng: hãy lập quản trị viên khác trước.\n"]);
  });

  it.each([
    [["account"], 2],
    [["account", "list", "x"], 2],
    [["account", "remove", "x"], 2],
    [["account", "add", "x", "--role", "boss"], 2],
    [["account", "add", "tên có dấu"], 2],
    [["account", "suspend", "khong-co"], 1],
  ])("refuses %j with exit code %i", async (arguments_, code) => {
    const result = await aide(...arguments_);
    expect(result.code).toBe(code);
    expect(result.errors).toMatch(/^aide: /u);
  });
});

describe("aide key", () => {
  it("makes one that is shown once, lists it without its secret, and revokes it", async () => {
    await aide("account", "add", "binh", "--role", "editor");
    const made = await aide("key", "create", "binh", "--scopes", "ask,publish", "--days", "30", "--name", "máy quét");
    const secret = lastLine(made.output);
    const key = await store.apiKeys.byHash(hashOfSecret("key", secret)!);
    expect(key).toMatchObject({ name: "máy quét", scopes: ["ask", "publish"], revokedAt: null });
    expect(Date.parse(key!.expiresAt!) - Date.now()).toBeGreaterThan(29 * 86_400_000);
    const listed = await aide("key", "list");
    expect(listed.output).toContain("máy quét  binh  ask,publish");
    expect(listed.output).not.toContain(secret);
    expect((await aide("key", "revoke", key!.id)).code).toBe(0);
    expect((await store.apiKeys.byId(key!.id))?.revokedAt).not.toBeNull();
  });

  it.each([
    [["key"], 2],
    [["key", "create", "binh", "--scopes", "root"], 2],
    [["key", "create", "binh", "--days", "0"], 2],
    [["key", "create", "khong-co"], 1],
    [["key", "revoke", "khong-co"], 1],
  ])("refuses %j with exit code %i", async (arguments_, code) => {
    expect((await aide(...arguments_)).code).toBe(code);
  });
});
