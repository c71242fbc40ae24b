import { bytesContent } from "../io/file-content.js";
import { whereAllowed, type FileSystem } from "../io/file-system.js";
import type { KeptOutput } from "../io/output-manifest.js";
import { hashOf } from "../model/hash.js";
import { readLastBuild } from "./last-build.js";
import { readLastPreview, type ShownOutput } from "./last-preview.js";
import type { SiteOptions } from "./options.js";
import { NotKept, servedBytes, type ServedOutput } from "./served-output.js";

/** A site as earlier runs have left it, whether its files have changed since or not. */
export interface EarlierSite {
  /** The path at which it lives. */
  readonly basePath: string;
  readonly outputs: ReadonlyMap<string, ServedOutput>;
}

/**
 * The last good site that is on the disk, for as long as there is no other: what the last preview has shown, and what
 * the last build has left in the output folder.
 */
export function earlierSite(fs: FileSystem, options: SiteOptions): EarlierSite | undefined {
  const build = readLastBuild(fs, options);
  const preview = readLastPreview(fs, options);
  const basePath = (preview ?? build)?.basePath;
  if (basePath === undefined) return undefined;
  const written = build?.basePath === basePath ? build.outputs : [];
  const outputs = new Map([
    ...written.flatMap((output) =>
      output.kept.size > largest ? [] : [writtenOutput(fs, options.root, output)],
    ),
    ...(preview?.shown ?? []).map(shownOutput),
  ]);
  return { basePath, outputs };
}

/** What is larger is a recording or a picture, and is served once the site is read, in bytes. */
export const largest = 2_000_000;

/** An output that a preview has written down with its bytes. */
export function shownOutput({ path, bytes, hash }: ShownOutput): readonly [string, ServedOutput] {
  return [path, servedBytes(Buffer.from(bytes, "base64"), hash)];
}

/** An output in the output folder, which has to be what the build wrote by the time that it is asked for. */
function writtenOutput(
  fs: FileSystem,
  root: string,
  { path, kept: { hash } }: KeptOutput,
): readonly [string, ServedOutput] {
  const open = () => {
    const bytes = readWritten(fs, root, path, hash);
    if (!bytes) throw new NotKept(path, "The output folder has another by now");
    return bytesContent(bytes, hash);
  };
  return [path, { hash, open }];
}

/** The bytes of a file in the output folder; `undefined` where they are not those that a build wrote. */
export function readWritten(
  fs: FileSystem,
  root: string,
  path: string,
  hash: string,
): Uint8Array | undefined {
  const bytes = whereAllowed(() => fs.read(`${root}/dist/${path}`));
  return bytes && hashOf(bytes) === hash ? bytes : undefined;
}
