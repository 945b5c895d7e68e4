/** What the reading process and its parent say to each other. */
import type { FileOutcome, FileToRead } from "./read-file.ts";

export type ToReadingChild = { readonly kind: "read"; readonly file: FileToRead };
export type FromReadingChild = { readonly kind: "ready" } | { readonly kind: "read-done"; readonly outcome: FileOutcome };
