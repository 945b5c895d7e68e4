/** Which methods an address takes, so that a wrong one gets 405 with `Allow` and not 404. */
import type { Hono } from "hono";
import type { HttpEnv } from "./http-context.ts";

const middlewarePattern = /\*$/u;

/** Empty for an address that no route serves. HEAD stands beside every GET. */
export function allowedMethods(app: Hono<HttpEnv>, path: string): readonly string[] {
  const found = new Set<string>();
  for (const route of app.routes) {
    if (route.method === "ALL" || middlewarePattern.test(route.path)) continue;
    if (!patternOf(route.path).test(path)) continue;
    found.add(route.method);
    if (route.method === "GET") found.add("HEAD");
  }
  return [...found].toSorted();
}

function patternOf(routePath: string): RegExp {
  const source = routePath
    .split("/")
    .map((part) => (part.startsWith(":") ? (/\{(.+)\}$/u.exec(part)?.[1] ?? "[^/]+") : part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")))
    .join("/");
  return new RegExp(`^${source}$`, "u");
}
