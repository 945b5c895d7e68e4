/** GET /v1/assignments: who does what by when, every row cited; JSON, or CSV for a spreadsheet. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Language } from "../../contract/answer.ts";
import { AssignmentsQuerySchema, type AssignmentRow } from "../../contract/assignments.ts";
import { toCsv } from "../csv.ts";
import { standings } from "../standing-words.ts";
import { languageOf, type HttpEnv } from "../http-context.ts";
import { failed, malformed } from "../problem-responses.ts";
import type { ServeContext } from "../serve-context.ts";
import { AssignmentsWire } from "../wire-schemas.ts";

const assignmentsRoute = createRoute({
  method: "get",
  path: "/v1/assignments",
  operationId: "listAssignments",
  summary: "Tasks of agencies, as the documents assign them",
  description: "Filters are joined by and; names match with or without diacritics. `Accept: text/csv` gives a table for a spreadsheet.",
  request: { query: AssignmentsQuerySchema },
  responses: {
    200: {
      description: "The tasks, in the order of the documents",
      content: { "application/json": { schema: AssignmentsWire }, "text/csv": { schema: z.string() } },
    },
    ...malformed,
    ...failed,
  },
});

interface Column {
  readonly vi: string;
  readonly en: string;
  readonly value: (row: AssignmentRow) => string | number | null;
}

const roles: Readonly<Record<AssignmentRow["role"], Readonly<Record<Language, string>>>> = {
  lead: { vi: "chủ trì", en: "lead" },
  support: { vi: "phối hợp", en: "support" },
  all: { vi: "tất cả", en: "all" },
};

const kinds: Readonly<Record<AssignmentRow["kind"], Readonly<Record<Language, string>>>> = {
  task: { vi: "nhiệm vụ", en: "task" },
  report: { vi: "báo cáo", en: "report" },
};

/** Dates stay ISO: every spreadsheet reads and sorts them. New columns go to the end, so that sheets built on this one keep theirs. */
function columns(lang: Language): readonly Column[] {
  return [
    { vi: "Văn bản", en: "Document", value: (row) => row.documentId },
    { vi: "Địa phương", en: "Place", value: (row) => row.place },
    { vi: "Cơ quan", en: "Agency", value: (row) => row.agency },
    { vi: "Vai trò", en: "Role", value: (row) => roles[row.role][lang] },
    { vi: "Nhiệm vụ", en: "Task", value: (row) => row.task },
    { vi: "Phối hợp với", en: "Partners", value: (row) => row.partners.join("; ") },
    { vi: "Thời gian", en: "Time", value: (row) => row.time },
    { vi: "Kinh phí", en: "Budget", value: (row) => row.budget },
    { vi: "Sản phẩm", en: "Product", value: (row) => row.product },
    { vi: "Mục", en: "Section", value: (row) => row.sectionLabel },
    { vi: "Căn cứ", en: "Reference", value: (row) => row.reference },
    { vi: "Loại", en: "Kind", value: (row) => kinds[row.kind][lang] },
    { vi: "Từ ngày", en: "From", value: (row) => row.schedule?.start ?? null },
    { vi: "Hạn", en: "Due", value: (row) => row.schedule?.due ?? null },
    { vi: "Lặp lại", en: "Repeats", value: (row) => row.schedule?.rule ?? null },
    { vi: "Kinh phí (đồng)", en: "Budget (dong)", value: (row) => row.budgetDong },
    { vi: "Báo cáo gửi", en: "Report to", value: (row) => row.reportTo.join("; ") },
    { vi: "Báo cáo qua", en: "Report through", value: (row) => row.reportVia.join("; ") },
    { vi: "Tình trạng", en: "Standing", value: (row) => standings[row.standing][lang] },
    {
      vi: "Thay đổi bởi",
      en: "Changed by",
      value: ({ changedBy }) => (changedBy === null ? null : `${changedBy.documentId}#${changedBy.sectionId}`),
    },
  ];
}

export function addAssignmentsRoute(app: OpenAPIHono<HttpEnv>, { viewFor }: ServeContext): void {
  app.openapi(assignmentsRoute, (c) => {
    const found = viewFor(c).assignments(c.req.valid("query"));
    c.header("vary", "accept, accept-language");
    if (!prefersCsv(c.req.header("accept"))) return c.json(found, 200);
    const lang = languageOf(c);
    const shown = columns(lang);
    const csv = toCsv(
      shown.map((column) => column[lang]),
      found.assignments.map((row) => shown.map((column) => column.value(row))),
    );
    return c.body(csv, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="nhiem-vu.csv"' });
  });
}

function prefersCsv(accept: string | undefined): boolean {
  const ranges = accept?.split(",").map((range) => range.split(";")[0]?.trim().toLowerCase()) ?? [];
  const csv = ranges.indexOf("text/csv");
  const json = ranges.indexOf("application/json");
  return csv !== -1 && (json === -1 || csv < json);
}
