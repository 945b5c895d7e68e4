/** The house's rules about modules. Each is a function from the tree to its violations; `findViolations` lists them all. */
import { builtinModules } from "node:module";
import { posix } from "node:path";
import { readEnvironmentUses } from "./imports.ts";
import { findCycles, readReferences } from "./module-graph.ts";
import type { Reference } from "./module-graph.ts";
import type { SourceTree } from "./source-tree.ts";

export type RuleName =
  | "stage-order"
  | "web-border"
  | "no-cycle"
  | "file-name"
  | "explicit-specifier"
  | "node-prefix"
  | "environment"
  | "package-border";

export interface Violation {
  readonly rule: RuleName;
  readonly file: string;
  /** Names the line, what is there and what is allowed. */
  readonly message: string;
}

const FLOOR = ["contract", "base", "language", "models", "store"];

/** What each room of src may import besides itself. The stages come in the order in which a document passes them. */
const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ["contract", []],
  ["base", ["contract"]],
  ["language", ["contract", "base"]],
  ["models", ["contract", "base"]],
  ["store", ["contract", "base"]],
  ["corpus", FLOOR],
  ["parse", [...FLOOR, "corpus"]],
  ["index", [...FLOOR, "corpus", "parse"]],
  ["retrieve", [...FLOOR, "corpus", "parse", "index"]],
  ["answer", [...FLOOR, "corpus", "parse", "index", "retrieve"]],
  ["access", [...FLOOR, "corpus", "parse", "index", "retrieve", "answer"]],
  ["publish", [...FLOOR, "corpus", "parse", "index", "retrieve", "answer", "access"]],
  ["serve", [...FLOOR, "corpus", "parse", "index", "retrieve", "answer", "access", "publish"]],
]);

/** The composition roots join everything; the later ones import the earlier. */
const ROOTS = [
  "src/config.ts",
  "src/documents.ts",
  "src/open-models.ts",
  "src/main.ts",
  "src/stored-publishing.ts",
  "src/start-server.ts",
  "src/local-publisher.ts",
  "src/publishing-commands.ts",
  "src/cli.ts",
];

/** A file that is started as a process of its own is a root of that process; what starts others hands on where programs lie. */
const READ_ENVIRONMENT = new Set([...ROOTS, "src/models/embedder-child.ts", "src/corpus/reading-process.ts", "src/corpus/run-program.ts"]);

/** Packages that stay behind one border, so that they can be replaced there. */
const PACKAGE_BORDERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["@huggingface/transformers", ["src/models/", "tests/"]],
  ["onnxruntime-node", ["src/models/", "tests/"]],
  ["kysely", ["src/store/", "tests/"]],
  ["libsql", ["src/store/", "tests/"]],
]);

const BUILT_IN = new Set(builtinModules.filter((name) => !name.startsWith("node:")));
const FORBIDDEN_NAME = /^(?:index|utils?)\.[cm]?[jt]sx?$/u;

export function findViolations(tree: SourceTree): readonly Violation[] {
  const references = readReferences(tree);
  return [
    ...references.flatMap((reference) => checkStageOrder(reference)),
    ...references.flatMap((reference) => checkWebBorder(reference)),
    ...references.flatMap((reference) => checkSpecifier(reference, tree)),
    ...references.flatMap((reference) => checkNodePrefix(reference)),
    ...references.flatMap((reference) => checkPackages(reference, tree)),
    ...checkCycles(references),
    ...checkRooms(tree),
    ...checkFileNames(tree),
    ...checkEnvironment(tree),
  ];
}

function checkStageOrder(reference: Reference): Violation[] {
  const { from, target } = reference;
  if (!from.startsWith("src/")) return [];
  const room = roomOf(from);
  if (room === null || target === null || target === "package.json") return [];
  if (!target.startsWith("src/")) return [violation("stage-order", reference, "src/ imports nothing outside itself but package.json")];
  if (room === "root") {
    const isLater = ROOTS.indexOf(target) > ROOTS.indexOf(from);
    return isLater ? [violation("stage-order", reference, `${from} comes before ${target}`)] : [];
  }
  const targetRoom = roomOf(target);
  if (targetRoom === room) return [];
  const allowed = MAY_IMPORT.get(room) ?? [];
  if (targetRoom !== null && allowed.includes(targetRoom)) return [];
  return [violation("stage-order", reference, `${room} may import ${allowed.length > 0 ? allowed.join(", ") : "nothing of ours"}`)];
}

function checkRooms(tree: SourceTree): Violation[] {
  return [...tree.programs.keys()]
    .filter((file) => file.startsWith("src/") && roomOf(file) === null)
    .map((file) => ({
      rule: "stage-order",
      file,
      message: "stands in no room: the rooms and composition roots of src/ are listed in tests/layers/rules.ts",
    }));
}

function checkWebBorder(reference: Reference): Violation[] {
  const { from, target } = reference;
  if (!from.startsWith("web/") || target === null || target.startsWith("web/") || target.startsWith("src/contract/")) return [];
  return [violation("web-border", reference, "web/ imports itself and src/contract/ only")];
}

function checkSpecifier(reference: Reference, tree: SourceTree): Violation[] {
  if (reference.target === null || tree.files.has(reference.target)) return [];
  return [violation("explicit-specifier", reference, "a relative import names an existing file with its extension (.ts)")];
}

function checkNodePrefix(reference: Reference): Violation[] {
  return BUILT_IN.has(reference.specifier) ? [violation("node-prefix", reference, `write node:${reference.specifier}`)] : [];
}

function checkPackages(reference: Reference, tree: SourceTree): Violation[] {
  const { from, target, specifier } = reference;
  if (target !== null || specifier.startsWith("node:") || BUILT_IN.has(specifier)) return [];
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const border = PACKAGE_BORDERS.get(name);
  if (border !== undefined && !border.some((folder) => from.startsWith(folder))) {
    return [violation("package-border", reference, `only ${border.join(" and ")} import ${name}`)];
  }
  const ships = from.startsWith("src/") || from.startsWith("web/") || from.startsWith("bin/");
  if (ships && !tree.installedPackages.has(name))
    return [violation("package-border", reference, `${name} is not among the dependencies that users install`)];
  return [];
}

function checkCycles(references: readonly Reference[]): Violation[] {
  return findCycles(references).map((files) => ({
    rule: "no-cycle",
    file: files[0] ?? "",
    message: `import one another: ${files.join(", ")}`,
  }));
}

function checkFileNames(tree: SourceTree): Violation[] {
  return [...tree.files]
    .filter((file) => FORBIDDEN_NAME.test(posix.basename(file)))
    .map((file) => ({ rule: "file-name", file, message: "is called after nothing it holds: name the concept" }));
}

function checkEnvironment(tree: SourceTree): Violation[] {
  return [...tree.programs]
    .filter(([file]) => /^(?:src|web)\//u.test(file) && !READ_ENVIRONMENT.has(file))
    .flatMap(([file, text]) =>
      readEnvironmentUses(file, text).map((line) => ({
        rule: "environment" as const,
        file,
        message: `line ${line} reads the environment: only composition roots do`,
      })),
    );
}

function roomOf(file: string): string | null {
  if (ROOTS.includes(file)) return "root";
  const room = file.split("/")[1] ?? "";
  return MAY_IMPORT.has(room) ? room : null;
}

function violation(rule: RuleName, reference: Reference, message: string): Violation {
  return { rule, file: reference.from, message: `line ${reference.line} imports ${reference.specifier}: ${message}` };
}
