/** The built pages: `/`, `/documents/:id` and their hashed assets. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Hono } from "hono";
import { etag } from "hono/etag";
import { getMimeType } from "hono/utils/mime";
import { AppError } from "../../base/app-error.ts";
import { isMissingFile } from "../../base/files.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import { unknownRoute } from "../not-found.ts";
import type { ViewFor } from "../viewer.ts";

/** Hashed names never change their content; pages name the hashes, so they are asked for anew each time. */
const caching = { hashed: "public, max-age=31536000, immutable", page: "no-cache" } as const;

/** @param folder absolute; read on each request, so that pages built later are found. */
export function addPageRoutes(app: Hono<HttpEnv>, { folder, viewFor }: { folder: string; viewFor: ViewFor }): void {
  const page = async (c: HttpContext, name: string, status: 200 | 404): Promise<Response> => {
    const response = await sendFile({ c, path: join(folder, name), cache: caching.page, status });
    if (response === null) throw notBuilt();
    return response;
  };
  // The patterns admit no slash and no leading dot: nothing outside the folder can be named.
  app.get("/assets/:file{[\\w-][\\w.-]*}", async (c) => {
    const response = await sendFile({ c, path: join(folder, "assets", c.req.param("file")), cache: caching.hashed, status: 200 });
    if (response === null) throw unknownRoute();
    return response;
  });
  app.get("/:file{[a-z0-9-]+\\.(?:css|svg|png|ico|webmanifest)}", etag(), async (c) => {
    const response = await sendFile({ c, path: join(folder, c.req.param("file")), cache: caching.page, status: 200 });
    if (response === null) throw unknownRoute();
    return response;
  });
  app.get("/", etag(), (c) => page(c, "index.html", 200));
  // The page itself tells people that there is no such document; the status tells programs.
  app.get("/documents/:id", etag(), (c) => {
    const known = viewFor(c).document(c.req.param("id")) !== null;
    return page(c, "document.html", known ? 200 : 404);
  });
}

/** Null where there is no such file. */
async function sendFile({
  c,
  path,
  cache,
  status,
}: {
  c: HttpContext;
  path: string;
  cache: string;
  status: 200 | 404;
}): Promise<Response | null> {
  try {
    const bytes = await readFile(path);
    return c.body(new Uint8Array(bytes), status, {
      "content-type": getMimeType(path) ?? "application/octet-stream",
      "cache-control": cache,
    });
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

function notBuilt(): AppError {
  return new AppError("not-ready", {
    message: "pages are not built",
    publicText: { vi: "Trang chưa được dựng. Hãy chạy: npm run build", en: "The pages are not built. Run: npm run build" },
  });
}
