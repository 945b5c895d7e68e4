/**
 * The environment, read once into a frozen typed object.
 *
 * Input: variables such as PORT and AIDE_CORPUS. Output: `Config`. All faults are found before any is reported.
 */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readAccessSettings, type AccessSettings } from "./access/access-settings.ts";
import { AppError } from "./base/app-error.ts";
import { readGeneratorSettings, type GeneratorSettings } from "./models/generator-settings.ts";
import { readPublishSettings, type PublishSettings } from "./publish/publish-settings.ts";
import { readServeSettings, type ServeSettings } from "./serve/serve-settings.ts";

/** A folder on this machine, verified against its sums; or a model of the Hugging Face hub, which is loaded from the internet. */
export type ModelChoice = { readonly kind: "local"; readonly folder: string } | { readonly kind: "hub"; readonly name: string };

export interface Limits {
  /** Largest request body in bytes; default 65,536. */
  readonly bodyBytes: number;
  /** Questions and searches worked on at once; more are told to come back. Default 64. */
  readonly inFlight: number;
  /** How long a stop waits for answers in flight, in milliseconds; default 10,000. */
  readonly stopMs: number;
  /** Pause between comments on a silent event stream, in milliseconds; default 15,000. */
  readonly heartbeatMs: number;
}

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly corpusFolder: string;
  /** Absolute; created by the first build. */
  readonly indexFolder: string;
  /** Absolute; accounts, jobs, records. Created at the first start. */
  readonly dataFolder: string;
  readonly model: ModelChoice;
  /** Null unless AIDE_LLM_BASE_URL and AIDE_LLM_MODEL name one: answers are extractive then. */
  readonly languageModel: GeneratorSettings | null;
  /** Absolute; where the built pages stand. */
  readonly pagesFolder: string;
  /** Absolute; where package.json stands. */
  readonly projectFolder: string;
  /** Of package.json. */
  readonly version: string;
  readonly limits: Limits;
  /** Origins, proxies, rates, records. */
  readonly serve: ServeSettings;
  /** Generations kept, folder watched. */
  readonly publish: PublishSettings;
  /** Who may come in, and how. */
  readonly access: AccessSettings;
}

const projectFolder = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/u, "");
const defaultModel = "models/multilingual-e5-small-vi-en";
const hubName = /^[\w][\w.-]*\/[\w][\w.-]*$/u;

/**
 * @param env usually `process.env`; an empty value counts as not given.
 * @param workingFolder relative folders of `env` are taken from here; defaults are taken from the project's folder.
 * @throws AppError "bad-config" that lists every fault, one a line.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, workingFolder: string = process.cwd()): Config {
  const faults: Fault[] = [];
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const folder = (name: string, standard: string): string => {
    const value = given(name);
    return value === undefined ? join(projectFolder, standard) : resolve(workingFolder, value);
  };
  const config: Config = {
    port: readPort(given("PORT"), faults),
    host: readHost(given("HOST"), faults),
    corpusFolder: existingFolder({ name: "AIDE_CORPUS", path: folder("AIDE_CORPUS", "corpus"), faults }),
    indexFolder: notAFile({ name: "AIDE_INDEX", path: folder("AIDE_INDEX", "index"), faults }),
    dataFolder: notAFile({ name: "AIDE_DATA", path: folder("AIDE_DATA", "data"), faults }),
    model: readModel({ value: given("AIDE_MODEL"), workingFolder, faults }),
    languageModel: readGeneratorSettings(given, faults),
    pagesFolder: join(projectFolder, "dist", "web"),
    projectFolder,
    version: readVersion(),
    limits: Object.freeze({ bodyBytes: 65_536, inFlight: 64, stopMs: 10_000, heartbeatMs: 15_000 }),
    serve: readServeSettings({ given, host: given("HOST") ?? "127.0.0.1", faults }),
    publish: readPublishSettings(given, faults),
    access: readAccessSettings(given, faults),
  };
  if (faults.length > 0) {
    throw new AppError("bad-config", {
      message: faults.map((fault) => fault.en).join("; "),
      publicText: {
        vi: `Cấu hình chưa đúng:\n${faults.map((fault) => `  - ${fault.vi}`).join("\n")}`,
        en: `The configuration is not right:\n${faults.map((fault) => `  - ${fault.en}`).join("\n")}`,
      },
    });
  }
  return Object.freeze(config);
}

interface Fault {
  readonly vi: string;
  readonly en: string;
}

function readPort(value: string | undefined, faults: Fault[]): number {
  if (value === undefined) return 3000;
  const port = /^\d{1,5}$/u.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  faults.push({
    vi: `PORT phải là số nguyên từ 0 đến 65535, không phải "${value}"`,
    en: `PORT must be a whole number from 0 to 65535, not "${value}"`,
  });
  return 3000;
}

function readHost(value: string | undefined, faults: Fault[]): string {
  if (value === undefined) return "127.0.0.1";
  if (/^[\w.:-]+$/u.test(value)) return value;
  faults.push({
    vi: `HOST phải là tên máy hoặc địa chỉ IP, không phải "${value}"`,
    en: `HOST must be a host name or an IP address, not "${value}"`,
  });
  return "127.0.0.1";
}

function existingFolder({ name, path, faults }: { name: string; path: string; faults: Fault[] }): string {
  if (kindOf(path) !== "folder") {
    faults.push({ vi: `${name}: không có thư mục ${path}`, en: `${name}: there is no folder ${path}` });
  }
  return path;
}

function notAFile({ name, path, faults }: { name: string; path: string; faults: Fault[] }): string {
  if (kindOf(path) === "file") {
    faults.push({ vi: `${name}: ${path} là tập tin, không phải thư mục`, en: `${name}: ${path} is a file, not a folder` });
  }
  return path;
}

/** A folder that exists wins over a hub name, so that a copied model is never fetched again by accident. */
function readModel({ value, workingFolder, faults }: { value: string | undefined; workingFolder: string; faults: Fault[] }): ModelChoice {
  if (value === undefined) return { kind: "local", folder: join(projectFolder, defaultModel) };
  for (const base of [workingFolder, projectFolder]) {
    const folder = resolve(base, value);
    if (kindOf(folder) === "folder") return { kind: "local", folder };
  }
  const looksLikePath = /^[./\\~]|^[a-z]:|^models\//iu.test(value);
  if (!looksLikePath && hubName.test(value)) return { kind: "hub", name: value };
  faults.push({
    vi: `AIDE_MODEL: "${value}" không phải là thư mục có thật, cũng không phải tên dạng "tổ-chức/mô-hình"`,
    en: `AIDE_MODEL: "${value}" is neither a folder that exists nor a name like "organisation/model"`,
  });
  return { kind: "local", folder: resolve(workingFolder, value) };
}

function kindOf(path: string): "folder" | "file" | "none" {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "none";
  return stats.isDirectory() ? "folder" : "file";
}

/** The version in package.json. */
export function readVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(content).version;
}
