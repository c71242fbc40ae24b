import { whereAllowed, type FileSystem } from "../io/file-system.js";
import {
  readManifest,
  stampOfManifest,
  type KeptOutput,
  type Manifest,
  type ManifestEntry,
} from "../io/output-manifest.js";
import type { FilePath } from "../model/ids.js";
import type { FeatureOrder } from "./feature-order.js";
import { KeptSite } from "./kept-site.js";
import type { BuildOptions, CheckResult } from "./options.js";
import {
  fileAsRead,
  headOf,
  type FilesAsRead,
  type RecordedFile,
  type SiteAsMade,
  type SiteHead,
  type SiteRecord,
} from "./site-record.js";

/** What is written down of a build that ended well. */
interface BuildHead extends SiteHead, CheckResult {
  /** Differs where the output folder has others of this program's files. @see stampOfManifest */
  readonly manifest: string;
}

/** The last build of a site that ended well. */
export interface LastBuild extends SiteRecord, CheckResult {
  readonly outputs: readonly KeptOutput[];
  /** What the bytes of an output are. */
  readonly outputOf: (path: string) => ManifestEntry | undefined;
  /** `undefined` where it is not known. */
  readonly order: () => FeatureOrder | undefined;
  readonly kept: KeptSite<BuildHead>;
}

/**
 * What the last build with these options has left, whether the site is another by now or not.
 *
 * @returns `undefined` where there was none, or where the output folder is not as it left it.
 */
export function readLastBuild(fs: FileSystem, options: BuildOptions): LastBuild | undefined {
  const kept = new KeptSite<BuildHead>(fs, options, "build");
  const { head } = kept;
  const manifest = head && manifestIn(fs, options);
  if (!head || !manifest || stampOfManifest(manifest) !== head.manifest) return undefined;
  const outputs = Array.from(manifest.entries, ([path, entry]) => ({ path, kept: entry }));
  const outputOf = (path: string): ManifestEntry | undefined => manifest.entries.get(path);
  return { ...head, files: kept.files, outputs, outputOf, order: () => kept.order, kept };
}

/** What there is to remember of a build. */
export interface FinishedBuild extends CheckResult, SiteAsMade, FilesAsRead {
  readonly order: FeatureOrder;
}

/** Remember a build that ended well. */
export function rememberBuild(fs: FileSystem, options: BuildOptions, build: FinishedBuild): void {
  const { found, diagnostics, counts, order, listedAt } = build;
  const kept = new KeptSite<BuildHead>(fs, options, "build");
  const manifest = manifestIn(fs, options);
  const files = found.flatMap((file) => fileAsRead(fs, options.root, file, build) ?? []);
  if (!manifest || files.length < found.length || found.length === 0) kept.forget();
  else {
    const head = {
      ...headOf(build, listedAt),
      diagnostics,
      counts,
      manifest: stampOfManifest(manifest),
    };
    kept.keep({ head, files, order });
  }
}

/** What another build has changed that only made some texts anew. */
export interface TextsChanged {
  /** `undefined` for a file that changed once more. */
  readonly files: readonly (RecordedFile | undefined)[];
  /** What was understood of editions, by their first files. */
  readonly fingerprints: ReadonlyMap<FilePath, string>;
}

/** Remember a build after which nothing is another but some texts, and the outputs that show them. */
export function rememberTexts(
  fs: FileSystem,
  options: BuildOptions,
  { kept }: LastBuild,
  { files, fingerprints }: TextsChanged,
): void {
  const { head } = kept;
  const manifest = manifestIn(fs, options);
  const read = files.filter((file) => file !== undefined);
  if (!head || !manifest || read.length < files.length) kept.forget();
  else kept.amend({ head: { ...head, manifest: stampOfManifest(manifest) }, files: read, fingerprints });
}

function manifestIn(fs: FileSystem, { root, out = `${root}/dist` }: BuildOptions): Manifest | undefined {
  const manifest = whereAllowed(() => readManifest(fs, out));
  return manifest && "entries" in manifest ? manifest : undefined;
}
