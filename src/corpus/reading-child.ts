/** The process in which files are read, one after the other. It knows no network and ends when its parent does. */
import { Socket } from "node:net";
import { readFile } from "./read-file.ts";
import type { FromReadingChild, ToReadingChild } from "./reading-messages.ts";

/** Where the system gives no closed network to a process, a library that would call out meets this. */
Socket.prototype.connect = () => {
  throw new Error("reading a file needs no network");
};

function send(message: FromReadingChild): void {
  // A parent that has just gone is told nothing; "disconnect" ends this process.
  if (process.connected) process.send?.(message, () => undefined);
}

let work: Promise<void> = Promise.resolve();

process.on("message", ({ file }: ToReadingChild) => {
  work = work.then(async () => send({ kind: "read-done", outcome: await readFile(file) }));
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C in a terminal reaches the whole group: the parent decides when its child ends.
process.on("SIGINT", () => undefined);
send({ kind: "ready" });
