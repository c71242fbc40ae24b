import { FileError, type FileSystem } from "../io/file-system.js";

/** A text file to make. */
export interface NewFile {
  /** Relative to the folder that it is made in, with `/`. */
  readonly path: string;
  readonly content: string;
}

/**
 * Write files that must not be there yet; either all are written or none.
 *
 * Throws a `FileError` `EEXIST` that names the first one that is there.
 *
 * @param folder - Absolute.
 */
export function writeNewFiles(fs: FileSystem, folder: string, files: readonly NewFile[]): void {
  for (const { path } of files) {
    const target = `${folder}/${path}`;
    if (fs.stat(target) !== undefined)
      throw new FileError("EEXIST", target, `${target} is there already; nothing was written.`);
  }
  for (const { path, content } of files) fs.write(`${folder}/${path}`, content);
}
