import { programIdentity } from "../io/program-identity.js";
import type { FileSystem } from "../io/file-system.js";
import { RecordFile } from "../io/record-file.js";
import type { MarkdownParser } from "../markdown/markdown-parser.js";

/** Plain data by name, as JSON can write it. */
export interface RecordStore<Value> {
  readonly get: (name: string) => Value | undefined;
  /** Keep a value, given as JSON. */
  readonly set: (name: string, text: string) => void;
}

/** The kinds of records: of files of the site, and of its pages. */
export type RecordKind = "hash" | "reading" | "picture" | "guest" | "page" | "feature" | "output" | "facts";

/** In which file a kind of records is: who asks for some does not look through all. */
const fileOf: Readonly<Record<RecordKind, string>> = {
  hash: "hashes",
  reading: "documents",
  picture: "documents",
  guest: "documents",
  page: "documents",
  // A build of a few texts asks for all of the other documents, and for few of the features.
  feature: "features",
  output: "outputs",
  facts: "facts",
};

/**
 * What a site keeps from one process to the next: what was understood of its documents, and what its pages were made
 * from. Nothing here can be wrong, only out of date, which whoever reads it checks.
 */
export class SiteRecords {
  readonly #open: (name: string) => RecordFile;
  /** Those that somebody asked for. */
  readonly #files = new Map<string, RecordFile>();

  /** @param root - Absolute path of the site's folder. */
  constructor(fs: FileSystem, root: string, parser: MarkdownParser = "fast") {
    this.#open = (name) => new RecordFile(fs, root, `${name}-${parser}`, programIdentity());
  }

  /** The records of one kind. */
  of<Value>(kind: RecordKind): RecordStore<Value> {
    return {
      get: (name) => {
        const text = this.#fileOf(kind).get(`${kind} ${name}`);
        // Written below by this very program, as the file's checksums and its writer tell.
        return text === undefined ? undefined : (JSON.parse(text) as Value);
      },
      set: (name, text) => this.#fileOf(kind).set(`${kind} ${name}`, text),
    };
  }

  /** Write down what is new, and forget what is no longer there. */
  save(isPresent: (kind: RecordKind, name: string) => boolean): void {
    for (const file of this.#files.values()) {
      file.keepOnly((record) => {
        const space = record.indexOf(" ");
        // Only names that `of` made are in the file.
        return isPresent(record.slice(0, space) as RecordKind, record.slice(space + 1));
      });
    }
    this.saveMore();
  }

  /** Write down what is new, and forget nothing. */
  saveMore(): void {
    for (const file of this.#files.values()) file.save();
  }

  #fileOf(kind: RecordKind): RecordFile {
    const name = fileOf[kind];
    const known = this.#files.get(name);
    if (known) return known;
    const opened = this.#open(name);
    this.#files.set(name, opened);
    return opened;
  }
}
