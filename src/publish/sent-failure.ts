/** Errors on their way between processes: what they say to people and to programs is kept, the rest is text. */
import { AppError } from "../base/app-error.ts";
import { errorCode } from "../base/files.ts";
import { describeError } from "../base/log.ts";
import type { SentFailure } from "./build-messages.ts";

export function packFailure(error: unknown): SentFailure {
  const known = error instanceof AppError ? error : null;
  const origin = known === null ? error : known.cause;
  const systemCall = origin instanceof Error && "syscall" in origin && typeof origin.syscall === "string" ? origin.syscall : null;
  return {
    code: known?.code ?? null,
    message: describeError(error),
    publicText: known?.publicText ?? null,
    systemCode: errorCode(origin),
    systemCall,
  };
}

/** @returns an `AppError` for what was one, its cause with the system's code for a fault of the disk; else an error with that code, if any. */
export function unpackFailure({ code, message, publicText, systemCode, systemCall }: SentFailure): Error {
  const origin = new Error(message);
  if (systemCode !== null) Object.assign(origin, { code: systemCode, ...(systemCall === null ? {} : { syscall: systemCall }) });
  return code !== null && publicText !== null ? new AppError(code, { message, publicText, cause: origin }) : origin;
}
