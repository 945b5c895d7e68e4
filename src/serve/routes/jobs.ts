/** /v1/jobs…: what editors asked for, one by one or live, and its cancelling. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { actorOf } from "../../access/principal.ts";
import { JobsQuerySchema } from "../../contract/jobs.ts";
import type { Job } from "../../store/types/jobs.ts";
import { streamEvents } from "../event-stream.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import { jobRights, jobWire, mayTouchJob, unknownJob } from "../job-wire.ts";
import { conflicting, failed, malformed, notFound, refused } from "../problem-responses.ts";
import { currentPrincipal } from "../principal.ts";
import type { ServeContext } from "../serve-context.ts";
import { JobWire } from "../wire-schemas.ts";

const JobsWire = z.object({ jobs: z.array(JobWire) }).openapi("Jobs");
const params = z.object({ id: z.string().max(200) });
const ofJob = { content: { "application/json": { schema: JobWire } } };

const listRoute = createRoute({
  method: "get",
  path: "/v1/jobs",
  operationId: "listJobs",
  summary: "Jobs that you may see, newest first",
  request: { query: JobsQuerySchema },
  responses: {
    200: { description: "The jobs", content: { "application/json": { schema: JobsWire } } },
    ...malformed,
    ...refused,
    ...failed,
  },
});

const jobRoute = createRoute({
  method: "get",
  path: "/v1/jobs/{id}",
  operationId: "getJob",
  summary: "One job: how far it is, how it ended",
  request: { params },
  responses: { 200: { description: "The job", ...ofJob }, ...malformed, ...refused, ...notFound, ...failed },
});

const cancelRoute = createRoute({
  method: "delete",
  path: "/v1/jobs/{id}",
  operationId: "cancelJob",
  summary: "Cancel a job that waits or runs; what it did is undone",
  request: { params },
  responses: {
    202: { description: "It will end as cancelled", ...ofJob },
    ...malformed,
    ...refused,
    ...notFound,
    ...conflicting,
    ...failed,
  },
});

const eventsRoute = createRoute({
  method: "get",
  path: "/v1/jobs/{id}/events",
  operationId: "watchJob",
  summary: "One job live: an event `job` (a Job) at once and at every change, until it has ended",
  request: { params, headers: z.object({ "last-event-id": z.string().max(200).optional() }) },
  responses: {
    200: { description: "Server-sent events", content: { "text/event-stream": { schema: z.string() } } },
    ...malformed,
    ...refused,
    ...notFound,
    ...failed,
  },
});

/** A job that is watched for longer has a client that forgot it; a browser comes again by itself. */
const LONGEST_MS = 3_600_000;
/** What another process does is seen by looking. */
const LOOK_MS = 1000;

export function addJobRoutes(app: OpenAPIHono<HttpEnv>, { publisher, store, access, limits }: ServeContext): void {
  /** @throws AppError "not-found" for what is not there and for what may not be seen. */
  async function seenJob(c: Pick<HttpContext, "get">, { id, action }: { id: string; action?: "job.cancel" }): Promise<Job> {
    const job = await store.jobs.byId(id);
    const rights = await jobRights(access);
    const allowed =
      job !== null && mayTouchJob({ principal: c.get("principal"), job, rights, ...(action === undefined ? {} : { action }) });
    if (!allowed) throw unknownJob();
    return job;
  }

  app.openapi(listRoute, async (c) => {
    const { state, document, limit } = c.req.valid("query");
    const [jobs, rights] = [
      await store.jobs.list({
        limit,
        ...(state === undefined ? {} : { states: [state] }),
        ...(document === undefined ? {} : { documentId: document }),
      }),
      await jobRights(access),
    ];
    const seen = jobs.filter((job) => mayTouchJob({ principal: c.get("principal"), job, rights }));
    return c.json({ jobs: seen.map(jobWire) }, 200);
  });
  app.openapi(jobRoute, async (c) => c.json(jobWire(await seenJob(c, { id: c.req.valid("param").id })), 200));
  app.openapi(cancelRoute, async (c) => {
    const { id } = c.req.valid("param");
    await seenJob(c, { id, action: "job.cancel" });
    const job = await publisher.cancel({ jobId: id, by: actorOf(c.get("principal")) });
    if (job === null) throw unknownJob();
    return c.json(jobWire(job), 202);
  });
  app.openapi(eventsRoute, async (c) => {
    const { id } = c.req.valid("param");
    const first = await seenJob(c, { id });
    const seen = c.req.valid("header")["last-event-id"];
    return streamEvents(c, {
      heartbeatMs: limits.heartbeatMs,
      longestMs: LONGEST_MS,
      run: async ({ send, signal }) => {
        let told = seen ?? "";
        for await (const job of changesOf(first, signal)) {
          // The session may have ended since, the account been suspended, the rights gone: nothing more is told then.
          const principal = await currentPrincipal(c, access);
          await access.book.refresh();
          const rights = await jobRights(access);
          if (!mayTouchJob({ principal, job, rights })) return;
          const version = versionOf(job);
          if (version !== told) await send({ event: "job", data: jobWire(job), id: version });
          told = version;
          if (hasEnded(job)) return;
        }
      },
    });
  });

  /** The job as it is, then as it becomes; of changes that come faster than they are taken only the last. */
  async function* changesOf(first: Job, signal: AbortSignal): AsyncGenerator<Job> {
    let latest: Job | null = first;
    let wake: () => void = () => undefined;
    const stop = publisher.listen((job) => {
      if (job.id !== first.id) return;
      latest = job;
      wake();
    });
    signal.addEventListener("abort", () => wake(), { once: true });
    try {
      while (!signal.aborted) {
        const job: Job | null = latest ?? (await store.jobs.byId(first.id));
        latest = null;
        if (job === null) return;
        yield job;
        if (latest !== null) continue;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    } finally {
      stop();
    }
  }
}

function hasEnded({ state }: Job): boolean {
  return state !== "waiting" && state !== "running";
}

function versionOf({ state, step, done, total }: Job): string {
  return [state, step, done, total].join(".");
}
