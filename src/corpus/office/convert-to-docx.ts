/**
 * A document of another kind → DOCX, by LibreOffice without a window.
 *
 * Each file gets a fresh profile in its own work folder, which forbids macros, active links to other places and the
 * network, whatever the machine's own settings are.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isMissingFile } from "../../base/files.ts";
import { runProgram } from "../run-program.ts";
import type { ProgramResult } from "../run-program.ts";
import { findOffice } from "./find-office.ts";

export type Conversion =
  | { readonly ok: true; readonly docx: Uint8Array }
  | { readonly ok: false; readonly code: "needs-program" | "damaged" | "limits" };

export interface ConversionInput {
  readonly bytes: Uint8Array;
  readonly extension: "doc" | "odt" | "rtf";
  /** An empty folder, the only place that is written to. */
  readonly workFolder: string;
  /** Where LibreOffice is looked for, as in PATH. Default: the environment's. */
  readonly path?: string;
  /** For one run of the program, in milliseconds. Default 60,000. */
  readonly timeoutMs?: number;
}

interface Setting {
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

const SETTINGS: readonly Setting[] = [
  { path: "/org.openoffice.Office.Common/Security/Scripting", name: "DisableMacrosExecution", value: "true" },
  { path: "/org.openoffice.Office.Common/Security/Scripting", name: "MacroSecurityLevel", value: "3" },
  { path: "/org.openoffice.Office.Common/Security/Scripting", name: "BlockUntrustedRefererLinks", value: "true" },
  // 0: links in the document are never followed.
  { path: "/org.openoffice.Office.Writer/Content/Update", name: "Link", value: "0" },
  // 2: a proxy set by hand; nothing listens at the discard port.
  { path: "/org.openoffice.Inet/Settings", name: "ooInetProxyType", value: "2" },
  { path: "/org.openoffice.Inet/Settings", name: "ooInetHTTPProxyName", value: "127.0.0.1" },
  { path: "/org.openoffice.Inet/Settings", name: "ooInetHTTPProxyPort", value: "9" },
  { path: "/org.openoffice.Inet/Settings", name: "ooInetHTTPSProxyName", value: "127.0.0.1" },
  { path: "/org.openoffice.Inet/Settings", name: "ooInetHTTPSProxyPort", value: "9" },
];

const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${SETTINGS.map(({ path, name, value }) => `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`).join("\n")}
</oor:items>
`;

/** The program ends so when it has made a new profile and wants to be started again. */
const RESTART = /^exit code 81\b/u;
const KILLED = /^SIG(?:KILL|XCPU|XFSZ|TERM)\b/u;

async function writtenFile(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

/** Never throws for what the document holds. */
export async function convertToDocx({ bytes, extension, workFolder, path, timeoutMs = 60_000 }: ConversionInput): Promise<Conversion> {
  const program = await findOffice({ folder: workFolder, path });
  if (program === null) return { ok: false, code: "needs-program" };
  const home = join(workFolder, "profile");
  const source = join(workFolder, `document.${extension}`);
  await mkdir(join(home, "user"), { recursive: true });
  await mkdir(join(workFolder, "out"), { recursive: true });
  await writeFile(join(home, "user", "registrymodifications.xcu"), profile);
  await writeFile(source, bytes);

  const arguments_ = [
    "--headless",
    "--norestore",
    "--nolockcheck",
    `-env:UserInstallation=${pathToFileURL(home).href}`,
    "--convert-to",
    "docx",
    "--outdir",
    join(workFolder, "out"),
    source,
  ];
  const run = (): Promise<ProgramResult> => runProgram({ program, arguments_, folder: workFolder, timeoutMs });
  let result = await run();
  if (result.ended === "failed" && RESTART.test(result.reason)) result = await run();
  if (result.ended === "missing") return { ok: false, code: "needs-program" };
  if (result.ended === "failed" && KILLED.test(result.reason)) return { ok: false, code: "limits" };
  // A document that cannot be loaded ends well too, only without a file.
  const docx = await writtenFile(join(workFolder, "out", "document.docx"));
  return docx === null || result.ended === "failed" ? { ok: false, code: "damaged" } : { ok: true, docx };
}
