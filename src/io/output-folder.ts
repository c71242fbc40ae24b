import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { isFileError, type FileEntry, type FileSystem } from "./file-system.js";
import { siteFolders } from "./site-reader.js";

/**
 * The real path of a folder that may not exist yet: links are followed as far as there is something to follow.
 *
 * @param path - Absolute, with `/`, without `.` and `..`.
 */
export function realOutputFolder(fs: FileSystem, path: string): string {
  const real = fs.realPath(path);
  const slash = path.lastIndexOf("/");
  if (real !== undefined || slash <= 0) return real ?? path;
  return `${realOutputFolder(fs, path.slice(0, slash)).replace(/\/$/, "")}${path.slice(slash)}`;
}

/**
 * Refuse an output folder in which a build would do damage.
 *
 * @param out - Its real path.
 * @param keepOff - Further folders that must not be the output folder or lie in it, such as the home folder.
 * @returns The diagnostic, or `undefined` where the folder will do.
 */
export function refuseOutputFolder(
  fs: FileSystem,
  root: string,
  out: string,
  keepOff: readonly string[],
): Diagnostic | undefined {
  const refuse = (reason: string) => diagnose("output-folder", { file: out }, { folder: out, reason });
  const realRoot = fs.realPath(root) ?? root;
  if (out === realRoot) return refuse("it is the site's own folder");
  if (isWithin(realRoot, out)) return refuse("the site's folder is inside it");
  for (const name of siteFolders) {
    const folder = fs.realPath(`${root}/${name}`) ?? `${realRoot}/${name}`;
    if (isWithin(out, folder)) return refuse(`it is the site's folder "${name}", or inside it`);
    if (isWithin(folder, out)) return refuse(`the site's folder "${name}" is inside it`);
  }
  for (const folder of keepOff)
    if (isWithin(fs.realPath(folder) ?? folder, out)) return refuse(`${folder} is that folder, or inside it`);
  if (/\/(?:\.git|node_modules)(?:\/|$)/.test(out)) return refuse("it belongs to another program");
  const kind = fs.stat(out)?.kind;
  if (kind !== undefined && kind !== "folder") return refuse("it is a file");
  return undefined;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}

/** What lies in the output folder, looked up once a folder, links not followed. */
export class OutputTree {
  readonly #fs: FileSystem;
  readonly #out: string;
  readonly #folders = new Map<string, ReadonlyMap<string, FileEntry["kind"]> | undefined>();

  constructor(fs: FileSystem, out: string) {
    this.#fs = fs;
    this.#out = out;
  }

  /**
   * What is at a path of the output folder; `undefined` is nothing.
   *
   * `elsewhere`: a folder above it is a file or a link, so that writing there would write to another place.
   */
  kindOf(path: string): FileEntry["kind"] | "elsewhere" | undefined {
    const slash = path.lastIndexOf("/");
    if (slash > 0) {
      const above = this.kindOf(path.slice(0, slash));
      if (above === undefined) return undefined;
      if (above !== "folder") return "elsewhere";
    }
    return this.#listing(path.slice(0, Math.max(slash, 0)))?.get(path.slice(slash + 1));
  }

  /** The files below a folder, and everything else there that is no folder. */
  *below(folder: string): Iterable<string> {
    for (const [name, kind] of this.#listing(folder) ?? []) {
      if (kind === "folder") yield* this.below(`${folder}/${name}`);
      else yield `${folder}/${name}`;
    }
  }

  #listing(folder: string): ReadonlyMap<string, FileEntry["kind"]> | undefined {
    if (this.#folders.has(folder)) return this.#folders.get(folder);
    const listing = this.#list(folder === "" ? this.#out : `${this.#out}/${folder}`);
    this.#folders.set(folder, listing);
    return listing;
  }

  #list(folder: string): ReadonlyMap<string, FileEntry["kind"]> | undefined {
    try {
      return new Map(this.#fs.list(folder).map(({ name, kind }) => [name, kind]));
    } catch (thrown) {
      if (isFileError(thrown, "ENOENT")) return undefined;
      throw thrown;
    }
  }
}
