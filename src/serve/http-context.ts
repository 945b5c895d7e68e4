/** What middleware leaves for handlers and for the error mapping. */
import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import type { Principal } from "../access/principal.ts";
import type { Account } from "../store/types/accounts.ts";
import type { Language } from "../contract/answer.ts";
import type { ClientAddress } from "./client-address.ts";

export interface HttpEnv {
  /** Of a real connection; `app.request` in tests has none. */
  Bindings: { incoming?: IncomingMessage };
  Variables: {
    requestId: string;
    address: ClientAddress;
    /** Who asks; set for every request before a route is reached. */
    principal: Principal;
    /** Of a person or a key; null for all others. */
    account: Account | null;
    /** `lang` of the body, once it was read and named one we speak. */
    bodyLanguage: Language | undefined;
  };
}

export type HttpContext = Context<HttpEnv>;

/** The language for messages to this client: the body's `lang`, else English where Accept-Language prefers it, else Vietnamese. */
export function languageOf(c: HttpContext): Language {
  return c.get("bodyLanguage") ?? preferredLanguage(c.req.header("accept-language"));
}

/** "en" only when English is ranked above Vietnamese; "*" and silence are Vietnamese. */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined) return "vi";
  const weights = { vi: 0, en: 0 };
  for (const part of header.split(",").slice(0, 20)) {
    const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
    const primary = range.split("-")[0];
    if (primary !== "vi" && primary !== "en") continue;
    weights[primary] = Math.max(weights[primary], qualityOf(parameters));
  }
  return weights.en > weights.vi ? "en" : "vi";
}

function qualityOf(parameters: readonly string[]): number {
  const written = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="));
  if (written === undefined) return 1;
  const quality = Number(written.slice(2));
  return Number.isFinite(quality) ? quality : 0;
}
