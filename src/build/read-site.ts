import { pictureSize } from "../assets/picture-size.js";
import { findSettings, mapContent, type ContentFile, type ContentMap } from "../content/content-map.js";
import { decode } from "../content/decode.js";
import { parseSettings } from "../content/parse-settings.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import type { FileSystem } from "../io/file-system.js";
import { listSite, readSiteFile, type SiteFile } from "../io/site-reader.js";
import type { Picture } from "../model/figure.js";
import type { FilePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";

/** A site's folder as it was found, its files not yet understood. */
export interface SiteFolder {
  readonly settings: SiteSettings;
  readonly map: ContentMap;
  readonly files: readonly SiteFile[];
  readonly reader: SourceReader;
}

/**
 * Find a site's files and read its settings.
 *
 * @returns No folder where there is no `content/` or no `site.yaml` that can be used; what stands in the rest is
 *   reported all the same.
 */
export function readSiteFolder(
  fs: FileSystem,
  root: string,
): { folder: SiteFolder | undefined; diagnostics: Diagnostic[] } {
  const listed = listSite(fs, root);
  if (!listed.value) return { folder: undefined, diagnostics: [...listed.diagnostics] };
  const reader = new SourceReader(fs, root);
  const paths = listed.value.map(({ path }) => path);
  const found = findSettings(paths);
  const source = found.value && reader.source(found.value);
  const settings = source && parseSettings(source);
  const map = mapContent(paths, settings?.value?.languages ?? null);
  const diagnostics = [
    ...listed.diagnostics,
    ...found.diagnostics,
    ...(settings?.diagnostics ?? []),
    ...map.diagnostics,
  ];
  if (!settings?.value || !map.value) {
    return { folder: undefined, diagnostics: [...diagnostics, ...reader.takeDiagnostics()] };
  }
  return { folder: { settings: settings.value, map: map.value, files: listed.value, reader }, diagnostics };
}

/** Reads files of a site, and keeps what was wrong with them. */
export class SourceReader {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(fs: FileSystem, root: string) {
    this.#fs = fs;
    this.#root = root;
  }

  /** The text of a file; `undefined` where it cannot be read or is no UTF-8, which is kept as a diagnostic. */
  source(file: FilePath): Source | undefined {
    const bytes = this.bytes(file);
    if (bytes === undefined) return undefined;
    const { value, diagnostics } = decode(file, bytes);
    this.#diagnostics.push(...diagnostics);
    return value;
  }

  /** The bytes of a file; `undefined` where it cannot be read, which is kept as a diagnostic. */
  bytes(file: FilePath): Uint8Array | undefined {
    const { value, diagnostics } = readSiteFile(this.#fs, this.#root, file);
    this.#diagnostics.push(...diagnostics);
    return value;
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

/** The pictures of a site, each measured when it is first asked for. */
export class PictureShelf {
  readonly #reader: SourceReader;
  readonly #files: ReadonlySet<FilePath>;
  readonly #measured = new Map<FilePath, Picture>();

  constructor(files: Iterable<FilePath>, reader: SourceReader) {
    this.#files = new Set(Array.from(files).filter((file) => pictureName.test(file)));
    this.#reader = reader;
  }

  /** The picture at a path; `undefined` where there is none. */
  readonly pictures = (file: FilePath): Picture | undefined => {
    const known = this.#measured.get(file);
    if (known !== undefined || !this.#files.has(file)) return known;
    const picture = this.#measure(file);
    this.#measured.set(file, picture);
    return picture;
  };

  /** All pictures, used or not. */
  readonly pictureFiles = (): Iterable<FilePath> => this.#files;

  /** Those that were asked for. */
  get measured(): ReadonlyMap<FilePath, Picture> {
    return this.#measured;
  }

  #measure(file: FilePath): Picture {
    const bytes = this.#reader.bytes(file);
    const size = bytes === undefined ? { width: null, height: null } : pictureSize(bytes);
    if (!("problem" in size)) return { file, ...size };
    this.#reader.report(diagnose("unreadable-picture", { file }, size));
    return { file, width: null, height: null };
  }
}

const pictureName = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
