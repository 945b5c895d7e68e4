/** Where the store's file is. */
import { join } from "node:path";

export function storePath(dataFolder: string): string {
  return join(dataFolder, "aide.db");
}
