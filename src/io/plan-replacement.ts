import type { Checked } from "../diagnostics/checked.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import { hashOf } from "../model/hash.js";
import type { FileSystem } from "./file-system.js";
import { OutputTree } from "./output-folder.js";
import type { Replacement } from "./output-journal.js";
import type { Manifest } from "./output-manifest.js";
import { folded, foldersAbove } from "./output-path.js";
import type { OutputStage, StagedOutput } from "./output-stage.js";

/** What is to happen to the output folder. */
export interface PlannedReplacement {
  readonly replacement: Replacement;
  /** All that goes, in the order of the paths. */
  readonly removed: readonly string[];
  /** How many outputs the folder has already. */
  readonly unchanged: number;
}

/**
 * Decide which files of the output folder are replaced and which are removed.
 *
 * @returns No value where an output would replace a file that is not the generator's own.
 */
export function planReplacement(
  fs: FileSystem,
  out: string,
  manifest: Manifest,
  stage: OutputStage,
): Checked<PlannedReplacement> {
  const tree = new OutputTree(fs, out);
  const removed = [...manifest.entries.keys()]
    .filter((path) => !stage.entries.has(path))
    .filter((path) => isFileOrLink(tree.kindOf(path)))
    .sort();
  const gone = new Set(removed);

  const isFew = stage.staged.length <= fewOutputs;
  const foreign: string[] = [];
  const moved: StagedOutput[] = [];
  for (const output of stage.staged) {
    const isReplaced = isFew && isOwnFile(fs, out, manifest, output.path);
    const found = isReplaced ? [] : foreignAt(tree, manifest, gone, output.path);
    if (found.length === 0) moved.push(output);
    // The very bytes that are wanted: they are taken for the generator's own from now on.
    else if (!(found[0] === output.path && hasBytesOf(fs, out, stage, output))) foreign.push(...found);
  }
  if (foreign.length > 0) {
    const paths = [...new Set(foreign)].sort();
    return {
      value: undefined,
      diagnostics: [diagnose("output-foreign", { file: out }, { folder: out, paths })],
    };
  }

  const isInTheWay = inTheWayOf(moved.map(({ path }) => path));
  const replacement = {
    removedFirst: removed.filter(isInTheWay),
    moved: moved.sort(inOrderOfAppearance).map(({ staged, path }) => [staged, path] as const),
    removed: removed.filter((path) => !isInTheWay(path)),
  };
  const unchanged = stage.entries.size - moved.length;
  return { value: { replacement, removed, unchanged }, diagnostics: [] };
}

/** More outputs at once are looked up in the listings of their folders. */
const fewOutputs = 16;

/** Whether a file of the last site lies at a path itself, with no link on the way: seen without listing a folder. */
function isOwnFile(fs: FileSystem, out: string, manifest: Manifest, path: string): boolean {
  const file = `${out}/${path}`;
  return manifest.entries.has(path) && fs.realPath(file) === file && fs.stat(file)?.kind === "file";
}

/** What lies where an output is to be and is not the generator's own. */
function foreignAt(tree: OutputTree, manifest: Manifest, gone: ReadonlySet<string>, path: string): string[] {
  const kind = tree.kindOf(path);
  if (kind === undefined) return [];
  if (kind === "elsewhere") {
    // A file or a link has the name of a folder; it is in order if it is a file of the last site that goes.
    const above = [...foldersAbove(path)].find((folder) => isFileOrLink(tree.kindOf(folder)));
    return above !== undefined && gone.has(above) ? [] : [above ?? path];
  }
  if (kind === "folder") return [...tree.below(path)].filter((file) => !gone.has(file));
  return manifest.entries.has(path) ? [] : [path];
}

function isFileOrLink(kind: ReturnType<OutputTree["kindOf"]>): boolean {
  return kind === "file" || kind === "link";
}

function hasBytesOf(fs: FileSystem, out: string, stage: OutputStage, { path }: StagedOutput): boolean {
  const entry = stage.entries.get(path);
  const found = fs.stat(`${out}/${path}`);
  if (entry === undefined || found?.kind !== "file" || found.size !== entry.size) return false;
  return hashOf(fs.read(`${out}/${path}`)) === entry.hash;
}

/**
 * Whether an old file has to go before the new ones come: because one of them is a folder of its name, or is in its
 * folder's place, or has its name but for case, which is the same file on many disks.
 */
function inTheWayOf(paths: readonly string[]): (path: string) => boolean {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    const key = folded(path);
    files.add(key);
    for (const folder of foldersAbove(key)) folders.add(folder);
  }
  return (path) => {
    const key = folded(path);
    if (files.has(key) || folders.has(key)) return true;
    for (const folder of foldersAbove(key)) if (files.has(folder)) return true;
    return false;
  };
}

/** What pages show comes before the pages, and what announces pages comes after them. */
function inOrderOfAppearance(a: StagedOutput, b: StagedOutput): number {
  return rankOf(a.path) - rankOf(b.path) || (a.path < b.path ? -1 : 1);
}

function rankOf(path: string): number {
  if (path.endsWith(".html")) return 1;
  return /\.(?:xml|json|txt)$/.test(path) ? 2 : 0;
}
