/** Work that can wait for a core gives way to those who wait for an answer. */
import { constants, setPriority } from "node:os";
import { errorCode } from "./files.ts";

/** @param pid of a process of ours; what it starts later waits as well. One that is gone already is no fault. */
export function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    // Systems that keep priorities from programs do without.
    if (!/ESRCH|EPERM|EACCES/u.test(`${errorCode(error) ?? ""} ${String(error)}`)) throw error;
  }
}
