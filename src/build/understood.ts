import type { Checked } from "../diagnostics/checked.js";
import type { FilePath, LanguageTag } from "../model/ids.js";
import { shortHashOf } from "../model/hash.js";
import type { RecordStore } from "./site-records.js";
import type { Answers, Asked, Surroundings } from "./answers.js";

/** What was understood of a document. */
export interface Understanding<Value> extends Checked<Value> {
  /** Differs where the document's files do, or the answers that it got from the rest of the site. */
  readonly fingerprint: string;
}

/** A document that may have been understood before. */
export interface ToUnderstand {
  readonly file: FilePath;
  /** Differs where a file does that the document consists of. */
  readonly content: string;
}

/** The same with all that it was understood from. */
export interface UnderstandingRecord<Value> extends Understanding<Value> {
  readonly content: string;
  readonly settings: string;
  readonly asked: Asked;
}

/**
 * Remembers what was understood of documents, for as long as their files and the settings stay the same and the rest
 * of the site gives the same answers.
 */
export class Understood<Value> {
  readonly #kept = new Map<FilePath, UnderstandingRecord<Value>>();
  readonly #records: RecordStore<UnderstandingRecord<Value>> | undefined;
  readonly #canBeRecorded: (value: Value) => boolean;
  readonly #isKept: boolean;

  /**
   * @param records - Of earlier processes.
   * @param canBeRecorded - Whether a value is the same once it was written as JSON and read again; by default, it is.
   * @param isKept - Whether what was understood here is asked for again, and not only recorded; by default, it is.
   */
  constructor(
    records?: RecordStore<UnderstandingRecord<Value>>,
    canBeRecorded: (value: Value) => boolean = () => true,
    isKept = true,
  ) {
    this.#isKept = isKept;
    this.#records = records;
    this.#canBeRecorded = canBeRecorded;
  }

  /**
   * What is understood of a document.
   *
   * @param document - Where it stands.
   * @param settings - Differs where the settings do.
   * @param answers - What the rest of the site says now.
   * @param make - Reads the document, and asks only what it gets from `ask`.
   */
  of(
    document: ToUnderstand,
    settings: string,
    answers: Answers,
    make: (ask: (language: LanguageTag) => Surroundings) => Checked<Value>,
  ): Understanding<Value> {
    const { file, content } = document;
    const before = this.#before(file);
    if (before?.content === content && before.settings === settings && answers.areStill(before.asked)) {
      this.#kept.set(file, before);
      return before;
    }
    const asked: string[] = [];
    const { value, diagnostics } = make((language) => answers.noting(language, asked));
    const fingerprint = shortHashOf(content, ...asked);
    const made = { content, settings, asked, value, diagnostics, fingerprint };
    const text = value === undefined || this.#canBeRecorded(value) ? JSON.stringify(made) : undefined;
    if (text !== undefined && this.#isKept) return this.adopt(file, text);
    if (text === undefined) this.#kept.set(file, made);
    else this.#records?.set(file, text);
    return made;
  }

  /** What was understood of a document the last time, whether that still holds or not. */
  known(file: FilePath): Understanding<Value> | undefined {
    return this.#before(file);
  }

  /** Whether a document was understood before under the same settings; its files may be others now. */
  isKnown(file: FilePath, settings: string): boolean {
    const before = this.#before(file);
    if (before) this.#kept.set(file, before);
    return before?.settings === settings;
  }

  /**
   * Take what was understood of a document, as JSON, here or elsewhere.
   *
   * It is read again even here: what is cut out of a text would keep the whole text in memory.
   */
  adopt(file: FilePath, text: string): UnderstandingRecord<Value> {
    this.#records?.set(file, text);
    // Written by `of`.
    const record = JSON.parse(text) as UnderstandingRecord<Value>;
    this.#kept.set(file, record);
    return record;
  }

  /** Forget the documents that are gone. */
  keepOnly(files: ReadonlySet<FilePath>): void {
    for (const file of this.#kept.keys()) if (!files.has(file)) this.#kept.delete(file);
  }

  #before(file: FilePath): UnderstandingRecord<Value> | undefined {
    return this.#kept.get(file) ?? this.#records?.get(file);
  }
}
