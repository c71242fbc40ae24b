import { coarsestClock } from "../io/clock.js";
import type { SiteFile } from "../io/site-reader.js";
import type { FilePath } from "../model/ids.js";

/** Remembers what was made of files for as long as they stay as they are. */
export class FileMemory<T> {
  readonly #known = new Map<
    FilePath,
    { readonly file: SiteFile; readonly value: T; readonly readAt: number }
  >();
  #files = new Map<FilePath, SiteFile>();
  #now = 0;

  /**
   * Forget what may have changed.
   *
   * @param files - The site's files as they are now.
   * @param changed - Files that were seen to change, which are read again whatever the disk says of them.
   * @param now - Milliseconds since 1970.
   */
  refresh(files: readonly SiteFile[], changed: ReadonlySet<FilePath>, now: number): void {
    this.#now = now;
    this.#files = new Map(files.map((file) => [file.path, file]));
    for (const [path, { file, readAt }] of this.#known) {
      const current = this.#files.get(path);
      const isSame =
        current?.size === file.size &&
        current.modified === file.modified &&
        !changed.has(path) &&
        isSettled(file, readAt);
      if (!isSame) this.#known.delete(path);
    }
  }

  /** What is known of a file. */
  get(path: FilePath): T | undefined {
    return this.#known.get(path)?.value;
  }

  /** Remember what was made of a file just now. */
  set(path: FilePath, value: T): void {
    const file = this.#files.get(path);
    if (file) this.#known.set(path, { file, value, readAt: this.#now });
  }
}

/** A file that was written just before it was read may have been written again in the same step of the clock. */
function isSettled({ modified }: SiteFile, readAt: number): boolean {
  return modified < readAt - coarsestClock || modified > readAt + coarsestClock;
}
