/** /v1/generations… and /v1/index: build the index anew, see what is kept, go back. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { actorOf } from "../../access/principal.ts";
import { unknownGeneration } from "../../publish/activate-generation.ts";
import type { HttpEnv } from "../http-context.ts";
import { jobWire } from "../job-wire.ts";
import { conflicting, failed, malformed, notFound, refused } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { GenerationsWire, JobWire } from "../wire-schemas.ts";

const accepted = { description: "Accepted; the job tells how far it is", content: { "application/json": { schema: JobWire } } };

const listRoute = createRoute({
  method: "get",
  path: "/v1/generations",
  operationId: "listGenerations",
  summary: "The builds of the index that are kept, newest first",
  responses: {
    200: { description: "The generations", content: { "application/json": { schema: GenerationsWire } } },
    ...refused,
    ...failed,
  },
});

const activateRoute = createRoute({
  method: "post",
  path: "/v1/generations/{id}/activate",
  operationId: "activateGeneration",
  summary: "Go back to an older build; it serves until the next publish",
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: { 202: accepted, ...malformed, ...refused, ...notFound, ...conflicting, ...failed },
});

const indexRoute = createRoute({
  method: "post",
  path: "/v1/index",
  operationId: "buildIndex",
  summary: "Build the index anew from the folder of documents",
  responses: { 202: accepted, ...refused, ...failed },
});

export function addGenerationRoutes(app: OpenAPIHono<HttpEnv>, { publisher, access }: ServeContext): void {
  app.openapi(listRoute, async (c) => {
    const generations = await publisher.generations();
    const seesAll = access.book.visibleTo(c.get("principal")) === "everything";
    const counted = generations.map((generation) => (seesAll ? generation : { ...generation, documents: null, passages: null }));
    return c.json({ generations: counted }, 200);
  });
  app.openapi(activateRoute, async (c) => {
    const { id } = c.req.valid("param");
    const known = (await publisher.generations()).some((generation) => generation.id === id);
    if (!known) throw unknownGeneration(id);
    const job = await publisher.activate({ generation: id, by: actorOf(c.get("principal")) });
    return c.json(jobWire(job), 202);
  });
  app.openapi(indexRoute, async (c) => c.json(jobWire(await publisher.index(actorOf(c.get("principal")))), 202));
}
