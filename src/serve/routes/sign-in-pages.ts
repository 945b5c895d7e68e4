/** /dang-nhap and /thiet-lap: the forms, and what a browser sends from them. Programs use /v1/session and /v1/setup. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { setupPath } from "../../access/one-time-links.ts";
import { SetupRequestSchema, SignInRequestSchema, type SetupOffer } from "../../contract/access.ts";
import { assertNotForeign } from "../csrf.ts";
import { languageOf, type HttpContext, type HttpEnv } from "../http-context.ts";
import { problemFor } from "../problem.ts";
import type { ServeContext } from "../serve-context.ts";
import { assertSafeConnection } from "../session-cookie.ts";
import { linkForm, setupForm, signInForm } from "../sign-in-forms.ts";
import { validationError } from "../validation-error.ts";
import { signInWith, startSession } from "./session.ts";

type Form = Readonly<Record<string, string>>;

/** Fields left empty were not given. */
async function formOf(c: HttpContext): Promise<Form> {
  assertNotForeign(c);
  assertSafeConnection(c);
  return Object.fromEntries([...new URLSearchParams(await c.req.text())].filter(([, value]) => value !== ""));
}

/** A fault of the server is no page's business: it goes on to the error mapping. */
function faultOf(c: HttpContext, error: unknown): { text: string; status: 400 | 401 | 403 | 404 | 409 | 429 } {
  const lang = languageOf(c);
  const { problem, status } = problemFor({ error, lang, requestId: c.get("requestId") });
  if (status === 400 || status === 401 || status === 403 || status === 404 || status === 409 || status === 429)
    return { text: problem.detail, status };
  throw error;
}

export function addSignInPages(app: OpenAPIHono<HttpEnv>, context: Pick<ServeContext, "access" | "store">): void {
  const { access } = context;
  const provider = access.oidc !== null;
  app.get("/dang-nhap", (c) => c.html(signInForm({ lang: languageOf(c), fault: null, provider })));
  app.post("/dang-nhap", async (c) => {
    try {
      const request = SignInRequestSchema.safeParse(await formOf(c));
      if (!request.success) throw validationError(request.error);
      await signInWith({ c, attempt: request.data, context });
      return c.redirect("/", 303);
    } catch (error) {
      const { text, status } = faultOf(c, error);
      return c.html(signInForm({ lang: languageOf(c), fault: text, provider }), status);
    }
  });
  app.get(setupPath, (c) => c.html(linkForm({ lang: languageOf(c), fault: null })));
  app.post(setupPath, async (c) => {
    const lang = languageOf(c);
    let known: { offer: SetupOffer; typed: Form } | null = null;
    try {
      const typed = await formOf(c);
      const token = typed["token"] ?? "";
      const offer = await access.links.offer(token);
      if (typed["password"] === undefined) return await c.html(setupForm({ lang, fault: null, offer, token, typed }));
      // The secret that the person has in the app by now, not a new one.
      known = { offer: { ...offer, totpSecret: typed["totpSecret"] ?? offer.totpSecret }, typed };
      const { totpSecret, code, ...rest } = typed;
      const request = SetupRequestSchema.safeParse(offer.needsAuthenticator ? { ...rest, totpSecret, code } : rest);
      if (!request.success) throw validationError(request.error);
      const { account, strong } = await access.links.complete(request.data);
      await startSession({ c, account, strong, context });
      return c.redirect("/", 303);
    } catch (error) {
      const { text, status } = faultOf(c, error);
      if (known === null) return c.html(linkForm({ lang, fault: text }), status);
      return c.html(setupForm({ lang, fault: text, offer: known.offer, token: known.typed["token"] ?? "", typed: known.typed }), status);
    }
  });
}
