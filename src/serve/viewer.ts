/** The aide as whoever asks may see it. */
import type { AccessBook } from "../access/access-book.ts";
import type { Aide, AideView } from "./aide.ts";
import type { HttpContext } from "./http-context.ts";

export type ViewFor = (c: Pick<HttpContext, "get">) => AideView;

export function viewsOf(aide: Pick<Aide, "view">, book: Pick<AccessBook, "visibleTo">): ViewFor {
  return (c) => aide.view(book.visibleTo(c.get("principal")));
}
