/** Where documents stand: what wins, how soon a change is seen, and what happens when nothing can be read. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAccessBook, type AccessBook, type AccessBookOptions } from "../../src/access/access-book.ts";
import type { Placement } from "../../src/access/objects.ts";
import { visitor, type Principal } from "../../src/access/principal.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/types/store.ts";

let store: Store;
let held: ReadonlySet<string>;
let time: number;
let filed: Map<string, Partial<Placement>>;

beforeEach(async () => {
  store = await openStore(":memory:");
  held = new Set(["a", "b", "c"]);
  time = 0;
  filed = new Map();
});
afterEach(() => store.close());

const open = (more: Partial<AccessBookOptions> = {}): Promise<AccessBook> =>
  openAccessBook({
    store,
    filed: () => Promise.resolve(filed),
    standard: { access: "public", unit: null },
    held: () => held,
    clock: () => time,
    ...more,
  });
const close = (documentId: string): Promise<unknown> =>
  store.catalogue.set({ documentId, access: "officials", unit: null, fields: {}, updatedBy: "cli" });
const official: Principal = { kind: "account", accountId: "x", role: "official", unit: null, strong: false, via: "session" };
const seenBy = (book: AccessBook, principal: Principal): readonly string[] | "everything" => {
  const visible = book.visibleTo(principal);
  return visible === "everything" ? visible : [...visible.ids].toSorted();
};

describe("the book of access", () => {
  it("is everything for everybody where nobody said anything", async () => {
    expect(seenBy(await open(), visitor)).toBe("everything");
  });

  it("takes the store's word before the file's, and the file's before the standard", async () => {
    filed = new Map([
      ["a", { access: "officials" }],
      ["b", { access: "unit", unit: "u-1" }],
    ]);
    await store.catalogue.set({ documentId: "b", access: "public", unit: null, fields: {}, updatedBy: "x" });
    const book = await open();
    expect(seenBy(book, visitor)).toEqual(["b", "c"]);
    const closed = await open({ standard: { access: "officials", unit: null } });
    expect(seenBy(closed, visitor)).toEqual(["b"]);
    expect(seenBy(closed, official)).toBe("everything");
  });

  it("sees at once what is changed here, and within its time what another process changes", async () => {
    const book = await open();
    await close("a");
    await book.reload();
    expect(seenBy(book, visitor)).toEqual(["b", "c"]);
    await close("b");
    await book.refresh();
    expect(seenBy(book, visitor)).toEqual(["b", "c"]);
    time += 250;
    await book.refresh();
    expect(seenBy(book, visitor)).toEqual(["c"]);
  });

  it("does not miss a change that comes while it reads", async () => {
    let during: (() => Promise<unknown>) | null = null;
    const book = await open({
      filed: async () => {
        await during?.();
        return filed;
      },
    });
    during = async () => {
      during = null;
      await close("a");
      void book.reload();
    };
    await book.reload();
    await book.reload();
    expect(seenBy(book, visitor)).toEqual(["b", "c"]);
  });

  it("hides what was removed from everybody, whatever generation holds it", async () => {
    await store.originals.put({ documentId: "a", fileName: "a.txt", sha256: "0".repeat(64), bytes: 1, uploadedBy: "x" });
    await store.originals.remove("a");
    const book = await open();
    expect(seenBy(book, { ...official, role: "administrator", strong: true })).toEqual(["b", "c"]);
    expect(book.document("a")).toBeNull();
    expect(book.lastPlacement("a")).toMatchObject({ access: "public" });
    await store.originals.put({ documentId: "a", fileName: "a.txt", sha256: "0".repeat(64), bytes: 1, uploadedBy: "x" });
    await book.reload();
    expect(seenBy(book, visitor)).toBe("everything");
  });

  it("shows no document of a new generation before it has looked where it stands", async () => {
    const book = await open();
    await close("d");
    held = new Set(["a", "d"]);
    expect(seenBy(book, visitor)).toEqual(["a"]);
    expect(seenBy(book, official)).toEqual(["a"]);
    await book.refresh();
    expect(seenBy(book, visitor)).toEqual(["a"]);
    expect(seenBy(book, official)).toBe("everything");
  });

  it("gives people with the same rights the same set, and others another key", async () => {
    await close("a");
    const book = await open();
    expect(book.visibleTo(visitor)).toBe(book.visibleTo(visitor));
    const [first, second] = [book.visibleTo(visitor), book.visibleTo({ kind: "widget", tokenId: "w" })];
    expect(first).toEqual(second);
    await close("b");
    await book.reload();
    expect(book.visibleTo(visitor)).not.toEqual(first);
  });

  it("refuses to say anything from a store or a file that it cannot read, and goes on when it can", async () => {
    let broken = false;
    const book = await open({ filed: () => (broken ? Promise.reject(new Error("broken file")) : Promise.resolve(filed)) });
    broken = true;
    time += 1000;
    await expect(book.refresh()).rejects.toThrow("broken file");
    await expect(book.refresh()).rejects.toThrow("broken file");
    broken = false;
    await book.refresh();
    expect(seenBy(book, visitor)).toBe("everything");
  });
});
