/**
 * A disk in memory that forgets: what a folder may look like after a crash, by what POSIX promises and no more.
 *
 * A file's bytes are safe once the file was synced; a name (made, moved, removed) once its folder was synced, and names of
 * one folder become safe in their order. A move between two folders is one step, safe with either. Everything else may
 * have reached the disk or not.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Random } from "../reading/random.ts";
import type { DiskOperation } from "./record.ts";

interface FileNode {
  readonly kind: "file";
  bytes: Buffer;
}
interface FolderNode {
  readonly kind: "folder";
  readonly entries: Map<string, number>;
}
type Node = FileNode | FolderNode;

export interface Disk {
  readonly nodes: Map<number, Node>;
  readonly root: number;
  /** As the program named it. */
  readonly rootPath: string;
}

/** The kinds of crash: the program only; the machine, which loses what was not synced; the machine in the middle of a write. */
export type CrashKind = "crash" | "lost" | "torn";

/** @param inodeOf as the record names files that were there before. */
export function readDisk(rootPath: string, inodeOf: (path: string) => number): Disk {
  const nodes = new Map<number, Node>();
  const visit = (path: string): number => {
    const entries = new Map<string, number>();
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.name.endsWith("-shm")) continue;
      if (entry.isDirectory()) entries.set(entry.name, visit(child));
      else {
        nodes.set(inodeOf(child), { kind: "file", bytes: readFileSync(child) });
        entries.set(entry.name, inodeOf(child));
      }
    }
    nodes.set(inodeOf(path), { kind: "folder", entries });
    return inodeOf(path);
  };
  return { nodes, root: visit(rootPath), rootPath };
}

function copyOf({ nodes, root, rootPath }: Disk): Disk {
  const copies = [...nodes].map(([inode, node]): [number, Node] => [
    inode,
    node.kind === "file" ? { kind: "file", bytes: node.bytes } : { kind: "folder", entries: new Map(node.entries) },
  ]);
  return { nodes: new Map(copies), root, rootPath };
}

/** Inodes of the folders of each operation, as the program saw them: a name that is lost does not lose what lies under it. */
function foldersSeen(before: Disk, operations: readonly DiskOperation[]): readonly { readonly from: number; readonly to: number }[] {
  const folders = new Map<string, number>();
  const visit = (inode: number, path: string): void => {
    const node = before.nodes.get(inode);
    if (node?.kind !== "folder") return;
    folders.set(path, inode);
    for (const [name, child] of node.entries) visit(child, `${path}/${name}`);
  };
  visit(before.root, before.rootPath);
  return operations.map((operation) => {
    const at = (path: string): number => folders.get(dirname(path)) ?? 0;
    if (operation.kind === "mark") return { from: 0, to: 0 };
    if (operation.kind !== "rename" && operation.kind !== "link") {
      if (operation.kind === "mkdir") folders.set(operation.path, operation.inode);
      return { from: at(operation.path), to: 0 };
    }
    const seen = { from: at(operation.path), to: at(operation.to) };
    for (const [path, inode] of Array.from(folders)) {
      if (path !== operation.path && !path.startsWith(`${operation.path}/`)) continue;
      folders.delete(path);
      folders.set(`${operation.to}${path.slice(operation.path.length)}`, inode);
    }
    return seen;
  });
}

function folderOf(disk: Disk, inode: number): Map<string, number> | undefined {
  const node = disk.nodes.get(inode);
  return node?.kind === "folder" ? node.entries : undefined;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function writeAt(disk: Disk, inode: number, { offset, data }: { offset: number; data: Buffer }): void {
  const node = disk.nodes.get(inode);
  if (node?.kind !== "file") return;
  // Bytes between the end and a later write that arrived alone read as zeros.
  const bytes = Buffer.alloc(Math.max(node.bytes.length, offset + data.length));
  node.bytes.copy(bytes);
  data.copy(bytes, offset);
  node.bytes = bytes;
}

function apply(disk: Disk, operation: DiskOperation, folders: { readonly from: number; readonly to: number }): void {
  switch (operation.kind) {
    case "create":
      born(disk, operation);
      folderOf(disk, folders.from)?.set(nameOf(operation.path), operation.inode);
      return;
    case "mkdir":
      born(disk, operation);
      folderOf(disk, folders.from)?.set(nameOf(operation.path), operation.inode);
      return;
    case "unlink":
    case "rmdir":
      folderOf(disk, folders.from)?.delete(nameOf(operation.path));
      return;
    case "link":
      folderOf(disk, folders.to)?.set(nameOf(operation.to), operation.inode);
      return;
    case "rename":
      folderOf(disk, folders.from)?.delete(nameOf(operation.path));
      folderOf(disk, folders.to)?.set(nameOf(operation.to), operation.inode);
      return;
    case "write":
      writeAt(disk, operation.inode, operation);
      return;
    case "truncate": {
      const node = disk.nodes.get(operation.inode);
      if (node?.kind !== "file") return;
      const bytes = Buffer.alloc(operation.size);
      node.bytes.copy(bytes);
      node.bytes = bytes;
      return;
    }
    case "sync":
    case "mark":
      return;
    default:
      operation satisfies never;
  }
}

/** There without a name, for who has it open: bytes and later names find it. */
function born(disk: Disk, operation: DiskOperation): void {
  if (operation.kind === "create") disk.nodes.set(operation.inode, { kind: "file", bytes: Buffer.alloc(0) });
  if (operation.kind === "mkdir") disk.nodes.set(operation.inode, { kind: "folder", entries: new Map() });
}

const isName = ({ kind }: DiskOperation): boolean => ["create", "mkdir", "unlink", "rmdir", "link", "rename"].includes(kind);
const isBytes = ({ kind }: DiskOperation): boolean => kind === "write" || kind === "truncate";

/** The folders whose order a change of names belongs to. */
function foldersOf(operation: DiskOperation): readonly string[] {
  if (operation.kind === "rename") return [dirname(operation.path), dirname(operation.to)];
  if (operation.kind === "link") return [dirname(operation.to)];
  return "path" in operation ? [dirname(operation.path)] : [];
}

/** Operations that are surely on the disk: synced by a later one. */
function safeOperations(operations: readonly DiskOperation[]): ReadonlySet<number> {
  const safe = new Set<number>();
  const unsafeBytes = new Map<number, number[]>();
  const unsafeNames = new Map<string, number[]>();
  const add = <K>(map: Map<K, number[]>, key: K, position: number): void => void map.set(key, [...(map.get(key) ?? []), position]);
  operations.forEach((operation, position) => {
    if (isBytes(operation) && "inode" in operation) add(unsafeBytes, operation.inode, position);
    if (isName(operation)) for (const folder of foldersOf(operation)) add(unsafeNames, folder, position);
    if (operation.kind !== "sync") return;
    for (const at of unsafeBytes.get(operation.inode) ?? []) safe.add(at);
    for (const at of unsafeNames.get(operation.path) ?? []) safe.add(at);
    unsafeBytes.delete(operation.inode);
    unsafeNames.delete(operation.path);
  });
  return safe;
}

export interface Crash {
  readonly kind: CrashKind;
  /** How many of the operations had been made. */
  readonly after: number;
  readonly random: Random;
}

/** A disk as it may be found after the crash. */
export function diskAfter(before: Disk, { operations, crash }: { operations: readonly DiskOperation[]; crash: Crash }): Disk {
  const { kind, after, random } = crash;
  const disk = copyOf(before);
  const made = operations.slice(0, after);
  const seen = foldersSeen(before, made);
  const applyAt = (operation: DiskOperation, position: number): void => apply(disk, operation, seen[position] ?? { from: 0, to: 0 });
  if (kind === "crash") {
    made.forEach(applyAt);
    return disk;
  }
  if (kind === "torn") {
    made.forEach(applyAt);
    // The write that was being made; where none was, the last that was made and not synced is cut.
    const next = operations[after];
    if (next?.kind === "write") writeAt(disk, next.inode, torn(next, random));
    return disk;
  }
  const safe = safeOperations(made);
  const keepRate = [0, 0.5, 0.9][Math.floor(random.next() * 3)] ?? 0.5;
  // Of each folder's names, all up to some point arrived; of a file's bytes, any.
  const closedFolders = new Set<string>();
  made.forEach((operation, position) => {
    const folders = foldersOf(operation);
    const isKept = safe.has(position) || random.next() < keepRate;
    if (!isName(operation)) {
      if (isKept) applyAt(operation, position);
      return;
    }
    if (safe.has(position) || (isKept && !folders.some((folder) => closedFolders.has(folder)))) applyAt(operation, position);
    else {
      for (const folder of folders) closedFolders.add(folder);
      born(disk, operation);
    }
  });
  return disk;
}

function torn({ offset, data }: { offset: number; data: Buffer }, random: Random): { offset: number; data: Buffer } {
  const length = Math.floor(random.next() * data.length);
  // Disks write sectors; some leave rubbish in the one that was being written.
  const whole = random.next() < 0.5 ? length - (length % 512) : length;
  const rubbish = random.next() < 0.3 ? Buffer.alloc(Math.min(512, data.length - whole), Math.floor(random.next() * 256)) : Buffer.alloc(0);
  return { offset, data: Buffer.concat([data.subarray(0, whole), rubbish]) };
}

/** Writes a disk into a folder, in place of what is there. */
export function putDisk(disk: Disk, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const visit = (inode: number, path: string): void => {
    const node = disk.nodes.get(inode);
    if (node === undefined) return;
    if (node.kind === "file") return writeFileSync(path, node.bytes);
    mkdirSync(path, { recursive: true });
    for (const [name, child] of node.entries) visit(child, join(path, name));
  };
  visit(disk.root, folder);
}
