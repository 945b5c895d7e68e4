/**
 * The access matrix: every registered route × every caller × every object, each answer compared with what the trial's own
 * table says; and for what must not be known, with the answer for what is not there.
 */
import { tombstones } from "../../../src/publish/tombstones.ts";
import { makeCallers, type Caller } from "./callers.ts";
import { canaryDocuments, folded } from "./documents.ts";
import { canRead, mayKnow, standingOf, type ModelDocument, type Standing } from "./oracle.ts";
import { expectations, type RouteExpectation } from "./routes.ts";
import { openWorld, send, type Received, type World } from "./world.ts";

export interface MatrixFigures {
  readonly routes: number;
  readonly callers: number;
  readonly objects: number;
  readonly checks: number;
  readonly faults: readonly string[];
}

const MISSING = "ke-hoach-khongco";
const placements: readonly Pick<ModelDocument, "access" | "unit" | "removed">[] = [
  { access: "public", unit: null, removed: false },
  { access: "public", unit: "u-1", removed: false },
  { access: "officials", unit: null, removed: false },
  { access: "unit", unit: "u-1", removed: false },
  { access: "unit", unit: "u-2", removed: false },
  { access: "public", unit: null, removed: true },
  // The copy of the fourth, closed as it is.
  { access: "unit", unit: "u-1", removed: false },
];

/** "GET /v1/documents/:id" of everything that answers; middleware answers nothing. */
export function registeredRoutes({ app }: Pick<World, "app">): readonly string[] {
  const handlers = app.routes.filter(({ method, path }) => method !== "ALL" && !path.endsWith("*"));
  return [...new Set(handlers.map(({ method, path }) => `${method} ${path}`))];
}

/** What a status says: let in ("yes", whatever came of it), or one of the refusals. */
type Verdict = "yes" | "401" | "403" | "404";

function verdictOf({ status }: Received): string {
  if (status === 401 || status === 403 || status === 404) return String(status);
  return status >= 500 ? `failure ${String(status)}` : "yes";
}

function byRole(standing: Standing, route: RouteExpectation, caller: Caller): Verdict {
  if (standing.is === "refused") return "401";
  if (caller.model.kind === "widget") return (route.widget ?? route.for === "everyone") ? "yes" : "401";
  if (standing.is === "public") return route.for === "everyone" ? "yes" : "401";
  if (standing.scopes !== null && route.scope !== null && !standing.scopes.includes(route.scope)) return "403";
  if (route.for === "editor" && !standing.powers.has("edit")) return "403";
  return route.for === "administrator" && !standing.powers.has("administer") ? "403" : "yes";
}

function byObject(standing: Standing, route: RouteExpectation, document: ModelDocument | null): Verdict {
  if (route.object === "own" || route.object === "none") return "yes";
  if (route.object === "add" && document !== null) return keeps(standing, document) ? "yes" : "403";
  if (document === null || document.removed || !mayKnow(standing, document)) return "404";
  if (route.object === "read") return "yes";
  return keeps(standing, document) ? "yes" : "403";
}

function keeps(standing: Standing, { unit }: ModelDocument): boolean {
  return standing.is === "staff" && (standing.powers.has("administer") || standing.unit === unit);
}

/** New documents that somebody may want to add: for each unit, and for none. */
const wishes = [null, "u-1", "u-2"].map((unit): ModelDocument => ({ id: "moi", access: "public", unit, removed: false }));

async function place(world: World, documents: readonly ModelDocument[]): Promise<void> {
  for (const { id, access, unit, removed } of documents) {
    await world.store.catalogue.set({ documentId: id, access, unit, fields: {}, updatedBy: "trial" });
    const [last] = await world.store.originals.history(id);
    const current = await world.store.originals.current(id);
    if (removed && current !== null) await world.store.originals.remove(id);
    if (!removed && current === null && last !== undefined) {
      await world.store.originals.put({ documentId: id, fileName: `${id}.txt`, sha256: last.sha256, bytes: 1, uploadedBy: "trial" });
      await tombstones(world.store).lift(id);
    }
  }
  await world.access.book.reload();
}

function bodyOf({ body, object }: RouteExpectation, { document, at }: { document: ModelDocument | null; at: number }): unknown {
  if (body !== "upload") return body;
  const form = new FormData();
  if (object === "add") form.set("unit", document?.unit ?? "");
  form.set("file", new File([`KẾ HOẠCH thử số ${String(at)}`], `tai-len-${String(at)}.txt`));
  return form;
}

/** What of an answer depends on nothing but what was asked: the name that was asked for and the request's own id are taken out. */
function shapeOf({ whole }: Received, id: string): string {
  return whole
    .replaceAll(id, "ID")
    .replaceAll(/\br-\d+\b/gu, "REQUEST")
    .replaceAll(/content-length\n\d+/gu, "");
}

export async function runMatrix(): Promise<MatrixFigures> {
  const world = await openWorld();
  const faults: string[] = [];
  let checks = 0;
  try {
    const routes = registeredRoutes(world);
    for (const route of routes) if (expectations[route] === undefined) faults.push(`${route} is not in the trial's table`);
    const callers = await makeCallers(world);
    const documents = placements.map((placement, at): ModelDocument => ({ id: canaryDocuments[at]?.id ?? "", ...placement }));
    const hidden = [...documents, null];
    await place(world, documents);
    for (const route of routes) {
      const expected = expectations[route];
      if (expected === undefined || expected.skip === true) continue;
      const [method = "", pattern = ""] = route.split(" ");
      const objects = expected.object === "read" || expected.object === "keep" ? hidden : expected.object === "add" ? wishes : [null];
      for (const caller of callers) {
        const standing = standingOf(caller.model);
        const answers = new Map<ModelDocument | null, Received>();
        for (const document of objects) {
          // What the call before did to the document is undone: each is a first.
          if (expected.object === "keep") await place(world, documents);
          const id = document?.id ?? MISSING;
          const path = pattern
            .replace(/:id\b/u, id)
            .replace(":sectionId", "I")
            .replace(/:file\{.*$/u, "khong-co.png");
          const received = await send(world, caller.credential, { method, path, body: bodyOf(expected, { document, at: (checks += 1) }) });
          answers.set(document, received);
          const role = byRole(standing, expected, caller);
          const wanted = role === "yes" ? byObject(standing, expected, document) : role;
          const verdict = verdictOf(received);
          // Nothing of these is there to be found, or the way is open to those who hold what the address asks for.
          const tolerated = expected.object === "own" && wanted === "yes" && (verdict === "404" || verdict === "403");
          if (verdict !== wanted && !tolerated)
            faults.push(
              `${route} for ${caller.name}, ${describe(document)}: ${verdict} instead of ${wanted}: ${received.text.slice(0, 160)}`,
            );
          for (const { id: other, words, idWord } of canaryDocuments) {
            const model = documents.find((one) => one.id === other);
            if (model === undefined || canRead(standing, model) || other === id) continue;
            // One who keeps it is told of what became of it.
            if (mayKnow(standing, model) && standing.is === "staff") continue;
            const text = folded(received.whole);
            for (const word of [...words, idWord])
              if (text.includes(word)) faults.push(`${route} tells ${caller.name} of ${other}: ${word}`);
          }
        }
        const missing = answers.get(null);
        if (missing === undefined) continue;
        for (const [document, received] of answers)
          if (
            document !== null &&
            byRole(standing, expected, caller) === "yes" &&
            byObject(standing, expected, document) === "404" &&
            shapeOf(received, document.id) !== shapeOf(missing, MISSING)
          )
            faults.push(`${route} tells ${caller.name} that ${describe(document)} is there`);
      }
      if (expected.object === "keep") await place(world, documents);
    }
    return { routes: routes.length, callers: callers.length, objects: hidden.length, checks, faults };
  } finally {
    await world.close();
  }
}

function describe(document: ModelDocument | null): string {
  if (document === null) return "a document that is not there";
  return `a document ${document.access}${document.unit === null ? "" : ` of ${document.unit}`}${document.removed ? ", removed" : ""}`;
}
