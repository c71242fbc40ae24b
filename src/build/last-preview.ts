import { wholeOf } from "../io/file-content.js";
import { isFileError, type FileSystem } from "../io/file-system.js";
import { hashOf } from "../model/hash.js";
import type { FeatureOrder } from "./feature-order.js";
import { KeptSite } from "./kept-site.js";
import type { SiteOptions } from "./options.js";
import { NotKept, type ServedOutput } from "./served-output.js";
import {
  fileStillAsRead,
  headOf,
  type FilesAsRead,
  type SiteAsMade,
  type SiteHead,
  type SiteRecord,
} from "./site-record.js";

/** What a preview writes down for the next one: what it has shown last. */
interface PreviewHead extends SiteHead {
  readonly shown: readonly ShownOutput[];
}

/** An output with its bytes. */
export interface ShownOutput {
  readonly path: string;
  /** SHA-256, base64url. */
  readonly hash: string;
  /** The bytes in Base64. @see RFC 4648 §4 */
  readonly bytes: string;
}

/** What the last preview of a site has shown. */
export interface LastPreview extends SiteRecord {
  readonly shown: readonly ShownOutput[];
  /** `undefined` where it is not known. */
  readonly order: () => FeatureOrder | undefined;
}

/** What the last preview of a site with these options has left, whether the site is another by now or not. */
export function readLastPreview(fs: FileSystem, options: SiteOptions): LastPreview | undefined {
  const kept = new KeptSite<PreviewHead>(fs, options, "preview");
  const { head } = kept;
  return head && { ...head, files: kept.files, order: () => kept.order };
}

/** What there is to remember of a preview. */
export interface SiteInPreview extends SiteAsMade, FilesAsRead {
  readonly order: FeatureOrder;
  readonly outputs: ReadonlyMap<string, ServedOutput>;
  /** Paths of the outputs that were shown, the last one first. */
  readonly shown: readonly string[];
}

/** Remember what a preview has shown. @param now - Milliseconds since 1970. */
export function rememberPreview(
  fs: FileSystem,
  options: SiteOptions,
  site: SiteInPreview,
  now: number,
): void {
  const kept = new KeptSite<PreviewHead>(fs, options, "preview");
  const files = site.found.flatMap((file) => fileStillAsRead(fs, options.root, file, site, now) ?? []);
  if (files.length < site.found.length || files.length === 0) kept.forget();
  else kept.keep({ head: { ...headOf(site, now), shown: shownOutputs(site) }, files, order: site.order });
}

/** Bytes that are written down. */
const room = 6_000_000;

function shownOutputs({ outputs, shown }: SiteInPreview): ShownOutput[] {
  let left = room;
  return shown.flatMap((path) => {
    const output = outputs.get(path);
    const bytes = output && bytesOf(output, left);
    // A file that is only copied is known by another mark; it is read from where it lies.
    if (!bytes || hashOf(bytes) !== output.hash) return [];
    left -= bytes.byteLength;
    return [{ path, hash: output.hash, bytes: Buffer.from(bytes).toString("base64") }];
  });
}

function bytesOf(output: ServedOutput, most: number): Uint8Array | undefined {
  try {
    const content = output.open();
    return content.size > most ? undefined : wholeOf(content);
  } catch (thrown) {
    if (thrown instanceof NotKept || isFileError(thrown)) return undefined;
    throw thrown;
  }
}
