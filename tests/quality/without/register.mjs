// Takes parts of src/language out of this process:
//   AIDE_WITHOUT=glossary node --import tsx --import ./tests/quality/without/register.mjs …
import { register } from "node:module";

register("./hooks.mjs", import.meta.url, { data: { names: (process.env.AIDE_WITHOUT ?? "").split(",").filter(Boolean) } });
