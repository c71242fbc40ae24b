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
  /** The bytes from `start` up to `end`, fewer where the file ends before. Throws as `read` does. */
  readPart(path: string, start: number, end: number): Uint8Array;
  /** Makes the folders above the file. Throws a `FileError` where that fails: no permission, no space. */
  write(path: string, content: string | Uint8Array, options?: WriteOptions): void;
  /** Puts more behind the end of a file, or makes it with its folders. Throws a `FileError` as `write` does. */
  append(path: string, content: Uint8Array): void;
  /**
   * Write a file that must not exist yet, in one step: of two processes that try, one succeeds. It may be written
   * aside first, as the path with a full stop and more behind it.
   *
   * @returns Whether this call made the file; `false` where there was one.
   */
  writeNew(path: string, content: string): boolean;
  /**
   * Makes an empty file that is gone when it is closed, or when the process ends. Where it needs a name for so long,
   * that is the path with a full stop and more behind it. Makes the folders above. Throws a `FileError` as `write` does.
   */
  scratch(path: string): ScratchFile;
  /** Copies the bytes, without keeping metadata. */
  copy(from: string, to: string): void;
  /** Gives a file a second name; where the file system has no hard links, copies it. Makes the folders above. */
  link(from: string, to: string): void;
  /** Replaces what is at `to`. Atomic within one file system; throws a `FileError` `EXDEV` across two. */
  rename(from: string, to: string): void;
  /** Removes a file, or a folder with everything in it; nothing happens where there is none. Follows no link. */
  remove(path: string): void;
  /** Removes a folder that is empty. @returns Whether it is gone; `false` where it holds something. */
  removeEmptyFolder(path: string): boolean;
  /** Makes a folder and those above it; nothing happens where it is there already. */
  makeFolder(path: string): void;
  /** The path with all symbolic links resolved; `undefined` where it leads nowhere. */
  realPath(path: string): string | undefined;
}

/** A file of one process, for what is too much for its memory. Its calls throw a `FileError` where the disk refuses. */
export interface ScratchFile {
  /** By which all threads of the process can read it (see `readDescriptor`); `undefined` where they cannot. */
  readonly descriptor: number | undefined;
  /** Puts more behind the end. */
  append(content: Uint8Array): void;
  /** Fills memory with the bytes from `start` on, which are there. */
  readInto(memory: Uint8Array, start: number): void;
  close(): void;
}

/** How a file is to be written. */
export interface WriteOptions {
  /** Return only when the bytes would survive a power cut. Slow (some ms); absent means no. */
  readonly durable?: boolean;
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

  constructor(code: string, path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.path = path;
  }

  /** What went wrong in words: `Could not write /srv/dist/index.html: no space left on the disk (ENOSPC)`. */
  static of(code: string, verb: string, path: string, cause?: unknown): FileError {
    const reason = reasons.get(code);
    const said = reason === undefined ? code : `${reason} (${code})`;
    return new FileError(code, path, `Could not ${verb} ${path}: ${said}`, { cause });
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "no permission"],
  ["EBUSY", "it is in use"],
  ["EDQUOT", "the disk quota is used up"],
  ["EEXIST", "there is something of that name"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "its symbolic links lead in a circle"],
  ["EMFILE", "too many files are open"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ENOENT", "there is nothing of that name"],
  ["ENOSPC", "no space left on the disk"],
  ["ENOTDIR", "a part of its path is a file, not a folder"],
  ["ENOTEMPTY", "the folder is not empty"],
  ["EPERM", "it is not permitted"],
  ["EROFS", "the disk is read-only"],
  ["EXDEV", "it lies on another disk"],
]);

/** Whether something thrown is a `FileError` with one of these codes; with none given, any `FileError`. */
export function isFileError(thrown: unknown, ...codes: readonly string[]): thrown is FileError {
  return thrown instanceof FileError && (codes.length === 0 || codes.includes(thrown.code));
}

/** What the disk gives; `undefined` where it refuses. */
export function whereAllowed<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (thrown) {
    if (isFileError(thrown)) return undefined;
    throw thrown;
  }
}
