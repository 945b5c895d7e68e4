/**
 * What each route should do for each caller: the trial's own table, read from the issue and not from the code.
 *
 * A route of the application that is missing here is a fault of the trial.
 */
export interface RouteExpectation {
  /** everyone · staff: any account · editor · administrator */
  readonly for: "everyone" | "staff" | "editor" | "administrator";
  /** What a key must be made for; null where any key may. */
  readonly scope: "ask" | "publish" | "manage" | null;
  /** Whether a widget token may; default: where everyone may. */
  readonly widget?: boolean;
  /** read, keep: the document that `:id` names · add: a new one · own: a thing of one account · none: no object */
  readonly object: "read" | "keep" | "add" | "own" | "none";
  /** A body that is right. */
  readonly body?: unknown;
  /** Addresses have no meaning for callers with rights in this trial: a GET that walks a browser elsewhere. */
  readonly skip?: true;
}

const ask = { for: "everyone", scope: "ask", object: "none" } as const;
const open = { for: "everyone", scope: null, object: "none" } as const;
const editing = { for: "editor", scope: "publish", object: "none" } as const;
const managing = { for: "administrator", scope: "manage", object: "none" } as const;

export const expectations: Readonly<Record<string, RouteExpectation>> = {
  "POST /v1/ask": { ...ask, body: { question: "Cơ quan nào?" } },
  "POST /v1/search": { ...ask, body: { query: "bệnh viện" } },
  "GET /v1/documents": ask,
  "GET /v1/documents/:id": { ...ask, object: "read" },
  "GET /v1/documents/:id/sections/:sectionId": { ...ask, object: "read" },
  "GET /v1/assignments": ask,
  "POST /v1/feedback": { ...ask, object: "own", body: { answerId: "a-none", useful: true } },
  "GET /v1/answers/:id/check": { ...ask, object: "own" },
  "POST /v1/chat/completions": { ...ask, body: { model: "tro-ly-ao", messages: [{ role: "user", content: "Cơ quan nào?" }] } },
  "GET /v1/models": ask,
  "GET /documents/:id": { ...ask, object: "read" },
  "POST /v1/documents": { ...editing, object: "add", body: "upload" },
  "PUT /v1/documents/:id": { ...editing, object: "keep", body: "upload" },
  "PATCH /v1/documents/:id": { ...editing, object: "keep", body: {} },
  "DELETE /v1/documents/:id": { ...editing, object: "keep" },
  "POST /v1/index": editing,
  "GET /v1/jobs": editing,
  "GET /v1/jobs/:id": { ...editing, object: "own" },
  "DELETE /v1/jobs/:id": { ...editing, object: "own" },
  "GET /v1/jobs/:id/events": { ...editing, object: "own" },
  "GET /v1/generations": editing,
  "POST /v1/generations/:id/activate": { ...editing, object: "own" },
  "GET /v1/session": { ...open, widget: false },
  "POST /v1/session": { ...open, widget: false, body: { login: "khong-co", password: "mật khẩu sai hẳn" }, skip: true },
  "DELETE /v1/session": { ...open, widget: false, skip: true },
  "GET /v1/oidc/start": { ...open, widget: false, object: "own" },
  "GET /v1/oidc/callback": { ...open, widget: false, object: "own" },
  "POST /v1/setup/offer": { ...open, widget: false, object: "own", body: { token: "tll_x" } },
  "POST /v1/setup": { ...open, widget: false, object: "own", body: { token: "tll_x", password: "một mật khẩu đủ dài" } },
  "GET /v1/accounts": managing,
  "POST /v1/accounts": { ...managing, body: { login: "quan-tri", displayName: "trùng tên", role: "official" } },
  "PATCH /v1/accounts/:id": { ...managing, object: "own", body: {} },
  "GET /v1/keys": { for: "staff", scope: "manage", object: "none" },
  "POST /v1/keys": { for: "staff", scope: "manage", object: "none", body: { name: "thử" }, skip: true },
  "DELETE /v1/keys/:id": { for: "staff", scope: "manage", object: "own" },
  "GET /v1/widget-tokens": managing,
  "POST /v1/widget-tokens": { ...managing, body: { name: "thử", origins: ["https://a.vn"] } },
  "DELETE /v1/widget-tokens/:id": { ...managing, object: "own" },
  "GET /v1/audit": managing,
  "GET /healthz": open,
  "GET /readyz": open,
  "GET /metrics": open,
  "GET /openapi.json": open,
  "GET /": open,
  "GET /thiet-lap": { ...open, widget: true },
  "GET /dang-nhap": { ...open, widget: true },
  "POST /thiet-lap": { ...open, widget: false, skip: true },
  "POST /dang-nhap": { ...open, widget: false, skip: true },
  "GET /assets/:file{[\\w-][\\w.-]*}": { ...open, object: "own" },
  "GET /:file{[a-z0-9-]+\\.(?:css|svg|png|ico|webmanifest)}": { ...open, object: "own" },
};
