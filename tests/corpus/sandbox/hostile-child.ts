/** A reader that has been taken over: it does what the bytes it is given say, and tells how far it came. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";

const attempts: Readonly<Record<string, (argument: string) => Promise<string> | string>> = {
  write: (path) => {
    writeFileSync(path, "x");
    return "written";
  },
  "write-by-program": (path) => `exit ${String(spawnSync("/bin/sh", ["-c", `echo x > ${path}`]).status)}`,
  connect: (port) =>
    new Promise((resolve) => {
      request({ host: "127.0.0.1", port: Number(port) }, () => resolve("connected"))
        .on("error", (error) => resolve(error.message))
        .end();
    }),
  die: () => process.exit(7),
  spin: () => {
    for (;;);
  },
  swell: async () => {
    const held: Buffer[] = [];
    for (;;) {
      held.push(Buffer.alloc(16 * 1024 * 1024, 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
  sleep: () => {
    spawnSync("sleep", ["600"]);
    return "slept";
  },
  here: () => {
    writeFileSync(join(process.cwd(), "own"), "x");
    return "written";
  },
};

process.on("message", (message: { file: { bytes: Uint8Array } }) => {
  void (async () => {
    const [what = "", argument = ""] = Buffer.from(message.file.bytes).toString().split(" ");
    let said: string;
    try {
      said = (await attempts[what]?.(argument)) ?? "unknown";
    } catch (error) {
      said = String(error);
    }
    process.send?.({ kind: "read-done", outcome: { ok: true, lines: [{ text: said, offset: 0, page: null }], notes: [] } });
  })();
});
process.on("disconnect", () => process.exit(0));
