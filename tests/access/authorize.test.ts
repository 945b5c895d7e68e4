/** Who may do what: the table, and what holds for everybody in it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actions, type Action } from "../../src/access/actions.ts";
import { authorize, type Decision } from "../../src/access/authorize.ts";
import type { AccessObject, DocumentObject } from "../../src/access/objects.ts";
import { visitor, type AccountPrincipal, type Principal } from "../../src/access/principal.ts";
import { KeyScopeSchema, RoleSchema } from "../../src/contract/access.ts";

const account = (changes: Partial<AccountPrincipal> = {}): AccountPrincipal => ({
  kind: "account",
  accountId: "a-1",
  role: "official",
  unit: "so-y-te",
  strong: true,
  via: "session",
  ...changes,
});
const widget: Principal = { kind: "widget", tokenId: "w-1" };
const document = (access: DocumentObject["access"], unit: string | null): DocumentObject => ({ kind: "document", access, unit });
const said = (decision: Decision): string => (decision.allowed ? "yes" : decision.reason);

describe("reading", () => {
  const cases: [string, Principal, DocumentObject, string][] = [
    ["a visitor a public document", visitor, document("public", null), "yes"],
    ["a visitor an officials' document", visitor, document("officials", null), "hidden"],
    ["a visitor a unit's document", visitor, document("unit", "so-y-te"), "hidden"],
    ["a widget a public document", widget, document("public", "so-y-te"), "yes"],
    ["a widget an officials' document", widget, document("officials", null), "hidden"],
    ["an official an officials' document of another unit", account(), document("officials", "so-du-lich"), "yes"],
    ["an official their unit's document", account(), document("unit", "so-y-te"), "yes"],
    ["an official another unit's document", account(), document("unit", "so-du-lich"), "hidden"],
    ["one of no unit a document of no unit that is for its unit", account({ unit: null }), document("unit", null), "hidden"],
    ["an editor another unit's document", account({ role: "editor" }), document("unit", "so-du-lich"), "hidden"],
    ["an administrator any unit's document", account({ role: "administrator", unit: null }), document("unit", "so-du-lich"), "yes"],
    [
      "an administrator without a second factor",
      account({ role: "administrator", strong: false }),
      document("unit", "so-du-lich"),
      "hidden",
    ],
    ["a key that was made for managing", account({ via: "key", scopes: ["manage"] }), document("public", null), "scope-missing"],
  ];
  it.each(cases)("%s", (_name, principal, object, expected) => {
    expect(said(authorize(principal, "document.read", object))).toBe(expected);
  });
});

describe("keeping documents", () => {
  const editor = account({ role: "editor" });
  const cases: [string, Principal, DocumentObject, string][] = [
    ["a visitor", visitor, document("public", null), "sign-in-needed"],
    ["a widget", widget, document("public", null), "sign-in-needed"],
    ["an official", account(), document("public", "so-y-te"), "role-too-low"],
    ["an official, of a document that is hidden from them", account(), document("unit", "so-du-lich"), "role-too-low"],
    ["an editor their own unit's", editor, document("unit", "so-y-te"), "yes"],
    ["an editor a public one of another unit", editor, document("public", "so-du-lich"), "other-unit"],
    ["an editor a closed one of another unit", editor, document("unit", "so-du-lich"), "hidden"],
    ["an editor of a unit one of no unit", editor, document("public", null), "other-unit"],
    ["an editor of no unit one of no unit", account({ role: "editor", unit: null }), document("public", null), "yes"],
    ["an administrator", account({ role: "administrator", unit: null }), document("unit", "so-du-lich"), "yes"],
    [
      "an administrator without a second factor",
      account({ role: "administrator", strong: false }),
      document("public", null),
      "second-factor-needed",
    ],
    [
      "an editor's key for asking",
      account({ role: "editor", via: "key", scopes: ["ask"] }),
      document("public", "so-y-te"),
      "scope-missing",
    ],
    ["an editor's key for publishing", account({ role: "editor", via: "key", scopes: ["publish"] }), document("public", "so-y-te"), "yes"],
  ];
  it.each(cases)("%s", (_name, principal, object, expected) => {
    for (const action of ["document.change", "document.remove"] as const) expect(said(authorize(principal, action, object))).toBe(expected);
  });

  it("lets an editor add for the own unit only, whoever is to read it", () => {
    expect(said(authorize(editor, "document.add", document("unit", "so-y-te")))).toBe("yes");
    expect(said(authorize(editor, "document.add", document("public", "so-du-lich")))).toBe("other-unit");
    expect(said(authorize(editor, "document.add", document("public", null)))).toBe("other-unit");
  });
});

describe("jobs, keys and answers", () => {
  const editor = account({ role: "editor" });
  it("shows a job to those who keep its document today, whoever kept it then", () => {
    const job = (unit: string | null, now: DocumentObject | null) => ({ kind: "job", unit, document: now, aboutDocument: true }) as const;
    expect(said(authorize(editor, "job.read", job("so-y-te", document("unit", "so-y-te"))))).toBe("yes");
    expect(said(authorize(editor, "job.read", job("so-y-te", document("unit", "so-du-lich"))))).toBe("hidden");
    expect(said(authorize(editor, "job.read", job("so-y-te", null)))).toBe("yes");
    expect(said(authorize(editor, "job.read", job("so-du-lich", null)))).toBe("hidden");
    expect(said(authorize(editor, "job.read", { kind: "job", unit: null, document: null, aboutDocument: false }))).toBe("yes");
    expect(said(authorize(account(), "job.read", job("so-y-te", null)))).toBe("role-too-low");
  });

  it("shows a key to its owner and to administrators", () => {
    expect(said(authorize(account(), "key.own", { kind: "key", accountId: "a-1" }))).toBe("yes");
    expect(said(authorize(account(), "key.own", { kind: "key", accountId: "a-2" }))).toBe("hidden");
    expect(said(authorize(account({ role: "administrator" }), "key.own", { kind: "key", accountId: "a-2" }))).toBe("yes");
  });

  it("shows an old answer to whom it was given, as long as they may read all that it cites", () => {
    const answer = (accountId: string | null, documents: (DocumentObject | null)[]) => ({ kind: "answer", accountId, documents }) as const;
    expect(said(authorize(visitor, "answer.check", answer(null, [document("public", null)])))).toBe("yes");
    expect(said(authorize(visitor, "answer.check", answer("a-1", [])))).toBe("hidden");
    expect(said(authorize(account(), "answer.check", answer("a-1", [document("unit", "so-du-lich")])))).toBe("hidden");
    expect(said(authorize(account(), "answer.check", answer("a-2", [])))).toBe("hidden");
    expect(said(authorize(account(), "answer.check", answer("a-1", [null])))).toBe("hidden");
  });
});

describe("whatever the action", () => {
  const action = fc.constantFrom(...(Object.keys(actions) as Action[]));
  const unit = fc.constantFrom(null, "u-1", "u-2");
  const access = fc.constantFrom<DocumentObject["access"]>("public", "officials", "unit");
  const documents = fc.record({ kind: fc.constant("document" as const), access, unit });
  const objects: fc.Arbitrary<AccessObject | undefined> = fc.oneof(
    fc.constant(undefined),
    documents,
    fc.record({ kind: fc.constant("job" as const), unit, document: fc.option(documents), aboutDocument: fc.boolean() }),
    fc.record({ kind: fc.constant("key" as const), accountId: fc.constantFrom("a-1", "a-2") }),
    fc.record({
      kind: fc.constant("answer" as const),
      accountId: fc.constantFrom(null, "a-1", "a-2"),
      documents: fc.array(fc.option(documents)),
    }),
  );
  const accounts = fc.record({
    kind: fc.constant("account" as const),
    accountId: fc.constantFrom("a-1", "a-2"),
    role: fc.constantFrom(...RoleSchema.options),
    unit,
    strong: fc.boolean(),
    via: fc.constant("session" as const),
  });

  it("a key does no more than the person who owns it", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(accounts, action, objects, fc.subarray([...KeyScopeSchema.options]), (owner, what, object, scopes) => {
        const key: AccountPrincipal = { ...owner, via: "key", scopes };
        if (authorize(key, what, object).allowed) expect(authorize(owner, what, object).allowed).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("a higher role of the same person may do whatever a lower one may", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(accounts, action, objects, (person, what, object) => {
        const may = (role: AccountPrincipal["role"]) => authorize({ ...person, role, strong: true }, what, object).allowed;
        if (may("official")) expect(may("editor")).toBe(true);
        if (may("editor")) expect(may("administrator")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("a visitor and a widget see the same documents, and nobody is told of one that they may not read", () => {
    fc.assert(
      fc.property(accounts, action, documents, (person, what, object) => {
        expect(authorize(widget, "document.read", object)).toEqual(authorize(visitor, "document.read", object));
        const mayRead = authorize(person, "document.read", object).allowed;
        const decision = authorize(person, what, object);
        // Only the wish to add one names what is not read anywhere.
        if (!mayRead && what !== "document.add" && !decision.allowed)
          expect(["hidden", "role-too-low", "second-factor-needed"]).toContain(decision.reason);
        if (!mayRead && what !== "document.add") expect(decision.allowed).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it("one without a second factor has at most an official's rights", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(accounts, action, objects, (person, what, object) => {
        const weak = { ...person, role: "administrator" as const, strong: false };
        if (authorize(weak, what, object).allowed) expect(authorize({ ...weak, role: "official" }, what, object).allowed).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
