import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { receiveUpload, type ReceivedUpload } from "../../../src/serve/upload-body.ts";

const folder = await mkdtemp(join(tmpdir(), "aide-upload-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const KB = 1024;

function post(form: FormData): Request {
  return new Request("http://x/v1/documents", { method: "POST", body: form });
}

function withFile(bytes: Uint8Array, name = "Kế hoạch.docx"): FormData {
  const form = new FormData();
  form.append("unit", "Sở A");
  form.append("file", new Blob([Uint8Array.from(bytes)]), name);
  return form;
}

const receive = (request: Pick<Request, "headers" | "body">, maximumBytes = 100 * KB): Promise<ReceivedUpload> =>
  receiveUpload({ request, folder, maximumBytes });

describe("an uploaded file", () => {
  it("lies on the disk with its bytes, its hash and the fields beside it", async () => {
    const bytes = randomBytes(90 * KB);
    const { file, fields } = await receive(post(withFile(bytes)));
    expect((await readFile(file.path)).equals(bytes)).toBe(true);
    expect(file).toMatchObject({
      fileName: "Kế hoạch.docx",
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(fields).toEqual(new Map([["unit", "Sở A"]]));
    await rm(file.path);
  });

  it("gets a name of ours, wherever its own would lead", async () => {
    const { file } = await receive(post(withFile(Buffer.from("x"), "../../../etc/passwd")));
    expect(file.path.startsWith(`${folder}/`)).toBe(true);
    expect(file.path).toMatch(/[0-9a-f-]{36}\.part$/u);
    await rm(file.path);
  });

  it("may be empty", async () => {
    const { file } = await receive(post(withFile(new Uint8Array())));
    expect(file.bytes).toBe(0);
    await rm(file.path);
  });
});

describe("an upload that is refused", () => {
  const twoFiles = withFile(Buffer.from("a"));
  twoFiles.append("file", new Blob(["b"]), "b.txt");
  const noFile = new FormData();
  noFile.append("title", "x");
  const elsewhere = new FormData();
  elsewhere.append("attachment", new Blob(["b"]), "b.txt");
  const longField = withFile(Buffer.from("a"));
  longField.append("title", "x".repeat(9 * KB));
  const manyFields = withFile(Buffer.from("a"));
  for (let field = 0; field < 40; field += 1) manyFields.append(`f${String(field)}`, "x");
  const json = new Request("http://x/", { method: "POST", body: "{}", headers: { "content-type": "application/json" } });

  it.each([
    ["a file over the limit", "too-large", post(withFile(randomBytes(101 * KB)))],
    ["two files", "bad-request", post(twoFiles)],
    ["no file", "bad-request", post(noFile)],
    ["a file in another field", "bad-request", post(elsewhere)],
    ["a field that is too long", "bad-request", post(longField)],
    ["too many fields", "bad-request", post(manyFields)],
    ["another kind of body", "unsupported-media-type", json],
  ])("for %s is an error of the client's, and leaves nothing behind", async (_what, code, request) => {
    await expect(receive(request)).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual([]);
  });

  it("because its client went away leaves nothing behind", async () => {
    const { body, headers } = post(withFile(randomBytes(80 * KB)));
    const whole = Buffer.from(await new Response(body).arrayBuffer());
    const half = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(whole.subarray(0, 40 * KB));
        controller.error(new Error("reset"));
      },
    });
    await expect(receive({ headers, body: half })).rejects.toMatchObject({ code: "bad-request" });
    expect(await readdir(folder)).toEqual([]);
  });

  it("is told of by its declared length before a byte of it is read", async () => {
    const unread = new ReadableStream<Uint8Array>({
      pull: () => {
        throw new Error("read");
      },
    });
    const headers = new Headers({ "content-type": "multipart/form-data; boundary=b", "content-length": String(900 * KB) });
    await expect(receive({ headers, body: unread })).rejects.toMatchObject({ code: "too-large" });
  });

  it("because it hardly comes is cut off", async () => {
    const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
    const headers = new Headers({ "content-type": "multipart/form-data; boundary=b" });
    const pace = { idleMs: 50, graceMs: 1000, leastRate: 1 };
    await expect(receiveUpload({ request: { headers, body: silent }, folder, maximumBytes: KB, pace })).rejects.toMatchObject({
      code: "too-slow",
    });
    const trickle = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        controller.enqueue(Buffer.from("x"));
      },
    });
    const strict = { idleMs: 1000, graceMs: 100, leastRate: 1000 };
    await expect(receiveUpload({ request: { headers, body: trickle }, folder, maximumBytes: KB, pace: strict })).rejects.toMatchObject({
      code: "too-slow",
    });
  });

  it("never held more than a few pieces of it in memory", async () => {
    // 256 MB, made as they are read; held whole they would be seen in the memory outside the heap.
    const size = 256 * KB * KB;
    const piece = Buffer.alloc(64 * KB, "x");
    let sent = 0;
    let most = 0;
    const before = process.memoryUsage.rss();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n')),
      pull: (controller) => {
        most = Math.max(most, process.memoryUsage.rss() - before);
        sent += piece.length;
        controller.enqueue(Uint8Array.from(piece));
        if (sent < size) return;
        controller.enqueue(Buffer.from("\r\n--b--\r\n"));
        controller.close();
      },
    });
    const headers = new Headers({ "content-type": "multipart/form-data; boundary=b" });
    const { file } = await receiveUpload({ request: { headers, body }, folder, maximumBytes: size });
    expect(file.bytes).toBe(size);
    expect(most).toBeLessThan(size / 2);
    await rm(file.path);
  }, 60_000);
});
