import { isPlaceholder } from "../assets/is-placeholder.js";
import { pictureSize } from "../assets/picture-size.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Picture } from "../model/figure.js";
import type { FilePath } from "../model/ids.js";
import type { FileMemory } from "./file-memory.js";
import type { MeasuredPicture } from "./site-memory.js";
import type { SourceReader } from "./source-reader.js";

/** The pictures of a site, each measured when it is first asked for. */
export class PictureShelf {
  readonly #reader: SourceReader;
  readonly #files: ReadonlySet<FilePath>;
  readonly #measured = new Map<FilePath, Picture>();
  readonly #known: FileMemory<MeasuredPicture>;

  constructor(files: Iterable<FilePath>, reader: SourceReader, known: FileMemory<MeasuredPicture>) {
    this.#known = known;
    this.#files = new Set(Array.from(files).filter((file) => pictureName.test(file)));
    this.#reader = reader;
  }

  /** The picture at a path; `undefined` where there is none. */
  readonly pictures = (file: FilePath): Picture | undefined => {
    const known = this.#measured.get(file);
    if (known !== undefined || !this.#files.has(file)) return known;
    const { picture, diagnostics } = this.#known.get(file) ?? this.#measure(file);
    for (const diagnostic of diagnostics) this.#reader.report(diagnostic);
    this.#measured.set(file, picture);
    return picture;
  };

  /** All pictures, used or not. */
  readonly pictureFiles = (): Iterable<FilePath> => this.#files;

  /** Those that were asked for. */
  get measured(): ReadonlyMap<FilePath, Picture> {
    return this.#measured;
  }

  #measure(file: FilePath): MeasuredPicture {
    const measured = this.#read(file);
    this.#known.set(file, measured);
    return measured;
  }

  #read(file: FilePath): MeasuredPicture {
    const { value: bytes, diagnostics: unread } = this.#reader.read(file);
    const diagnostics = [...unread];
    const size = bytes === undefined ? { width: null, height: null } : pictureSize(bytes);
    if (bytes !== undefined && /\.svg$/i.test(file) && isPlaceholder(bytes))
      diagnostics.push(diagnose("placeholder-picture", { file }, {}));
    if (!("problem" in size)) return { picture: { file, ...size }, diagnostics };
    diagnostics.push(diagnose("unreadable-picture", { file }, size));
    return { picture: { file, width: null, height: null }, diagnostics };
  }
}

const pictureName = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
