import { isIgnoredFile } from "../content/ignored-file.js";
import { whereAllowed, type FileStat, type FileSystem } from "../io/file-system.js";
import { listSite, type SiteFile } from "../io/site-reader.js";
import { hashOf } from "../model/hash.js";
import { filePath, type FilePath } from "../model/ids.js";

/** What a look at the disk found. */
export interface Look {
  /** Files whose content is another than at the look before; those that came or went, too. */
  readonly changed: readonly FilePath[];
  /** Files that are gone or empty all of a sudden: most likely in the middle of being saved. To be looked at again. */
  readonly doubtful: readonly FilePath[];
}

/** What the last build has read. */
export interface LastRead {
  /** A file as the disk described it before it was read; `undefined` where it was not there. */
  readonly fileOf: (path: FilePath) => SiteFile | undefined;
  /** SHA-256 of what was read, base64url; `undefined` where that is not known. */
  readonly hashOf: (path: FilePath) => string | undefined;
}

/** Everything, rather than certain files. */
export const everything = Symbol("everything");

/**
 * What is known of the files of a site: whether one has changed is decided by its content, not by who said so.
 *
 * A watcher's word is only a reason to look. What it says twice, or of a file that was only touched, makes no work. A
 * build may come to read a file that is another for a moment only, between two looks: what it read counts as well.
 */
export class KnownFiles {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #known = new Map<FilePath, Known>();
  readonly #doubtedSince = new Map<FilePath, number>();
  readonly #lastRead: LastRead | undefined;
  /** How a file differed from what was read of it the last time: that is said once. */
  readonly #differed = new Map<FilePath, string>();

  /**
   * @param root - Absolute path of the site's folder.
   * @param lastRead - Of the site that is shown.
   */
  constructor(fs: FileSystem, root: string, lastRead?: LastRead) {
    this.#fs = fs;
    this.#root = root;
    this.#lastRead = lastRead;
  }

  /**
   * Get to know all files, reading none; none of them counts as changed.
   *
   * @param found - As they were listed before the site was read; absent means as they are now.
   */
  takeStock(found?: readonly SiteFile[]): void {
    const listed = found ? stampsOf(found) : this.#listed();
    for (const [path, stamp] of listed) this.#known.set(path, { stamp, hash: undefined, size: 1 });
  }

  /** Whether a file was ever there. */
  knows(path: FilePath): boolean {
    return this.#known.has(path);
  }

  /**
   * See what has changed since the last look.
   *
   * @param paths - Files and folders to look at.
   * @param now - Milliseconds, from any point.
   */
  look(paths: Iterable<FilePath> | typeof everything, now: number): Look {
    const named = paths === everything ? [] : [...paths];
    const seen = new Map(named.map((path) => [path, this.#stat(path)]));
    if (paths === everything || this.#isAboutFolders(seen)) {
      const listed = this.#listed();
      for (const [path, { stamp }] of this.#known) if (listed.get(path) !== stamp) seen.set(path, undefined);
      for (const [path, stamp] of listed) {
        if (this.#known.get(path)?.stamp !== stamp || seen.has(path)) seen.set(path, this.#stat(path));
      }
    }
    const changed: FilePath[] = [];
    const doubtful: FilePath[] = [];
    for (const [path, stat] of seen) {
      if (stat?.kind === "folder") continue;
      const verdict = this.#judge(path, stat, now);
      if (verdict === "changed") changed.push(path);
      if (verdict === "doubtful") doubtful.push(path);
    }
    return { changed, doubtful };
  }

  #judge(path: FilePath, stat: FileStat | undefined, now: number): "changed" | "doubtful" | "same" {
    const before = this.#known.get(path);
    if (before?.size !== 0 && !stat?.size) {
      const since = this.#doubtedSince.get(path) ?? now;
      this.#doubtedSince.set(path, since);
      if (now - since < patience) return "doubtful";
    }
    this.#doubtedSince.delete(path);
    if (!stat) {
      // A build may have read what came and went between two looks, so even that is a change, once.
      this.#known.set(path, gone);
      return before === gone && this.#isAsRead(path) ? "same" : "changed";
    }
    const hash = this.#hashOf(path, stat);
    this.#known.set(path, { stamp: stampOf(stat), hash, size: stat.size });
    return before?.hash === hash && this.#isAsRead(path, { stat, hash }) ? "same" : "changed";
  }

  /** Whether a file is as the last build has read it, or differs as it did before that. */
  #isAsRead(path: FilePath, now?: { readonly stat: FileStat; readonly hash: string }): boolean {
    if (!this.#lastRead) return true;
    const file = this.#lastRead.fileOf(path);
    const hash = this.#lastRead.hashOf(path);
    const before = file && (hash ?? `${file.size} ${file.modified}`);
    const after = now && (hash === undefined ? `${now.stat.size} ${now.stat.modified}` : now.hash);
    if (before === after) {
      this.#differed.delete(path);
      return true;
    }
    const difference = `${before ?? ""} ${after ?? ""}`;
    if (this.#differed.get(path) === difference) return true;
    this.#differed.set(path, difference);
    return false;
  }

  /** Whether folders came, went or were renamed, or a name changed in its case only: then only a listing tells. */
  #isAboutFolders(seen: ReadonlyMap<FilePath, FileStat | undefined>): boolean {
    const folded = new Set<string>();
    for (const [path, stat] of seen) {
      const key = path.normalize("NFC").toLowerCase();
      if (stat?.kind === "folder" || folded.has(key)) return true;
      folded.add(key);
      if (stat === undefined && !this.#known.has(path)) {
        for (const known of this.#known.keys()) if (known.startsWith(`${path}/`)) return true;
      }
    }
    return false;
  }

  #listed(): ReadonlyMap<FilePath, string> {
    return stampsOf(listSite(this.#fs, this.#root).value ?? []);
  }

  /** A link to nothing is something, too: it is reported, and no longer once it is gone. */
  #stat(path: FilePath): FileStat | undefined {
    const absolute = `${this.#root}/${path}`;
    const stat = whereAllowed(() => this.#fs.stat(absolute));
    if (stat || this.#known.has(path)) return stat;
    const slash = absolute.lastIndexOf("/");
    const entries = whereAllowed(() => this.#fs.list(absolute.slice(0, slash))) ?? [];
    const isThere = entries.some(({ name, kind }) => kind === "link" && name === absolute.slice(slash + 1));
    return isThere ? { kind: "other", size: 1, modified: 0 } : undefined;
  }

  /** Within one tick of the disk's clock a file can change and keep its time and size; its bytes tell. */
  #hashOf(path: FilePath, stat: FileStat): string {
    // What a link to elsewhere leads to is not opened, as when the site is read.
    if (stat.kind !== "file" || !this.#isInside(path)) return stampOf(stat);
    if (stat.size > largestRead) return `${stat.size} ${stat.modified}`;
    const bytes = whereAllowed(() => this.#fs.read(`${this.#root}/${path}`));
    return bytes === undefined ? "unreadable" : hashOf(bytes);
  }

  #isInside(path: FilePath): boolean {
    const folder = whereAllowed(() => this.#fs.realPath(this.#root));
    const real = whereAllowed(() => this.#fs.realPath(`${this.#root}/${path}`));
    return folder !== undefined && (real?.startsWith(`${folder}/`) ?? false);
  }

  /** A listing names what it found by time and size. */
  static stampsOf(fs: FileSystem, root: string): ReadonlyMap<FilePath, string> {
    return new KnownFiles(fs, root).#listed();
  }
}

interface Known {
  readonly stamp: string;
  /** `undefined` where the file was not read yet. */
  readonly hash: string | undefined;
  /** Bytes; 1 where nobody asked. */
  readonly size: number;
}

const gone: Known = { stamp: "gone", hash: undefined, size: 0 };

/** How long a file may be gone or empty before that is believed, in milliseconds. */
const patience = 50;

/** What is larger is a recording, and is known by its time and size, in bytes. */
const largestRead = 4_000_000;

function stampsOf(files: readonly SiteFile[]): ReadonlyMap<FilePath, string> {
  const own = files.filter(({ path }) => !isIgnoredFile(path));
  return new Map(own.map(({ path, size, modified }) => [path, stampOf({ kind: "file", size, modified })]));
}

function stampOf({ kind, size, modified }: FileStat): string {
  return `${kind} ${size} ${modified}`;
}

/** A path inside the site as a `FilePath`, or `undefined` for what is none of the site's files. */
export function watchedPath(path: string): FilePath | undefined {
  const [top] = path.split("/");
  return (top === "content" || top === "templates") && !isIgnoredFile(path) ? filePath(path) : undefined;
}
