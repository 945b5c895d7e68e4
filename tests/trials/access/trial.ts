/**
 * Random histories: after every grant, move and revocation somebody comes by some road, and no word of a document that they
 * may not read comes back; what they may read does.
 */
import { seededRandom, type Random } from "../reading/random.ts";
import { createControls, type Controls } from "./controls.ts";
import { canaryDocuments, folded } from "./documents.ts";
import { makeState, startAnew, stepNames, takeStep, type State } from "./history.ts";
import { canRead, mayKnow, standingOf, type Standing } from "./oracle.ts";
import { roads } from "./roads.ts";
import { openWorld, send, type Received, type Sent, type World } from "./world.ts";

export interface HistoryFigures {
  readonly histories: number;
  readonly changes: ReadonlyMap<string, number>;
  readonly looks: ReadonlyMap<string, number>;
  /** Words of documents that came back to somebody who may read them: that the trial can see at all. */
  readonly seen: number;
  /** Answers compared, byte for byte, with those of a collection that never held what is closed. */
  readonly compared: number;
  readonly faults: readonly string[];
}

export interface HistoryOptions {
  readonly count: number;
  readonly seed: number;
  /** No history begins after it. Milliseconds. */
  readonly untilMs?: number;
  /** Through a real port, by a real client. Default: straight to the application. */
  readonly overHttp?: boolean;
  readonly onProgress?: (done: number, faults: number) => void;
}

const STEPS = 6;
const LOOKS = 5;
const MOST_KNOWN = 60;

export async function runHistories({
  count,
  seed,
  untilMs = Infinity,
  overHttp = false,
  onProgress,
}: HistoryOptions): Promise<HistoryFigures> {
  const began = performance.now();
  const world = await openWorld({ overHttp });
  const controls = await createControls();
  const random = seededRandom(seed);
  const run: Run = { world, controls, state: await makeState(world), answers: [], faults: [], looks: new Map(), seen: 0, compared: 0 };
  const changes = new Map<string, number>(stepNames.map((name) => [name, 0]));
  let done = 0;
  try {
    for (; done < count && performance.now() - began < untilMs && run.faults.length < 20; done += 1) {
      await startAnew(world, run.state, random);
      for (let step = 0; step < STEPS; step += 1) {
        const name = await takeStep(world, run.state, random);
        changes.set(name, (changes.get(name) ?? 0) + 1);
        for (let look = 0; look < LOOKS; look += 1) await lookAround(run, { random, after: `history ${String(done)}, ${name}` });
      }
      checkLog(run);
      onProgress?.(done + 1, run.faults.length);
    }
    const { faults, looks, seen, compared } = run;
    return { histories: done, changes, looks, seen, compared, faults };
  } finally {
    await controls.close();
    await world.close();
  }
}

interface Run {
  readonly world: World;
  readonly controls: Controls;
  readonly state: State;
  readonly answers: string[];
  readonly faults: string[];
  readonly looks: Map<string, number>;
  seen: number;
  compared: number;
}

async function lookAround(run: Run, { random, after }: { random: Random; after: string }): Promise<void> {
  const { world, state, answers } = run;
  const actor = random.pick([...state.actors, state.administrator]);
  const name = random.pick(Object.keys(roads));
  const sent = roads[name]?.(random, { answers, jobs: state.jobs });
  if (sent === undefined) return;
  const received = await send(world, actor.credential, sent);
  run.looks.set(name, (run.looks.get(name) ?? 0) + 1);
  const standing = standingOf(actor.model);
  const fault = (text: string): void => void run.faults.push(`${after}; ${actor.name} by ${name} (${sent.method} ${sent.path}): ${text}`);
  if (received.status >= 500) fault(`failed with ${String(received.status)}`);
  if (standing.is === "refused" && received.status !== 401) fault(`a credential that does not hold was taken: ${String(received.status)}`);
  checkWords(run, { received, sent, standing, road: name, fault });
  checkCounts(run, { received, standing, road: name, fault });
  await compareWithControl(run, { received, sent, standing, road: name, fault });
  const id = /"id":"(a-[0-9a-f-]{36})"/u.exec(received.text)?.[1];
  if (id !== undefined) answers.push(id);
  if (answers.length > MOST_KNOWN) answers.shift();
}

interface Look {
  readonly received: Received;
  readonly sent: Sent;
  readonly standing: Standing;
  readonly road: string;
  readonly fault: (text: string) => void;
}

/** Roads that tell those who kept a document what became of it. */
const aboutRemoved = new Set(["jobs", "job"]);

function checkWords(run: Run, { received, sent, standing, road, fault }: Look): void {
  // What was asked comes back in answers and in refusals; it is no news to whoever asked it.
  const asked = folded([sent.path, JSON.stringify(sent.body ?? "")].join(" "));
  const text = folded(received.whole);
  const allowed = new Set<string>();
  for (const { id, words, idWord } of canaryDocuments) {
    const model = run.state.documents.find((one) => one.id === id);
    if (model === undefined) continue;
    // A job names its document, and needs no right to ask questions.
    const told = aboutRemoved.has(road) && standing.is === "staff" && standing.powers.has("edit") && mayKnow(standing, model);
    if (canRead(standing, model)) for (const word of [...words, idWord]) allowed.add(word);
    else if (told) allowed.add(idWord);
  }
  for (const { id, words, idWord } of canaryDocuments)
    for (const word of [...words, idWord]) {
      if (!text.includes(word)) continue;
      if (allowed.has(word)) run.seen += 1;
      else if (!asked.includes(word)) fault(`leaks "${word}" of ${id}`);
    }
}

function checkCounts(run: Run, { received, standing, road, fault }: Omit<Look, "sent">): void {
  if (received.status !== 200) return;
  const readable = run.state.documents.filter((model) => canRead(standing, model));
  const body = received.text.startsWith("{") ? (JSON.parse(received.text) as Record<string, unknown>) : {};
  const wrong = (what: string, is: unknown, should: unknown): void => fault(`${what}: ${String(is)} instead of ${String(should)}`);
  if (road === "readiness" && body["documents"] !== readable.length) wrong("documents counted", body["documents"], readable.length);
  if (road === "catalogue") {
    const ids = (body["documents"] as { id: string }[]).map(({ id }) => id);
    const should = readable.map(({ id }) => id).toSorted();
    if (JSON.stringify(ids) !== JSON.stringify(should)) wrong("documents listed", ids, should);
  }
  if (road === "generations" && readable.length < run.state.documents.length) {
    const counted = (body["generations"] as { documents: unknown }[]).some(({ documents }) => documents !== null);
    if (counted) fault("counts documents for one who may not see them all");
  }
}

const compared = new Set(["answer", "search", "document", "section", "tasks", "tasksOfDocument", "table", "catalogue", "readiness"]);

/** A collection without what is closed, asked the same: nothing may differ. */
async function compareWithControl(run: Run, { received, sent, standing, road, fault }: Look): Promise<void> {
  if (!compared.has(road) || received.status === 401 || received.status === 403) return;
  const readable = run.state.documents.filter((model) => canRead(standing, model)).map(({ id }) => id);
  const control = await run.controls.ask(readable, sent);
  run.compared += 1;
  const [is, should] = [withoutChance(received), withoutChance(control)];
  if (is !== should)
    fault(`differs from a collection of ${readable.join(", ") || "nothing"}:\n    ${is.slice(0, 600)}\n    ${should.slice(0, 600)}`);
}

/** Times, ids that are made anew, and the name of the build. */
function withoutChance({ status, text }: Received): string {
  const plain = text
    .replaceAll(/"(?:id|requestId)":"(?:a|r)-[^"]*"/gu, "")
    .replaceAll(/"tookMs":[\d.e-]+/gu, "")
    .replaceAll(/"generation":"[^"]*"/gu, "");
  return `${String(status)} ${plain}`;
}

/** Nobody may read the log of the server by asking it; still no document's words belong into it. */
function checkLog({ world, faults }: Run): void {
  const text = folded(world.lines.splice(0).join("\n"));
  for (const { id, words, idWord } of canaryDocuments)
    for (const word of [...words, idWord]) if (text.includes(word)) faults.push(`the log holds "${word}" of ${id}`);
}
