import type { Checked } from "../diagnostics/checked.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { filePath, type FilePath } from "../model/ids.js";
import { isFileError, type FileEntry, type FileSystem } from "./file-system.js";

/** One file of a site as it was found, unread. */
export interface SiteFile {
  readonly path: FilePath;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
}

/** The folders of a site that are read, in this order. */
export const siteFolders = ["content", "templates"] as const;

/**
 * Find every file under `content/` and `templates/`.
 *
 * Symbolic links are followed as long as they stay inside the site's folder; one that leads out is reported and
 * never opened. Hidden files and what editors leave behind (`x.md~`, `#x.md#`) are passed over without a word.
 *
 * @param root - Absolute path of the site's folder.
 * @returns Files in the order of their paths by UTF-16 units, whatever order the disk has. There is no value where
 *   there is no `content/`, or none that may be looked into: what should be in it is not missing.
 */
export function listSite(fs: FileSystem, root: string): Checked<readonly SiteFile[]> {
  let realRoot: string | undefined;
  try {
    if (fs.stat(`${root}/content`)?.kind === "folder") realRoot = fs.realPath(root);
  } catch (thrown) {
    return { value: undefined, diagnostics: [unreadable("content", thrown)] };
  }
  if (realRoot === undefined)
    return { value: undefined, diagnostics: [diagnose("no-content", { file: "content" }, { root })] };
  const walk = new Walk(fs, root, realRoot);
  for (const folder of siteFolders) walk.start(folder);
  if (walk.diagnostics.some(isOfClosedContent)) return { value: undefined, diagnostics: walk.diagnostics };
  const files = walk.files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { value: files, diagnostics: walk.diagnostics };
}

/**
 * Read one file that `listSite` found.
 *
 * @returns No value, and a diagnostic that names the file, where it is gone by now or cannot be read.
 */
export function readSiteFile(fs: FileSystem, root: string, path: FilePath): Checked<Uint8Array> {
  try {
    return { value: fs.read(`${root}/${path}`), diagnostics: [] };
  } catch (thrown) {
    return { value: undefined, diagnostics: [unreadable(path, thrown)] };
  }
}

class Walk {
  readonly files: SiteFile[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #realRoot: string;

  constructor(fs: FileSystem, root: string, realRoot: string) {
    this.#fs = fs;
    this.#root = root;
    this.#realRoot = realRoot;
  }

  /** Go through one of the site's own folders; it may be missing, and may itself be a link. */
  start(folder: string): void {
    this.#guarded(folder, () => {
      const entry = this.#fs.list(this.#root).find(({ name }) => name === folder);
      if (entry) this.#visit(folder, entry, [this.#realRoot]);
    });
  }

  /**
   * @param above - Real paths of the folders that the walk is in, the nearest last, to notice a link back into one
   *   of them.
   */
  #visit(path: string, entry: FileEntry, above: readonly string[]): void {
    switch (entry.kind) {
      case "file":
        this.#addFile(path);
        break;
      case "folder":
        // Asking the disk for the real path of every folder would cost more than all the rest of the walk.
        this.#visitFolder(path, entry.name, [...above, `${above.at(-1) ?? ""}/${entry.name}`]);
        break;
      case "link":
        this.#guarded(path, () => this.#follow(path, entry.name, above));
        break;
      case "other":
        this.diagnostics.push(diagnose("not-a-file", { file: path }, {}));
    }
  }

  #follow(path: string, name: string, above: readonly string[]): void {
    const real = this.#realPathOf(path);
    if (real === undefined) {
      this.diagnostics.push(diagnose("symlink-broken", { file: path }, {}));
      return;
    }
    if (real !== this.#realRoot && !real.startsWith(`${this.#realRoot}/`)) {
      this.diagnostics.push(diagnose("symlink-outside", { file: path }, { target: real }));
      return;
    }
    const kind = this.#fs.stat(`${this.#root}/${path}`)?.kind;
    if (kind === "file") this.#addFile(path);
    if (kind === "other") this.diagnostics.push(diagnose("not-a-file", { file: path }, {}));
    if (kind !== "folder") return;
    if (above.some((folder) => folder === real || folder.startsWith(`${real}/`))) {
      const target = real === this.#realRoot ? "." : real.slice(this.#realRoot.length + 1);
      this.diagnostics.push(diagnose("symlink-loop", { file: path }, { target }));
    } else this.#visitFolder(path, name, [...above, real]);
  }

  /** @param within - Real paths of the folders that the walk is in, this one last. */
  #visitFolder(path: string, name: string, within: readonly string[]): void {
    if (/\.(?:md|markdown|ya?ml|hbs)$/i.test(name)) {
      this.diagnostics.push(diagnose("folder-named-like-file", { file: path }, { name }));
      return;
    }
    this.#guarded(path, () => {
      for (const entry of this.#fs.list(`${this.#root}/${path}`)) {
        if (isPassedOver(entry.name)) continue;
        if (entry.name.includes("\ufffd"))
          this.diagnostics.push(diagnose("file-name-unreadable", { file: path }, { name: entry.name }));
        else this.#visit(`${path}/${entry.name}`, entry, within);
      }
    });
  }

  #addFile(path: string): void {
    this.#guarded(path, () => {
      const stat = this.#fs.stat(`${this.#root}/${path}`);
      if (stat) this.files.push({ path: filePath(path), size: stat.size, modified: stat.modified });
    });
  }

  /** A link that leads in a circle all by itself has no real path; it counts as broken. */
  #realPathOf(path: string): string | undefined {
    try {
      return this.#fs.realPath(`${this.#root}/${path}`);
    } catch (thrown) {
      if (isFileError(thrown, "ELOOP")) return undefined;
      throw thrown;
    }
  }

  #guarded(path: string, action: () => void): void {
    try {
      action();
    } catch (thrown) {
      this.diagnostics.push(unreadable(path, thrown));
    }
  }
}

/** A name that cannot be read is reported by the folder that it stands in, which could be looked into. */
function isOfClosedContent({ code, place: { file } }: Diagnostic): boolean {
  return file === "content" && code !== "file-name-unreadable";
}

function unreadable(path: string, thrown: unknown): Diagnostic {
  if (!isFileError(thrown)) throw thrown;
  return diagnose("unreadable", { file: path }, { reason: thrown.message });
}

function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || /^#.*#$/.test(name) || systemFiles.has(name);
}

const systemFiles: ReadonlySet<string> = new Set(["Thumbs.db", "desktop.ini", "Icon\r"]);
