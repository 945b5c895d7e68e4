/**
 * The views of one generation: what each set of documents makes of it, made at first use and kept for the next.
 *
 * Input: the whole as it serves, and how rankers and answerers are made. Output: a view for what somebody may see.
 * Invariants: a view knows nothing of the documents outside it; the one that sees everything is the whole itself, not a
 * copy; answers that are remembered belong to one view.
 */
import { sees, type Visible } from "../access/visible.ts";
import type { Answerer } from "../answer/answerer.ts";
import { queryFor } from "../answer/query-for.ts";
import { newId } from "../base/ids.ts";
import type { Readiness } from "../contract/operation.ts";
import { restrictGeneration, restrictPassages, restrictPlans } from "../index/restrict-generation.ts";
import type { Generation } from "../index/types.ts";
import type { Embedder } from "../models/embedder.ts";
import type { Ranker } from "../retrieve/rank-passages.ts";
import type { AideView } from "./aide.ts";
import { emptyAnswer } from "./empty-answer.ts";
import { toHit } from "./search-hits.ts";
import { createShelf, type Shelf } from "./shelf.ts";

/** What answers over one generation, whole or cut. */
export interface Live {
  readonly generation: Generation;
  readonly ranker: Ranker;
  readonly answerer: Answerer;
}

export interface ViewsOptions {
  /** Null while nothing is indexed. */
  readonly whole: Live | null;
  readonly openLive: (generation: Generation) => Promise<Live>;
  readonly embedder: Pick<Embedder, "embedPassages">;
  /** Readiness of the whole; a view puts its own counts and notes in. */
  readonly readiness: () => Readiness;
  /** What is to be told of it to those who see these documents. */
  readonly notesFor: (visible: Visible) => readonly string[];
  /** Cut views to keep; the one not used for the longest time goes first. Default 8. */
  readonly size?: number;
}

export interface Views {
  view(visible: Visible): AideView;
  /** Forgets the views that hold a document. */
  forget(documentId: string): void;
}

interface Cut {
  readonly ids: ReadonlySet<string>;
  readonly shelf: Shelf;
  readonly counts: { readonly documents: number; readonly passages: number };
  readonly live: () => Promise<Live | null>;
}

/** One of what takes a while, made at first use; a failure is tried again by the next one who asks. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

export function createViews(options: ViewsOptions): Views {
  const { whole, openLive, embedder, size = 8 } = options;
  const all = whole?.generation.plans ?? [];
  const full: Cut = {
    ids: new Set(all.map(({ id }) => id)),
    shelf: createShelf(all),
    counts: { documents: all.length, passages: whole?.generation.passages.length ?? 0 },
    live: () => Promise.resolve(whole),
  };
  const kept = new Map<string, Cut>();

  function makeCut(ids: ReadonlySet<string>): Cut {
    if (whole === null) return full;
    const plans = restrictPlans(all, ids);
    const live = once(async () => openLive(await restrictGeneration({ generation: whole.generation, visible: ids, embedder })));
    return {
      ids: new Set(plans.map(({ id }) => id)),
      shelf: createShelf(plans),
      counts: { documents: plans.length, passages: restrictPassages(whole.generation, plans).length },
      live: plans.length === 0 ? () => Promise.resolve(null) : live,
    };
  }

  function cutFor(visible: Visible): Cut {
    if (visible === "everything" || all.every(({ id }) => visible.ids.has(id))) return full;
    const { key, ids } = visible;
    const cut = kept.get(key) ?? makeCut(ids);
    kept.delete(key);
    kept.set(key, cut);
    const [oldest] = kept.keys();
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    return cut;
  }

  return {
    view: (visible) => createView({ ...options, visible, cut: cutFor(visible) }),
    forget(documentId) {
      for (const [key, { ids }] of kept) if (ids.has(documentId)) kept.delete(key);
    },
  };
}

function createView({
  cut,
  visible,
  readiness,
  notesFor,
}: Pick<ViewsOptions, "readiness" | "notesFor"> & { cut: Cut; visible: Visible }): AideView {
  const { shelf, counts } = cut;
  return {
    async ask(request, onStep) {
      const live = await cut.live();
      if (live === null) return emptyAnswer({ request, id: newId("a") });
      return live.answerer.answer(request, onStep);
    },
    async search({ query, limit, scope }) {
      const began = performance.now();
      const live = await cut.live();
      if (live === null) return { hits: [], generation: "none", tookMs: 0 };
      const { generation, ranker } = live;
      const ranking = await ranker.rank(queryFor({ question: query, scope, generation }), limit);
      const hits = ranking.passages.flatMap((ranked) => toHit(ranked, shelf.plan) ?? []);
      return { hits, generation: generation.id, tookMs: performance.now() - began };
    },
    documents: () => shelf.documents(),
    document: (documentId) => shelf.document(documentId),
    section: (documentId, sectionId) => shelf.section(documentId, sectionId),
    assignments: (query) => shelf.assignments(query),
    readiness() {
      const state = readiness();
      // A collection of nothing is empty, whoever else sees more of it.
      const nothing = counts.documents === 0;
      return {
        ...state,
        status: nothing && state.status === "ready" ? "empty" : state.status,
        generation: nothing ? null : state.generation,
        ...counts,
        notes: [...notesFor(visible)],
      };
    },
  };
}

/** Something to tell of the whole, or of one file; of a file only to those who may know of it. */
export interface Note {
  readonly text: string;
  /** Null for what is no file's. */
  readonly documentId: string | null;
  /** True for what is told to nobody over HTTP: a file with a stamp of secrecy. */
  readonly secret: boolean;
}

export function notesSeen(notes: readonly Note[], visible: Visible): readonly string[] {
  return notes.filter((note) => !note.secret && (note.documentId === null || sees(visible, note.documentId))).map(({ text }) => text);
}
