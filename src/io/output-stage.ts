import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { hashOf } from "../model/hash.js";
import type { Output } from "../model/output.js";
import { isFileError, FileError, type FileSystem } from "./file-system.js";
import type { Manifest, ManifestEntry } from "./output-manifest.js";
import { CollisionCheck, requireInside, whyNotPortable } from "./output-path.js";

/** An output that differs from what the output folder has, and the name under which it lies ready. */
export interface StagedOutput {
  readonly path: string;
  readonly staged: string;
}

/** An output that is said to be in the output folder already, just as it would be made. */
export interface KeptOutput {
  readonly path: string;
  readonly kept: ManifestEntry;
}

/** The output folder does not have what was said to be there. */
export class OutputGone extends Error {
  override readonly name = "OutputGone";
}

/** Takes the outputs of a build one by one and lays ready those that differ from what the output folder has. */
export class OutputStage {
  /** All outputs, for the next manifest. */
  readonly entries = new Map<string, ManifestEntry>();
  readonly staged: StagedOutput[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #out: string;
  readonly #manifest: Manifest;
  readonly #places: readonly string[];
  readonly #collisions = new CollisionCheck();
  #folder: string | undefined;
  #madeOut = false;
  #begun = false;
  #kept = false;

  /** @param places - Where the stage may be, the best first. */
  constructor(fs: FileSystem, root: string, out: string, manifest: Manifest, places: readonly string[]) {
    this.#fs = fs;
    this.#root = root;
    this.#out = out;
    this.#manifest = manifest;
    this.#places = places;
  }

  /**
   * Take one output. Throws a `FileError` where it cannot be written, or where its original cannot be read, and an
   * `OutputGone` where it was to be kept and is not there.
   */
  add(output: Output | KeptOutput): void {
    const { path } = output;
    requireInside(path);
    const reason = whyNotPortable(path);
    if (reason !== undefined) this.#report(diagnose("output-name", { file: path }, { path, reason }));
    const other = this.#collisions.add(path);
    if (other !== undefined) this.#report(diagnose("output-collision", { file: path }, { path, other }));
    // The rest is taken too, to find all names that are wrong; but nothing of it will be written.
    if (this.diagnostics.length > 0) return;

    if ("kept" in output) {
      this.entries.set(path, output.kept);
      if (!this.#isUnchanged(path, output.kept)) throw new OutputGone(path);
      return;
    }
    const content = this.#contentOf(output);
    const entry = { hash: hashOf(content), size: sizeOf(content) };
    this.entries.set(path, entry);
    if (this.#isUnchanged(path, entry)) return;
    const staged = String(this.staged.length);
    const target = `${this.folder()}/${staged}`;
    if ("copyOf" in output) this.#fs.copy(`${this.#root}/${output.copyOf}`, target);
    else this.#fs.write(target, content);
    // A disk may take less than it was given without a word: some network disks report a full disk only here.
    if (this.#fs.stat(target)?.size !== entry.size) throw FileError.of("ENOSPC", "write", target);
    this.staged.push({ path, staged });
  }

  /** The stage's folder, which is made when it is first needed. */
  folder(): string {
    this.#folder ??= this.#makeFolder();
    return this.#folder;
  }

  /** Leave the stage for the next build. */
  keep(): void {
    this.#kept = true;
  }

  /** Remove the stage. Never throws: a stage that is left over is removed by the next build. */
  clear(): void {
    if (!this.#begun || this.#kept) return;
    for (const place of this.#places) whereAllowed(() => this.#fs.remove(place));
    if (this.#madeOut) whereAllowed(() => this.#fs.removeEmptyFolder(this.#out));
  }

  #contentOf(output: Output): string | Uint8Array {
    if ("content" in output) return output.content;
    return "bytes" in output ? output.bytes : this.#fs.read(`${this.#root}/${output.copyOf}`);
  }

  /** A file that is not older than the manifest may have been changed since, and is read to see. */
  #isUnchanged(path: string, entry: ManifestEntry): boolean {
    const before = this.#manifest.entries.get(path);
    if (before?.hash !== entry.hash) return false;
    const found = this.#fs.stat(`${this.#out}/${path}`);
    if (found?.kind !== "file" || found.size !== entry.size) return false;
    return (
      found.modified < this.#manifest.written || hashOf(this.#fs.read(`${this.#out}/${path}`)) === entry.hash
    );
  }

  #makeFolder(): string {
    this.#begun = true;
    this.#madeOut = this.#fs.stat(this.#out) === undefined;
    this.#fs.makeFolder(this.#out);
    const [beside = "", inside = ""] = this.#places;
    try {
      // Only a rename tells whether both are on one disk.
      this.#fs.write(`${beside}/probe`, "");
      this.#fs.makeFolder(inside);
      this.#fs.rename(`${beside}/probe`, `${inside}/probe`);
      this.#fs.remove(inside);
      return beside;
    } catch (thrown) {
      if (!isFileError(thrown, "EXDEV", "EACCES", "EPERM", "EROFS")) throw thrown;
      if (thrown.code === "EXDEV") this.#fs.remove(beside);
      this.#fs.makeFolder(inside);
      return inside;
    }
  }

  #report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }
}

function sizeOf(content: string | Uint8Array): number {
  return typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
}

function whereAllowed(action: () => void): void {
  try {
    action();
  } catch (thrown) {
    if (!isFileError(thrown)) throw thrown;
  }
}
