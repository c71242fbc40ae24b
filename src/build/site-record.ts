import type { Checked } from "../diagnostics/checked.js";
import { coarsestClock } from "../io/clock.js";
import { isFileError, type FileSystem } from "../io/file-system.js";
import type { SiteFile } from "../io/site-reader.js";
import { hashOf } from "../model/hash.js";
import type { FilePath } from "../model/ids.js";
import { todayIn } from "./today.js";

/** What a site was made from besides its files, as it is written down for the next process. */
export interface SiteHead {
  /** The day that it was made in the site's time zone; `null` where the day makes no difference. */
  readonly today: string | null;
  readonly timezone: string;
  /** The path at which the site lives. */
  readonly basePath: string;
}

/** What a site was made from. */
export interface SiteRecord extends SiteHead {
  readonly files: readonly RecordedFile[];
}

/** A file of a site as it was found. */
export interface RecordedFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970; `null` where a later change might bear the same time. */
  readonly modified: number | null;
  /** SHA-256, base64url; `null` where it is not sure that these were the bytes that were read. */
  readonly hash: string | null;
}

/** What there is to write down of a site. */
export interface SiteAsMade {
  readonly timezone: string;
  readonly basePath: string;
  /** Whether another day alone would make another site. */
  readonly timed: boolean;
}

/** What to write down of a site. @param now - When it was listed, in milliseconds since 1970. */
export function headOf({ timezone, basePath, timed }: SiteAsMade, now: number): SiteHead {
  return { today: timed ? todayIn(timezone, now) : null, timezone, basePath };
}

/**
 * The files of a site that are others than when it was made, and nothing else has changed.
 *
 * Files whose size and time are as they were count as unchanged; of the others, the bytes decide, so that a fresh
 * checkout with a cache from elsewhere is as good as one's own.
 *
 * @param fs - The disk.
 * @param root - Absolute path of the site's folder.
 * @param record - Of the site as it was made.
 * @param now - Milliseconds since 1970.
 * @param listed - The files as they are.
 * @param most - How many files may differ.
 * @returns `undefined` where anything else differs: there are other files, or more changes.
 */
export function filesChangedSince(
  fs: FileSystem,
  root: string,
  record: SiteRecord,
  now: number,
  listed: Checked<readonly SiteFile[]>,
  most: number,
): readonly SiteFile[] | undefined {
  const { today, timezone, files } = record;
  const { value: found, diagnostics: unlisted } = listed;
  if (today !== null && today !== todayIn(timezone, now)) return undefined;
  if (unlisted.length > 0 || found?.length !== files.length) return undefined;
  const changed: SiteFile[] = [];
  for (const [at, file] of files.entries()) {
    const current = found[at];
    if (current?.path !== file.path) return undefined;
    if (isUnchanged(fs, root, file, current)) continue;
    changed.push(current);
    if (changed.length > most) return undefined;
  }
  return changed;
}

function isUnchanged(
  fs: FileSystem,
  root: string,
  before: RecordedFile,
  { path, size, modified }: SiteFile,
): boolean {
  if (size !== before.size) return false;
  if (modified === before.modified) return true;
  try {
    return before.hash !== null && hashOf(fs.read(`${root}/${path}`)) === before.hash;
  } catch (thrown) {
    if (isFileError(thrown)) return false;
    throw thrown;
  }
}

/** What was read of a site's files. */
export interface FilesAsRead {
  readonly found: readonly SiteFile[];
  /** SHA-256 of a file as it was read, base64url; `undefined` where it was not. */
  readonly hashOf: (file: FilePath) => string | undefined;
  /** When the site was listed, in milliseconds since 1970. */
  readonly listedAt: number;
}

/** Milliseconds that no step of any other disk takes. */
const usualClock = 100;

/** A file as a build has read it a moment ago. @returns `undefined` where it has changed since it was listed. */
export function fileAsRead(
  fs: FileSystem,
  root: string,
  file: SiteFile,
  { hashOf: knownHash, listedAt }: Pick<FilesAsRead, "hashOf" | "listedAt">,
): RecordedFile | undefined {
  const { path, size, modified } = file;
  try {
    const known = knownHash(path);
    const hash = known ?? hashOf(fs.read(`${root}/${path}`));
    const stat = known === undefined ? fs.stat(`${root}/${path}`) : file;
    if (stat?.size !== size || stat.modified !== modified) return undefined;
    const age = listedAt - modified;
    return {
      path,
      size,
      modified: age > coarsestClock ? modified : null,
      hash: age > usualClock ? hash : null,
    };
  } catch (thrown) {
    if (isFileError(thrown)) return undefined;
    throw thrown;
  }
}

/**
 * A file as a preview has read it some time ago.
 *
 * What was old when it was read is as it was found. What was saved shortly before is looked at once more: by now a
 * later change bears another time, so that what is the same now is what was read.
 *
 * @param now - Milliseconds since 1970.
 * @returns `undefined` where it has changed since it was read.
 */
export function fileStillAsRead(
  fs: FileSystem,
  root: string,
  { path, size, modified }: SiteFile,
  { hashOf: knownHash, listedAt }: Pick<FilesAsRead, "hashOf" | "listedAt">,
  now: number,
): RecordedFile | undefined {
  const hash = knownHash(path) ?? null;
  if (listedAt - modified > coarsestClock) return { path, size, modified, hash };
  try {
    const stat = fs.stat(`${root}/${path}`);
    if (stat?.size !== size || stat.modified !== modified) return undefined;
    if (hash !== null && hashOf(fs.read(`${root}/${path}`)) !== hash) return undefined;
    return { path, size, modified: now - modified > coarsestClock ? modified : null, hash };
  } catch (thrown) {
    if (isFileError(thrown)) return undefined;
    throw thrown;
  }
}
