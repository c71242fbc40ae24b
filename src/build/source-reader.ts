import { decode } from "../content/decode.js";
import type { Checked } from "../diagnostics/checked.js";
import { unusable } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import type { FileSystem } from "../io/file-system.js";
import { readSiteFile } from "../io/site-reader.js";
import { hashOf } from "../model/hash.js";
import type { FilePath } from "../model/ids.js";
import { FileMemory } from "./file-memory.js";

/** Reads files of a site, and keeps what was wrong with them. */
export class SourceReader {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #hashes: FileMemory<string>;
  /** Read to be hashed, and likely to be read as text next. */
  readonly #fresh = new Map<FilePath, Uint8Array>();

  /** @param hashes - Of files that were read before. */
  constructor(fs: FileSystem, root: string, hashes = new FileMemory<string>()) {
    this.#fs = fs;
    this.#root = root;
    this.#hashes = hashes;
  }

  /**
   * A text that differs where one of the files does, without reading those that are known; `undefined` where one
   * cannot be read, which is kept as a diagnostic.
   */
  content(files: readonly FilePath[]): string | undefined {
    const hashes = files.map((file) => this.#hashes.get(file) ?? this.#hash(file));
    return hashes.includes(undefined) ? undefined : hashes.join(" ");
  }

  /** The same, read from the disk at this moment. */
  contentNow(files: readonly FilePath[]): string | undefined {
    const hashes = files.map((file) => this.#hash(file));
    return hashes.includes(undefined) ? undefined : hashes.join(" ");
  }

  /**
   * Look at a file again that was saved.
   *
   * @param now - Milliseconds since 1970.
   * @returns Whether it is there, and in its own place: what a link leads to is for a listing to judge.
   */
  lookAgain(file: FilePath, now: number): boolean {
    const path = `${this.#root}/${file}`;
    const stat = this.#fs.stat(path);
    if (stat?.kind !== "file") return false;
    if (this.#fs.realPath(path) !== `${this.#fs.realPath(this.#root) ?? ""}/${file}`) return false;
    const { size, modified } = stat;
    this.#hashes.forget({ path: file, size, modified }, now);
    return true;
  }

  /** The text of a file as it is now. */
  text(file: FilePath): Checked<Source> {
    const fresh = this.#fresh.get(file);
    this.#fresh.delete(file);
    const { value, diagnostics } = fresh ? { value: fresh, diagnostics: [] } : this.read(file);
    return value === undefined ? unusable(diagnostics) : decode(file, value);
  }

  /** The bytes of a file; `undefined` where it cannot be read, which is kept as a diagnostic. */
  bytes(file: FilePath): Uint8Array | undefined {
    const { value, diagnostics } = this.read(file);
    this.#diagnostics.push(...diagnostics);
    return value;
  }

  /** The bytes of a file with what was wrong in reading it, which is not kept. */
  read(file: FilePath): Checked<Uint8Array> {
    return readSiteFile(this.#fs, this.#root, file);
  }

  /** Keep something that is wrong with a file. */
  report(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
  }

  /** What has been wrong since this was last asked. */
  takeDiagnostics(): Diagnostic[] {
    return this.#diagnostics.splice(0);
  }

  #hash(file: FilePath): string | undefined {
    const bytes = this.bytes(file);
    if (bytes === undefined) return undefined;
    const hash = hashOf(bytes);
    this.#hashes.set(file, hash);
    this.#fresh.set(file, bytes);
    for (const oldest of this.#fresh.keys()) {
      if (this.#fresh.size <= mostFresh) break;
      this.#fresh.delete(oldest);
    }
    return hash;
  }
}

/** A feature of more files than these is read twice. */
const mostFresh = 128;
