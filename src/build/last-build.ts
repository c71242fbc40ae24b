import type { Checked } from "../diagnostics/checked.js";
import { forgetCached, readCached, writeCached } from "../io/cache-file.js";
import type { FileSystem } from "../io/file-system.js";
import { readManifest } from "../io/output-manifest.js";
import type { KeptOutput } from "../io/output-stage.js";
import type { SiteFile } from "../io/site-reader.js";
import type { BuildOptions, CheckResult } from "./options.js";
import {
  fileAsRead,
  recordName,
  siteRecord,
  wouldBeTheSame,
  type FilesAsRead,
  type SiteAsMade,
  type SiteRecord,
} from "./site-record.js";

/** What a build that ended well leaves for the next one. */
interface BuildRecord extends SiteRecord, CheckResult {
  readonly outputs: readonly KeptOutput[];
}

/** The last build, where nothing that it was made from has changed since. */
export interface LastBuild extends CheckResult {
  readonly outputs: readonly KeptOutput[];
  /** The path at which the site lives. */
  readonly basePath: string;
}

/**
 * Find the last build of a site with these options, and whether it would be the same again.
 *
 * @param now - Milliseconds since 1970.
 * @param list - Lists the site's folder.
 * @returns `undefined` where the site has to be built.
 */
export function findLastBuild(
  fs: FileSystem,
  options: BuildOptions,
  now: number,
  list?: () => Checked<readonly SiteFile[]>,
): LastBuild | undefined {
  const record = readRecord(fs, options);
  return wouldBeTheSame(fs, options, record, now, list) ? record : undefined;
}

/** What there is to remember of a build. */
export interface FinishedBuild extends CheckResult, SiteAsMade, FilesAsRead {}

/** Remember a build that ended well. */
export function rememberBuild(fs: FileSystem, options: BuildOptions, build: FinishedBuild): void {
  const { found, diagnostics, counts, listedAt } = build;
  const name = recordName("build", options);
  const manifest = readManifest(fs, options.out ?? `${options.root}/dist`);
  const files = found.flatMap((file) => fileAsRead(fs, options.root, file, build) ?? []);
  if ("newerVersion" in manifest || files.length < found.length || found.length === 0) {
    forgetCached(fs, options.root, name);
    return;
  }
  const record: BuildRecord = {
    ...siteRecord(options, build, files, listedAt),
    diagnostics,
    counts,
    outputs: Array.from(manifest.entries, ([path, kept]) => ({ path, kept })),
  };
  writeCached(fs, options.root, name, record);
}

// The checksum says that the file is as this program wrote it, and `made` that it was this very program.
function readRecord(fs: FileSystem, options: BuildOptions): BuildRecord | undefined {
  const value = readCached(fs, options.root, recordName("build", options));
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is BuildRecord {
  return typeof value === "object" && value !== null && "made" in value;
}
