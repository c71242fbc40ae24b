import { decode } from "../content/decode.js";
import type { ContentFile } from "../content/content-file.js";
import { unusable, type Checked } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import type { FileSystem } from "../io/file-system.js";
import { readSiteFile } from "../io/site-reader.js";
import type { FilePath } from "../model/ids.js";
import { FileMemory } from "./file-memory.js";

/** Reads files of a site, and keeps what was wrong with them. */
export class SourceReader {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #known: FileMemory<Checked<Source>>;

  constructor(fs: FileSystem, root: string, known = new FileMemory<Checked<Source>>()) {
    this.#fs = fs;
    this.#root = root;
    this.#known = known;
  }

  /** The text of a file; `undefined` where it cannot be read or is no UTF-8, which is kept as a diagnostic. */
  source(file: FilePath): Source | undefined {
    const { value, diagnostics } = this.#known.of(file, () => this.#decoded(file));
    this.#diagnostics.push(...diagnostics);
    return value;
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

  #decoded(file: FilePath): Checked<Source> {
    const { value: bytes, diagnostics } = this.read(file);
    return bytes === undefined ? unusable(diagnostics) : decode(file, bytes);
  }

  /** The texts of several files with their names, those left out that cannot be read. */
  sources<File extends ContentFile>(files: readonly File[]): { source: Source; name: File }[] {
    return files.flatMap((name) => {
      const source = this.source(name.file);
      return source ? [{ source, name }] : [];
    });
  }

  /** Keep something that is wrong with a file. */
  report(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
  }

  /** What has been wrong since this was last asked. */
  takeDiagnostics(): Diagnostic[] {
    return this.#diagnostics.splice(0);
  }
}
