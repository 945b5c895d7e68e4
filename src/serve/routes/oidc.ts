/** /v1/oidc: signing in through the provider of identities, where one is configured. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { getCookie, setCookie } from "hono/cookie";
import type { OidcDesk } from "../../access/oidc.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import { unknownRoute } from "../not-found.ts";
import type { ServeContext } from "../serve-context.ts";
import { assertSafeConnection } from "../session-cookie.ts";
import { startSession } from "./session.ts";

const FLOW_COOKIE = "aide-oidc";
const FLOW_SECONDS = 600;
const PATH = "/v1/oidc";

/** Pages that a browser walks through; they are no part of the contract for programs, and stand in no /openapi.json. */
export function addOidcRoutes(app: OpenAPIHono<HttpEnv>, context: Pick<ServeContext, "access" | "store">): void {
  const desk = (): OidcDesk => {
    if (context.access.oidc === null) throw unknownRoute();
    return context.access.oidc;
  };
  const keepFlow = (c: HttpContext, value: string, maxAge: number): void => {
    const secure = c.req.header("x-forwarded-proto")?.startsWith("https") ?? c.req.url.startsWith("https:");
    // Lax, since the provider's site sends the browser back here by a link.
    setCookie(c, FLOW_COOKIE, value, { path: PATH, httpOnly: true, sameSite: "Lax", secure, maxAge });
  };
  app.get("/v1/oidc/start", async (c) => {
    const provider = desk();
    assertSafeConnection(c);
    const { url, flow } = await provider.start();
    keepFlow(c, flow, FLOW_SECONDS);
    return c.redirect(url, 302);
  });
  app.get("/v1/oidc/callback", async (c) => {
    const provider = desk();
    assertSafeConnection(c);
    const flow = getCookie(c, FLOW_COOKIE);
    keepFlow(c, "", 0);
    const account = await provider.finish({ returned: new URL(c.req.url), flow });
    // What the provider asked of the person is the provider's to say; it stands for a second factor here.
    await startSession({ c, account, strong: true, context });
    return c.redirect("/", 302);
  });
}
