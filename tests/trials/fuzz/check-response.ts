/** Whether a response is one that the document declares for its operation, and of the form that it declares. */
import { z } from "zod";
import type { JsonSchema, OpenApiDocument, Operation } from "./openapi-document.ts";
import type { FuzzedRequest } from "./requests.ts";

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export type ResponseCheck = (request: FuzzedRequest, response: ReceivedResponse) => string | null;

/** Busy is declared; everything else above 500 is a fault of the server's. */
const BUSY = 503;
/** What no client may learn. */
const INTERNALS = /node_modules|\/src\/serve|\bat [\w.<>]+ \(|SQLITE_|\bstack\b.*:\d+:\d+/u;

/** @returns what is wrong with a response, null when nothing is. */
export function createResponseCheck({ schemas }: OpenApiDocument): ResponseCheck {
  const definitions = rewrite(schemas);
  const validators = new Map<string, z.ZodType>();
  const validator = (schema: JsonSchema): z.ZodType => {
    const key = JSON.stringify(schema);
    const known =
      validators.get(key) ??
      z.fromJSONSchema({ ...(rewrite(schema) as object), $defs: definitions } as Parameters<typeof z.fromJSONSchema>[0]);
    validators.set(key, known);
    return known;
  };
  const problem: JsonSchema = { $ref: "#/components/schemas/Problem" };

  function fits(schema: JsonSchema, text: string): string | null {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return "body is not JSON";
    }
    const parsed = validator(schema).safeParse(value);
    return parsed.success
      ? null
      : `body does not fit its schema: ${parsed.error.issues[0]?.path.join(".") ?? ""} ${parsed.error.issues[0]?.message ?? ""}`;
  }

  function checkEvents(text: string, operation: Operation): string | null {
    const events = [...text.matchAll(/^event: (.+)\ndata: (.*)$/gmu)].map(([, event = "", data = ""]) => ({ event, data }));
    for (const { data } of events) if (!isJson(data)) return "an event's data is not JSON";
    if (operation.path !== "/v1/ask") return null;
    const last = events.at(-1);
    if (last?.event === "answer-end") return fits({ $ref: "#/components/schemas/Answer" }, last.data);
    if (last?.event === "answer-error") return fits(problem, last.data);
    return `the stream ends with ${last?.event ?? "nothing"}`;
  }

  return ({ operation, method, path }, { status, headers, body }) => {
    const text = body.toString("utf8");
    if (status >= 500 && status !== BUSY) return `status ${status}: ${text.slice(0, 300)}`;
    if (INTERNALS.test(text.slice(0, 5000))) return `internals shown: ${text.slice(0, 300)}`;
    if (headers["x-request-id"] === undefined) return "no request id";
    if (headers["x-content-type-options"] !== "nosniff") return "no security headers";
    if (status === BUSY && headers["retry-after"] === undefined) return "503 without Retry-After";
    if (method === "HEAD" || status === 204 || status === 304) return body.length === 0 ? null : "a body where none may be";
    const type = String(headers["content-type"] ?? "").split(";")[0] ?? "";
    if (operation === null) {
      // A page tells people in its own way that there is no such document.
      const isPage = path.includes("/documents/") && status === 404 && type === "text/html";
      if (status < 400 || isPage) return null;
      return type === "application/problem+json" ? fits(problem, text) : `an error as ${type}`;
    }
    const declared =
      operation.responses[String(status)] ??
      (status >= 400 ? (operation.responses["default"] ?? { content: { "application/problem+json": { schema: problem } } }) : undefined);
    if (declared === undefined) return `status ${status} is not declared`;
    if (declared.content === undefined) return body.length === 0 || status >= 300 ? null : "a body that is not declared";
    const media = declared.content[type];
    if (media === undefined) return `${type || "no content type"} is not declared for ${status}`;
    if (type === "text/event-stream") return checkEvents(text, operation);
    return type.endsWith("json") && media.schema !== undefined ? fits(media.schema, text) : null;
  };
}

function rewrite(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewrite);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === "$ref" && typeof child === "string" ? child.replace("#/components/schemas/", "#/$defs/") : rewrite(child),
    ]),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
