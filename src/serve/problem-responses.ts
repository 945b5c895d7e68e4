/** The error responses that routes declare in /openapi.json; 405 belongs to a method that is not listed at all. */
import { ProblemWire } from "./wire-schemas.ts";

interface ProblemResponse {
  readonly description: string;
  readonly content: { readonly "application/problem+json": { readonly schema: typeof ProblemWire } };
}

function problemResponse(description: string): ProblemResponse {
  return { description, content: { "application/problem+json": { schema: ProblemWire } } };
}

export const malformed = { 400: problemResponse("The request is malformed: no JSON, a missing or wrong field, an empty question") };
export const notFound = { 404: problemResponse("No such document or section") };
/** What an editor's call may meet besides. */
export const refused = {
  401: problemResponse("Not signed in, or the key is not valid"),
  403: problemResponse("The role, the key or the unit does not allow it"),
};
export const conflicting = { 409: problemResponse("It does not fit how things stand: the name is taken, the job has ended") };
export const uploadProblems = {
  408: problemResponse("The file came too slowly"),
  413: problemResponse("The file is over the limit"),
  415: problemResponse("The body is not multipart/form-data"),
  507: problemResponse("The server's disk cannot take it; nothing was changed"),
};
export const failed = { 500: problemResponse("The server failed; the details stay in its log") };

export const slowedDown = { 429: problemResponse("Too many tries; Retry-After says how long to wait") };

/** What any call with a body may meet. */
export const bodyProblems = {
  ...malformed,
  413: problemResponse("The question is over 2,000 characters or the body over 64 kB"),
  415: problemResponse("The body is not application/json"),
  ...failed,
  503: problemResponse("Overloaded or not ready; Retry-After says when to come back"),
};
