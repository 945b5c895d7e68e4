#!/usr/bin/env node
// Runs the TypeScript sources as they are, from any working directory; a tsconfig.json of that directory is not ours.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
const { runCli } = await import(new URL("../src/cli.ts", import.meta.url).href);
// Not process.exit: output to a pipe may still be on its way.
process.exitCode = await runCli({ arguments_: process.argv.slice(2), env: process.env, output: process.stdout, errors: process.stderr });
