/** One random history: grants, moves and revocations, and after each of them somebody looks. */
import { tombstones } from "../../../src/publish/tombstones.ts";
import type { Random } from "../reading/random.ts";
import { canaryDocuments } from "./documents.ts";
import type { ModelAccount, ModelCaller, ModelDocument } from "./oracle.ts";
import { byKey, bySession, byWidget, noCredential, send, type Credential, type World } from "./world.ts";

/** How one of the cast comes at present. */
export interface Actor {
  readonly name: string;
  model: ModelCaller;
  credential: Credential;
}

export interface State {
  readonly documents: readonly ModelDocument[];
  readonly actors: Actor[];
  readonly accounts: readonly ModelAccount[];
  readonly administrator: Actor;
  readonly jobs: string[];
  widget: { id: string; secret: string };
}

const units = [null, "u-1", "u-2"] as const;
const levels = ["public", "officials", "unit"] as const;

export async function makeState(world: World): Promise<State> {
  const person = async (login: string, role: ModelAccount["role"], unit: string | null): Promise<ModelAccount> => {
    const { id } = await world.account(login, role, unit);
    return { login, id, role, unit, suspended: false };
  };
  const accounts = [
    await person("mot", "official", "u-1"),
    await person("hai", "official", "u-2"),
    await person("ba", "editor", "u-1"),
    await person("bon", "editor", "u-2"),
  ];
  const head = await person("quan-tri", "administrator", null);
  const administrator: Actor = {
    name: "administrator",
    model: { kind: "session", account: head, strong: true, holds: true },
    credential: bySession(await world.session(head)),
  };
  const widget = await world.widget();
  const actors: Actor[] = [
    { name: "anonymous", model: { kind: "anonymous" }, credential: noCredential },
    { name: "widget", model: { kind: "widget", holds: true }, credential: byWidget(widget.secret) },
  ];
  for (const account of accounts) {
    actors.push({
      name: `session of ${account.login}`,
      model: { kind: "session", account, strong: true, holds: false },
      credential: noCredential,
    });
    actors.push({
      name: `key of ${account.login}`,
      model: { kind: "key", account, scopes: [], holds: false },
      credential: byKey("tla_none"),
    });
  }
  const documents = canaryDocuments.map(({ id }): ModelDocument => ({ id, access: "public", unit: null, removed: false }));
  return { documents, actors, accounts, administrator, jobs: [], widget };
}

type Step = (world: World, state: State, random: Random) => Promise<void>;

/** What a request in the administrator's name must do: a step that silently did nothing would make the trial worthless. */
async function asAdministrator(world: World, { administrator }: State, sent: Parameters<typeof send>[2]): Promise<unknown> {
  const { status, text } = await send(world, administrator.credential, sent);
  if (status >= 300) throw new Error(`${sent.method} ${sent.path} by the administrator: ${String(status)} ${text}`);
  return text === "" ? null : JSON.parse(text);
}

async function signIn(world: World, actor: Actor): Promise<void> {
  const { model } = actor;
  if (model.kind !== "session") return;
  actor.credential = bySession(await world.session(model.account));
  actor.model = { ...model, holds: true };
}

async function newKey(world: World, actor: Actor, random: Random): Promise<void> {
  const { model } = actor;
  if (model.kind !== "key") return;
  const scopes = random.pick([["ask"], ["ask", "publish"], ["publish"], ["ask", "publish", "manage"]]);
  actor.credential = byKey((await world.key(model.account, { scopes })).secret);
  actor.model = { ...model, scopes, holds: true };
}

const steps: Readonly<Record<string, Step>> = {
  async classify(world, state, random) {
    const document = random.pick(state.documents.filter(({ removed }) => !removed));
    const access = random.pick(levels);
    const unit = access === "unit" ? random.pick(["u-1", "u-2"]) : random.pick(units);
    await asAdministrator(world, state, { method: "PATCH", path: `/v1/documents/${document.id}`, body: { access, unit } });
    Object.assign(document, { access, unit });
  },
  /** As another process does it: the command line beside the server. */
  async classifyBeside(world, state, random) {
    const document = random.pick(state.documents);
    const access = random.pick(levels);
    const unit = access === "unit" ? random.pick(["u-1", "u-2"]) : random.pick(units);
    await world.store.catalogue.set({ documentId: document.id, access, unit, fields: {}, updatedBy: "cli" });
    Object.assign(document, { access, unit });
  },
  async remove(world, state, random) {
    const there = state.documents.filter(({ removed }) => !removed);
    if (there.length < 3) return;
    const document = random.pick(there);
    const job = (await asAdministrator(world, state, { method: "DELETE", path: `/v1/documents/${document.id}` })) as { id: string };
    state.jobs.push(job.id);
    document.removed = true;
  },
  async restore(world, state, random) {
    const gone = state.documents.filter(({ removed }) => removed);
    if (gone.length > 0) await putBack(world, random.pick(gone));
  },
  async moveAccount(world, state, random) {
    const account = random.pick(state.accounts);
    const [role, unit] = [random.pick(["official", "editor"] as const), random.pick(units)];
    await asAdministrator(world, state, { method: "PATCH", path: `/v1/accounts/${account.id}`, body: { role, unit } });
    Object.assign(account, { role, unit });
    // A change of rights ends its sessions.
    await afterChange(world, state, { account, random });
  },
  async suspend(world, state, random) {
    const account = random.pick(state.accounts);
    const suspended = !account.suspended;
    await asAdministrator(world, state, {
      method: "PATCH",
      path: `/v1/accounts/${account.id}`,
      body: { status: suspended ? "suspended" : "active" },
    });
    account.suspended = suspended;
    await afterChange(world, state, { account, random });
  },
  async signInOrOut(world, state, random) {
    const actor = random.pick(state.actors.filter(({ model }) => model.kind === "session"));
    if (actor.model.kind !== "session") return;
    if (!actor.model.holds) return signIn(world, actor);
    await send(world, actor.credential, { method: "DELETE", path: "/v1/session" });
    actor.model = { ...actor.model, holds: false };
  },
  async key(world, state, random) {
    const actor = random.pick(state.actors.filter(({ model }) => model.kind === "key"));
    if (actor.model.kind !== "key") return;
    if (!actor.model.holds) return newKey(world, actor, random);
    const [{ id } = { id: "" }] = (await world.store.apiKeys.list({ accountId: actor.model.account.id })).filter(
      ({ revokedAt }) => revokedAt === null,
    );
    await asAdministrator(world, state, { method: "DELETE", path: `/v1/keys/${id}` });
    actor.model = { ...actor.model, holds: false };
  },
  async widget(world, state) {
    const actor = state.actors.find(({ model }) => model.kind === "widget");
    if (actor?.model.kind !== "widget") return;
    if (actor.model.holds) {
      await asAdministrator(world, state, { method: "DELETE", path: `/v1/widget-tokens/${state.widget.id}` });
      actor.model = { kind: "widget", holds: false };
      return;
    }
    state.widget = await world.widget();
    Object.assign(actor, { model: { kind: "widget", holds: true }, credential: byWidget(state.widget.secret) });
  },
  /** Three hours without a request end every session but the administrator's, who is back at once. */
  async timePasses(world, state) {
    world.pass(3 * 60 * 60_000);
    for (const actor of state.actors) if (actor.model.kind === "session") actor.model = { ...actor.model, holds: false };
    await signIn(world, state.administrator);
  },
  /** Another generation: the collection is read and built anew. */
  async rebuild(world, _state, random) {
    if (random.below(20) !== 0) return;
    await world.aide.rebuild();
    await world.access.book.reload();
  },
};

async function afterChange(world: World, state: State, { account, random }: { account: ModelAccount; random: Random }): Promise<void> {
  for (const actor of state.actors) {
    const { model } = actor;
    if (model.kind !== "session" || model.account !== account) continue;
    actor.model = { ...model, holds: false };
    if (!account.suspended && random.below(2) === 0) await signIn(world, actor);
  }
}

async function putBack(world: World, document: ModelDocument): Promise<void> {
  const { id } = document;
  const [last] = await world.store.originals.history(id);
  await world.store.originals.put({ documentId: id, fileName: `${id}.txt`, sha256: last?.sha256 ?? "", bytes: 1, uploadedBy: "trial" });
  await tombstones(world.store).lift(id);
  await world.access.book.reload();
  document.removed = false;
}

export const stepNames = Object.keys(steps);

/** @returns what was done. */
export async function takeStep(world: World, state: State, random: Random): Promise<string> {
  const name = random.pick(stepNames);
  await steps[name]?.(world, state, random);
  return name;
}

/** Everything as at the beginning of a history, in a random starting position. */
export async function startAnew(world: World, state: State, random: Random): Promise<void> {
  await signIn(world, state.administrator);
  for (const document of state.documents) {
    if (document.removed) await putBack(world, document);
    const access = random.pick(levels);
    const unit = access === "unit" ? random.pick(["u-1", "u-2"]) : random.pick(units);
    await world.store.catalogue.set({ documentId: document.id, access, unit, fields: {}, updatedBy: "trial" });
    Object.assign(document, { access, unit });
  }
  for (const actor of state.actors) {
    const { model } = actor;
    if (model.kind === "session" && !model.account.suspended && !model.holds) await signIn(world, actor);
    if (model.kind === "key" && !model.holds && random.below(2) === 0) await newKey(world, actor, random);
  }
}
