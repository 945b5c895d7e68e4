/** Whoever can write to the database can change the audit trail; it must not stay hidden. */
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { entryHash } from "../../src/store/audit-chain.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { AuditCheck, AuditHead } from "../../src/store/types/audit.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Ten entries; then these statements, as somebody with the file would run them; then what the store says. */
async function afterTampering(statements: readonly string[], noted?: AuditHead): Promise<AuditCheck> {
  const path = join(temporaryFolder(), "aide.db");
  const store = await openStore(path);
  for (let n = 1; n <= 10; n += 1)
    await store.audit.append({ actor: `u-${n}`, action: "document.upload", object: `d${n}`, details: { n } });
  const intruder = new Database(path);
  for (const statement of statements) intruder.exec(statement);
  intruder.close();
  const check = await store.audit.verify(noted);
  await store.close();
  return check;
}

describe("verifying the audit trail", () => {
  it("finds nothing where nothing was done", async () => {
    expect(await afterTampering([])).toMatchObject({ whole: true, entries: 10 });
  });

  it.each([
    ["the time", "update audit set at = '2020-01-01T00:00:00.000Z' where seq = 4"],
    ["the actor", "update audit set actor = 'u-5' where seq = 4"],
    ["the action", "update audit set action = 'x' where seq = 4"],
    ["the object", "update audit set object = '' where seq = 4"],
    ["the details", `update audit set details = '{"n":5}' where seq = 4`],
    ["the spelling of the details", `update audit set details = '{"n": 4}' where seq = 4`],
    ["a detail that hides behind another", `update audit set details = '{"n":9,"n":4}' where seq = 4`],
    ["details that are no JSON", "update audit set details = 'n=4' where seq = 4"],
    ["the link to the entry before", "update audit set previous_hash = hash where seq = 4"],
    ["the hash", `update audit set hash = '${"a".repeat(64)}' where seq = 4`],
  ])("finds %s of an entry changed, and says which", async (_what, statement) => {
    const check = await afterTampering([statement]);
    expect(check).toMatchObject({ whole: false, seq: 4, fault: "changed" });
    if (!check.whole)
      expect(check.publicText).toEqual({ vi: "Nhật ký kiểm toán: bản ghi số 4 đã bị sửa.", en: "Audit trail: entry 4 was changed." });
  });

  it("finds an entry deleted, the first too", async () => {
    expect(await afterTampering(["delete from audit where seq = 4"])).toMatchObject({ whole: false, seq: 4, fault: "missing" });
    expect(await afterTampering(["delete from audit where seq = 1"])).toMatchObject({ whole: false, seq: 1, fault: "missing" });
  });

  it("finds an entry deleted and the later ones moved up", async () => {
    const statements = ["delete from audit where seq = 4", "update audit set seq = seq - 1 where seq > 4", "update audit_head set seq = 9"];
    expect(await afterTampering(statements)).toMatchObject({ whole: false, seq: 4, fault: "changed" });
  });

  it("finds two entries exchanged", async () => {
    const exchange = [
      "update audit set seq = 99 where seq = 4",
      "update audit set seq = 4 where seq = 7",
      "update audit set seq = 7 where seq = 99",
    ];
    expect(await afterTampering(exchange)).toMatchObject({ whole: false, seq: 4, fault: "changed" });
  });

  it("finds the end cut off", async () => {
    expect(await afterTampering(["delete from audit where seq > 7"])).toMatchObject({ whole: false, seq: 8, fault: "cut-off" });
    expect(await afterTampering(["delete from audit"])).toMatchObject({ whole: false, seq: 1, fault: "cut-off" });
    expect(await afterTampering(["delete from audit_head"])).toMatchObject({ whole: false, seq: 11, fault: "cut-off" });
  });

  it("finds an entry put in between, or after the end, however well it is made", async () => {
    const made = { at: "2026-01-01T00:00:00.000Z", actor: "u-1", action: "x", object: "", details: {}, previousHash: "0".repeat(64) };
    const insert = (seq: number): string =>
      `insert into audit (seq, at, actor, action, object, details, previous_hash, hash) values
       (${seq}, '${made.at}', 'u-1', 'x', '', '{}', '${made.previousHash}', '${entryHash({ ...made, seq })}')`;
    expect(await afterTampering([insert(11)])).toMatchObject({ whole: false, seq: 11, fault: "unlinked" });
    expect(await afterTampering([insert(0)])).toMatchObject({ whole: false, seq: 0, fault: "unlinked" });
    expect(await afterTampering(["delete from audit where seq = 4", insert(4)])).toMatchObject({ whole: false, seq: 4, fault: "unlinked" });
  });

  it("finds an end that was cut off together with the note of it, when the end was noted elsewhere too", async () => {
    const cut = ["delete from audit where seq > 7", "update audit_head set seq = 7, hash = (select hash from audit where seq = 7)"];
    // From the database alone this cannot be seen: it is what it was after seven entries.
    expect(await afterTampering(cut)).toMatchObject({ whole: true, entries: 7 });
    expect(await afterTampering(cut, { seq: 10, hash: "a".repeat(64) })).toMatchObject({ whole: false, seq: 8, fault: "cut-off" });
  });
});
