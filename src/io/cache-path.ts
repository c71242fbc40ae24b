import type { FileSystem } from "./file-system.js";

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
