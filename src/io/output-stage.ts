import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { hashOf } from "../model/hash.js";
import type { Output } from "../model/output.js";
import { isFileError, FileError, whereAllowed, type FileSystem } from "./file-system.js";
import { hasOutput, type KeptOutput, type Manifest, type ManifestEntry } from "./output-manifest.js";
import { CollisionCheck, requireInside, whyNotPortable } from "./output-path.js";
import { TextBytes } from "./text-bytes.js";

/** An output that differs from what the output folder has, and the name under which it lies ready. */
export interface StagedOutput {
  readonly path: string;
  readonly staged: string;
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
  /** Names of the last site that were taken: they go with each other. */
  readonly #knownNames: string[] = [];
  /** All names; there when the first one is taken that the last site did not have. */
  #collisions: CollisionCheck | undefined;
  readonly #texts = new TextBytes();
  /** The folders of the first site that are in the stage. */
  readonly #folders = new Set<string>();
  #folder: string | undefined;
  #isFirst = false;
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

  /** Take one output. @param known - What its bytes are. Throws a `FileError` where it cannot be written, or where its original cannot be read. */
  add(output: Output, known?: ManifestEntry): void {
    const { path } = output;
    this.#takeName(path);
    // The rest is taken too, to find all names that are wrong; but nothing of it will be written.
    if (this.diagnostics.length > 0) return;

    const content = this.#contentOf(output);
    const entry = known ?? { hash: hashOf(content), size: content.byteLength };
    this.entries.set(path, entry);
    if (this.#isUnchanged(path, entry)) return;
    const folder = this.folder();
    const staged = this.#isFirst ? this.#placeInFirst(path) : String(this.staged.length);
    const target = `${folder}/${staged}`;
    if ("copyOf" in output) this.#fs.copy(`${this.#root}/${output.copyOf}`, target);
    else this.#fs.write(target, content);
    // A disk may take less than it was given without a word: some network disks report a full disk only here.
    if (this.#fs.stat(target)?.size !== entry.size) throw FileError.of("ENOSPC", "write", target);
    this.staged.push({ path, staged });
  }

  /** Take over an output that the output folder has. @returns Whether it has it just as it would be made. */
  keepOutput(output: KeptOutput): boolean {
    if (!this.#isUnchanged(output.path, output.kept)) return false;
    this.#takeName(output.path);
    this.entries.set(output.path, output.kept);
    return true;
  }

  /** The stage's folder, which is made when it is first needed. */
  folder(): string {
    this.#folder ??= this.#makeFolder();
    return this.#folder;
  }

  /**
   * The folder in the stage that has all outputs at their paths, so that it may become the output folder; `undefined`
   * where there is one already.
   */
  get firstSite(): string | undefined {
    return this.#isFirst ? `${this.folder()}/${firstSite}` : undefined;
  }

  /** Leave the stage for the next build. */
  keep(): void {
    this.#kept = true;
  }

  /** Remove the stage. Never throws: a stage that is left over is removed by the next build. */
  clear(): void {
    if (!this.#begun || this.#kept) return;
    for (const place of this.#places) whereAllowed(() => this.#fs.remove(place));
    if (this.#isFirst) whereAllowed(() => this.#fs.removeEmptyFolder(this.#out));
  }

  #takeName(path: string): void {
    if (!this.#collisions && this.#manifest.entries.has(path)) {
      this.#knownNames.push(path);
      return;
    }
    requireInside(path);
    const reason = whyNotPortable(path);
    if (reason !== undefined) this.#report(diagnose("output-name", { file: path }, { path, reason }));
    this.#collisions ??= new CollisionCheck(this.#knownNames);
    const other = this.#collisions.add(path);
    if (other !== undefined) this.#report(diagnose("output-collision", { file: path }, { path, other }));
  }

  #contentOf(output: Output): Uint8Array {
    if ("content" in output) return this.#texts.of(output.content);
    return "bytes" in output ? output.bytes : this.#fs.read(`${this.#root}/${output.copyOf}`);
  }

  #isUnchanged(path: string, entry: ManifestEntry): boolean {
    return hasOutput(this.#fs, this.#out, this.#manifest, { path, kept: entry });
  }

  /** Folders are made before their files: to see that one is missing by a failure costs more than the file. */
  #placeInFirst(path: string): string {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (folder !== "" && !this.#folders.has(folder)) {
      this.#folders.add(folder);
      this.#fs.makeFolder(`${this.folder()}/${firstSite}/${folder}`);
    }
    return `${firstSite}/${path}`;
  }

  #makeFolder(): string {
    this.#begun = true;
    const [beside = "", inside = ""] = this.#places;
    this.#isFirst = this.#fs.stat(this.#out) === undefined;
    if (this.#isFirst) {
      // What is not there is no disk of its own.
      this.#fs.makeFolder(`${beside}/${firstSite}`);
      return beside;
    }
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

/** Where the outputs of a first site lie in the stage. */
const firstSite = "site";
