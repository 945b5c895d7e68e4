/** POST, PUT, PATCH and DELETE of /v1/documents…: what editors do with documents. Each change of the text is a job. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { assertAllowed } from "../../access/access-errors.ts";
import type { Action } from "../../access/actions.ts";
import { authorize } from "../../access/authorize.ts";
import type { DocumentObject, Placement } from "../../access/objects.ts";
import { actorOf, type Principal } from "../../access/principal.ts";
import { AppError } from "../../base/app-error.ts";
import { UploadFieldsSchema } from "../../contract/jobs.ts";
import { toldDiskFailure } from "../../publish/failure-words.ts";
import type { GivenDocument } from "../../publish/publisher.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import { jobWire } from "../job-wire.ts";
import { unknownDocument } from "../not-found.ts";
import { conflicting, failed, malformed, notFound, refused, uploadProblems } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { receiveUpload, type ReceivedUpload } from "../upload-body.ts";
import { validationError } from "../validation-error.ts";
import { DocumentChangedWire, DocumentChangeWire, JobWire } from "../wire-schemas.ts";

const params = z.object({ id: z.string().max(200) });
const accepted = {
  description: "On the disk and accepted; the job tells how far it is",
  content: { "application/json": { schema: JobWire } },
};
const form = z.object({
  file: z.string().openapi({ format: "binary" }),
  access: z.enum(["public", "officials", "unit"]).optional(),
  unit: z.string().max(200).optional(),
  title: z.string().max(500).optional(),
});
const body = { content: { "multipart/form-data": { schema: form } }, required: true };

const uploadRoute = createRoute({
  method: "post",
  path: "/v1/documents",
  operationId: "uploadDocument",
  summary: "Upload a new document",
  request: { body },
  responses: { 202: accepted, ...malformed, ...refused, ...conflicting, ...uploadProblems, ...failed },
});

const replaceRoute = createRoute({
  method: "put",
  path: "/v1/documents/{id}",
  operationId: "replaceDocument",
  summary: "Replace a document's file; the bytes before are kept",
  request: { params, body },
  responses: { 202: accepted, ...malformed, ...refused, ...notFound, ...uploadProblems, ...failed },
});

const changeRoute = createRoute({
  method: "patch",
  path: "/v1/documents/{id}",
  operationId: "changeDocument",
  summary: "Say who may read a document, or correct what was understood of it",
  request: { params, body: { content: { "application/json": { schema: DocumentChangeWire } }, required: true } },
  responses: {
    200: { description: "As it now stands", content: { "application/json": { schema: DocumentChangedWire } } },
    ...malformed,
    ...refused,
    ...notFound,
    ...uploadProblems,
    ...failed,
  },
});

const removeRoute = createRoute({
  method: "delete",
  path: "/v1/documents/{id}",
  operationId: "removeDocument",
  summary: "Remove a document and its earlier versions: nobody sees it from now on, and its text goes",
  request: { params },
  responses: { 202: accepted, ...malformed, ...refused, ...notFound, ...failed },
});

export function addPublishingRoutes(app: OpenAPIHono<HttpEnv>, context: ServeContext): void {
  const { publisher, access, store } = context;

  /** The document as it stands. @throws AppError "not-found" where it is not, or may not be known; "forbidden" where others keep it. */
  async function keptDocument(c: Pick<HttpContext, "get">, { id, action }: { id: string; action: Action }): Promise<DocumentObject> {
    const hidden = (): AppError => unknownDocument(id);
    const document = (await store.originals.current(id)) === null ? null : access.book.document(id);
    if (document === null) throw hidden();
    assertAllowed(authorize(c.get("principal"), action, document), hidden);
    return document;
  }

  // Plain handlers: a validator would read the whole file into memory before the route is asked.
  for (const route of [uploadRoute, replaceRoute]) app.openAPIRegistry.registerPath(route);
  app.post("/v1/documents", async (c) => {
    const given = await receive(c, context);
    return keepOrDiscard(given, async () => {
      const principal = c.get("principal");
      const wished = wishedPlacement(given, { principal, standard: context.standardPlacement });
      assertAllowed(authorize(principal, "document.add", { kind: "document", ...wished }), () => unknownDocument(""));
      await refuseCopy(c, given);
      return c.json(jobWire(await publisher.upload({ ...given, ...wished })), 202);
    });
  });
  app.put("/v1/documents/:id", async (c) => {
    const id = c.req.param("id");
    const document = await keptDocument(c, { id, action: "document.change" });
    const given = await receive(c, context);
    return keepOrDiscard(given, async () => {
      assertMayBecome(c.get("principal"), { ...document, ...definedPlacement(given) });
      return c.json(jobWire(await publisher.replace(id, given)), 202);
    });
  });
  app.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid("param");
    const document = await keptDocument(c, { id, action: "document.change" });
    const { access: level, unit, ...fields } = c.req.valid("json");
    const next = { access: level ?? document.access, unit: unit === undefined ? document.unit : unit };
    assertMayBecome(c.get("principal"), next);
    const job = await publisher.describe({
      documentId: id,
      by: actorOf(c.get("principal")),
      ...next,
      ...(Object.keys(fields).length === 0 ? {} : { fields }),
    });
    return c.json({ documentId: id, ...next, job: job === null ? null : jobWire(job) }, 200);
  });
  app.openapi(removeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await keptDocument(c, { id, action: "document.remove" });
    return c.json(jobWire(await publisher.remove({ documentId: id, by: actorOf(c.get("principal")) })), 202);
  });

  /** @throws AppError "conflict" naming the document that has the very same bytes, where the asker may know of it. */
  async function refuseCopy(c: HttpContext, { file }: GivenDocument): Promise<void> {
    for (const { documentId } of await store.originals.currentBySha256(file.sha256)) {
      const document = access.book.document(documentId);
      if (document === null || !authorize(c.get("principal"), "document.read", document).allowed) continue;
      throw new AppError("conflict", {
        message: "the same bytes are there",
        publicText: {
          vi: `Tệp này đã có trong bộ sưu tập với tên “${documentId}”.`,
          en: `This very file is in the collection already as “${documentId}”.`,
        },
      });
    }
  }

  async function keepOrDiscard(given: GivenDocument, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      await publisher.discard(given.file);
      throw error;
    }
  }
}

async function receive(c: HttpContext, { publisher, settings }: ServeContext): Promise<GivenDocument> {
  const folder = await publisher.stagingFolder();
  const received = await receiveUpload({ request: c.req.raw, folder, maximumBytes: settings.uploadBytes }).catch((error: unknown) => {
    throw toldDiskFailure(error);
  });
  try {
    return givenDocument(received, actorOf(c.get("principal")));
  } catch (error) {
    await publisher.discard(received.file);
    throw error;
  }
}

function givenDocument({ file, fields }: ReceivedUpload, by: string): GivenDocument {
  const parsed = UploadFieldsSchema.safeParse(Object.fromEntries(fields));
  if (!parsed.success) throw validationError(parsed.error);
  return { file, by, ...parsed.data };
}

/** Where a new document is to stand: as the form says, else in the editor's own unit and as open as the standard says. */
function wishedPlacement(
  { access, unit }: GivenDocument,
  { principal, standard }: { principal: Principal; standard: Placement },
): Placement {
  const own = principal.kind === "account" ? principal.unit : null;
  const placement = { access: access ?? standard.access, unit: unit === undefined ? own : unit };
  if (placement.access === "unit" && placement.unit === null) throw unitMissing();
  return placement;
}

function definedPlacement({ access, unit }: GivenDocument): Partial<Placement> {
  return { ...(access === undefined ? {} : { access }), ...(unit === undefined ? {} : { unit }) };
}

/** Nobody gives a document away to, or takes it from, a unit that they do not keep documents for. */
function assertMayBecome(principal: Principal, { access, unit }: Placement): void {
  if (access === "unit" && unit === null) throw unitMissing();
  assertAllowed(authorize(principal, "document.add", { kind: "document", access, unit }), () => unknownDocument(""));
}

function unitMissing(): AppError {
  return new AppError("bad-request", {
    message: "access unit without a unit",
    publicText: { vi: "Văn bản chỉ dành cho đơn vị thì phải nêu đơn vị (unit).", en: "A document for one unit only must name the unit." },
  });
}
