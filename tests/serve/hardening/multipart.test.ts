import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../../src/base/app-error.ts";
import { boundaryIn, multipartEvents } from "../../../src/serve/multipart.ts";

interface Part {
  readonly name: string;
  readonly fileName: string | null;
  readonly bytes: Buffer;
}

async function* pieces(whole: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < whole.length; turn += 1) {
    const size = sizes.length === 0 ? whole.length : Math.max(1, sizes[turn % sizes.length] ?? 1);
    yield whole.subarray(at, at + size);
    at += size;
  }
}

async function read(whole: Buffer, boundary: string, sizes: readonly number[] = []): Promise<readonly Part[]> {
  const parts: Part[] = [];
  let chunks: Uint8Array[] = [];
  let head: { name: string; fileName: string | null } | null = null;
  for await (const event of multipartEvents(pieces(whole, sizes), boundary)) {
    if (event.kind === "part") [head, chunks] = [event.head, []];
    else if (event.kind === "bytes") chunks.push(Uint8Array.from(event.bytes));
    else if (head !== null) parts.push({ ...head, bytes: Buffer.concat(chunks) });
  }
  return parts;
}

async function written(form: FormData): Promise<{ whole: Buffer; boundary: string }> {
  const request = new Request("http://x/", { method: "POST", body: form });
  const boundary = boundaryIn(request.headers.get("content-type") ?? "");
  return { whole: Buffer.from(await request.arrayBuffer()), boundary: boundary ?? "" };
}

describe("a form", () => {
  it("is read the same however it comes in pieces, whatever the file's bytes", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      // Bytes that look like the beginning of a delimiter again and again.
      fc
        .array(fc.constantFrom("\r\n--", "\r\n", "--", "\r\n--x", "-", "\r"), { maxLength: 60 })
        .map((parts) => Buffer.from(parts.join(""))),
    );
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
      .map((text) => text.replaceAll(/[%\\\p{Cc}]/gu, "_").toWellFormed());
    await fc.assert(
      fc.asyncProperty(bytes, sizes, name, fc.string({ maxLength: 30 }), async (content, cuts, fileName, field) => {
        const form = new FormData();
        form.append("title", field);
        form.append("file", new Blob([Uint8Array.from(content)]), fileName);
        form.append("empty", "");
        const { whole, boundary } = await written(form);
        const parts = await read(whole, boundary, cuts);
        expect(parts.map((part) => part.name)).toEqual(["title", "file", "empty"]);
        expect(parts[1]?.fileName).toBe(fileName);
        expect(parts[1]?.bytes.equals(Buffer.from(content))).toBe(true);
        expect(parts[0]?.bytes.toString("utf8")).toBe(field.replaceAll(/\r\n|\r|\n/gu, "\r\n"));
        expect(parts[2]?.bytes.length).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it("that is cut off anywhere is refused, never read as whole", async () => {
    const form = new FormData();
    form.append("file", new Blob(["nội dung"]), "Kế hoạch.docx");
    const { whole, boundary } = await written(form);
    for (let length = 0; length < whole.length - 4; length += 1)
      await expect(read(whole.subarray(0, length), boundary, [7]), String(length)).rejects.toBeInstanceOf(AppError);
  });

  it.each([
    ["no disposition", "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--"],
    ["no name", '--b\r\nContent-Disposition: form-data; filename="a"\r\n\r\nx\r\n--b--'],
    ["another disposition", '--b\r\nContent-Disposition: attachment; name="a"\r\n\r\nx\r\n--b--'],
    ["no head at all", "--b\r\n\r\nx\r\n--b--"],
    ["a delimiter with something after it", '--bad\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--'],
    ["a head without an end", `--b\r\nX: ${"x".repeat(9000)}`],
    ["a head that is not UTF-8", '--b\r\nContent-Disposition: form-data; name="\xff"\r\n\r\nx\r\n--b--'],
  ])("with %s is refused", async (_what, text) => {
    await expect(read(Buffer.from(text, "latin1"), "b")).rejects.toMatchObject({ code: "bad-request" });
  });

  it("may have something before its first delimiter and after its last", async () => {
    const text = 'a preface\r\n--b  \r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\nan epilogue';
    expect((await read(Buffer.from(text), "b", [3])).map((part) => part.bytes.toString())).toEqual(["1"]);
  });

  it("gives a file's name in any of the ways that programs write it", async () => {
    const part = (disposition: string): string => `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n\r\n--b--`;
    const nameOf = async (disposition: string): Promise<string | null | undefined> =>
      (await read(Buffer.from(part(disposition)), "b"))[0]?.fileName;
    expect(await nameOf('name="file"; filename="Kế hoạch.docx"')).toBe("Kế hoạch.docx");
    expect(await nameOf("name=file; filename=a.txt")).toBe("a.txt");
    expect(await nameOf('name="file"; filename="a%22b\\"c.txt"')).toBe('a"b"c.txt');
    expect(await nameOf(`name="file"; filename="x"; filename*=UTF-8''K%E1%BA%BF.docx`)).toBe("Kế.docx");
    expect(await nameOf('name="file"')).toBeNull();
  });
});

describe("the boundary", () => {
  it.each([
    ["multipart/form-data; boundary=abc", "abc"],
    ['Multipart/Form-Data; charset=utf-8; boundary="a b"', "a b"],
    ["multipart/mixed; boundary=abc", null],
    ["multipart/form-data", null],
    [`multipart/form-data; boundary=${"x".repeat(71)}`, null],
    ["application/json", null],
    [undefined, null],
  ])("of %s is %s", (header, boundary) => {
    expect(boundaryIn(header)).toBe(boundary);
  });
});
