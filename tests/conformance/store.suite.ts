/** What every store of application data promises, whichever database is under it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Account, NewAccount } from "../../src/store/types/accounts.ts";
import type { NewAnswerRecord } from "../../src/store/types/answers.ts";
import type { Store } from "../../src/store/types/store.ts";

const lan: NewAccount = { login: "Lan", displayName: "Nguyễn Thị Lan", role: "administrator" };

function answer(id: string, changes: Partial<NewAnswerRecord> = {}): NewAnswerRecord {
  const cited = {
    documentId: "gia-lai",
    sectionId: "II.1",
    label: "khoản 1 Mục II",
    hash: "h1",
    text: "Sở Tài chính chủ trì.",
    quote: "chủ trì",
  };
  const base = { at: "2026-11-01T00:00:00.000Z", generation: "g1", accountId: null, lang: "vi", status: "answered" } as const;
  return { ...base, id, confidence: 0.8125, question: "Ai chủ trì?", citations: [cited], ...changes };
}

/** @param open a new, empty store with this clock. */
export function describeStore(name: string, open: (now: () => Date) => Promise<Store>): void {
  describe(`${name} keeps the promises of a store`, () => {
    let store: Store;
    let clock: number;
    const pass = (ms: number): void => void (clock += ms);
    const time = (ms = 0): string => new Date(clock + ms).toISOString();

    beforeEach(async () => {
      clock = Date.parse("2026-11-23T08:00:00.000Z");
      store = await open(() => new Date(clock));
    });
    afterEach(() => store.close());

    async function added(account: NewAccount): Promise<Account> {
      const result = await store.accounts.add(account);
      if (result === "taken") throw new Error("the login is taken");
      return result;
    }

    describe("accounts", () => {
      it("are found by id, by login in any case, and by provider and subject", async () => {
        const account = await added({ ...lan, oidcIssuer: "https://id.example", oidcSubject: "7" });
        expect(account).toMatchObject({ ...lan, status: "active", unit: null, createdAt: time(), updatedAt: time() });
        expect(await store.accounts.byId(account.id)).toEqual(account);
        expect(await store.accounts.byLogin(" LAN ")).toEqual(account);
        expect(await store.accounts.byOidc("https://id.example", "7")).toEqual(account);
        expect(await store.accounts.byOidc("https://other.example", "7")).toBeNull();
        expect(await store.accounts.byId("u-none")).toBeNull();
        expect(await store.accounts.byLogin("Hoa")).toBeNull();
      });

      it("never share a login or a subject, neither new nor changed; having no subject is nothing shared", async () => {
        await added({ ...lan, oidcIssuer: "https://id.example", oidcSubject: "7" });
        const hoa = await added({ ...lan, login: "hoa" });
        await added({ ...lan, login: "mai" });
        expect(await store.accounts.add({ ...lan, login: "lAN" })).toBe("taken");
        expect(await store.accounts.add({ ...lan, login: "tu", oidcIssuer: "https://id.example", oidcSubject: "7" })).toBe("taken");
        expect(await store.accounts.update(hoa.id, { login: "LAN" })).toBe("taken");
        expect(await store.accounts.byId(hoa.id)).toEqual(hoa);
        expect(await store.accounts.count()).toBe(3);
      });

      it("take changes and keep the rest; an unknown one is null", async () => {
        const account = await added({ ...lan, passwordHash: "p" });
        pass(1000);
        const changed = await store.accounts.update(account.id, { unit: "Sở Tài chính", status: "suspended" });
        expect(changed).toEqual({ ...account, unit: "Sở Tài chính", status: "suspended", updatedAt: time() });
        expect(await store.accounts.byId(account.id)).toEqual(changed);
        expect(await store.accounts.update("u-none", { unit: "x" })).toBeNull();
      });

      it("are listed by login and counted, active administrators apart", async () => {
        await added({ ...lan, login: "Tú" });
        await added({ ...lan, login: "an", role: "editor" });
        const suspended = await added({ ...lan, login: "Ba" });
        await store.accounts.update(suspended.id, { status: "suspended" });
        expect((await store.accounts.list()).map(({ login }) => login)).toEqual(["an", "Ba", "Tú"]);
        expect(await store.accounts.count()).toBe(3);
        expect(await store.accounts.countAdministrators()).toBe(1);
      });

      it("take their sessions, keys and links with them and leave answers and feedback without an owner", async () => {
        const { id } = await added(lan);
        await store.sessions.add({ idHash: "s", accountId: id, strong: false, expiresAt: time(9) });
        await store.apiKeys.add({ name: "k", keyHash: "k", accountId: id, scopes: [], expiresAt: null });
        await store.oneTimeLinks.add({ tokenHash: "l", purpose: "reset", accountId: id, expiresAt: time(9) });
        await store.answers.add([answer("a-1", { accountId: id })]);
        const { id: feedbackId } = await store.feedback.add({ answerId: "a-1", useful: true, reason: null, comment: null, accountId: id });
        expect(await store.accounts.remove(id)).toBe(true);
        expect(await store.accounts.remove(id)).toBe(false);
        expect([await store.sessions.byHash("s"), await store.apiKeys.byHash("k"), await store.oneTimeLinks.byHash("l")]).toEqual([
          null,
          null,
          null,
        ]);
        expect((await store.answers.byId("a-1"))?.accountId).toBeNull();
        expect((await store.feedback.byId(feedbackId))?.accountId).toBeNull();
      });
    });

    describe("sessions", () => {
      it("are found by their hash, end one by one or all but one, and belong to an account", async () => {
        const { id } = await added(lan);
        for (const idHash of ["s1", "s2", "s3", "s4"])
          await store.sessions.add({ idHash, accountId: id, strong: true, expiresAt: time(9) });
        expect(await store.sessions.byHash("s1")).toEqual({
          idHash: "s1",
          accountId: id,
          strong: true,
          createdAt: time(),
          lastSeenAt: time(),
          expiresAt: time(9),
        });
        expect(await store.sessions.remove("s1")).toBe(true);
        expect(await store.sessions.remove("s1")).toBe(false);
        expect(await store.sessions.removeOfAccount(id, "s3")).toBe(2);
        expect((await store.sessions.ofAccount(id)).map(({ idHash }) => idHash)).toEqual(["s3"]);
        expect(await store.sessions.removeOfAccount(id)).toBe(1);
        await expect(store.sessions.add({ idHash: "x", accountId: "u-none", strong: true, expiresAt: time() })).rejects.toThrow();
      });

      it("note when they were last seen, at most once a minute", async () => {
        const { id } = await added(lan);
        await store.sessions.add({ idHash: "s", accountId: id, strong: false, expiresAt: time(9) });
        const begin = time();
        pass(59_000);
        await store.sessions.touch("s");
        expect((await store.sessions.byHash("s"))?.lastSeenAt).toBe(begin);
        pass(2000);
        await store.sessions.touch("s");
        expect((await store.sessions.byHash("s"))?.lastSeenAt).toBe(time());
      });
    });

    describe("keys and tokens", () => {
      it("of programs are found by hash and listed newest first; a revoked one stays revoked since the first time", async () => {
        const { id } = await added(lan);
        const other = await added({ ...lan, login: "hoa" });
        const key = await store.apiKeys.add({ name: "Sở", keyHash: "k1", accountId: id, scopes: ["ask", "search"], expiresAt: time(9) });
        pass(1);
        await store.apiKeys.add({ name: "2", keyHash: "k2", accountId: other.id, scopes: [], expiresAt: null });
        expect(key).toMatchObject({ scopes: ["ask", "search"], revokedAt: null, lastUsedAt: null });
        expect(await store.apiKeys.byHash("k1")).toEqual(key);
        expect(await store.apiKeys.byHash("k3")).toBeNull();
        expect((await store.apiKeys.list()).map(({ name: keyName }) => keyName)).toEqual(["2", "Sở"]);
        expect((await store.apiKeys.list({ accountId: id })).map((found) => found.id)).toEqual([key.id]);
        const revokedAt = time();
        expect(await store.apiKeys.revoke(key.id)).toEqual({ ...key, revokedAt });
        pass(1000);
        expect(await store.apiKeys.revoke(key.id)).toEqual({ ...key, revokedAt });
        expect(await store.apiKeys.revoke("k-none")).toBeNull();
      });

      it("of programs note when they were last used, at most once a minute", async () => {
        const { id } = await added(lan);
        const key = await store.apiKeys.add({ name: "k", keyHash: "k", accountId: id, scopes: [], expiresAt: null });
        const first = time();
        await store.apiKeys.touch(key.id);
        pass(30_000);
        await store.apiKeys.touch(key.id);
        expect((await store.apiKeys.byId(key.id))?.lastUsedAt).toBe(first);
        pass(31_000);
        await store.apiKeys.touch(key.id);
        expect((await store.apiKeys.byId(key.id))?.lastUsedAt).toBe(time());
      });

      it("of widgets know their origins and can be revoked", async () => {
        const origins = ["https://gialai.gov.vn", "https://a.example:8443"];
        const token = await store.widgetTokens.add({ name: "Cổng", tokenHash: "w1", origins, expiresAt: null });
        expect(await store.widgetTokens.byHash("w1")).toEqual(token);
        expect(token.origins).toEqual(origins);
        expect(await store.widgetTokens.revoke(token.id)).toEqual({ ...token, revokedAt: time() });
        expect(await store.widgetTokens.list()).toEqual([{ ...token, revokedAt: time() }]);
        expect(await store.widgetTokens.revoke("w-none")).toBeNull();
      });
    });

    describe("links that work once", () => {
      const setup = { tokenHash: "t", purpose: "setup", accountId: null };

      it("work once, for their purpose, before their end", async () => {
        await store.oneTimeLinks.add({ ...setup, expiresAt: time(1000) });
        expect(await store.oneTimeLinks.use("t", "reset")).toBeNull();
        const uses = await Promise.all([store.oneTimeLinks.use("t", "setup"), store.oneTimeLinks.use("t", "setup")]);
        expect(uses.filter((link) => link !== null)).toEqual([{ ...setup, expiresAt: time(1000), usedAt: time() }]);
        await store.oneTimeLinks.add({ ...setup, tokenHash: "late", expiresAt: time(1000) });
        pass(1000);
        expect(await store.oneTimeLinks.use("late", "setup")).toBeNull();
        expect((await store.oneTimeLinks.byHash("late"))?.usedAt).toBeNull();
      });

      it("can be taken back, those of one account apart from those of none", async () => {
        const { id } = await added(lan);
        await store.oneTimeLinks.add({ ...setup, expiresAt: time(1000) });
        await store.oneTimeLinks.add({ tokenHash: "u", purpose: "setup", accountId: id, expiresAt: time(1000) });
        expect(await store.oneTimeLinks.withdraw("setup", null)).toBe(1);
        expect(await store.oneTimeLinks.use("t", "setup")).toBeNull();
        expect(await store.oneTimeLinks.use("u", "setup")).not.toBeNull();
        expect(await store.oneTimeLinks.withdraw("setup", id)).toBe(0);
      });
    });

    describe("jobs", () => {
      it("are taken up one by one in the order they came, each by one only, also within one millisecond", async () => {
        const jobs = [];
        for (let n = 0; n < 12; n += 1) jobs.push(await store.jobs.add({ kind: "upload", createdBy: "cli", documentId: `d${n}` }));
        const claimed = await Promise.all(jobs.map(() => store.jobs.claim()));
        expect(claimed.map((job) => job?.documentId)).toEqual(jobs.map(({ documentId }) => documentId));
        expect(claimed[0]).toEqual({ ...jobs[0], state: "running", startedAt: time() });
        expect(await store.jobs.claim()).toBeNull();
      });

      it("show progress while they run, and end once", async () => {
        const { id } = await store.jobs.add({ kind: "index", createdBy: "u-1" });
        await store.jobs.progress(id, { step: "reading", done: 1, total: 5 });
        expect(await store.jobs.byId(id)).toMatchObject({ state: "waiting", step: "", done: 0 });
        await store.jobs.claim();
        await store.jobs.progress(id, { step: "reading", done: 1, total: 5 });
        expect(await store.jobs.byId(id)).toMatchObject({ state: "running", step: "reading", done: 1, total: 5 });
        pass(10);
        const done = await store.jobs.end(id, { state: "done", generation: "g7" });
        expect(done).toMatchObject({ state: "done", generation: "g7", endedAt: time(), errorCode: null });
        expect(await store.jobs.end(id, { state: "cancelled" })).toBeNull();
        await store.jobs.progress(id, { step: "late", done: 5, total: 5 });
        expect(await store.jobs.byId(id)).toEqual(done);
      });

      it("say in two languages why they failed", async () => {
        const { id } = await store.jobs.add({ kind: "index", createdBy: "u-1", generation: "g1" });
        await store.jobs.claim();
        const publicText = { vi: "Ổ đĩa đã đầy.", en: "The disk is full." };
        expect(await store.jobs.end(id, { state: "failed", errorCode: "store-unwritable", publicText })).toMatchObject({
          state: "failed",
          errorCode: "store-unwritable",
          errorVi: publicText.vi,
          errorEn: publicText.en,
          generation: "g1",
        });
      });

      it("are cancelled while they wait, and asked to stop while they run", async () => {
        const first = await store.jobs.add({ kind: "index", createdBy: "u-1" });
        const second = await store.jobs.add({ kind: "index", createdBy: "u-1" });
        await store.jobs.claim();
        expect(await store.jobs.cancel(first.id)).toMatchObject({ state: "running", cancelAsked: true, endedAt: null });
        expect(await store.jobs.cancel(second.id)).toMatchObject({ state: "cancelled", endedAt: time() });
        expect(await store.jobs.claim()).toBeNull();
        expect(await store.jobs.end(first.id, { state: "cancelled" })).toMatchObject({ state: "cancelled" });
        expect(await store.jobs.cancel("j-none")).toBeNull();
      });

      it("that ran when their process died wait again, before those that came later", async () => {
        const first = await store.jobs.add({ kind: "upload", createdBy: "u-1" });
        await store.jobs.claim();
        await store.jobs.progress(first.id, { step: "reading", done: 1, total: 2 });
        const second = await store.jobs.add({ kind: "upload", createdBy: "u-1" });
        expect(await store.jobs.requeueRunning()).toEqual([first]);
        expect([(await store.jobs.claim())?.id, (await store.jobs.claim())?.id]).toEqual([first.id, second.id]);
      });

      it("are listed newest first, by state, document and who asked", async () => {
        const first = await store.jobs.add({ kind: "upload", createdBy: "u-1", documentId: "a", fileName: "a.txt", unit: "X" });
        const second = await store.jobs.add({ kind: "remove", createdBy: "u-2", documentId: "b" });
        await store.jobs.claim();
        const ids = async (...filter: Parameters<Store["jobs"]["list"]>): Promise<readonly string[]> =>
          (await store.jobs.list(...filter)).map(({ id }) => id);
        expect(await ids()).toEqual([second.id, first.id]);
        expect(await ids({ limit: 1 })).toEqual([second.id]);
        expect(await ids({ states: ["running", "done"] })).toEqual([first.id]);
        expect(await ids({ documentId: "b" })).toEqual([second.id]);
        expect(await ids({ createdBy: "u-1" })).toEqual([first.id]);
      });
    });

    describe("originals", () => {
      const bytes = (sha256: string, documentId = "d"): Parameters<Store["originals"]["put"]>[0] => ({
        documentId,
        fileName: `${documentId}.txt`,
        sha256,
        bytes: 5_000_000_000,
        uploadedBy: "u-1",
      });

      it("keep the history of a document's bytes, with exactly one that is current", async () => {
        const first = await store.originals.put(bytes("x"));
        pass(5);
        const second = await store.originals.put(bytes("y"));
        expect(await store.originals.current("d")).toEqual(second);
        expect(await store.originals.history("d")).toEqual([second, { ...first, replacedAt: time() }]);
        expect(second.bytes).toBe(5_000_000_000);
        expect(await store.originals.current("none")).toBeNull();
      });

      it("say which documents have the same bytes now, and no longer", async () => {
        await store.originals.put(bytes("x", "b"));
        await store.originals.put(bytes("x", "a"));
        await store.originals.put(bytes("x", "c"));
        await store.originals.put(bytes("y", "c"));
        expect((await store.originals.currentBySha256("x")).map(({ documentId }) => documentId)).toEqual(["a", "b"]);
        expect((await store.originals.listCurrent()).map(({ documentId }) => documentId)).toEqual(["a", "b", "c"]);
      });

      it("are removed, may come back, and forget what is past", async () => {
        const first = await store.originals.put(bytes("x"));
        expect(await store.originals.remove("d")).toEqual({ ...first, removedAt: time() });
        expect(await store.originals.remove("d")).toBeNull();
        expect(await store.originals.listCurrent()).toEqual([]);
        const again = await store.originals.put(bytes("x"));
        expect(await store.originals.history("d")).toEqual([again, { ...first, removedAt: time() }]);
        expect(await store.originals.forgetPast("d")).toBe(1);
        expect(await store.originals.history("d")).toEqual([again]);
      });
    });

    describe("the catalogue", () => {
      it("holds one entry a document, replaced as a whole", async () => {
        const entry = {
          documentId: "d",
          access: "public",
          unit: null,
          fields: { title: "Kế hoạch", replaces: ["a"] },
          updatedBy: "u-1",
        } as const;
        expect(await store.catalogue.set(entry)).toEqual({ ...entry, updatedAt: time() });
        pass(1);
        const closed = { ...entry, access: "unit", unit: "Sở Y tế", fields: {}, updatedBy: "u-2" } as const;
        await store.catalogue.set(closed);
        expect(await store.catalogue.get("d")).toEqual({ ...closed, updatedAt: time() });
        expect(await store.catalogue.list()).toHaveLength(1);
        expect(await store.catalogue.remove("d")).toBe(true);
        expect(await store.catalogue.remove("d")).toBe(false);
        expect(await store.catalogue.get("d")).toBeNull();
      });

      it("never opens a document to a unit that is not named", async () => {
        const entry = { documentId: "d", access: "unit", unit: null, fields: {}, updatedBy: "u-1" } as const;
        await expect(store.catalogue.set(entry)).rejects.toMatchObject({ code: "bad-request" });
        expect(await store.catalogue.list()).toEqual([]);
      });
    });

    describe("answers and feedback", () => {
      it("keep what was cited, in its order, and which documents it came from", async () => {
        const [cited] = answer("").citations;
        if (cited === undefined) throw new Error("no citation");
        const citations = [{ ...cited, documentId: "b", hash: "h2" }, cited, { ...cited, documentId: "b", hash: "h3", quote: "tài chính" }];
        const record = answer("a-1", { citations, question: null, accountId: "u-9" });
        await store.answers.add([record, answer("a-2", { citations: [], status: "refused" })]);
        expect(await store.answers.byId("a-1")).toEqual({ ...record, documents: ["b", "gia-lai"] });
        expect(await store.answers.byId("a-2")).toMatchObject({ documents: [], citations: [], status: "refused" });
        expect(await store.answers.byId("a-3")).toBeNull();
        expect((await store.answers.ofAccount("u-9")).map(({ id }) => id)).toEqual(["a-1"]);
      });

      it("may be handed over in hundreds, and twice", async () => {
        const many = Array.from({ length: 450 }, (_, n) => answer(`a-${n}`));
        await store.answers.add([]);
        await store.answers.add(many);
        await store.answers.add([answer("a-7", { question: "khác" }), answer("a-new")]);
        expect(await store.answers.count()).toBe(451);
        expect(await store.answers.byId("a-7")).toEqual({ ...answer("a-7"), documents: ["gia-lai"] });
      });

      it("of an account can be erased, and what others cite stays", async () => {
        await store.answers.add([answer("a-1", { accountId: "u-1" }), answer("a-2")]);
        await store.feedback.add({ answerId: "a-1", useful: false, reason: "wrong", comment: "sai", accountId: "u-1" });
        expect(await store.answers.removeOfAccount("u-1")).toBe(1);
        expect(await store.feedback.removeOfAccount("u-1")).toBe(1);
        expect(await store.answers.byId("a-1")).toBeNull();
        expect((await store.answers.byId("a-2"))?.citations[0]?.text).toBe("Sở Tài chính chủ trì.");
        expect(await store.feedback.ofAccount("u-1")).toEqual([]);
      });

      it("get feedback, which is open until somebody closes it", async () => {
        const first = await store.feedback.add({ answerId: "a-1", useful: true, reason: null, comment: "tốt", accountId: null });
        pass(1);
        const second = await store.feedback.add({ answerId: "a-2", useful: false, reason: "wrong", comment: null, accountId: "u-1" });
        expect(first).toMatchObject({ state: "open", useful: true, at: time(-1) });
        expect(await store.feedback.list()).toEqual([second, first]);
        expect(await store.feedback.list({ answerId: "a-1" })).toEqual([first]);
        expect(await store.feedback.setState(first.id, "closed")).toEqual({ ...first, state: "closed" });
        expect(await store.feedback.list({ state: "open" })).toEqual([second]);
        expect(await store.feedback.list({ limit: 1 })).toEqual([second]);
        expect(await store.feedback.ofAccount("u-1")).toEqual([second]);
        expect(await store.feedback.setState("f-none", "closed")).toBeNull();
      });

      it("lose the words of a document that is removed, and nothing else", async () => {
        const [cited] = answer("").citations;
        if (cited === undefined) throw new Error("no citation");
        const other = { ...cited, documentId: "b", text: "Văn bản khác.", quote: "khác" };
        await store.answers.add([answer("a-1", { citations: [cited, other] }), answer("a-2"), answer("a-3", { citations: [other] })]);
        const touched = await store.feedback.add({
          answerId: "a-1",
          useful: false,
          reason: "wrong",
          comment: "trích: chủ trì",
          accountId: null,
        });
        const untouched = await store.feedback.add({
          answerId: "a-3",
          useful: false,
          reason: null,
          comment: "trích: khác",
          accountId: null,
        });
        expect(await store.forgetDocument("gia-lai")).toBe(2);
        expect((await store.answers.byId("a-1"))?.citations).toEqual([{ ...cited, text: null, quote: null }, other]);
        expect((await store.answers.byId("a-2"))?.documents).toEqual(["gia-lai"]);
        expect(await store.feedback.byId(touched.id)).toEqual({ ...touched, comment: null });
        expect(await store.feedback.byId(untouched.id)).toEqual(untouched);
        expect(await store.forgetDocument("never-there")).toBe(0);
      });
    });

    describe("retention", () => {
      it("erases what ended before the given time and keeps the rest, the audit trail whole", async () => {
        const { id } = await added(lan);
        const old = { expiresAt: time(), accountId: id };
        await store.sessions.add({ idHash: "s1", strong: false, ...old });
        await store.oneTimeLinks.add({ tokenHash: "l1", purpose: "reset", ...old });
        await store.jobs.add({ kind: "index", createdBy: "cli" });
        const ended = await store.jobs.claim();
        await store.jobs.end(ended?.id ?? "", { state: "done" });
        const waiting = await store.jobs.add({ kind: "index", createdBy: "cli" });
        await store.feedback.add({ answerId: "a-1", useful: true, reason: null, comment: null, accountId: null });
        await store.answers.add([answer("a-1", { at: time() })]);
        await store.audit.append({ actor: "cli", action: "index" });
        pass(1000);
        const before = time();
        await store.answers.add([answer("a-2", { at: before })]);
        await store.sessions.add({ idHash: "s2", accountId: id, strong: false, expiresAt: before });
        const kept = await store.feedback.add({ answerId: "a-2", useful: true, reason: null, comment: null, accountId: null });
        expect(await store.purge(before)).toEqual({ answers: 1, feedback: 1, sessions: 1, jobs: 1, links: 1 });
        expect(await store.purge(before)).toEqual({ answers: 0, feedback: 0, sessions: 0, jobs: 0, links: 0 });
        expect((await store.answers.byId("a-2"))?.citations[0]?.text).toBe("Sở Tài chính chủ trì.");
        expect(await store.sessions.byHash("s2")).not.toBeNull();
        expect((await store.jobs.list()).map((job) => job.id)).toEqual([waiting.id]);
        expect(await store.feedback.list()).toEqual([kept]);
        expect(await store.audit.verify()).toMatchObject({ whole: true, entries: 1 });
      });
    });

    describe("the audit trail", () => {
      it("numbers its entries without a gap and binds each to the one before, also when many are added at once", async () => {
        expect(await store.audit.verify()).toMatchObject({ whole: true, entries: 0 });
        await Promise.all(Array.from({ length: 20 }, (_, n) => store.audit.append({ actor: "cli", action: "test", details: { n } })));
        const entries = (await store.audit.list()).toReversed();
        expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
        for (const [n, entry] of entries.entries()) expect(entry.previousHash).toBe(entries[n - 1]?.hash ?? "0".repeat(64));
        const last = entries.at(-1);
        expect(await store.audit.head()).toEqual({ seq: 20, hash: last?.hash });
        expect(await store.audit.verify()).toEqual({ whole: true, entries: 20, head: { seq: 20, hash: last?.hash } });
      });

      it("gives back what was written, newest first, by page, actor and object", async () => {
        const details = { tệp: 'kế hoạch "1".docx', sizes: [1, 2.5, -3], nested: { b: null, a: true } };
        const entry = await store.audit.append({ actor: "u-1", action: "document.upload", object: "d", details });
        await store.audit.append({ actor: "u-2", action: "session.start" });
        expect(entry).toMatchObject({ seq: 1, at: time(), actor: "u-1", action: "document.upload", object: "d", details });
        expect((await store.audit.list()).map(({ seq }) => seq)).toEqual([2, 1]);
        expect(await store.audit.list({ before: 2 })).toEqual([entry]);
        expect(await store.audit.list({ actor: "u-1" })).toEqual([entry]);
        expect(await store.audit.list({ object: "d" })).toEqual([entry]);
        expect((await store.audit.list({ limit: 1 })).map(({ seq }) => seq)).toEqual([2]);
      });

      it("holds an end that was noted elsewhere against what is there", async () => {
        await store.audit.append({ actor: "cli", action: "a" });
        const noted = await store.audit.head();
        await store.audit.append({ actor: "cli", action: "b" });
        expect(await store.audit.verify(noted)).toMatchObject({ whole: true });
        expect(await store.audit.verify({ ...noted, hash: "f".repeat(64) })).toMatchObject({ whole: false, seq: 1, fault: "changed" });
        expect(await store.audit.verify({ ...noted, seq: 3 })).toMatchObject({ whole: false, seq: 3, fault: "cut-off" });
      });
    });

    describe("settings", () => {
      it("are kept, replaced and removed", async () => {
        expect(await store.settings.get("pinned")).toBeNull();
        await store.settings.set("pinned", "g1");
        await store.settings.set("pinned", "g2");
        expect(await store.settings.get("pinned")).toBe("g2");
        await store.settings.remove("pinned");
        expect(await store.settings.get("pinned")).toBeNull();
      });
    });

    describe("a transaction", () => {
      it("keeps all of its writes or none", async () => {
        const failing = store.transaction(async ({ settings, audit, originals }) => {
          await settings.set("a", "1");
          await originals.put({ documentId: "d", fileName: "d", sha256: "x", bytes: 1, uploadedBy: "cli" });
          await audit.append({ actor: "cli", action: "x" });
          throw new Error("half way");
        });
        await expect(failing).rejects.toThrow("half way");
        expect([await store.settings.get("a"), await store.originals.current("d")]).toEqual([null, null]);
        expect(await store.audit.verify()).toMatchObject({ whole: true, entries: 0 });
        expect(await store.transaction(async ({ settings }) => (await settings.set("a", "2"), "done"))).toBe("done");
        expect(await store.settings.get("a")).toBe("2");
      });

      it("is not seen by others before it ends, and two never mix", async () => {
        const raise = (): Promise<void> =>
          store.transaction(async ({ settings }) => {
            const before = Number((await settings.get("n")) ?? "0");
            await new Promise((resolve) => setTimeout(resolve, 1));
            await settings.set("n", String(before + 1));
          });
        await Promise.all(Array.from({ length: 10 }, raise));
        expect(await store.settings.get("n")).toBe("10");
      });
    });

    it("finds nothing wrong with itself", async () => {
      await store.answers.add([answer("a-1")]);
      expect(await store.faults()).toEqual([]);
    });
  });
}
