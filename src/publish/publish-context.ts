/** What the parts of publishing share; the composition root makes it. */
import type { Placement } from "../access/objects.ts";
import type { Log } from "../base/log.ts";
import type { Manifest } from "../index/manifest.ts";
import type { Store } from "../store/types/store.ts";
import type { BuildReport, BuildWish, PublishFolders, PublishProgress } from "./types.ts";

export interface BuildCall {
  readonly wish: BuildWish;
  readonly onProgress: (progress: PublishProgress) => void;
  readonly signal: AbortSignal;
}

export interface PublishContext {
  readonly folders: PublishFolders;
  readonly store: Store;
  readonly log: Log;
  /** Generations to keep, at least 2. */
  readonly keep: number;
  /** Builds and publishes, in this process or in another. */
  readonly build: (call: BuildCall) => Promise<BuildReport>;
  /** Whether this program can answer from a generation: its model and its words fit. */
  readonly canServe: (manifest: Manifest) => boolean;
  /** Called before the folder of originals is read for a build. */
  readonly onBuildStarts: () => Promise<void>;
  /** Serves what CURRENT names from now on. Resolves when it does. @param report of the build; none for one that was put back. */
  readonly onPublished: (report?: BuildReport) => Promise<void>;
  /** Who may read a document and whose it is, as things stand: what nobody said anything of has the standard placement. */
  readonly placementOf: (documentId: string) => Promise<Placement>;
  /** Documents were added, removed or given other rights: looked at anew before this resolves. */
  readonly onPlacementChanged: () => Promise<void>;
}
