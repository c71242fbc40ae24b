import {
  FileError,
  type FileEntry,
  type FileStat,
  type FileSystem,
  type ScratchFile,
} from "./file-system.js";

type MemoryNode =
  | {
      readonly kind: "file";
      bytes: Uint8Array;
      modified: number;
      /** By how many names it can be had. */ names: number;
    }
  | { readonly kind: "folder"; readonly children: Map<string, MemoryNode>; modified: number }
  | { readonly kind: "link"; readonly target: string; modified: number };

type MemoryFile = Extract<MemoryNode, { kind: "file" }>;
type MemoryFolder = Extract<MemoryNode, { kind: "folder" }>;

/** How a disk in memory differs from an endless and willing one. */
export interface MemoryOptions {
  /** Bytes that all files together may have; a write beyond fails with `ENOSPC`. Absent means no limit. */
  readonly capacity?: number;
  /** Milliseconds since 1970; absent means a clock that starts at 1 and goes on by 1 with each change. */
  readonly now?: () => number;
}

/**
 * A file system in memory: whole builds are tested on it without a disk, and failures can be had at will.
 *
 * Case-sensitive, with symbolic links. A path that is `deny`d fails with `EACCES`, as does everything below it.
 */
export class MemoryFileSystem implements FileSystem {
  readonly #root: MemoryFolder = { kind: "folder", children: new Map(), modified: 0 };
  readonly #denied = new Set<string>();
  readonly #now: () => number;
  #capacity: number;
  #used = 0;
  #ticks = 0;

  /** @param files - Text or bytes by absolute path. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, options: MemoryOptions = {}) {
    this.#now = options.now ?? (() => ++this.#ticks);
    this.#capacity = Infinity;
    for (const [path, content] of Object.entries(files)) this.write(path, content);
    this.#capacity = options.capacity ?? Infinity;
  }

  /** Bytes that all files together have. */
  get used(): number {
    return this.#used;
  }

  /** Set how many bytes all files together may have. */
  limit(capacity: number): void {
    this.#capacity = capacity;
  }

  /** Refuse everything that touches the path, or what is below it. */
  deny(path: string): void {
    this.#denied.add(path);
  }

  /** Take `deny` back. */
  allow(path: string): void {
    this.#denied.delete(path);
  }

  /** Make a symbolic link. @param target - An absolute path, or one relative to the link's folder. */
  makeLink(path: string, target: string): void {
    const { folder, name } = this.#parent("make", path, true);
    folder.children.set(name, { kind: "link", target, modified: this.#now() });
  }

  /** Every file by its path, sorted; links are not followed. */
  files(): Map<string, string> {
    const found: [string, string][] = [];
    const visit = (folder: MemoryFolder, path: string) => {
      for (const [name, node] of folder.children) {
        if (node.kind === "folder") visit(node, `${path}/${name}`);
        if (node.kind === "file") found.push([`${path}/${name}`, new TextDecoder().decode(node.bytes)]);
      }
    };
    visit(this.#root, "");
    return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  list(path: string): readonly FileEntry[] {
    this.#permit("list", path);
    const node = this.#find("list", path);
    if (node === undefined) throw FileError.of("ENOENT", "list", path);
    if (node.kind !== "folder") throw FileError.of("ENOTDIR", "list", path);
    // Newest first: no caller may count on an order, and creation order is too likely to be the right one.
    return [...node.children].reverse().map(([name, child]) => ({ name, kind: child.kind }));
  }

  stat(path: string): FileStat | undefined {
    this.#permit("look at", path);
    const node = this.#find("look at", path);
    if (node === undefined) return undefined;
    const size = node.kind === "file" ? node.bytes.byteLength : 0;
    return { kind: node.kind, size, modified: node.modified };
  }

  read(path: string): Uint8Array {
    this.#permit("read", path);
    const node = this.#find("read", path);
    if (node === undefined) throw FileError.of("ENOENT", "read", path);
    if (node.kind !== "file") throw FileError.of("EISDIR", "read", path);
    return node.bytes.slice();
  }

  readPart(path: string, start: number, end: number): Uint8Array {
    return this.read(path).subarray(start, end);
  }

  write(path: string, content: string | Uint8Array): void {
    this.#permit("write", path);
    const target = this.#resolve("write", path, 0) ?? path;
    const { folder, name } = this.#parent("write", target, true);
    const before = folder.children.get(name);
    if (before?.kind === "folder") throw FileError.of("EISDIR", "write", path);
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content.slice();
    const file = before?.kind === "file" ? before : newFile();
    folder.children.set(name, file);
    const room = this.#capacity - this.#used + file.bytes.byteLength;
    // A full disk keeps what still went in.
    this.#fill(file, bytes.byteLength > room ? bytes.slice(0, Math.max(0, room)) : bytes);
    if (bytes.byteLength > room) throw FileError.of("ENOSPC", "write", path);
  }

  append(path: string, content: Uint8Array): void {
    const before = this.stat(path) ? this.read(path) : new Uint8Array();
    this.write(path, Buffer.concat([before, content]));
  }

  scratch(wanted: string): ScratchFile {
    const path = `${wanted}.${++this.#ticks}`;
    this.write(path, "");
    return {
      descriptor: undefined,
      append: (content) => this.append(path, content),
      readInto: (memory, start) => {
        memory.set(this.readPart(path, start, start + memory.length));
      },
      close: () => this.remove(path),
    };
  }

  writeNew(path: string, content: string): boolean {
    this.#permit("write", path);
    if (this.#parent("write", path, true).folder.children.has(lastOf(path))) return false;
    this.write(path, content);
    return true;
  }

  copy(from: string, to: string): void {
    this.write(to, this.read(from));
  }

  link(from: string, to: string): void {
    this.#permit("link", from);
    this.#permit("link", to);
    const node = this.#find("link", from);
    if (node?.kind !== "file") throw FileError.of(node ? "EPERM" : "ENOENT", "link", from);
    const { folder, name } = this.#parent("link", to, true);
    if (folder.children.has(name)) throw FileError.of("EEXIST", "link", to);
    node.names++;
    folder.children.set(name, node);
  }

  rename(from: string, to: string): void {
    this.#permit("write", from);
    this.#permit("write", to);
    const source = this.#parent("write", from, false);
    const node = source.folder.children.get(source.name);
    if (node === undefined) throw FileError.of("ENOENT", "write", from);
    const target = this.#parent("write", to, false);
    const before = target.folder.children.get(target.name);
    if (before === node) return;
    if (before?.kind === "folder") {
      if (node.kind !== "folder") throw FileError.of("EISDIR", "write", to);
      if (before.children.size > 0) throw FileError.of("ENOTEMPTY", "write", to);
    } else if (before && node.kind === "folder") throw FileError.of("ENOTDIR", "write", to);
    if (before) this.#release(before);
    source.folder.children.delete(source.name);
    target.folder.children.set(target.name, node);
  }

  remove(path: string): void {
    this.#permit("remove", path);
    const parent = this.#find("remove", folderOf(path));
    if (parent?.kind !== "folder") return;
    const node = parent.children.get(lastOf(path));
    if (node === undefined) return;
    this.#release(node);
    parent.children.delete(lastOf(path));
  }

  removeEmptyFolder(path: string): boolean {
    this.#permit("remove", path);
    const node = this.#find("remove", path);
    if (node === undefined) return true;
    if (node.kind !== "folder" || node.children.size > 0) return false;
    this.remove(path);
    return true;
  }

  makeFolder(path: string): void {
    this.#permit("make", path);
    this.#parent("make", `${path}/-`, true);
  }

  realPath(path: string): string | undefined {
    this.#permit("follow", path);
    const real = this.#resolve("follow", path, 0);
    return real !== undefined && this.#find("follow", real) ? real : undefined;
  }

  #fill(file: MemoryFile, bytes: Uint8Array): void {
    this.#used += bytes.byteLength - file.bytes.byteLength;
    file.bytes = bytes;
    file.modified = this.#now();
  }

  #release(node: MemoryNode): void {
    if (node.kind === "file" && --node.names === 0) this.#used -= node.bytes.byteLength;
    if (node.kind === "folder") for (const child of node.children.values()) this.#release(child);
  }

  /** The folder that a path is in, links followed. */
  #parent(verb: string, path: string, make: boolean): { folder: MemoryFolder; name: string } {
    const name = lastOf(path);
    const above = this.#resolve(verb, folderOf(path), 0) ?? folderOf(path);
    let folder = this.#root;
    for (const part of partsOf(above)) {
      let next = folder.children.get(part);
      if (next === undefined && make) {
        next = { kind: "folder", children: new Map(), modified: this.#now() };
        folder.children.set(part, next);
      }
      if (next === undefined) throw FileError.of("ENOENT", verb, path);
      if (next.kind !== "folder") throw FileError.of("ENOTDIR", verb, path);
      folder = next;
    }
    return { folder, name };
  }

  /** The path with links followed as far as it exists; what follows a missing part is kept as it is. */
  #resolve(verb: string, path: string, hops: number): string | undefined {
    let at: MemoryNode | undefined = this.#root;
    let real = "";
    const parts = partsOf(path);
    for (const [index, part] of parts.entries()) {
      if (at?.kind === "file") return undefined;
      at = at?.kind === "folder" ? at.children.get(part) : undefined;
      if (at?.kind === "link") {
        if (hops > 40) throw FileError.of("ELOOP", verb, path);
        const target = at.target.startsWith("/") ? at.target : `${real}/${at.target}`;
        return this.#resolve(verb, [target, ...parts.slice(index + 1)].join("/"), hops + 1);
      }
      real += `/${part}`;
    }
    return real === "" ? "/" : real;
  }

  #find(verb: string, path: string): Exclude<MemoryNode, { kind: "link" }> | undefined {
    const real = this.#resolve(verb, path, 0);
    if (real === undefined) return undefined;
    let node: MemoryNode | undefined = this.#root;
    for (const part of partsOf(real)) node = node?.kind === "folder" ? node.children.get(part) : undefined;
    return node?.kind === "link" ? undefined : node;
  }

  #permit(verb: string, path: string): void {
    for (const denied of this.#denied)
      if (path === denied || path.startsWith(`${denied}/`)) throw FileError.of("EACCES", verb, path);
  }
}

/** The parts of a path, `.` and `..` worked out. */
function partsOf(path: string): string[] {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function newFile(): MemoryFile {
  return { kind: "file", bytes: new Uint8Array(), modified: 0, names: 1 };
}
