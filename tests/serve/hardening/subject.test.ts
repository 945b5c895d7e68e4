import { describe, expect, it } from "vitest";
import { eraseSubject, exportSubject } from "../../../src/serve/subject.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Account } from "../../../src/store/types/accounts.ts";
import type { Store } from "../../../src/store/types/store.ts";

async function peopled(): Promise<{ store: Store; account: Account; other: Account }> {
  const store = await openStore(":memory:");
  const add = async (login: string, role: Account["role"]): Promise<Account> => {
    const account = await store.accounts.add({
      login,
      displayName: `Tên ${login}`,
      role,
      passwordHash: `hash-${login}`,
      totpSecret: `totp-${login}`,
    });
    if (account === "taken") throw new Error("taken");
    return account;
  };
  const [account, other] = [await add("can-bo", "official"), await add("quan-tri", "administrator")];
  for (const { id, login } of [account, other]) {
    const at = new Date().toISOString();
    await store.answers.add([
      {
        id: `a-${login}`,
        at,
        generation: "g",
        accountId: id,
        lang: "vi",
        status: "refused",
        confidence: 1,
        question: `hỏi ${login}`,
        citations: [],
      },
    ]);
    await store.feedback.add({ answerId: `a-${login}`, useful: true, reason: null, comment: `góp ý ${login}`, accountId: id });
    await store.sessions.add({ idHash: `session-${login}`, accountId: id, strong: false, expiresAt: "2099-01-01T00:00:00.000Z" });
    await store.apiKeys.add({ name: `khóa ${login}`, keyHash: `key-${login}`, accountId: id, scopes: ["ask"], expiresAt: null });
    await store.jobs.add({ kind: "index", createdBy: id });
    await store.audit.append({ actor: id, action: "session.opened" });
  }
  return { store, account, other };
}

describe("what is kept of a person", () => {
  it("is handed out whole, without secrets and without anything of others", async () => {
    const { store, account } = await peopled();
    const exported = await exportSubject(store, "CAN-BO");
    expect(exported).toMatchObject({
      account: { id: account.id, login: "can-bo", hasPassword: true, hasAuthenticator: true },
      answers: [{ question: "hỏi can-bo" }],
      feedback: [{ comment: "góp ý can-bo" }],
      keys: [{ name: "khóa can-bo" }],
      jobs: [{ kind: "index" }],
      audit: [{ action: "session.opened" }],
    });
    expect(exported.sessions).toHaveLength(1);
    const text = JSON.stringify(exported);
    for (const secret of ["hash-can-bo", "totp-can-bo", "session-can-bo", "key-can-bo", "quan-tri"]) expect(text).not.toContain(secret);
    await store.close();
  });

  it("is erased whole, and the audit trail says that it was, without a name", async () => {
    const { store, account, other } = await peopled();
    expect(await eraseSubject({ store, login: "can-bo", actor: "cli" })).toEqual({ accountId: account.id, answers: 1, feedback: 1 });
    expect(await store.accounts.byLogin("can-bo")).toBeNull();
    expect(await store.answers.byId("a-can-bo")).toBeNull();
    expect(await store.feedback.list({ answerId: "a-can-bo" })).toEqual([]);
    expect(await store.sessions.byHash("session-can-bo")).toBeNull();
    expect(await store.apiKeys.byHash("key-can-bo")).toBeNull();
    const [last] = await store.audit.list({ limit: 1 });
    expect(last).toMatchObject({ actor: "cli", action: "subject.erased", object: account.id });
    expect(JSON.stringify(await store.audit.list())).not.toContain("can-bo");
    expect(await store.audit.verify()).toMatchObject({ whole: true });
    // Nobody else lost anything.
    expect(await store.answers.byId("a-quan-tri")).toMatchObject({ accountId: other.id });
    await store.close();
  });

  it("of the last administrator is not erased, and of nobody there is nothing", async () => {
    const { store } = await peopled();
    await expect(eraseSubject({ store, login: "quan-tri", actor: "cli" })).rejects.toMatchObject({ code: "bad-request" });
    expect(await store.answers.byId("a-quan-tri")).not.toBeNull();
    await expect(exportSubject(store, "khong-co")).rejects.toMatchObject({ code: "not-found" });
    await store.close();
  });
});
