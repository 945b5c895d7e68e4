/**
 * Where every document stands: who may read it, whose it is, whether it was removed.
 *
 * Input: the store's catalogue, the catalogue file of the documents' folder, the history of originals. Output: placements
 * and, for a principal, the set of documents that may be seen.
 * Invariants: a change made here is seen by the next request, one made by another process within `freshMs`; what was
 * removed is seen by nobody, whatever an older generation holds; when the store cannot be read, nothing is served.
 */
import type { CatalogueEntry } from "../store/types/catalogue.ts";
import type { Store } from "../store/types/store.ts";
import { authorize } from "./authorize.ts";
import type { DocumentObject, Placement } from "./objects.ts";
import type { Principal } from "./principal.ts";
import { visibleAmong, type Visible } from "./visible.ts";

export interface AccessBookOptions {
  readonly store: Pick<Store, "catalogue" | "originals">;
  /** What the catalogue file says, by document id; read again at each reload. */
  readonly filed: () => Promise<ReadonlyMap<string, Partial<Placement>>>;
  /** Of documents that nobody said anything of. */
  readonly standard: Placement;
  /** Ids of the documents that the live generation holds; the same object as long as it is the same generation. */
  readonly held: () => ReadonlySet<string>;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** How long what was read may be used without looking again, in milliseconds. Default 250. */
  readonly freshMs?: number;
}

export interface AccessBook {
  /** Looks whether another process changed something, at most every `freshMs`. Call it once before a request is decided. */
  refresh(): Promise<void>;
  /** Reads everything anew: call it after each change of the catalogue or the originals. */
  reload(): Promise<void>;
  /** Null for a removed document. One that nobody spoke of stands where the standard puts it. */
  document(documentId: string): DocumentObject | null;
  /**
   * Where a document stands, or stood before it was removed: for what still speaks of it, such as jobs. Null for one that
   * nobody said anything of and that never was removed.
   */
  lastPlacement(documentId: string): DocumentObject | null;
  /** What a principal may read of the documents that are held. */
  visibleTo(principal: Principal): Visible;
}

interface Page {
  readonly placements: ReadonlyMap<string, Placement>;
  /** Removed, or kept by no file any more. */
  readonly removed: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
  readonly visible: Map<string, Visible>;
}

/** @throws AppError of the store when it cannot be read. */
export async function openAccessBook(options: AccessBookOptions): Promise<AccessBook> {
  const { store, filed, standard, held, clock, freshMs = 250 } = options;
  let page = await readPage();
  let readAt = clock();
  let reading: Promise<void> | null = null;

  async function readPage(): Promise<Page> {
    const holds = held();
    const [rows, file, current] = await Promise.all([store.catalogue.list(), filed(), store.originals.listCurrent()]);
    const present = new Set(current.map(({ documentId }) => documentId));
    const absent = [...holds].filter((id) => !present.has(id));
    const past = await Promise.all(absent.map(async (id) => ((await store.originals.history(id)).length > 0 ? [id] : [])));
    return { placements: placementsOf({ rows, file, standard }), removed: new Set(past.flat()), held: holds, visible: new Map() };
  }

  async function reload(): Promise<void> {
    // Begun before the reading: what is changed meanwhile is looked for again.
    const began = clock();
    const next = await readPage();
    if (!sameAs(page, next)) page = next;
    readAt = began;
  }

  /** A reading that began earlier may miss the change for which this one was asked. */
  const reloadAfter = async (): Promise<void> => {
    await reading?.catch(() => undefined);
    await reload();
  };

  return {
    async refresh() {
      if (page.held === held() && clock() - readAt < freshMs) return;
      await (reading ??= reload().finally(() => (reading = null)));
    },
    reload: reloadAfter,
    document(documentId) {
      if (page.removed.has(documentId)) return null;
      return { kind: "document", ...(page.placements.get(documentId) ?? standard) };
    },
    lastPlacement(documentId) {
      const placement = page.placements.get(documentId) ?? (page.removed.has(documentId) ? standard : undefined);
      return placement === undefined ? null : { kind: "document", ...placement };
    },
    visibleTo(principal) {
      const kind = readerKind(principal);
      const known = page.visible.get(kind);
      if (known !== undefined && page.held === held()) return known;
      const maySee = (id: string): boolean => {
        // A document that came with a generation which this page does not know yet stays unseen until it is read anew.
        if (page.removed.has(id) || !page.held.has(id)) return false;
        const document: DocumentObject = { kind: "document", ...(page.placements.get(id) ?? standard) };
        return authorize(principal, "document.read", document).allowed;
      };
      const visible = visibleAmong(held(), maySee);
      if (page.held === held()) page.visible.set(kind, visible);
      return visible;
    },
  };
}

/** All of a principal that reading depends on: those alike see alike, and share what was worked out. */
function readerKind(principal: Principal): string {
  if (principal.kind !== "account") return principal.kind;
  const { role, strong, unit, scopes } = principal;
  return JSON.stringify([role, strong, unit, scopes ?? null]);
}

function placementsOf({
  rows,
  file,
  standard,
}: {
  rows: readonly CatalogueEntry[];
  file: ReadonlyMap<string, Partial<Placement>>;
  standard: Placement;
}): ReadonlyMap<string, Placement> {
  const placements = new Map<string, Placement>();
  for (const [id, { access = standard.access, unit = standard.unit }] of file) placements.set(id, { access, unit });
  for (const { documentId, access, unit } of rows) placements.set(documentId, { access, unit });
  return placements;
}

function sameAs(a: Page, b: Page): boolean {
  const text = ({ placements, removed }: Page): string => JSON.stringify([[...placements].toSorted(byId), [...removed].toSorted()]);
  return a.held === b.held && text(a) === text(b);
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
