/** Builds in a process of its own, so that the one that serves goes on answering and outlives whatever a build does. */
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AppError } from "../base/app-error.ts";
import { lowerPriority } from "../base/lower-priority.ts";
import type { Embedder, PassageInput } from "../models/embedder.ts";
import type { FromBuilder, ToBuilder } from "./build-messages.ts";
import { packFailure, unpackFailure } from "./sent-failure.ts";
import type { BuildReport, BuildWish, PublishProgress } from "./types.ts";

export interface BuildInChildOptions {
  readonly wish: BuildWish;
  /** Of this process: the child asks for vectors, questions go first. */
  readonly embedder: Embedder;
  readonly onProgress: (progress: PublishProgress) => void;
  /** Ends the child; what it left is removed by the next build. */
  readonly signal?: AbortSignal | undefined;
}

const childFile = fileURLToPath(new URL("build-child.ts", import.meta.url));
const typescriptLoader = pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm")).href;
const KEPT_ERROR_CHARACTERS = 4000;

/**
 * @throws what the build throws; AppError "internal" when the child dies; AppError "cancelled" when the signal ends it.
 */
export function buildInChild({ wish, embedder, onProgress, signal }: BuildInChildOptions): Promise<BuildReport> {
  return new Promise((resolve, reject) => {
    const child = fork(childFile, [], {
      execArgv: ["--import", typescriptLoader],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    lowerPriority(child.pid);
    let lastErrors = "";
    let outcome: Extract<FromBuilder, { kind: "built" | "failed" }> | null = null;
    const tell = (message: ToBuilder): void => {
      // A child that has just died cannot be told: its exit is reported by itself.
      if (child.connected) child.send(message, () => undefined);
    };
    const answer = async (id: number, inputs: readonly PassageInput[]): Promise<void> => {
      try {
        tell({ kind: "embedded", id, embeddings: await embedder.embedPassages(inputs) });
      } catch (error) {
        tell({ kind: "embedding-failed", id, failure: packFailure(error) });
      }
    };
    const stop = (): void => void child.kill("SIGKILL");
    const end = (reason: string): void => {
      signal?.removeEventListener("abort", stop);
      if (outcome?.kind === "built") resolve(outcome.report);
      else if (outcome?.kind === "failed") reject(unpackFailure(outcome.failure));
      else reject(signal?.aborted === true ? cancelled() : died(lastErrors === "" ? reason : `${reason}: ${lastErrors.trim()}`));
    };
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      lastErrors = (lastErrors + text).slice(-KEPT_ERROR_CHARACTERS);
    });
    child.on("message", (message: FromBuilder) => {
      if (message.kind === "ready") tell({ kind: "build", wish, model: embedder.model });
      else if (message.kind === "progress") onProgress(message.progress);
      else if (message.kind === "embed") void answer(message.id, message.inputs);
      else outcome = message;
    });
    child.on("exit", (code, signalName) => end(`the build's process ended (${signalName ?? `exit code ${code}`})`));
    child.on("error", (error) => {
      if (child.pid === undefined) end(`the build's process did not start: ${error.message}`);
    });
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();
  });
}

export function cancelled(): AppError {
  return new AppError("cancelled", {
    message: "cancelled",
    publicText: { vi: "Công việc đã được hủy theo yêu cầu.", en: "The job was cancelled as asked." },
  });
}

function died(reason: string): AppError {
  return new AppError("build-failed", {
    message: reason,
    publicText: {
      vi: "Việc lập chỉ mục bị dừng đột ngột; chỉ mục cũ vẫn được dùng. Xin thử lại, nếu vẫn lỗi hãy báo quản trị viên.",
      en: "Building the index was cut off; the old index goes on serving. Please try again, and tell the administrator if it fails again.",
    },
  });
}
