import { hashOf } from "../model/hash.js";
import { isFileError, type FileSystem } from "./file-system.js";

/**
 * What a site keeps from one run to the next: in `.colloquy` in its folder, which tells version control to leave it
 * alone. It may be deleted at any time.
 */
const cacheFolder = ".colloquy";

/** Where a kept file lies. @param root - Absolute path of the site's folder. */
export function cachePath(root: string, name: string): string {
  return `${root}/${cacheFolder}/${name}`;
}

/** Tell version control to leave what is kept alone. Throws a `FileError` where the disk refuses. */
export function keepOutOfVersionControl(fs: FileSystem, root: string): void {
  const path = cachePath(root, ".gitignore");
  if (fs.stat(path) === undefined) fs.write(path, "*\n");
}

/**
 * Read a value that was kept.
 *
 * @param root - Absolute path of the site's folder.
 * @returns `undefined` where there is none, or where the file is not as it was written.
 */
export function readCached(fs: FileSystem, root: string, name: string): unknown {
  try {
    const text = new TextDecoder().decode(fs.read(cachePath(root, name)));
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return text.slice(0, end) === hashOf(body) ? JSON.parse(body) : undefined;
  } catch (thrown) {
    if (isFileError(thrown) || thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/** Keep a value that JSON can write. A disk that refuses makes the next run slower, and no more than that. */
export function writeCached(fs: FileSystem, root: string, name: string, value: unknown): void {
  const body = JSON.stringify(value);
  const path = cachePath(root, name);
  try {
    keepOutOfVersionControl(fs, root);
    fs.write(`${path}.new`, `${hashOf(body)}\n${body}`);
    fs.rename(`${path}.new`, path);
  } catch (thrown) {
    if (!isFileError(thrown)) throw thrown;
  }
}

/** Forget a value that was kept. */
export function forgetCached(fs: FileSystem, root: string, name: string): void {
  try {
    fs.remove(cachePath(root, name));
  } catch (thrown) {
    if (!isFileError(thrown)) throw thrown;
  }
}
