import { isFileError, whereAllowed, type FileSystem } from "./file-system.js";
import { foldersAbove, manifestName, requireInside } from "./output-path.js";

/** Everything that turns the last site into the next one, once each new file lies ready in the stage. */
export interface Replacement {
  /** Files to remove before the new ones come: they are where a new file or folder is to be. */
  readonly removedFirst: readonly string[];
  /** Name in the stage and path in the output folder, in the order in which they are to appear. */
  readonly moved: readonly (readonly [staged: string, path: string])[];
  readonly removed: readonly string[];
}

const journalName = "journal.json";
const stagedManifest = "manifest";

/**
 * Replace the files of the last site by those that lie ready in the stage.
 *
 * Before the first change, a journal says what is to happen: if the process dies on the way, `finishReplacement`
 * completes the work. If the disk refuses on the way, everything is put back.
 *
 * Throws the `FileError` of the disk, or `UnfinishedReplacement` where putting back failed as well.
 *
 * @param stage - A folder on the same disk as `out`, with the new files and, as `manifest`, the new manifest.
 */
export function replaceSite(fs: FileSystem, out: string, stage: string, replacement: Replacement): void {
  writeJournal(fs, stage, replacement);
  const undo: (() => void)[] = [];
  try {
    for (const path of replacement.removedFirst) removeWithUndo(fs, out, stage, path, undo);
    for (const [staged, path] of replacement.moved) moveWithUndo(fs, out, stage, staged, path, undo);
    for (const path of replacement.removed) removeWithUndo(fs, out, stage, path, undo);
    moveWithUndo(fs, out, stage, stagedManifest, manifestName, undo);
  } catch (thrown) {
    putBack(fs, stage, undo, thrown);
    throw thrown;
  }
  removeEmptyFolders(fs, out, [...replacement.removedFirst, ...replacement.removed]);
  // The new site is complete. A journal that will not go away does no harm: every step of it can be done twice.
  whereAllowed(() => fs.remove(`${stage}/${journalName}`));
}

/**
 * Complete a replacement in whose middle a process died.
 *
 * Every step can be done twice: a file that is no longer in the stage is in its place.
 *
 * @returns Whether there was one.
 */
export function finishReplacement(fs: FileSystem, out: string, stage: string): boolean {
  const replacement = readJournal(fs, stage);
  if (replacement === undefined) return false;
  for (const path of replacement.removedFirst) {
    // Its place may have been taken by the new file already, on a disk that ignores case.
    if (fs.stat(`${stage}/${nameOfFirst(replacement)}`) !== undefined) fs.remove(`${out}/${path}`);
  }
  removeEmptyFolders(fs, out, replacement.removedFirst);
  for (const [staged, path] of replacement.moved) {
    if (fs.stat(`${stage}/${staged}`) !== undefined) moveInto(fs, `${stage}/${staged}`, `${out}/${path}`);
  }
  for (const path of replacement.removed) fs.remove(`${out}/${path}`);
  if (fs.stat(`${stage}/${stagedManifest}`) !== undefined)
    moveInto(fs, `${stage}/${stagedManifest}`, `${out}/${manifestName}`);
  removeEmptyFolders(fs, out, [...replacement.removedFirst, ...replacement.removed]);
  fs.remove(`${stage}/${journalName}`);
  return true;
}

/** Lay the text of the new manifest ready, for `replaceSite`. */
export function stageManifest(fs: FileSystem, stage: string, text: string): void {
  fs.write(`${stage}/${stagedManifest}`, text, { durable: true });
}

/** While the first new file is still in the stage, no new file has taken a place. */
function nameOfFirst(replacement: Replacement): string {
  return replacement.moved[0]?.[0] ?? stagedManifest;
}

/** Written aside and renamed: a journal is either whole or not there. */
function writeJournal(fs: FileSystem, stage: string, replacement: Replacement): void {
  fs.write(`${stage}/${journalName}-new`, JSON.stringify({ version: 1, ...replacement }), { durable: true });
  fs.rename(`${stage}/${journalName}-new`, `${stage}/${journalName}`);
}

function readJournal(fs: FileSystem, stage: string): Replacement | undefined {
  const path = `${stage}/${journalName}`;
  if (fs.stat(path)?.kind !== "file") return undefined;
  const parsed: unknown = JSON.parse(new TextDecoder().decode(fs.read(path)));
  if (typeof parsed !== "object" || parsed === null) return undefined;
  const { removedFirst, moved, removed } = parsed as Readonly<Record<string, unknown>>;
  if (!Array.isArray(removedFirst) || !Array.isArray(moved) || !Array.isArray(removed)) return undefined;
  return {
    removedFirst: removedFirst.map(checkedPath),
    moved: moved.map((pair) => {
      const [staged, path] = Array.isArray(pair) ? (pair as unknown[]) : [];
      return [checkedPath(staged), checkedPath(path)] as const;
    }),
    removed: removed.map(checkedPath),
  };
}

function checkedPath(value: unknown): string {
  if (typeof value !== "string") throw new Error("Unexpected journal of a build, expected paths");
  requireInside(value);
  return value;
}

function moveWithUndo(
  fs: FileSystem,
  out: string,
  stage: string,
  staged: string,
  path: string,
  undo: (() => void)[],
): void {
  const target = `${out}/${path}`;
  if (fs.stat(target)?.kind === "file") {
    const old = `${stage}/old-${undo.length}`;
    // A second name, not a move: a reader of the site must find the old file until the new one is there.
    fs.link(target, old);
    moveInto(fs, `${stage}/${staged}`, target);
    undo.push(() => fs.rename(old, target));
  } else {
    moveInto(fs, `${stage}/${staged}`, target);
    undo.push(() => {
      fs.remove(target);
      removeEmptyFolders(fs, out, [path]);
    });
  }
}

function removeWithUndo(
  fs: FileSystem,
  out: string,
  stage: string,
  path: string,
  undo: (() => void)[],
): void {
  const target = `${out}/${path}`;
  const old = `${stage}/old-${undo.length}`;
  try {
    fs.rename(target, old);
  } catch (thrown) {
    if (isFileError(thrown, "ENOENT", "ENOTDIR")) return;
    throw thrown;
  }
  undo.push(() => moveInto(fs, old, target));
  removeEmptyFolders(fs, out, [path]);
}

function moveInto(fs: FileSystem, from: string, to: string): void {
  try {
    fs.rename(from, to);
  } catch (thrown) {
    if (!isFileError(thrown, "ENOENT", "EISDIR", "ENOTEMPTY", "EPERM")) throw thrown;
    // The folder is missing, or an empty one has the name.
    if (fs.stat(to)?.kind === "folder" && !fs.removeEmptyFolder(to)) throw thrown;
    fs.makeFolder(to.slice(0, to.lastIndexOf("/")));
    fs.rename(from, to);
  }
}

function putBack(fs: FileSystem, stage: string, undo: readonly (() => void)[], reason: unknown): void {
  try {
    for (const step of [...undo].reverse()) step();
    fs.remove(`${stage}/${journalName}`);
  } catch {
    throw new UnfinishedReplacement({ cause: reason });
  }
}

/** The site could neither be replaced nor put back; the journal stays for the next build. */
export class UnfinishedReplacement extends Error {
  override readonly name = "UnfinishedReplacement";

  constructor(options: ErrorOptions) {
    super(options.cause instanceof Error ? options.cause.message : "The site could not be replaced", options);
  }
}

function removeEmptyFolders(fs: FileSystem, out: string, removed: readonly string[]): void {
  const kept = new Set<string>();
  for (const path of removed)
    for (const folder of foldersAbove(path)) {
      if (kept.has(folder)) break;
      if (whereAllowed(() => fs.removeEmptyFolder(`${out}/${folder}`)) !== true) {
        kept.add(folder);
        break;
      }
    }
}
