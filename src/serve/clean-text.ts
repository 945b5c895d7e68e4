/** Text that people and programs sent, made safe to work with and to echo. */
import { normaliseText } from "../language/normalise.ts";
import type { Scope } from "../contract/answer.ts";
import type { PublicText } from "../base/app-error.ts";
import { emptyText } from "./validation-error.ts";

// oxlint-disable-next-line no-control-regex -- control characters are what this removes
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;

const loneSurrogates = /\p{Surrogate}/gu;

/** Lone surrogates become U+FFFD, control characters (NUL too) become spaces; line breaks and tabs stay. */
export function cleanText(text: string): string {
  return text.replace(loneSurrogates, "\ufffd").replace(controls, " ");
}

/** @throws AppError "bad-request" when nothing visible is left. */
export function cleanRequired(text: string, name: PublicText): string {
  const clean = cleanText(text).trim();
  if (normaliseText(clean).trim() === "") throw emptyText(name);
  return clean;
}

export function cleanScope(scope: Scope): Scope {
  return {
    ...(scope.documents === undefined ? {} : { documents: scope.documents.map(cleanText) }),
    ...(scope.places === undefined ? {} : { places: scope.places.map(cleanText) }),
  };
}
