/**
 * Every file call of a publish fails once: the old index serves, the editor is told why, nothing is left behind.
 *
 * A library between this program and the system (disk/shim.c) lets the Nth call on the trial's folder fail with a given
 * error. It works on the process that runs this file, and on the ones that it starts; see `run.ts` for how it is loaded.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../../../src/base/app-error.ts";
import { begin, namesUnder, openPublisher, prepare, standingOf } from "../disk/publishing-scenarios.ts";
import type { ScenarioName, Standing } from "../disk/publishing-scenarios.ts";
import { tellShim } from "../disk/shim.ts";
import { spread } from "../disk/spread.ts";

export const faultNames = ["EIO", "ENOSPC", "EMFILE", "EACCES"] as const;

export interface FaultOptions {
  /** Under AIDE_TRIAL_ROOT. */
  readonly root: string;
  readonly scenarios: readonly ScenarioName[];
  /** Calls of each scenario that fail, spread evenly. */
  readonly calls: number;
  readonly onProgress?: (runs: number, faults: number) => void;
}

export interface FaultFigures {
  /** Of one publish without a fault, by scenario. */
  readonly calls: Record<string, number>;
  runs: number;
  /** Refused before they were acknowledged. */
  refused: number;
  /** Acknowledged, and ended as failed. */
  failed: number;
  /** Done in spite of the fault. */
  done: number;
  readonly faults: string[];
}

interface Run {
  readonly outcome: "refused" | "failed" | "done";
  /** What the editor is told. */
  readonly told: { readonly code: string; readonly vi: string; readonly en: string } | null;
  readonly call: string;
  readonly calls: number;
}

/** @throws Error when the shim was not loaded: a trial never passes by not running. */
export async function runFaultTrial({ root, scenarios, calls, onProgress }: FaultOptions): Promise<FaultFigures> {
  const figures: FaultFigures = { calls: {}, runs: 0, refused: 0, failed: 0, done: 0, faults: [] };
  const kept = mkdtempSync(join(tmpdir(), "aide-faults-"));
  try {
    for (const name of scenarios) {
      const base = join(kept, name);
      await prepare(base, name);
      const fresh = (): void => {
        rmSync(root, { recursive: true, force: true });
        cpSync(base, root, { recursive: true });
      };
      fresh();
      const before = { standing: await standingOf(root), names: stable(root) };
      const whole = await publishOnce(root, { name, failAt: 0, error: 0 });
      if (whole.outcome !== "done") throw new Error(`without a fault the publish ends as ${whole.outcome}`);
      const after = { standing: await standingOf(root), names: stable(root) };
      figures.calls[name] = whole.calls;
      for (const position of spread(whole.calls, calls)) {
        const failAt = position + 1;
        for (const error of faultNames) {
          fresh();
          const run = await publishOnce(root, { name, failAt, error: constants.errno[error] });
          figures.runs += 1;
          figures[run.outcome] += 1;
          const faults = await judge(root, { run, before, after, name });
          figures.faults.push(...faults.map((fault) => `${name}, call ${failAt} of ${whole.calls} (${run.call}), ${error}: ${fault}`));
          onProgress?.(figures.runs, figures.faults.length);
        }
      }
    }
    return figures;
  } finally {
    tellShim("disarm");
    rmSync(kept, { recursive: true, force: true });
  }
}

async function publishOnce(root: string, { name, failAt, error }: { name: ScenarioName; failAt: number; error: number }): Promise<Run> {
  const report = join(tmpdir(), `aide-fault-${process.pid}`);
  const local = await openPublisher(root);
  let outcome: Run["outcome"] = "refused";
  let told: Run["told"] = null;
  if (!tellShim(`fail/${failAt}/${error}`) || !tellShim("arm")) throw new Error("the shim is not loaded");
  try {
    const job = await begin(local, name);
    const ended = await local.finish(job, () => undefined);
    outcome = ended.state === "done" ? "done" : "failed";
    if (outcome === "failed") told = { code: ended.errorCode ?? "", vi: ended.errorVi ?? "", en: ended.errorEn ?? "" };
  } catch (thrown) {
    told = thrown instanceof AppError ? { code: thrown.code, ...thrown.publicText } : { code: "", vi: "", en: String(thrown) };
  } finally {
    await local.close().catch((thrown: unknown) => {
      told ??= { code: "close", vi: "", en: String(thrown) };
    });
    tellShim("disarm");
  }
  tellShim(`report${report}`);
  const [calls = "0", , call = "", path = ""] = readFileSync(report, "utf8").trim().split(" ");
  return { outcome, told, calls: Number(calls), call: `${call} ${path.slice(root.length + 1)}` };
}

interface Judgement {
  readonly run: Run;
  readonly name: ScenarioName;
  readonly before: { readonly standing: Standing; readonly names: readonly string[] };
  readonly after: { readonly standing: Standing; readonly names: readonly string[] };
}

async function judge(root: string, { run, before, after, name }: Judgement): Promise<string[]> {
  const faults: string[] = [];
  const now = await standingOf(root);
  const wanted = run.outcome === "done" ? after : before;
  if (now.notes.length > 0) faults.push(`the index says: ${now.notes.join("; ")}`);
  if (String(now.answered) !== String(wanted.standing.answered)) faults.push(`${run.outcome}, and answers from ${now.answered.join(", ")}`);
  // A removal that was acknowledged is never taken back, and finished by the next publish: its file may be gone.
  const mayBeGone = name === "remove" && run.outcome === "failed";
  const originals = mayBeGone ? [before.standing.originals, after.standing.originals] : [wanted.standing.originals];
  if (!originals.some((expected) => String(expected) === String(now.originals)))
    faults.push(`${run.outcome}, and holds ${now.originals.join(", ")}`);
  const names = stable(root);
  const left = names.filter((found) => !wanted.names.includes(found) && !(mayBeGone && before.names.includes(found)));
  if (left.length > 0) faults.push(`${run.outcome}, and leaves ${left.join(", ")}`);
  if (run.outcome !== "done" && !isClear(run.told)) faults.push(`the editor is told ${JSON.stringify(run.told)}`);
  return faults;
}

/** A code that is not "something went wrong", and a sentence in each language without a path. */
function isClear(told: Run["told"]): boolean {
  return (
    told !== null && told.code !== "" && told.code !== "internal" && told.vi.length > 20 && told.en.length > 20 && !told.en.includes("/")
  );
}

function stable(root: string): readonly string[] {
  return namesUnder(root)
    .map((name) => name.replaceAll(/\d{8}T\d{9}Z-[0-9a-f]{8}/gu, "GENERATION"))
    .filter((name, at, all) => all.indexOf(name) === at);
}
