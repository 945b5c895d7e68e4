import { describe, expect, it } from "vitest";
import { AssignmentsResponseSchema } from "../../src/contract/assignments.ts";
import { DocumentDetailSchema, SectionDetailSchema } from "../../src/contract/documents.ts";
import { ProblemSchema, ReadinessSchema } from "../../src/contract/operation.ts";
import { fakeRow } from "./support/fake-aide.ts";
import { testApp } from "./support/test-app.ts";

describe("the catalogue", () => {
  it("lists documents, gives one, and gives a section", async () => {
    const { app } = testApp();
    expect(await (await app.request("/v1/documents")).json()).toMatchObject({ documents: [{ id: "ke-hoach-a", sections: 1 }] });
    expect(DocumentDetailSchema.parse(await (await app.request("/v1/documents/ke-hoach-a")).json()).title).toBe("Kế hoạch A");
    expect(SectionDetailSchema.parse(await (await app.request("/v1/documents/ke-hoach-a/sections/III.1")).json()).text).toBe("1. Sở A");
  });

  it.each([
    ["/v1/documents/khong-co", 'Không có văn bản "khong-co" trong bộ sưu tập.'],
    ["/v1/documents/khong-co/sections/I", 'Không có văn bản "khong-co" trong bộ sưu tập.'],
    ["/v1/documents/ke-hoach-a/sections/IX.9", 'Văn bản "ke-hoach-a" không có phần "IX.9".'],
    ["/v1/documents/..%2f..%2fetc", 'Không có văn bản "../../etc" trong bộ sưu tập.'],
    ["/v1/documents/%ff%00", null],
    ["/v1/khong-co", "Không có địa chỉ này."],
    ["/khong-co", "Không có địa chỉ này."],
    ["//", "Không có địa chỉ này."],
    ["/v1/ask/", "Không có địa chỉ này."],
  ])("answers 404 for %s", async (path, detail) => {
    const response = await testApp().app.request(path);
    expect(response.status).toBe(404);
    const problem = ProblemSchema.parse(await response.json());
    expect(problem.code).toBe("not-found");
    if (detail !== null) expect(problem.detail).toBe(detail);
  });

  it.each([
    ["POST", "/v1/chat/completions"],
    ["GET", "/v1/models"],
    ["POST", "/mcp"],
  ])("answers 404 for %s %s, which is still to come", async (method, path) => {
    const body = method === "POST" ? { body: "{}", headers: { "content-type": "application/json" } } : {};
    const response = await testApp().app.request(path, { method, ...body });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(ProblemSchema.parse(await response.json()).code).toBe("not-found");
  });

  it.each([
    ["GET", "/v1/ask", "POST"],
    ["DELETE", "/v1/assignments", "GET, HEAD"],
    ["PUT", "/v1/search", "POST"],
    ["POST", "/healthz", "GET, HEAD"],
    ["OPTIONS", "/v1/ask", "POST"],
    ["POST", "/v1/documents/ke-hoach-a/sections/III.1", "GET, HEAD"],
  ])("answers 405 for %s %s and says what it takes", async (method, path, allow) => {
    const response = await testApp().app.request(path, { method, headers: { "accept-language": "en" } });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allow);
    expect(ProblemSchema.parse(await response.json()).detail).toBe(`This address takes only: ${allow}.`);
  });
});

describe("POST /v1/search", () => {
  const search = (body: unknown): Promise<Response> =>
    Promise.resolve(
      testApp().app.request("/v1/search", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    );

  it("hands over the query with its default limit", async () => {
    const seen: unknown[] = [];
    const { app } = testApp({ search: async (request) => (seen.push(request), { hits: [], generation: "g-1", tookMs: 1 }) });
    await app.request("/v1/search", { method: "POST", headers: { "content-type": "application/json" }, body: '{"query":" du lịch "}' });
    expect(seen).toEqual([{ query: "du lịch", limit: 10 }]);
  });

  it.each([
    [{ query: "" }, 400, "Từ khóa tìm kiếm phải là chuỗi ký tự và không được để trống."],
    [{ query: "x".repeat(2001) }, 413, "Từ khóa tìm kiếm quá dài: tối đa 2.000 ký tự."],
    [{ query: "a", limit: 0 }, 400, 'Trường "limit" không hợp lệ.'],
    [{ query: "a", limit: 51 }, 400, 'Trường "limit" vượt quá giới hạn 50.'],
  ])("refuses a wrong query or limit (case %#)", async (body, status, detail) => {
    const response = await search(body);
    expect(response.status).toBe(status);
    expect(ProblemSchema.parse(await response.json()).detail).toBe(detail);
  });
});

describe("GET /v1/assignments", () => {
  it("gives JSON, and hands over the filters", async () => {
    const seen: unknown[] = [];
    const { app } = testApp({ assignments: (query) => (seen.push(query), { assignments: [fakeRow], total: 1 }) });
    const response = await app.request("/v1/assignments?agency=S%E1%BB%9F%20A&role=lead");
    expect(AssignmentsResponseSchema.parse(await response.json()).assignments).toHaveLength(1);
    expect(seen).toEqual([{ agency: "Sở A", role: "lead" }]);
  });

  it("gives CSV that Excel reads as UTF-8 and never as a formula", async () => {
    const response = await testApp().app.request("/v1/assignments", { headers: { accept: "text/csv" } });
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const [head, row, end] = new TextDecoder().decode(bytes).split("\r\n");
    expect(head).toBe(
      "Văn bản,Địa phương,Cơ quan,Vai trò,Nhiệm vụ,Phối hợp với,Thời gian,Kinh phí,Sản phẩm,Mục,Căn cứ,Loại,Từ ngày,Hạn,Lặp lại,Kinh phí (đồng),Báo cáo gửi,Báo cáo qua,Tình trạng,Thay đổi bởi",
    );
    expect(row).toBe(
      `ke-hoach-a,A,Sở A,chủ trì,"'- Chủ trì ""chuyển đổi số"", báo cáo","Sở B; Sở C","'=1+1",3.600 triệu đồng,,khoản 1 Mục III,khoản 1 Mục III Kế hoạch A,nhiệm vụ,2025-01-01,2025-12-31,,3600000000,,,còn áp dụng,`,
    );
    expect(end).toBe("");
  });

  it.each([
    ["role=boss", 'Trường "role" không hợp lệ.'],
    ["duebefore=2025-12-31", 'Không có trường "duebefore".'],
  ])("refuses %s instead of giving rows that were not asked for", async (query, detail) => {
    const response = await testApp().app.request(`/v1/assignments?${query}`);
    expect(response.status).toBe(400);
    expect(ProblemSchema.parse(await response.json()).detail).toBe(detail);
  });
});

describe("operation", () => {
  it("says that it lives and what it can answer from", async () => {
    const { app } = testApp();
    expect(await (await app.request("/healthz")).json()).toEqual({ status: "ok" });
    expect(ReadinessSchema.parse(await (await app.request("/readyz")).json()).generation).toBe("g-1");
  });

  it("keeps a sane request id and replaces a strange one", async () => {
    const { app } = testApp();
    const idFor = async (given: string): Promise<string | null> =>
      (await app.request("/healthz", { headers: { "x-request-id": given } })).headers.get("x-request-id");
    expect(await idFor("abc-123.X")).toBe("abc-123.X");
    expect(await idFor("a b<script>")).toBe("r-1");
    expect(await idFor("x".repeat(101))).toBe("r-2");
  });

  it("puts security headers on data, errors and pages", async () => {
    const { app } = testApp();
    for (const path of ["/healthz", "/khong-co", "/"]) {
      const { headers } = await app.request(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });
});

describe("pages", () => {
  it("serves the two pages, asked for anew each time, under a policy that lets only our own scripts run", async () => {
    const { app } = testApp();
    for (const [path, title] of [
      ["/", "ask"],
      ["/documents/ke-hoach-a", "document"],
    ] as const) {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(`<title>${title}</title>`);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(response.headers.get("cache-control")).toBe("no-cache");
      expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
      expect(response.headers.get("content-security-policy")).toContain("require-trusted-types-for 'script'");
    }
  });

  it.each(["/", "/documents/ke-hoach-a"])("leaves the policy of a kept page alone when it is not modified: %s", async (path) => {
    const { app } = testApp();
    const tag = (await app.request(path)).headers.get("etag") ?? "";
    const response = await app.request(path, { headers: { "if-none-match": tag } });
    expect(response.status).toBe(304);
    expect(response.headers.get("content-security-policy")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  it("shows the document page with status 404 for a document that is not there", async () => {
    const response = await testApp().app.request("/documents/khong-co");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("<title>document</title>");
  });

  it("lets browsers keep hashed assets for ever", async () => {
    const response = await testApp().app.request("/assets/index-abc123.js");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("javascript");
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  it.each([
    "/assets/../index.html/../../test-app.ts",
    "/assets/..%2f..%2ftest-app.ts",
    "/assets/%2e%2e/%2e%2e/test-app.ts",
    "/assets/khong-co.js",
    "/assets/",
  ])("gives nothing outside the built pages: %s", async (path) => {
    expect((await testApp().app.request(path)).status).toBe(404);
  });

  it("says how to build the pages when they are not built", async () => {
    const response = await testApp({}, { pagesFolder: "tests/serve/support/no-such-folder" }).app.request("/");
    expect(response.status).toBe(503);
    expect(ProblemSchema.parse(await response.json()).detail).toContain("npm run build");
  });
});
