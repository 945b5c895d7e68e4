/** Starts the child process that holds the model, and turns what happens to it into two calls. */
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FromChild, ToChild } from "./embedder-messages.ts";

export interface ModelChild {
  readonly processId: number | undefined;
  send(message: ToChild): void;
  kill(): void;
  /** Lets the child end by itself, kills it after `graceMs`. Resolves when it is gone. */
  stop(graceMs: number): Promise<void>;
}

export interface ModelChildEvents {
  onMessage(message: FromChild): void;
  /** Called once, however the child ended. `reason` is for the log. */
  onExit(reason: string): void;
}

const childFile = fileURLToPath(new URL("embedder-child.ts", import.meta.url));
/** Only the hooks for ES modules: what the child takes in by `require` passes them by, see `encoder.ts`. */
const typescriptLoader = pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm")).href;
const keptErrorCharacters = 2000;

/** Forks the child; it does nothing before an "open" message. */
export function startModelChild(events: ModelChildEvents): ModelChild {
  const child = fork(childFile, [], {
    execArgv: ["--import", typescriptLoader],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let lastErrors = "";
  let over = false;
  const gone = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      if (over) return;
      over = true;
      resolve();
      events.onExit(lastErrors === "" ? reason : `${reason}: ${lastErrors.trim()}`);
    };
    child.on("exit", (code, signal) => end(`the model's process ended (${signal ?? `exit code ${code}`})`));
    child.on("error", (error) => {
      if (child.exitCode === null && child.pid === undefined) end(`the model's process did not start: ${error.message}`);
    });
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lastErrors = (lastErrors + text).slice(-keptErrorCharacters);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- embedder-child.ts sends nothing else
  child.on("message", (message) => events.onMessage(message as FromChild));

  return {
    processId: child.pid,
    // A child that has just died cannot be told: its exit is reported by itself.
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    kill: () => {
      child.kill("SIGKILL");
    },
    async stop(graceMs) {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
      await gone;
      clearTimeout(timer);
    },
  };
}
