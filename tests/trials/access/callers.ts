/** Everybody who may come to the door: those who hold what they show, and those who do not any more. */
import { hashOfSecret, newSecret } from "../../../src/access/secrets.ts";
import type { Role } from "../../../src/contract/access.ts";
import type { ModelAccount, ModelCaller } from "./oracle.ts";
import { byKey, bySession, byWidget, noCredential, type Credential, type World } from "./world.ts";

export interface Caller {
  readonly name: string;
  readonly model: ModelCaller;
  readonly credential: Credential;
}

const past = "2020-01-01T00:00:00.000Z";

/** Makes the accounts, keys and tokens of the matrix. */
export async function makeCallers(world: World): Promise<readonly Caller[]> {
  const person = async (login: string, role: Role, unit: string | null): Promise<ModelAccount> => {
    const { id } = await world.account(login, role, unit);
    return { login, id, role, unit, suspended: false };
  };
  const official = await person("can-bo", "official", "u-1");
  const otherOfficial = await person("can-bo-khac", "official", "u-2");
  const editor = await person("bien-tap", "editor", "u-1");
  const otherEditor = await person("bien-tap-khac", "editor", "u-2");
  const freeEditor = await person("bien-tap-chung", "editor", null);
  const administrator = await person("quan-tri", "administrator", null);
  const suspended = { ...(await person("da-khoa", "editor", "u-1")), suspended: true };
  const people = [official, otherOfficial, editor, otherEditor, freeEditor, administrator];

  const callers: Caller[] = [{ name: "anonymous", model: { kind: "anonymous" }, credential: noCredential }];
  for (const account of people) {
    const session = await world.session(account);
    callers.push({
      name: `session of ${account.login}`,
      model: { kind: "session", account, strong: true, holds: true },
      credential: bySession(session),
    });
  }
  const weak = await world.session(administrator, { strong: false });
  callers.push({
    name: "administrator without a second factor",
    model: { kind: "session", account: administrator, strong: false, holds: true },
    credential: bySession(weak),
  });
  for (const account of [editor, administrator])
    for (const scopes of [["ask"], ["publish"], ["manage"], ["ask", "publish", "manage"]]) {
      const { secret } = await world.key(account, { scopes });
      callers.push({
        name: `key of ${account.login} for ${scopes.join("+")}`,
        model: { kind: "key", account, scopes, holds: true },
        credential: byKey(secret),
      });
    }
  callers.push(...(await withoutStanding(world, { administrator, suspended })));
  const widget = await world.widget();
  const ended = await world.widget({ expiresAt: past });
  const revoked = await world.widget();
  await world.store.widgetTokens.revoke(revoked.id);
  const held = { kind: "widget", holds: true } as const;
  const lost = { kind: "widget", holds: false } as const;
  callers.push(
    { name: "widget", model: held, credential: byWidget(widget.secret) },
    { name: "widget on another page", model: lost, credential: byWidget(widget.secret, "https://la.example") },
    { name: "widget whose token ended", model: lost, credential: byWidget(ended.secret) },
    { name: "widget whose token was revoked", model: lost, credential: byWidget(revoked.secret) },
  );
  return callers;
}

async function withoutStanding(
  world: World,
  { administrator, suspended }: { administrator: ModelAccount; suspended: ModelAccount },
): Promise<readonly Caller[]> {
  const ofSuspended = { session: await world.session(suspended), key: await world.key(suspended) };
  await world.store.accounts.update(suspended.id, { status: "suspended" });
  const revoked = await world.key(administrator);
  await world.store.apiKeys.revoke(revoked.id);
  const ended = await world.key(administrator, { expiresAt: past });
  const signedOut = await world.session(administrator);
  await world.access.sessions.close(signedOut);
  const old = newSecret("session");
  await world.store.sessions.add({
    idHash: hashOfSecret("session", old) ?? "",
    accountId: administrator.id,
    strong: true,
    expiresAt: past,
  });
  const scopes = ["ask", "publish", "manage"];
  const session = (account: ModelAccount): ModelCaller => ({ kind: "session", account, strong: true, holds: false });
  const key = (account: ModelAccount): ModelCaller => ({ kind: "key", account, scopes, holds: false });
  return [
    { name: "suspended, with a session", model: session(suspended), credential: bySession(ofSuspended.session) },
    { name: "suspended, with a key", model: key(suspended), credential: byKey(ofSuspended.key.secret) },
    { name: "administrator's revoked key", model: key(administrator), credential: byKey(revoked.secret) },
    { name: "administrator's expired key", model: key(administrator), credential: byKey(ended.secret) },
    { name: "administrator who signed out", model: session(administrator), credential: bySession(signedOut) },
    { name: "administrator's expired session", model: session(administrator), credential: bySession(old) },
    { name: "a key that nobody made", model: key(administrator), credential: byKey(newSecret("key")) },
    { name: "a session that nobody opened", model: session(administrator), credential: bySession(newSecret("session")) },
  ];
}
