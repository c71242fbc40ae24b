import * as fs from "node:fs";
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import {
  FileError,
  type FileEntry,
  type FileStat,
  type FileSystem,
  type ScratchFile,
  type WriteOptions,
} from "./file-system.js";

/** The disk, through synchronous calls of `node:fs`; whatever it throws comes out as a `FileError`. */
export const realFileSystem: FileSystem = {
  list: (folder) =>
    attempt("list", folder, () => fs.readdirSync(folder, { withFileTypes: true }).map(toEntry)),
  stat,
  read: (path) => attempt("read", path, () => fs.readFileSync(path)),
  readPart: (path, start, end) => attempt("read", path, () => readPart(path, start, end)),
  write: (path, content, options) =>
    attempt("write", path, () => withFolder(path, () => writeBytes(path, content, options))),
  append: (path, content) =>
    attempt("write", path, () => withFolder(path, () => fs.appendFileSync(path, content))),
  writeNew: (path, content) => attempt("write", path, () => withFolder(path, () => writeNew(path, content))),
  scratch: (path) => attempt("write", path, () => withFolder(path, () => openScratch(path))),
  copy: (from, to) =>
    attempt("copy", from, () =>
      withFolder(to, () => fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE)),
    ),
  link: (from, to) => attempt("link", from, () => withFolder(to, () => linkOrCopy(from, to))),
  rename: (from, to) => attempt("write", to, () => fs.renameSync(from, to)),
  remove: (path) => attempt("remove", path, () => fs.rmSync(path, { recursive: true, force: true })),
  removeEmptyFolder,
  makeFolder: (path) => attempt("make", path, () => void fs.mkdirSync(path, { recursive: true })),
  realPath: (path) => attempt("follow", path, () => orNothing(() => slashed(fs.realpathSync.native(path)))),
};

function stat(path: string): FileStat | undefined {
  return attempt("look at", path, () => {
    const found = orNothing(() => fs.statSync(path, { throwIfNoEntry: false }));
    if (found === undefined) return undefined;
    const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
    return { kind, size: found.size, modified: found.mtimeMs };
  });
}

function toEntry(entry: fs.Dirent): FileEntry {
  const kind = entry.isSymbolicLink()
    ? "link"
    : entry.isFile()
      ? "file"
      : entry.isDirectory()
        ? "folder"
        : "other";
  return { name: entry.name, kind };
}

/** Fills memory with the bytes from `start` on of a file that this or another thread has open. Throws a `FileError`. */
export function readDescriptor(descriptor: number, memory: Uint8Array, start: number): void {
  attempt("read", `file ${descriptor}`, () => fs.readSync(descriptor, memory, 0, memory.byteLength, start));
}

function readPart(path: string, start: number, end: number): Uint8Array {
  const file = fs.openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafeSlow(end - start);
    return bytes.subarray(0, fs.readSync(file, bytes, 0, bytes.byteLength, start));
  } finally {
    fs.closeSync(file);
  }
}

/** The name is taken off at once, where the system allows that with open files, so that even a crash leaves nothing. */
function openScratch(wanted: string): ScratchFile {
  const path = `${wanted}.${randomBytes(6).toString("hex")}`;
  const file = fs.openSync(path, "wx+");
  const removeName = (): void => fs.rmSync(path, { force: true });
  let end = 0;
  try {
    removeName();
  } catch {
    // Windows keeps the name of an open file: it is removed again below.
  }
  return {
    descriptor: file,
    append: (content) =>
      attempt("write", path, () => {
        for (let at = 0; at < content.byteLength;)
          at += fs.writeSync(file, content, at, content.byteLength - at, end + at);
        end += content.byteLength;
      }),
    readInto: (memory, start) => readDescriptor(file, memory, start),
    close: () =>
      attempt("remove", path, () => {
        fs.closeSync(file);
        removeName();
      }),
  };
}

function writeBytes(path: string, content: string | Uint8Array, options: WriteOptions | undefined): void {
  fs.writeFileSync(path, content, { flush: options?.durable ?? false });
}

/** Another process must never see the file without its content, so it is written aside and then given its name. */
function writeNew(path: string, content: string): boolean {
  const aside = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    fs.writeFileSync(aside, content);
  } catch (thrown) {
    // A full disk makes the file and then refuses its bytes.
    fs.rmSync(aside, { force: true });
    throw thrown;
  }
  try {
    fs.linkSync(aside, path);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === "EEXIST") return false;
    return writeNewWithoutLinks(path, content);
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function writeNewWithoutLinks(path: string, content: string): boolean {
  try {
    fs.writeFileSync(path, content, { flag: "wx" });
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === "EEXIST") return false;
    throw thrown;
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") throw thrown;
    fs.copyFileSync(from, to);
  }
}

function removeEmptyFolder(path: string): boolean {
  return attempt("remove", path, () => {
    try {
      fs.rmdirSync(path);
      return true;
    } catch (thrown) {
      const code = codeOf(thrown);
      if (code === "ENOENT") return true;
      // What a folder that is not empty is called differs by system.
      if (code === "ENOTEMPTY" || code === "EEXIST" || code === "EPERM" || code === "ENOTDIR") return false;
      throw thrown;
    }
  });
}

/** Folders are made only when they turn out to be missing: a `mkdir` a file costs as much as the file. */
function withFolder<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    if (codeOf(thrown) !== "ENOENT") throw thrown;
    fs.mkdirSync(dirname(path), { recursive: true });
    return action();
  }
}

function orNothing<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw thrown;
  }
}

function attempt<T>(verb: string, path: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    throw FileError.of(codeOf(thrown) ?? "EIO", verb, path, thrown);
  }
}

function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !("code" in thrown)) return undefined;
  return typeof thrown.code === "string" ? thrown.code : undefined;
}

function slashed(path: string): string {
  return path.includes("\\") ? path.replaceAll("\\", "/") : path;
}
