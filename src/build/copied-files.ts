import { fileContent, type Content } from "../io/file-content.js";
import { FileError, isFileError, type FileSystem } from "../io/file-system.js";
import type { FilePath } from "../model/ids.js";
import type { ServedOutput } from "./served-output.js";

/** Files that a site has as they are. They are read when they are asked for. */
export class CopiedFiles {
  readonly #fs: FileSystem;
  readonly #root: string;
  /** How often each was seen to change since it was first served: within a tick of the disk's clock its time and size may stay the same. */
  readonly #changes = new Map<FilePath, number>();

  constructor(fs: FileSystem, root: string) {
    this.#fs = fs;
    this.#root = root;
  }

  /** Take note of files that were seen to change. */
  saw(files: readonly FilePath[]): void {
    for (const file of files) {
      const before = this.#changes.get(file);
      if (before !== undefined) this.#changes.set(file, before + 1);
    }
  }

  /** A file as it is to be served. */
  of(file: FilePath): ServedOutput {
    if (!this.#changes.has(file)) this.#changes.set(file, 0);
    const open = (): Content => {
      const path = `${this.#root}/${file}`;
      // A link that leads out was refused when the site was read, but may have come since then.
      if (!this.#isInside(path)) throw FileError.of("ENOENT", "read", path);
      const content = fileContent(this.#fs, path);
      return { ...content, mark: `${content.mark}-${this.#changes.get(file) ?? 0}` };
    };
    return { hash: markOf(open), open };
  }

  #isInside(path: string): boolean {
    const folder = this.#fs.realPath(this.#root);
    return folder !== undefined && (this.#fs.realPath(path)?.startsWith(`${folder}/`) ?? false);
  }
}

/** Empty where the file is gone by now. */
function markOf(open: () => Content): string {
  try {
    return open().mark;
  } catch (thrown) {
    if (isFileError(thrown)) return "";
    throw thrown;
  }
}
