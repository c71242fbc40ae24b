import { coarsestClock } from "../io/clock.js";
import type { SiteFile } from "../io/site-reader.js";
import type { FilePath } from "../model/ids.js";
import type { RecordStore } from "./site-records.js";

/** What was made of a file that was as the disk says. */
export interface FileRecord<T> {
  readonly size: number;
  readonly modified: number;
  readonly value: T;
}

/** Remembers what was made of files for as long as they stay as they are. */
export class FileMemory<T> {
  readonly #records: RecordStore<FileRecord<T>> | undefined;
  readonly #known = new Map<
    FilePath,
    { readonly file: SiteFile; readonly value: T; readonly readAt: number }
  >();
  #files = new Map<FilePath, SiteFile>();
  #changed = new Set<FilePath>();
  #now = 0;

  /** @param records - Of earlier processes. */
  constructor(records?: RecordStore<FileRecord<T>>) {
    this.#records = records;
  }

  /**
   * Forget what may have changed.
   *
   * @param files - The site's files as they are now.
   * @param changed - Files that were seen to change, which are read again whatever the disk says of them.
   * @param now - Milliseconds since 1970.
   */
  refresh(files: readonly SiteFile[], changed: ReadonlySet<FilePath>, now: number): void {
    this.#now = now;
    this.#changed = new Set(changed);
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

  /** Forget one file that was seen to change. @param now - Milliseconds since 1970. */
  forget(file: SiteFile, now: number): void {
    this.#now = now;
    this.#changed.add(file.path);
    this.#files.set(file.path, file);
    this.#known.delete(file.path);
  }

  /** A file as the disk described it before it was read. */
  fileOf(path: FilePath): SiteFile | undefined {
    return this.#files.get(path);
  }

  /** What is known of a file. */
  get(path: FilePath): T | undefined {
    return (this.#known.get(path) ?? this.#recorded(path))?.value;
  }

  /** Remember what was made of a file just now. */
  set(path: FilePath, value: T): void {
    const file = this.#files.get(path);
    if (!file) return;
    this.#known.set(path, { file, value, readAt: this.#now });
    const { size, modified } = file;
    if (isSettled(file, this.#now)) this.#records?.set(path, JSON.stringify({ size, modified, value }));
  }

  /** Take what was made of a file elsewhere, as it was recorded there; nothing where the file is another here. */
  adopt(path: FilePath, text: string): void {
    // Written by `set`.
    const { size, modified, value } = JSON.parse(text) as FileRecord<T>;
    const file = this.#files.get(path);
    if (file?.size === size && file.modified === modified) this.set(path, value);
  }

  #recorded(path: FilePath): FileRecord<T> | undefined {
    if (this.#changed.has(path)) return undefined;
    const file = this.#files.get(path);
    const record = file && this.#records?.get(path);
    if (record?.size !== file?.size || record?.modified !== file?.modified) return undefined;
    if (file && record) this.#known.set(path, { file, value: record.value, readAt: Infinity });
    return record;
  }
}

/** A file that was written just before it was read may have been written again in the same step of the clock. */
function isSettled({ modified }: SiteFile, readAt: number): boolean {
  return modified < readAt - coarsestClock || modified > readAt + coarsestClock;
}
