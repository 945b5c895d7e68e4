/** Who imports whom, with every relative import resolved to a path from the project's root. */
import { posix } from "node:path";
import { readImports } from "./imports.ts";
import type { SourceTree } from "./source-tree.ts";

export interface Reference {
  /** The file that imports. */
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** The file imported, from the project's root; null for packages and built-in modules. */
  readonly target: string | null;
}

export function readReferences(tree: SourceTree): readonly Reference[] {
  return [...tree.programs].flatMap(([from, text]) =>
    readImports(from, text).map(({ specifier, line }) => ({ from, line, specifier, target: resolve(from, specifier) })),
  );
}

/** Every group of files that import one another in a circle, each as sorted paths. */
export function findCycles(references: readonly Reference[]): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>();
  for (const { from, target } of references) {
    if (target !== null) targets.set(from, [...(targets.get(from) ?? []), target]);
  }
  // Tarjan's strongly connected components.
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const enter = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    low.set(file, own);
    open.push(file);
    for (const target of targets.get(file) ?? []) {
      const reached = order.has(target) ? (open.includes(target) ? (order.get(target) ?? own) : own) : enter(target);
      low.set(file, Math.min(low.get(file) ?? own, reached));
    }
    const lowest = low.get(file) ?? own;
    if (lowest === own) {
      const component = open.splice(open.indexOf(file));
      if (component.length > 1 || (targets.get(file) ?? []).includes(file)) cycles.push(component.toSorted());
    }
    return lowest;
  };
  for (const file of targets.keys()) if (!order.has(file)) enter(file);
  return cycles;
}

/** Vite's `?inline` and `?url` say how to load a file, not which. */
function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  return posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/u, "")));
}
