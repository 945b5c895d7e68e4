/** GET /v1/documents…: the catalogue, one document as understood, one section's canonical text. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { HttpEnv } from "../http-context.ts";
import { unknownDocument, unknownSection } from "../not-found.ts";
import { failed, malformed, notFound } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { DocumentWire, DocumentsWire, SectionWire } from "../wire-schemas.ts";

const listRoute = createRoute({
  method: "get",
  path: "/v1/documents",
  operationId: "listDocuments",
  summary: "The documents of the collection",
  responses: {
    200: { description: "All documents, by id", content: { "application/json": { schema: DocumentsWire } } },
    ...failed,
  },
});

const documentRoute = createRoute({
  method: "get",
  path: "/v1/documents/{id}",
  operationId: "getDocument",
  summary: "One document: metadata, warnings, section tree and text",
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: {
    200: { description: "The document", content: { "application/json": { schema: DocumentWire } } },
    ...malformed,
    ...notFound,
    ...failed,
  },
});

const sectionRoute = createRoute({
  method: "get",
  path: "/v1/documents/{id}/sections/{sectionId}",
  operationId: "getSection",
  summary: "One section's canonical text",
  request: { params: z.object({ id: z.string().max(200), sectionId: z.string().max(200) }) },
  responses: {
    200: { description: "The section", content: { "application/json": { schema: SectionWire } } },
    ...malformed,
    ...notFound,
    ...failed,
  },
});

export function addDocumentRoutes(app: OpenAPIHono<HttpEnv>, { viewFor }: ServeContext): void {
  app.openapi(listRoute, (c) => c.json({ documents: [...viewFor(c).documents()] }, 200));
  app.openapi(documentRoute, (c) => {
    const { id } = c.req.valid("param");
    const document = viewFor(c).document(id);
    if (document === null) throw unknownDocument(id);
    return c.json(document, 200);
  });
  app.openapi(sectionRoute, (c) => {
    const { id, sectionId } = c.req.valid("param");
    const view = viewFor(c);
    const section = view.section(id, sectionId);
    if (section !== null) return c.json(section, 200);
    throw view.document(id) === null ? unknownDocument(id) : unknownSection(id, sectionId);
  });
}
