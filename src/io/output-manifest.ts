import { hashOf } from "../model/hash.js";
import { isFileError, type FileSystem } from "./file-system.js";
import { manifestName, requireInside } from "./output-path.js";

/** What was written under one path. */
export interface ManifestEntry {
  /** SHA-256, base64url. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** An output that is said to be in the output folder already, just as it would be made. */
export interface KeptOutput {
  readonly path: string;
  readonly kept: ManifestEntry;
}

/** The files in an output folder that are this generator's own. */
export interface Manifest {
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  /** When it was written, in milliseconds since 1970: what is older in the folder was not changed since. */
  readonly written: number;
  /** Its text as it lies in the folder, to tell whether it needs writing. */
  readonly text: string;
}

/** A manifest of a version that this program does not know. */
export interface NewerManifest {
  readonly newerVersion: number;
}

/** What was read or written last: a build looks at the same manifest several times. */
let latest: Pick<Manifest, "entries" | "text"> | undefined;

// The manifest lies in the output folder, not beside it: which files are the generator's own is a fact about that
// folder, and has to travel with it when it is moved, cloned as a branch for publishing, or deleted. It names only
// files that are public anyway. It holds no times, so that the same site has the same bytes wherever it is built;
// "changed since" is answered by comparing a file's time with the manifest's own, as make does.

/**
 * Read which files of an output folder are the generator's own.
 *
 * @returns An empty manifest where there is none or it is damaged: every file then counts as someone else's.
 */
export function readManifest(fs: FileSystem, out: string): Manifest | NewerManifest {
  const none: Manifest = { entries: new Map(), written: 0, text: "" };
  const path = `${out}/${manifestName}`;
  try {
    const stat = fs.stat(path);
    if (stat?.kind !== "file") return none;
    const text = new TextDecoder().decode(fs.read(path));
    if (text === latest?.text) return { ...latest, written: stat.modified };
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed)) return none;
    const version = parsed["version"];
    if (typeof version === "number" && version > 1) return { newerVersion: version };
    const entries = readEntries(parsed["files"]);
    if (!entries) return none;
    latest = { entries, text };
    return { ...latest, written: stat.modified };
  } catch (thrown) {
    if (thrown instanceof SyntaxError || isFileError(thrown, "ENOENT", "ENOTDIR")) return none;
    throw thrown;
  }
}

/**
 * Whether an output folder has an output just as it would be made. A file that is not older than the manifest may have
 * been changed since, and is read to see.
 */
export function hasOutput(
  fs: FileSystem,
  out: string,
  { entries, written }: Manifest,
  { path, kept: { hash, size } }: KeptOutput,
): boolean {
  if (entries.get(path)?.hash !== hash) return false;
  const found = fs.stat(`${out}/${path}`);
  if (found?.kind !== "file" || found.size !== size) return false;
  return found.modified < written || hashOf(fs.read(`${out}/${path}`)) === hash;
}

/** A text that differs where a manifest does. */
export function stampOfManifest({ text }: Manifest): string {
  return hashOf(text);
}

/** The text of a manifest: one line a file, sorted, so that a diff of it can be read. */
export function manifestText(entries: ReadonlyMap<string, ManifestEntry>): string {
  // Where nothing has changed, it is the text that was read.
  if (latest && isSame(entries, latest.entries)) return latest.text;
  const lines = sorted(entries).map(
    ([path, { hash, size }]) => `${JSON.stringify(path)}: [${JSON.stringify(hash)}, ${size}]`,
  );
  const text = `{"version": 1, "files": {\n${lines.join(",\n")}\n}}\n`;
  latest = { entries: new Map(entries), text };
  return text;
}

/** The entries by their paths; where only some are others than in a manifest that was read, they are sorted already. */
function sorted(entries: Manifest["entries"]): (readonly [string, ManifestEntry])[] {
  const all = [...entries];
  let last = "";
  for (const [path] of all) {
    if (path < last) return all.sort(([a], [b]) => (a < b ? -1 : 1));
    last = path;
  }
  return all;
}

function isSame(one: Manifest["entries"], other: Manifest["entries"]): boolean {
  if (one.size !== other.size) return false;
  for (const [path, entry] of one) {
    const same = other.get(path);
    if (same !== entry && (same?.hash !== entry.hash || same.size !== entry.size)) return false;
  }
  return true;
}

/** @returns `undefined` where anything is not as it was written: a path out of the folder would prune elsewhere. */
function readEntries(files: unknown): Map<string, ManifestEntry> | undefined {
  if (!isRecord(files)) return undefined;
  const entries = new Map<string, ManifestEntry>();
  for (const [path, value] of Object.entries(files)) {
    if (!Array.isArray(value)) return undefined;
    const [hash, size] = value as unknown[];
    if (typeof hash !== "string" || typeof size !== "number") return undefined;
    try {
      requireInside(path);
    } catch {
      return undefined;
    }
    entries.set(path, { hash, size });
  }
  return entries;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
