/** Reads what shim.c wrote down: every change that a program made to the files under a folder, in order. */

export type DiskOperation =
  | { readonly kind: "create" | "mkdir" | "unlink" | "rmdir" | "sync"; readonly inode: number; readonly path: string }
  | { readonly kind: "write"; readonly inode: number; readonly path: string; readonly offset: number; readonly data: Buffer }
  | { readonly kind: "truncate"; readonly inode: number; readonly path: string; readonly size: number }
  | { readonly kind: "rename" | "link"; readonly inode: number; readonly path: string; readonly to: string }
  | { readonly kind: "mark"; readonly text: string };

/** @throws Error for a record that is cut off, and for a change that it could not write down. */
export function readRecord(record: Buffer): readonly DiskOperation[] {
  const operations: DiskOperation[] = [];
  for (let at = 0; at < record.length;) {
    const code = record.readUInt8(at);
    const inode = record.readUInt32LE(at + 1);
    const text = (from: number): { value: string; next: number } => {
      const length = record.readUInt32LE(from);
      return { value: record.toString("utf8", from + 4, from + 4 + length), next: from + 4 + length };
    };
    const path = text(at + 5);
    const to = text(path.next);
    const offset = Number(record.readBigUInt64LE(to.next));
    const length = record.readUInt32LE(to.next + 8);
    const data = record.subarray(to.next + 12, to.next + 12 + length);
    at = to.next + 12 + length;
    operations.push(operationOf({ code, inode, path: path.value, to: to.value, offset, data }));
  }
  if (operations.some((operation) => operation.kind === "mark" && operation.text === "unrecorded copy"))
    throw new Error("a file was copied by the system, past the record");
  return renumbered(operations);
}

/** A system uses an inode's number again once its file is gone: each file gets a number of its own here. */
function renumbered(operations: readonly DiskOperation[]): readonly DiskOperation[] {
  const numbers = new Map<number, number>();
  let next = FIRST_NEW;
  return operations.map((operation) => {
    if (operation.kind === "mark") return operation;
    if (operation.kind === "create" || operation.kind === "mkdir") numbers.set(operation.inode, next++);
    return { ...operation, inode: numbers.get(operation.inode) ?? operation.inode };
  });
}

/** Above every number of the record, which has 32 bits. */
const FIRST_NEW = 2 ** 40;

interface Raw {
  readonly code: number;
  readonly inode: number;
  readonly path: string;
  readonly to: string;
  readonly offset: number;
  readonly data: Buffer;
}

function operationOf({ code, inode, path, to, offset, data }: Raw): DiskOperation {
  switch (code) {
    case 1:
      return { kind: "create", inode, path };
    case 2:
      return { kind: "write", inode, path, offset, data };
    case 3:
      return { kind: "truncate", inode, path, size: offset };
    case 4:
      return { kind: "sync", inode, path };
    case 5:
      return { kind: "rename", inode, path, to };
    case 6:
      return { kind: "unlink", inode, path };
    case 7:
      return { kind: "mkdir", inode, path };
    case 8:
      return { kind: "rmdir", inode, path };
    case 9:
      return { kind: "link", inode, path, to };
    case 10:
      return { kind: "mark", text: path };
    default:
      throw new Error(`an operation of no known kind: ${code}`);
  }
}
