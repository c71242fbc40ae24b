import type { Checked } from "../diagnostics/checked.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import { decode } from "../content/decode.js";
import { isFileError, type FileSystem } from "../io/file-system.js";
import { UsageError } from "./environment.js";

/**
 * The texts that a command line names: files as they are, folders with all texts below them.
 *
 * Throws a `UsageError` for a path that leads nowhere.
 *
 * @param paths - Absolute.
 * @returns Absolute paths, each once, with whether one was only found in a folder; those of a folder sorted.
 */
export function findTexts(fs: FileSystem, paths: readonly string[]): { path: string; found: boolean }[] {
  const texts = new Map<string, boolean>();
  for (const path of paths) {
    const kind = fs.stat(path)?.kind;
    if (kind === undefined) throw new UsageError(`Unexpected file ${path}, expected one that is there`);
    if (kind === "folder") for (const text of textsBelow(fs, path)) texts.set(text, texts.get(text) ?? true);
    else texts.set(path, false);
  }
  return [...texts].map(([path, found]) => ({ path, found }));
}

function* textsBelow(fs: FileSystem, folder: string): Iterable<string> {
  const entries = [...fs.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, kind } of entries) {
    if (name.startsWith(".")) continue;
    if (kind === "folder") yield* textsBelow(fs, `${folder}/${name}`);
    if (kind === "file" && /\.(?:txt|text|md|markdown|mdown|mkd)$/i.test(name)) yield `${folder}/${name}`;
  }
}

/** Read a text; no value, and why, where it is not UTF-8 or cannot be read. */
export function readText(fs: FileSystem, path: string): Checked<Source> {
  try {
    return decode(path, fs.read(path));
  } catch (thrown) {
    if (!isFileError(thrown)) throw thrown;
    return {
      value: undefined,
      diagnostics: [diagnose("unreadable", { file: path }, { reason: thrown.message })],
    };
  }
}
