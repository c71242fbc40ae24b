/**
 * What Colloquy needs of a file system. The real one and one in memory fulfil it, so that whole builds are tested
 * without a disk. Paths are absolute, with `/`. All calls are synchronous: for thousands of small files that is
 * twice as fast as the asynchronous ones.
 */
export interface FileSystem {
  /** The entries of a folder, in no particular order. Throws a `FileError` where it is none or cannot be read. */
  list(folder: string): readonly FileEntry[];
  /** What a path leads to, links followed; `undefined` where there is nothing. */
  stat(path: string): FileStat | undefined;
  /** Throws a `FileError` where there is no such file or it cannot be read. */
  read(path: string): Uint8Array;
  /** Makes the folders above the file. Throws a `FileError` where that fails: no permission, no space. */
  write(path: string, content: string | Uint8Array): void;
  /** Copies the bytes, without keeping metadata. */
  copy(from: string, to: string): void;
  /** Atomic within one file system. */
  rename(from: string, to: string): void;
  /** Removes a file, or a folder with everything in it; nothing happens where there is none. */
  remove(path: string): void;
  makeFolder(path: string): void;
  /** The path with all symbolic links resolved; `undefined` where it leads nowhere. */
  realPath(path: string): string | undefined;
}

/** One entry of a folder. */
export interface FileEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** What is known of a file without reading it. */
export interface FileStat {
  readonly kind: "file" | "folder" | "other";
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
}

/** The disk said no. */
export class FileError extends Error {
  override readonly name = "FileError";
  /** As Node names it: `ENOENT`, `EACCES`, `ENOSPC`, `EISDIR` … */
  readonly code: string;
  readonly path: string;

  constructor(code: string, path: string, message: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
