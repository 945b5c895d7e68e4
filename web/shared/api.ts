/**
 * The pages' way to the server.
 *
 * Every function rejects with `ServerProblem`, or with an `AbortError` when its signal is aborted.
 */
import type { Language } from "../../src/contract/answer.ts";
import type { AssignmentRow } from "../../src/contract/assignments.ts";
import type { DocumentDetail, DocumentSummary, SectionDetail } from "../../src/contract/documents.ts";
import { isCatalogue, isDocument, isRegister, isSectionDetail } from "./guards.ts";
import { problemOf, ServerProblem } from "./problem.ts";

/** Where the server is, and in which language it should word its errors. */
export interface Server {
  /** Origin and optional path, without a trailing slash; empty for the page's own origin. */
  readonly endpoint: string;
  readonly language: Language;
}

/** Sends one request; turns every failure but an abort into a `ServerProblem`. */
export async function request(server: Server, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Accept-Language", server.language);
  let response: Response;
  try {
    response = await fetch(`${server.endpoint}${path}`, { ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new ServerProblem("network", "", cause);
  }
  if (response.ok) return response;
  throw problemOf(await readJson(response));
}

/** The body as JSON; an unreadable one is a "bad-response", or "network" when the line broke on the way. */
export async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ServerProblem(cause instanceof SyntaxError ? "bad-response" : "network", "", cause);
  }
}

async function fetchChecked<T>(server: Server, path: string, isExpected: (body: unknown) => body is T): Promise<T> {
  const body = await readJson(await request(server, path, { headers: { Accept: "application/json" } }));
  if (!isExpected(body)) throw new ServerProblem("bad-response");
  return body;
}

/** What the collection holds. */
export async function fetchCatalogue(server: Server): Promise<readonly DocumentSummary[]> {
  return (await fetchChecked(server, "/v1/documents", isCatalogue)).documents;
}

/** The tasks that a document gives to leading agencies. */
export async function fetchLeadTasks(server: Server, documentId: string): Promise<readonly AssignmentRow[]> {
  const path = `/v1/assignments?role=lead&document=${encodeURIComponent(documentId)}`;
  return (await fetchChecked(server, path, isRegister)).assignments;
}

/** A document with its whole text and section tree. */
export function fetchDocument(server: Server, documentId: string): Promise<DocumentDetail> {
  return fetchChecked(server, `/v1/documents/${encodeURIComponent(documentId)}`, isDocument);
}

/** One section with its reference and the hash of its text. */
export function fetchSection(server: Server, documentId: string, sectionId: string): Promise<SectionDetail> {
  const path = `/v1/documents/${encodeURIComponent(documentId)}/sections/${encodeURIComponent(sectionId)}`;
  return fetchChecked(server, path, isSectionDetail);
}
