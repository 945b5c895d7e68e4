/**
 * A server killed at random times while editors publish: nothing that was acknowledged is lost, nothing is mixed, and it
 * is ready again at once.
 *
 * Each round starts the server, gives it an upload, a replacement or a removal, and kills it with what it started, at any
 * time from the request to well after the publish. Every so many rounds begin with nothing, so that the first publish of
 * all is cut off too.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { sha256 } from "../../../src/base/files.ts";
import type { JobWireShape } from "../../../src/contract/jobs.ts";
import { madePlan } from "../../helpers/made-plans.ts";
import { keyFor, newServerFolders, removeServerFolders, type ServerFolders } from "../../helpers/running-server.ts";
import { seededRandom, type Random } from "../reading/random.ts";
import { join } from "node:path";

export interface KillOptions {
  readonly count: number;
  readonly seed: number;
  /** Rounds after which it begins with nothing again. Default 10. */
  readonly freshEvery?: number;
  /** Stops early after so long. */
  readonly untilMs?: number;
  readonly onProgress?: (done: number, faults: number) => void;
}

export interface KillFigures {
  kills: number;
  acknowledged: number;
  /** Rounds that began with an empty collection. */
  firsts: number;
  /** From the start of the process to its first good answer, in milliseconds. */
  readonly readyMs: number[];
  readonly faults: string[];
}

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  readonly log: () => string;
}

const STARTS_WITHIN_MS = 60_000;

async function start(folders: ServerFolders): Promise<Server> {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "server-process.ts")], {
    env: { ...process.env, PORT: "0", AIDE_CORPUS: folders.corpus, AIDE_INDEX: folders.index, AIDE_DATA: folders.data, AIDE_WATCH: "0" },
    stdio: ["ignore", "pipe", "pipe"],
    // With what it started, in one group: a machine that stops takes all of it.
    detached: true,
  });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-4000);
  });
  const late = setTimeout(() => kill(child), STARTS_WITHIN_MS);
  let url = "";
  for await (const part of child.stdout) {
    url += String(part);
    if (url.includes("\n")) break;
  }
  clearTimeout(late);
  if (!url.startsWith("http")) throw new Error(`the server did not start: ${log}`);
  return { child, url: url.trim(), log: () => log };
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Gone by itself: what it left is looked at all the same.
  }
}

/** What editors were promised: the hash of each document's bytes. What was asked for and not acknowledged may have happened. */
interface Promised {
  readonly documents: Map<string, string>;
  readonly open: Map<string, string | null>;
}

interface Act {
  readonly id: string;
  /** Null for a removal. */
  readonly text: string | null;
}

function chooseAct({ documents }: Promised, { random, turn }: { random: Random; turn: number }): Act {
  const ids = [...documents.keys()];
  const text = madePlan({
    place: random.pick(["Hòa Bình", "Sơn La", "Yên Bái", "Lào Cai"]),
    word: `tukhoa${turn}`,
    number: 1 + random.below(900),
  });
  if (ids.length > 4 || (ids.length > 1 && random.next() < 0.25)) return { id: random.pick(ids), text: null };
  if (ids.length > 0 && random.next() < 0.4) return { id: random.pick(ids), text };
  return { id: `ke-hoach-${turn}`, text };
}

/** @returns whether it was acknowledged. Never throws: the server may be killed in the middle. */
async function request(url: string, { act, key, known }: { act: Act; key: string; known: boolean }): Promise<boolean> {
  const headers = { authorization: `Bearer ${key}` };
  try {
    if (act.text === null) return (await fetch(`${url}/v1/documents/${act.id}`, { method: "DELETE", headers })).status === 202;
    const body = new FormData();
    body.set("file", new File([act.text], `${act.id}.txt`));
    const path = known ? `/v1/documents/${act.id}` : "/v1/documents";
    const response = await fetch(`${url}${path}`, { method: known ? "PUT" : "POST", headers, body });
    return response.status === 202;
  } catch {
    return false;
  }
}

async function readyAfter(folders: ServerFolders): Promise<{ server: Server; ms: number }> {
  const began = performance.now();
  const server = await start(folders);
  const response = await fetch(`${server.url}/readyz`);
  if (response.status !== 200) throw new Error(`not ready: ${response.status}`);
  return { server, ms: performance.now() - began };
}

async function waitForJobs({ url }: Server, key: string): Promise<readonly JobWireShape[]> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { jobs } = (await (await fetch(`${url}/v1/jobs`, { headers: { authorization: `Bearer ${key}` } })).json()) as {
      jobs: JobWireShape[];
    };
    if (jobs.every(({ state }) => state !== "waiting" && state !== "running")) return jobs;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("jobs do not end");
}

/** @returns what is wrong with what is answered, once every job has ended. */
async function judge(server: Server, { key, promised }: { key: string; promised: Promised }): Promise<string[]> {
  const faults: string[] = [];
  const jobs = await waitForJobs(server, key);
  for (const { kind, error, documentId } of jobs)
    if (error !== null) faults.push(`the job ${kind} of ${documentId ?? ""} failed: ${error.messageEn}`);
  const listed = (await (await fetch(`${server.url}/v1/documents`)).json()) as { documents: { id: string }[] };
  const found = new Map<string, string>();
  for (const { id } of listed.documents) {
    const document = (await (await fetch(`${server.url}/v1/documents/${id}`)).json()) as { sourceHash: string };
    found.set(id, document.sourceHash);
  }
  for (const id of new Set([...promised.documents.keys(), ...promised.open.keys(), ...found.keys()])) {
    const now = found.get(id) ?? null;
    const kept = promised.documents.get(id) ?? null;
    const isOpen = promised.open.has(id) && promised.open.get(id) === now;
    if (now !== kept && !isOpen) faults.push(`${id}: promised ${String(kept)}, answers from ${String(now)}`);
    if (now === null) promised.documents.delete(id);
    else promised.documents.set(id, now);
  }
  promised.open.clear();
  const ready = (await (await fetch(`${server.url}/readyz`)).json()) as { status: string; notes: string[] };
  if (ready.status === "degraded") faults.push(`degraded: ${ready.notes.join("; ")}`);
  return faults;
}

export async function runKillTrial(options: KillOptions): Promise<KillFigures> {
  const { count, seed, freshEvery = 10, untilMs = Number.POSITIVE_INFINITY, onProgress } = options;
  const random = seededRandom(seed);
  const figures: KillFigures = { kills: 0, acknowledged: 0, firsts: 0, readyMs: [], faults: [] };
  const began = performance.now();
  let folders: ServerFolders | null = null;
  let key = "";
  let promised: Promised = { documents: new Map(), open: new Map() };
  try {
    while (figures.kills < count && performance.now() - began < untilMs) {
      if (folders === null || figures.kills % freshEvery === 0) {
        if (folders !== null) removeServerFolders(folders);
        folders = newServerFolders("aide-kill-");
        key = await keyFor(folders, { role: "editor", login: "bien.tap" });
        promised = { documents: new Map(), open: new Map() };
        figures.firsts += 1;
      }
      await round({ folders, key, promised, random, figures });
      onProgress?.(figures.kills, figures.faults.length);
    }
    return figures;
  } finally {
    if (folders !== null) removeServerFolders(folders);
  }
}

interface Round {
  readonly folders: ServerFolders;
  readonly key: string;
  readonly promised: Promised;
  readonly random: Random;
  readonly figures: KillFigures;
}

async function round({ folders, key, promised, random, figures }: Round): Promise<void> {
  const { server, ms } = await readyAfter(folders);
  figures.readyMs.push(ms);
  const where = `kill ${figures.kills + 1}`;
  try {
    // Every other round lets recovery end and looks; the others are killed in the middle of it as well.
    const isLookedAt = promised.open.size > 0 || random.next() < 0.5;
    if (isLookedAt) figures.faults.push(...(await judge(server, { key, promised })).map((fault) => `${where}: ${fault}`));
    const act = chooseAct(promised, { random, turn: figures.kills });
    const asking = request(server.url, { act, key, known: promised.documents.has(act.id) });
    const delay = new Promise((resolve) => setTimeout(resolve, random.next() ** 2 * 3000));
    // Killed at its time, whether or not the request was answered by then.
    const acknowledged = await Promise.race([asking, delay.then(() => null)]);
    await delay;
    kill(server.child);
    const isTaken = acknowledged ?? (await asking);
    const hash = act.text === null ? null : sha256(act.text);
    if (!isTaken) promised.open.set(act.id, hash);
    else {
      figures.acknowledged += 1;
      if (hash === null) promised.documents.delete(act.id);
      else promised.documents.set(act.id, hash);
    }
  } catch (error) {
    figures.faults.push(`${where}: ${error instanceof Error ? error.message : String(error)} ${server.log().slice(-500)}`);
  } finally {
    kill(server.child);
    if (server.child.exitCode === null && server.child.signalCode === null) await once(server.child, "exit");
    figures.kills += 1;
  }
}
