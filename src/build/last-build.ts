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
  type RecordedFile,
  type SiteAsMade,
  type SiteRecord,
} from "./site-record.js";

/** What a build that ended well leaves for the next one. */
export interface BuildRecord extends SiteRecord, CheckResult {
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
  const record = readLastBuild(fs, options);
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

/** What the last build with these options has left, whether the site is another by now or not. */
export function readLastBuild(fs: FileSystem, options: BuildOptions): BuildRecord | undefined {
  const value = readCached(fs, options.root, recordName("build", options));
  // The checksum says that the file is as this program wrote it, and `made` that it was this very program.
  return isRecord(value) ? value : undefined;
}

/** Remember a build after which nothing is another but these outputs and files; `undefined` for one that changed again. */
export function rememberChanges(
  fs: FileSystem,
  options: BuildOptions,
  record: BuildRecord,
  {
    files,
    outputs,
  }: { readonly files: readonly (RecordedFile | undefined)[]; readonly outputs: readonly KeptOutput[] },
): void {
  const name = recordName("build", options);
  const read = files.filter((file) => file !== undefined);
  if (read.length < files.length) {
    forgetCached(fs, options.root, name);
    return;
  }
  const newFiles = new Map(read.map((file) => [file.path, file]));
  const newOutputs = new Map(outputs.map((output) => [output.path, output]));
  writeCached(fs, options.root, name, {
    ...record,
    files: record.files.map((file) => newFiles.get(file.path) ?? file),
    outputs: record.outputs.map((output) => newOutputs.get(output.path) ?? output),
  } satisfies BuildRecord);
}

function isRecord(value: unknown): value is BuildRecord {
  return typeof value === "object" && value !== null && "made" in value;
}
