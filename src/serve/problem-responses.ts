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
export const failed = { 500: problemResponse("The server failed; the details stay in its log") };

/** What any call with a body may meet. */
export const bodyProblems = {
  ...malformed,
  413: problemResponse("The question is over 2,000 characters or the body over 64 kB"),
  415: problemResponse("The body is not application/json"),
  ...failed,
  503: problemResponse("Overloaded or not ready; Retry-After says when to come back"),
};
