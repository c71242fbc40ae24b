import type { Checked } from "../diagnostics/checked.js";
import type { FileSystem } from "../io/file-system.js";
import { listSite, type SiteFile } from "../io/site-reader.js";
import { hashOf } from "../model/hash.js";
import { largest, readWritten, shownOutput } from "./earlier-site.js";
import type { FeatureOrder } from "./feature-order.js";
import { readLastBuild, type LastBuild } from "./last-build.js";
import { readLastPreview, type LastPreview } from "./last-preview.js";
import type { SiteOptions } from "./options.js";
import type { EarlierOutputs } from "./site-rendering.js";
import { filesChangedSince, type SiteRecord } from "./site-record.js";
import { servedBytes, type ServedOutput } from "./served-output.js";

/** A site as the last build or preview left it, of which nothing has changed since. */
export interface LastSite {
  /** The path at which the site lives. */
  readonly basePath: string;
  /** An output by its path; `undefined` where it is not known, though the site may have it. */
  readonly get: (path: string) => ServedOutput | undefined;
  /** Differs where a file of the site came, went, or had another size or time when this was found. */
  readonly stamp: string;
}

/** The same as it was found on the disk. */
export interface FoundSite extends LastSite {
  /** Its files. */
  readonly listed: Checked<readonly SiteFile[]>;
  /** When they were listed, in milliseconds since 1970. */
  readonly listedAt: number;
  /** The order of its features; `undefined` where it is not known. */
  readonly order: () => FeatureOrder | undefined;
  /** What a build has made; `undefined` where none has. */
  readonly outputs: EarlierOutputs | undefined;
}

/**
 * Find what is known of a site without reading any of it: the pages that the last preview has shown, and those that the
 * last build left in the output folder, as long as they are still what it wrote.
 *
 * Only the site's folder is listed; where a file differs, nothing is known.
 *
 * @param now - Milliseconds since 1970.
 */
export function findLastSite(fs: FileSystem, options: SiteOptions, now: number): FoundSite | undefined {
  const last = { preview: readLastPreview(fs, options), build: readLastBuild(fs, options) };
  if (!last.preview && !last.build) return undefined;
  const listed = listSite(fs, options.root);
  const isSame = (record: SiteRecord): boolean =>
    filesChangedSince(fs, options.root, record, now, listed, 0) !== undefined;
  const preview = last.preview && isSame(last.preview) ? last.preview : undefined;
  const build = last.build && isSame(last.build) ? last.build : undefined;
  const some = preview ?? build;
  if (!some) return undefined;
  const shown = shownBy(preview);
  const written = writtenBy(build, fs, options.root);
  return {
    basePath: some.basePath,
    get: (path) => shown(path) ?? written(path),
    stamp: stampOf(listed),
    listed,
    listedAt: now,
    order: some.order,
    outputs: build,
  };
}

function shownBy(preview: LastPreview | undefined): LastSite["get"] {
  const known = new Map(preview?.shown.map(shownOutput));
  return (path) => known.get(path);
}

function writtenBy(build: LastBuild | undefined, fs: FileSystem, root: string): LastSite["get"] {
  const known = new Map(build?.outputs.map(({ path, kept }) => [path, kept]));
  return (path) => {
    const kept = known.get(path);
    if (!kept || kept.size > largest) return undefined;
    const bytes = readWritten(fs, root, path, kept.hash);
    return bytes && servedBytes(bytes, kept.hash);
  };
}

/** A text that differs where a file came, went, or has another size or time. */
export function stampOf({ value = [], diagnostics }: Checked<readonly SiteFile[]>): string {
  const files = value.map(({ path, size, modified }) => `${path} ${size} ${modified}`);
  return hashOf([...diagnostics.map(({ message }) => message), ...files].join("\n"));
}
