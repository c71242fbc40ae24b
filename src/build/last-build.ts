import { forgetCached, readCached, writeCached } from "../io/cache-file.js";
import { coarsestClock } from "../io/clock.js";
import { isFileError, type FileSystem } from "../io/file-system.js";
import { readManifest } from "../io/output-manifest.js";
import type { KeptOutput } from "../io/output-stage.js";
import type { FilePath } from "../model/ids.js";
import { programIdentity } from "../io/program-identity.js";
import { listSite, type SiteFile } from "../io/site-reader.js";
import { hashOf } from "../model/hash.js";
import type { BuildOptions, CheckResult } from "./options.js";
import { todayIn } from "./today.js";

/** What a build that ended well leaves for the next one. */
interface BuildRecord extends CheckResult {
  /** Differs where the program or what it was asked for does. */
  readonly made: string;
  /** The day of the build in the site's time zone; `null` where the day makes no difference. */
  readonly today: string | null;
  readonly timezone: string;
  readonly files: readonly RecordedFile[];
  readonly outputs: readonly KeptOutput[];
}

/** A file of the site as the build found it. */
interface RecordedFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970; `null` where a later change might bear the same time. */
  readonly modified: number | null;
  /** SHA-256; `null` where it is not sure that these were the bytes that the build read. */
  readonly hash: string | null;
}

/** The last build, where nothing that it was made from has changed since. */
export interface LastBuild extends CheckResult {
  readonly outputs: readonly KeptOutput[];
}

/**
 * Find the last build of a site with these options, and whether it would be the same again.
 *
 * Files whose size and time are as they were count as unchanged; of the others, the bytes decide, so that a fresh
 * checkout with a cache from elsewhere is as good as one's own.
 *
 * @returns `undefined` where the site has to be built.
 */
export function findLastBuild(fs: FileSystem, options: BuildOptions, now: number): LastBuild | undefined {
  const record = readRecord(fs, options);
  if (record?.made !== madeWith(options)) return undefined;
  const { today, timezone, files, diagnostics, counts, outputs } = record;
  if (today !== null && today !== todayIn(timezone, now)) return undefined;
  const { value: found, diagnostics: unlisted } = listSite(fs, options.root);
  if (unlisted.length > 0 || found?.length !== files.length) return undefined;
  const isSame = files.every((file, at) => {
    const current = found[at];
    return current !== undefined && isUnchanged(fs, options.root, file, current);
  });
  return isSame ? { diagnostics, counts, outputs } : undefined;
}

/** What there is to remember of a build. */
export interface FinishedBuild extends CheckResult {
  readonly found: readonly SiteFile[];
  /** SHA-256 of a file as the build read it, base64url; `undefined` where it did not. */
  readonly hashOf: (file: FilePath) => string | undefined;
  readonly timezone: string;
  /** Whether something is waiting for its day, or for its last one. */
  readonly timed: boolean;
  /** When the site was listed, in milliseconds since 1970. */
  readonly listedAt: number;
}

/** Remember a build that ended well. */
export function rememberBuild(fs: FileSystem, options: BuildOptions, build: FinishedBuild): void {
  const { found, timezone, timed, diagnostics, counts, listedAt } = build;
  const manifest = readManifest(fs, options.out ?? `${options.root}/dist`);
  const files = found.flatMap((file) => recordOf(fs, options.root, file, build) ?? []);
  if ("newerVersion" in manifest || files.length < found.length || found.length === 0) {
    forgetCached(fs, options.root, nameOf(options));
    return;
  }
  const record: BuildRecord = {
    made: madeWith(options),
    today: timed ? todayIn(timezone, listedAt) : null,
    timezone,
    files,
    diagnostics,
    counts,
    outputs: Array.from(manifest.entries, ([path, kept]) => ({ path, kept })),
  };
  writeCached(fs, options.root, nameOf(options), record);
}

/** Milliseconds that no step of any other disk takes. */
const usualClock = 100;

/** @returns `undefined` where the file has changed since it was listed. */
function recordOf(
  fs: FileSystem,
  root: string,
  file: SiteFile,
  { hashOf: knownHash, listedAt }: FinishedBuild,
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

function isUnchanged(
  fs: FileSystem,
  root: string,
  before: RecordedFile,
  { path, size, modified }: SiteFile,
): boolean {
  if (path !== before.path || size !== before.size) return false;
  if (modified === before.modified) return true;
  try {
    return before.hash !== null && hashOf(fs.read(`${root}/${path}`)) === before.hash;
  } catch (thrown) {
    if (isFileError(thrown)) return false;
    throw thrown;
  }
}

// The checksum says that the file is as this program wrote it, and `made` that it was this very program.
function readRecord(fs: FileSystem, options: BuildOptions): BuildRecord | undefined {
  const value = readCached(fs, options.root, nameOf(options));
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is BuildRecord {
  return typeof value === "object" && value !== null && "made" in value;
}

/** Builds with other options are remembered side by side. */
function nameOf(options: BuildOptions): string {
  return `build-${hashOf(choices(options)).slice(0, 8)}.json`;
}

function madeWith(options: BuildOptions): string {
  return hashOf(`${programIdentity()}\n${choices(options)}`);
}

function choices({ root, base, drafts, parser, out }: BuildOptions): string {
  const beside = out?.startsWith(`${root}/`) === true ? out.slice(root.length) : out;
  return JSON.stringify([base ?? null, drafts ?? false, parser ?? "fast", beside ?? "/dist"]);
}
