/** Publishing over HTTP on the server as it is started: real store, real builds in a child process, a fake model. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JobWireShape } from "../../../src/contract/jobs.ts";
import { madePlan } from "../../helpers/made-plans.ts";
import {
  keyFor,
  newServerFolders,
  removeServerFolders,
  startTestServer,
  type ServerFolders,
  type Started,
} from "../../helpers/running-server.ts";

let folders: ServerFolders;
let started: Started;
let editor: string;
const first = madePlan({ place: "Hòa Bình", word: "zebrano" });

beforeEach(async () => {
  folders = newServerFolders();
  editor = await keyFor(folders, { role: "editor", login: "bien.tap" });
  started = await startTestServer(folders, { env: { AIDE_WATCH: "0" } });
});
afterEach(async () => {
  await started.server.stop();
  removeServerFolders(folders);
});

async function accepted(response: Response): Promise<JobWireShape> {
  const text = await response.text();
  expect(response.status, text).toBe(202);
  return JSON.parse(text) as JobWireShape;
}
async function published(response: Response): Promise<JobWireShape> {
  const job = await started.job((await accepted(response)).id, editor);
  expect(job).toMatchObject({ state: "done", error: null });
  return job;
}
const found = async (word: string): Promise<string[]> => {
  const response = await started.call("/v1/search", { method: "POST", json: { query: word } });
  const { hits } = (await response.json()) as { hits: { documentId: string; text: string }[] };
  return hits.filter(({ text }) => text.includes(word)).map(({ documentId }) => documentId);
};
const documents = async (): Promise<string[]> => {
  const { documents: listed } = (await (await started.call("/v1/documents")).json()) as { documents: { id: string }[] };
  return listed.map(({ id }) => id);
};

describe("an upload", () => {
  it("is on the disk when it is acknowledged, and answered from when its job is done", async () => {
    const job = await accepted(await started.upload({ name: "Hòa Bình 2024.txt", bytes: first }, editor));
    expect(job).toMatchObject({ kind: "upload", documentId: "Hòa Bình 2024", fileName: "Hòa Bình 2024.txt" });
    const waits = join(folders.corpus, ".incoming", job.id, "content");
    const stands = join(folders.corpus, "Hòa Bình 2024.txt");
    expect(readFileSync(existsSync(waits) ? waits : stands, "utf8")).toBe(first);
    const done = await started.job(job.id, editor);
    expect(done).toMatchObject({ state: "done", step: "tidying" });
    expect(readFileSync(join(folders.index, "CURRENT"), "utf8").trim()).toBe(done.generation);
    expect(await documents()).toEqual(["Hòa Bình 2024"]);
    expect(await found("zebrano")).toContain("Hòa Bình 2024");
    expect(readdirSync(join(folders.corpus, ".incoming")).filter((name) => !name.startsWith("staging-"))).toEqual([]);
  });

  it("of a name that is there, or of bytes that are there, is refused and says so", async () => {
    await published(await started.upload({ name: "a.txt", bytes: first }, editor));
    const taken = await started.upload({ name: "a.docx", bytes: "other" }, editor);
    expect(taken.status).toBe(409);
    expect(((await taken.json()) as { detail: string }).detail).toContain("Đã có văn bản “a”");
    const copy = await started.upload({ name: "b.txt", bytes: first }, editor);
    expect(copy.status).toBe(409);
    expect(((await copy.json()) as { detail: string }).detail).toContain("đã có trong bộ sưu tập với tên “a”");
    expect(readdirSync(join(folders.corpus, ".incoming")).flatMap((name) => readdirSync(join(folders.corpus, ".incoming", name)))).toEqual(
      [],
    );
  });

  it.each([
    ["a secret document", "mat.txt", `MẬT\n${first}`, "unreadable-document", /độ mật/u],
    ["a damaged one", "hong.pdf", "%PDF-1.7 cut off", "unreadable-document", /bị hỏng/u],
  ])("of %s fails with a clear reason, and nothing of it stays", async (_what, name, bytes, code, reason) => {
    await published(await started.upload({ name: "a.txt", bytes: first }, editor));
    const before = readdirSync(folders.index).toSorted();
    const job = await started.job((await accepted(await started.upload({ name, bytes }, editor))).id, editor);
    expect(job).toMatchObject({ state: "failed", error: { code, message: expect.stringMatching(reason) } });
    expect(readdirSync(folders.corpus).filter((file) => !file.startsWith("."))).toEqual(["a.txt"]);
    expect(readdirSync(folders.index).toSorted()).toEqual(before);
    expect(await documents()).toEqual(["a"]);
  });

  it("needs an editor, and a form with one file", async () => {
    const official = await keyFor(folders, { role: "official", login: "can.bo" });
    expect((await started.upload({ name: "a.txt", bytes: first }, official)).status).toBe(403);
    expect((await started.call("/v1/documents", { method: "POST", json: {} })).status).toBe(401);
    expect((await started.call("/v1/documents", { method: "POST", key: editor, json: {} })).status).toBe(415);
    expect(readdirSync(folders.corpus).filter((file) => file !== ".incoming")).toEqual([]);
  });

  it("for one unit is seen by nobody else, from the first moment", async () => {
    const ofUnit = await keyFor(folders, { role: "editor", unit: "so-y-te", login: "y.te" });
    const job = await accepted(await started.upload({ name: "rieng.txt", bytes: first, fields: { access: "unit" } }, ofUnit));
    expect((await started.call(`/v1/jobs/${job.id}`, { key: editor })).status).toBe(404);
    expect(await started.job(job.id, ofUnit)).toMatchObject({ state: "done" });
    expect(await documents()).toEqual([]);
    expect(await found("zebrano")).toEqual([]);
    expect((await started.call("/v1/documents/rieng", { key: ofUnit })).status).toBe(200);
    expect((await started.call("/v1/documents/rieng", { key: editor })).status).toBe(404);
  });
});

describe("a document that is there", () => {
  beforeEach(async () => {
    await published(await started.upload({ name: "a.txt", bytes: first }, editor));
  });

  it("is replaced, and the bytes before are kept", async () => {
    const second = madePlan({ place: "Hòa Bình", word: "okapi" });
    await published(await started.upload({ name: "whatever.md", bytes: second, replace: "a" }, editor));
    expect(await documents()).toEqual(["a"]);
    expect(await found("okapi")).toContain("a");
    expect(await found("zebrano")).toEqual([]);
    expect(readdirSync(folders.corpus).filter((name) => !name.startsWith("."))).toEqual(["a.md"]);
    const [kept = ""] = readdirSync(join(folders.corpus, ".versions", "a"));
    expect(readFileSync(join(folders.corpus, ".versions", "a", kept), "utf8")).toBe(first);
  });

  it("stays when its replacement cannot be read", async () => {
    const job = await accepted(await started.upload({ name: "x.pdf", bytes: "%PDF-1.7 cut off", replace: "a" }, editor));
    expect(await started.job(job.id, editor)).toMatchObject({ state: "failed" });
    expect(readFileSync(join(folders.corpus, "a.txt"), "utf8")).toBe(first);
    expect(await found("zebrano")).toContain("a");
  });

  it("is gone for everybody as soon as its removal is acknowledged, and from the disk when the job is done", async () => {
    await published(await started.upload({ name: "b.txt", bytes: madePlan({ place: "Sơn La", word: "okapi" }) }, editor));
    const job = await accepted(await started.call("/v1/documents/a", { method: "DELETE", key: editor }));
    expect(await documents()).toEqual(["b"]);
    expect(await found("zebrano")).toEqual([]);
    expect((await started.call("/v1/documents/a")).status).toBe(404);
    expect(await started.job(job.id, editor)).toMatchObject({ state: "done" });
    expect(readdirSync(folders.corpus).filter((name) => !name.startsWith("."))).toEqual(["b.txt"]);
    const left = readdirSync(folders.index, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8").includes("zebrano"));
    expect(left.map(({ name }) => name)).toEqual([]);
    // And it may come again.
    await published(await started.upload({ name: "a.txt", bytes: first }, editor));
    expect(await found("zebrano")).toContain("a");
  });

  it("the last one too: nothing is answered from what was removed", async () => {
    const job = await accepted(await started.call("/v1/documents/a", { method: "DELETE", key: editor }));
    expect(await started.job(job.id, editor)).toMatchObject({ state: "done" });
    expect(await documents()).toEqual([]);
    expect(await found("zebrano")).toEqual([]);
  });

  it("is closed at once by a change of its access, without a build", async () => {
    const response = await started.call("/v1/documents/a", { method: "PATCH", key: editor, json: { access: "officials" } });
    expect(await response.json()).toEqual({ documentId: "a", access: "officials", unit: null, job: null });
    expect(await documents()).toEqual([]);
    expect((await started.call("/v1/documents/a", { key: editor })).status).toBe(200);
  });

  it("shows a corrected title once it is built in, and its own again when the correction is taken back", async () => {
    const title = async (): Promise<string> => ((await (await started.call("/v1/documents/a")).json()) as { title: string }).title;
    const printed = await title();
    for (const [given, shown] of [
      ["Kế hoạch thử", "Kế hoạch thử"],
      [null, printed],
    ] as const) {
      const response = await started.call("/v1/documents/a", { method: "PATCH", key: editor, json: { title: given } });
      const { job } = (await response.json()) as { job: JobWireShape };
      expect(await started.job(job.id, editor)).toMatchObject({ state: "done" });
      expect(await title()).toBe(shown);
    }
  });
});

describe("generations", () => {
  it("are listed, gone back to, and stay until the next publish", async () => {
    const one = await published(await started.upload({ name: "a.txt", bytes: first }, editor));
    const two = await published(await started.upload({ name: "b.txt", bytes: madePlan({ place: "Sơn La", word: "okapi" }) }, editor));
    const list = async (): Promise<{ id: string; live: boolean; pinned: boolean }[]> =>
      (
        (await (await started.call("/v1/generations", { key: editor })).json()) as {
          generations: { id: string; live: boolean; pinned: boolean }[];
        }
      ).generations;
    expect((await list()).map(({ id, live }) => [id, live])).toEqual([
      [two.generation, true],
      [one.generation, false],
    ]);
    await published(await started.call(`/v1/generations/${one.generation ?? ""}/activate`, { method: "POST", key: editor }));
    expect(await documents()).toEqual(["a"]);
    expect((await list()).find(({ live }) => live)).toMatchObject({ id: one.generation, pinned: true });
    await started.server.stop();
    started = await startTestServer(folders, { env: { AIDE_WATCH: "0" } });
    expect(await documents()).toEqual(["a"]);
    await published(await started.call("/v1/index", { method: "POST", key: editor }));
    expect(await documents()).toEqual(["a", "b"]);
    expect((await started.call("/v1/generations/nonsense/activate", { method: "POST", key: editor })).status).toBe(404);
  });
});

describe("a job", () => {
  it("is told live until it has ended", async () => {
    const job = await accepted(await started.upload({ name: "a.txt", bytes: first }, editor));
    const response = await started.call(`/v1/jobs/${job.id}/events`, { key: editor });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const told = (await response.text())
      .split("\n")
      .filter((line) => line.startsWith("data: "))
      .map((line) => JSON.parse(line.slice(6)) as JobWireShape);
    expect(told.at(-1)).toMatchObject({ id: job.id, state: "done" });
    expect(new Set(told.map(({ step }) => step)).size).toBeGreaterThan(2);
  });

  it("that a stop cut off is taken up by the next start", async () => {
    await published(await started.upload({ name: "a.txt", bytes: first }, editor));
    const job = await accepted(await started.upload({ name: "b.txt", bytes: madePlan({ place: "Sơn La", word: "okapi" }) }, editor));
    await started.server.stop();
    started = await startTestServer(folders, { env: { AIDE_WATCH: "0" } });
    expect(await started.job(job.id, editor)).toMatchObject({ state: "done" });
    expect(await documents()).toEqual(["a", "b"]);
  });

  it("is cancelled, and everything is as it was", async () => {
    await published(await started.upload({ name: "a.txt", bytes: first }, editor));
    const job = await accepted(
      await started.upload({ name: "x.txt", bytes: madePlan({ place: "Sơn La", word: "okapi" }), replace: "a" }, editor),
    );
    const cancelling = await started.call(`/v1/jobs/${job.id}`, { method: "DELETE", key: editor });
    expect(cancelling.status).toBe(202);
    expect(await started.job(job.id, editor)).toMatchObject({ state: "cancelled" });
    expect(readdirSync(folders.index).filter((name) => name.startsWith("."))).toEqual([]);
    expect(readFileSync(join(folders.corpus, "a.txt"), "utf8")).toBe(first);
    expect(await found("zebrano")).toContain("a");
    expect((await started.call(`/v1/jobs/${job.id}`, { method: "DELETE", key: editor })).status).toBe(409);
  });
});

describe("a build that dies", () => {
  it("leaves the old index answering, tells the editor, and puts everything back", async () => {
    await published(await started.upload({ name: "a.txt", bytes: first }, editor));
    const before = readdirSync(folders.index).toSorted();
    started.embedder.embedPassages = () => Promise.reject(new Error("the model is away"));
    const job = await accepted(
      await started.upload({ name: "x.txt", bytes: madePlan({ place: "Sơn La", word: "okapi" }), replace: "a" }, editor),
    );
    const ended = await started.job(job.id, editor);
    expect(ended).toMatchObject({ state: "failed", error: { message: expect.stringContaining("chỉ mục cũ vẫn được dùng") } });
    expect(await found("zebrano")).toContain("a");
    expect(readFileSync(join(folders.corpus, "a.txt"), "utf8")).toBe(first);
    expect(readdirSync(folders.index).toSorted()).toEqual(before);
  });
});

describe("the audit trail", () => {
  it("holds every act, and holds together", async () => {
    await published(await started.upload({ name: "a.txt", bytes: first }, editor));
    await published(await started.call("/v1/documents/a", { method: "DELETE", key: editor }));
    const { store } = started.server.access;
    expect((await store.audit.list()).map(({ action }) => action)).toEqual(expect.arrayContaining(["document.upload", "document.remove"]));
    expect(await store.audit.verify()).toMatchObject({ whole: true });
  });
});

describe("the watched folder", () => {
  let watched: ServerFolders;
  beforeAll(() => {
    watched = newServerFolders();
  });
  afterAll(() => removeServerFolders(watched));

  it("brings in what is put there by hand, and takes out what is taken away", async () => {
    const other = await startTestServer(watched);
    try {
      const ids = async (): Promise<string[]> =>
        ((await (await other.call("/v1/documents")).json()) as { documents: { id: string }[] }).documents.map(({ id }) => id);
      writeFileSync(join(watched.corpus, "tay.txt"), first);
      await expect.poll(ids, { timeout: 20_000, interval: 200 }).toEqual(["tay"]);
      rmSync(join(watched.corpus, "tay.txt"));
      await expect.poll(ids, { timeout: 20_000, interval: 200 }).toEqual([]);
    } finally {
      await other.server.stop();
    }
  });
});
