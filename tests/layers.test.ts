/** The stages import in one direction, and the house's rules about modules hold. Every rule is seen to fail on a planted fault. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findViolations } from "./layers/rules.ts";
import type { RuleName, Violation } from "./layers/rules.ts";
import { readSourceTree, withPrograms } from "./layers/source-tree.ts";
import type { SourceTree } from "./layers/source-tree.ts";

const FLOOR = ["contract", "base", "language", "models", "store"];
const STAGES = ["corpus", "parse", "index", "retrieve", "answer", "access", "publish", "serve"];
const ROOMS = [...FLOOR, ...STAGES];
const ROOTS = ["config", "main", "cli"];

/** One file a room, one root each, a page: no imports, so that what a test plants is the only thing that can be wrong. */
function emptyHouse(): SourceTree {
  const paths = [
    ...ROOMS.map((room) => `src/${room}/thing.ts`),
    ...ROOTS.map((root) => `src/${root}.ts`),
    "web/page.ts",
    "tests/thing.test.ts",
  ];
  return withPrograms(
    {
      programs: new Map(),
      files: new Set(["package.json", "src/language/data/places.json"]),
      installedPackages: new Set(["hono", "@huggingface/transformers"]),
    },
    Object.fromEntries(paths.map((path) => [path, "export const thing = 1;\n"])),
  );
}

function plant(path: string, text: string): readonly Violation[] {
  return findViolations(withPrograms(emptyHouse(), { [path]: text }));
}

function rulesBroken(violations: readonly Violation[]): readonly (readonly [RuleName, string])[] {
  return violations.map(({ rule, file }) => [rule, file] as const);
}

describe("the project's own files", () => {
  const project = readSourceTree(join(import.meta.dirname, ".."));

  it("break none of the rules", () => {
    expect(findViolations(project).map(({ rule, file, message }) => `${rule}: ${file}: ${message}`)).toEqual([]);
  });

  it("are all read: every stage, the composition roots, the pages and this test", () => {
    const read = [...project.programs.keys()];
    for (const room of ROOMS)
      expect(
        read.some((file) => file.startsWith(`src/${room}/`)),
        room,
      ).toBe(true);
    for (const file of [...ROOTS.map((root) => `src/${root}.ts`), "tests/layers.test.ts"]) expect(read).toContain(file);
    expect(read.some((file) => file.startsWith("web/"))).toBe(true);
  });

  it("fail as soon as the reader of documents imports the server", () => {
    const server = [...project.programs.keys()].find((file) => file.startsWith("src/serve/")) ?? "";
    const planted = withPrograms(project, {
      "src/parse/planted.ts": `import type { Anything } from "../${server.slice("src/".length)}";\n`,
    });
    expect(rulesBroken(findViolations(planted))).toContainEqual(["stage-order", "src/parse/planted.ts"]);
  });
});

describe("the order of the stages", () => {
  it("finds nothing wrong with an empty house", () => {
    expect(findViolations(emptyHouse())).toEqual([]);
  });

  const pairs = STAGES.flatMap((earlier, position) => STAGES.slice(position + 1).map((later) => [earlier, later] as const));
  it.each(pairs)("lets %s be imported by %s, never the other way round", (earlier, later) => {
    expect(plant(`src/${later}/new.ts`, `import { thing } from "../${earlier}/thing.ts";`)).toEqual([]);
    const wrong = plant(`src/${earlier}/new.ts`, `import { thing } from "../${later}/thing.ts";`);
    expect(rulesBroken(wrong)).toEqual([["stage-order", `src/${earlier}/new.ts`]]);
  });

  it.each(FLOOR.flatMap((floor) => STAGES.map((stage) => [floor, stage] as const)))(
    "keeps the floor's %s from importing %s",
    (floor, stage) => {
      expect(plant(`src/${stage}/new.ts`, `import { thing } from "../${floor}/thing.ts";`)).toEqual([]);
      expect(rulesBroken(plant(`src/${floor}/new.ts`, `import { thing } from "../${stage}/thing.ts";`))).toEqual([
        ["stage-order", `src/${floor}/new.ts`],
      ]);
    },
  );

  it.each(FLOOR.slice(1))("keeps the wire contract from importing %s", (floor) => {
    expect(rulesBroken(plant("src/contract/new.ts", `import { thing } from "../${floor}/thing.ts";`))).toEqual([
      ["stage-order", "src/contract/new.ts"],
    ]);
  });

  it.each(ROOMS)("keeps %s from importing a composition root", (room) => {
    expect(rulesBroken(plant(`src/${room}/new.ts`, 'import { thing } from "../config.ts";'))).toEqual([
      ["stage-order", `src/${room}/new.ts`],
    ]);
  });

  it("keeps the configuration from importing what is composed by it", () => {
    expect(rulesBroken(plant("src/config.ts", 'import { thing } from "./main.ts";'))).toEqual([["stage-order", "src/config.ts"]]);
    expect(plant("src/cli.ts", 'import { thing } from "./main.ts"; import { thing as other } from "./serve/thing.ts";')).toEqual([]);
  });

  it("refuses a file that stands in no room", () => {
    expect(rulesBroken(plant("src/misc/thing.ts", "export const a = 1;"))).toEqual([["stage-order", "src/misc/thing.ts"]]);
    expect(rulesBroken(plant("src/extra.ts", "export const a = 1;"))).toEqual([["stage-order", "src/extra.ts"]]);
  });

  it.each(["../../tests/thing.test.ts", "../../web/page.ts"])("keeps src from importing %s", (specifier) => {
    expect(rulesBroken(plant("src/serve/new.ts", `import { thing } from "${specifier}";`))).toEqual([["stage-order", "src/serve/new.ts"]]);
  });

  it.each([
    ["a type", 'import type { Thing } from "../serve/thing.ts";'],
    ["a re-export", 'export { thing } from "../serve/thing.ts";'],
    ["everything", 'export * from "../serve/thing.ts";'],
    ["a side effect", 'import "../serve/thing.ts";'],
    ["a dynamic import", 'export const load = () => import("../serve/thing.ts");'],
    ["a type in place", 'export type Thing = import("../serve/thing.ts").Thing;'],
    ["require", 'const thing = require("../serve/thing.ts");'],
    ["an import assignment", 'import thing = require("../serve/thing.ts");'],
    ["a child process's file", 'fork(new URL("../serve/thing.ts", import.meta.url));'],
  ])("sees an import of %s", (_kind, text) => {
    expect(rulesBroken(plant("src/parse/new.ts", text))).toEqual([["stage-order", "src/parse/new.ts"]]);
  });

  it("does not take a comment or a text for an import", () => {
    const text = '// import { thing } from "../serve/thing.ts";\nexport const text = `import { thing } from "../serve/thing.ts"`;\n';
    expect(plant("src/parse/new.ts", text)).toEqual([]);
  });
});

describe("the border of the pages", () => {
  it("lets web import the contract", () => {
    expect(plant("web/new.ts", 'import type { Thing } from "../src/contract/thing.ts"; import { thing } from "./page.ts";')).toEqual([]);
  });

  it.each([...ROOMS.slice(1).map((room) => `src/${room}/thing.ts`), "src/config.ts", "tests/thing.test.ts"])(
    "keeps web from importing %s",
    (target) => {
      expect(rulesBroken(plant("web/new.ts", `import { thing } from "../${target}";`))).toEqual([["web-border", "web/new.ts"]]);
    },
  );
});

describe("cycles", () => {
  it("are found inside one room, types included", () => {
    const tree = withPrograms(emptyHouse(), {
      "src/parse/first.ts": 'import { second } from "./second.ts";',
      "src/parse/second.ts": 'import { third } from "./third.ts";',
      "src/parse/third.ts": 'import type { First } from "./first.ts";',
    });
    expect(findViolations(tree)).toEqual([
      {
        rule: "no-cycle",
        file: "src/parse/first.ts",
        message: "import one another: src/parse/first.ts, src/parse/second.ts, src/parse/third.ts",
      },
    ]);
  });

  it("are found when a file imports itself", () => {
    expect(rulesBroken(plant("src/parse/self.ts", 'import { a } from "./self.ts";'))).toEqual([["no-cycle", "src/parse/self.ts"]]);
  });

  it("are not seen where two files share a third", () => {
    const tree = withPrograms(emptyHouse(), {
      "src/parse/first.ts": 'import { thing } from "./thing.ts"; import { second } from "./second.ts";',
      "src/parse/second.ts": 'import { thing } from "./thing.ts";',
    });
    expect(findViolations(tree)).toEqual([]);
  });
});

describe("files and specifiers", () => {
  it.each(["src/parse/index.ts", "web/index.ts", "src/base/utils.ts", "tests/index.mjs"])("refuse the name %s", (path) => {
    expect(rulesBroken(plant(path, "export const a = 1;"))).toEqual([["file-name", path]]);
  });

  it.each(["./thing", "./thing.js", ".", "./missing.ts"])("refuse the specifier %s", (specifier) => {
    expect(rulesBroken(plant("src/parse/new.ts", `import { thing } from "${specifier}";`))).toEqual([
      ["explicit-specifier", "src/parse/new.ts"],
    ]);
  });

  it("accept data files and what Vite loads inline", () => {
    const tree = withPrograms(emptyHouse(), { "src/language/new.ts": 'import places from "./data/places.json" with { type: "json" };' });
    expect(findViolations({ ...tree, files: new Set([...tree.files, "web/page.css"]) })).toEqual([]);
    const page = withPrograms(
      { ...tree, files: new Set([...tree.files, "web/page.css"]) },
      { "web/new.ts": 'import sheet from "./page.css?inline";' },
    );
    expect(findViolations(page)).toEqual([]);
  });

  it.each(["fs", "path", "fs/promises", "child_process"])("refuse the built-in module %s without its prefix", (name) => {
    expect(rulesBroken(plant("src/base/new.ts", `import * as module from "${name}";`))).toEqual([["node-prefix", "src/base/new.ts"]]);
    expect(plant("src/base/new.ts", `import * as module from "node:${name}";`)).toEqual([]);
  });
});

describe("the environment", () => {
  const readings = ["process.env.PORT", 'process["env"].PORT', "globalThis.process.env.PORT"].map(
    (reading) => `export const port = ${reading};`,
  );
  it.each([...readings, "const { env } = process;", 'import { env } from "node:process";', 'import { env as e } from "node:process";'])(
    "is read by composition roots only: %s",
    (text) => {
      expect(rulesBroken(plant("src/serve/new.ts", text))).toEqual([["environment", "src/serve/new.ts"]]);
      expect(plant("src/config.ts", text)).toEqual([]);
      expect(plant("tests/new.test.ts", text)).toEqual([]);
    },
  );
});

describe("packages", () => {
  it("keep the model's runtime behind the border of src/models", () => {
    const text = 'import { AutoModel } from "@huggingface/transformers";';
    expect(rulesBroken(plant("src/index/new.ts", text))).toEqual([["package-border", "src/index/new.ts"]]);
    expect(rulesBroken(plant("scripts/new.ts", text))).toEqual([["package-border", "scripts/new.ts"]]);
    expect(plant("src/models/new.ts", text)).toEqual([]);
    expect(plant("tests/new.test.ts", text)).toEqual([]);
  });

  it("that users do not install are not imported by what they run", () => {
    const text = 'import { something } from "@langchain/community/vectorstores/hnswlib";';
    expect(rulesBroken(plant("src/index/new.ts", text))).toEqual([["package-border", "src/index/new.ts"]]);
    expect(plant("src/serve/new.ts", 'import { Hono } from "hono"; import { stream } from "hono/streaming";')).toEqual([]);
    expect(plant("tests/new.test.ts", text)).toEqual([]);
  });
});
