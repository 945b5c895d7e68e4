/** Builds the web faces into `dist/web`: one html file a face, its scripts and styles in `assets/`. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "/",
  publicDir: here("./public"),
  logLevel: "warn",
  build: {
    outDir: here("../dist/web"),
    emptyOutDir: true,
    target: "es2022",
    // The polyfill would be an inline script, which the content policy forbids.
    modulePreload: { polyfill: false },
    // An image inlined as data: would pass the policy, a font would not; keep every asset a file.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: here("index.html"), document: here("document.html") } },
  },
});
