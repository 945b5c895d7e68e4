/** The project's own source files as text, so that the rules can also be tried on a tree that exists only in memory. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { z } from "zod";

export interface SourceTree {
  /** Text of every program file (.ts, .mts, .mjs, .js) by its path from the project's root, with forward slashes. */
  readonly programs: ReadonlyMap<string, string>;
  /** Every file of the read folders, programs included: what a relative import may point at. */
  readonly files: ReadonlySet<string>;
  /** Packages that an installation without development tools has. */
  readonly installedPackages: ReadonlySet<string>;
}

const READ_FOLDERS = ["src", "web", "bin", "scripts", "tests"];
const PROGRAM = /\.(?:ts|mts|mjs|js)$/u;
const ManifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/** @throws Error when the root holds no readable package.json. */
export function readSourceTree(root: string): SourceTree {
  const programs = new Map<string, string>();
  const files = new Set<string>(["package.json"]);
  for (const folder of READ_FOLDERS) {
    for (const path of filesUnder(join(root, folder))) {
      const name = relative(root, path).split(sep).join("/");
      files.add(name);
      if (PROGRAM.test(name) && !name.includes("/fixtures/") && !name.includes("/pages/assets/"))
        programs.set(name, readFileSync(path, "utf8"));
    }
  }
  const manifest = ManifestSchema.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return { programs, files, installedPackages: new Set(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) };
}

/** The same tree with files added or replaced: for planting a fault. */
export function withPrograms(tree: SourceTree, planted: Readonly<Record<string, string>>): SourceTree {
  return {
    programs: new Map([...tree.programs, ...Object.entries(planted)]),
    files: new Set([...tree.files, ...Object.keys(planted)]),
    installedPackages: tree.installedPackages,
  };
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name));
}
