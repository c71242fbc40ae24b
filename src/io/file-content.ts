import { FileError, type FileSystem } from "./file-system.js";

/** Bytes that are had in parts: those of a recording are never in memory all at once. */
export interface Content {
  /** In bytes. */
  readonly size: number;
  /** Differs where the bytes differ; fit to be an entity tag. */
  readonly mark: string;
  /**
   * The bytes from `start` up to `end`, which is not included; fewer where the file has become shorter. Throws a
   * `FileError` where it is gone.
   */
  readonly part: (start: number, end: number) => Uint8Array;
}

/**
 * A file as it is at this moment, unread.
 *
 * Its mark is made of its time and size. Throws a `FileError` where there is no such file.
 */
export function fileContent(fs: FileSystem, path: string): Content {
  const stat = fs.stat(path);
  if (stat?.kind !== "file") throw FileError.of(stat ? "EISDIR" : "ENOENT", "read", path);
  const { size, modified } = stat;
  return {
    size,
    mark: `${size.toString(36)}-${modified.toString(36)}`,
    part: (start, end) => fs.readPart(path, start, end),
  };
}

/** Bytes that are in memory. @param mark - Differs where they differ. */
export function bytesContent(bytes: Uint8Array, mark: string): Content {
  return { size: bytes.byteLength, mark, part: (start, end) => bytes.subarray(start, end) };
}

/** All bytes of it. */
export function wholeOf({ size, part }: Content): Uint8Array {
  return part(0, size);
}
