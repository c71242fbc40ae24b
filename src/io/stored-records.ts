import type { RecordIndex, StoredRecord, StoredText } from "./record-index.js";

/** Bytes of an index up to which it is taken apart at once: there may be many of them. */
const smallIndex = 4096;

/** How many records are looked for before all indexes are taken apart. */
const fewRecords = 300;

/** The records of a file by name, where a later index says more than an earlier one. */
export class StoredRecords {
  /** The earliest first. */
  readonly #indexes: (RecordIndex | Map<string, StoredRecord>)[] = [];
  #all: ReadonlyMap<string, StoredText> | undefined;
  #found = 0;

  /** Take an index that comes after the others. */
  add(index: RecordIndex): void {
    if (index.size > smallIndex) this.#indexes.push(index);
    else {
      const small = this.#smallAtEnd();
      index.forEach((record) => small.set(record.name, record));
    }
  }

  /** Where the text of a record lies; `undefined` where there is none. */
  get(name: string): StoredText | undefined {
    if (this.#all || ++this.#found > fewRecords) return this.all().get(name);
    for (let at = this.#indexes.length - 1; at >= 0; at--) {
      const record = this.#indexes[at]?.get(name);
      if (record) return record.text;
    }
    return undefined;
  }

  /** All records that there are. */
  all(): ReadonlyMap<string, StoredText> {
    this.#all ??= this.#takeApart();
    return this.#all;
  }

  #smallAtEnd(): Map<string, StoredRecord> {
    const last = this.#indexes.at(-1);
    if (last instanceof Map) return last;
    const small = new Map<string, StoredRecord>();
    this.#indexes.push(small);
    return small;
  }

  #takeApart(): ReadonlyMap<string, StoredText> {
    const all = new Map<string, StoredText>();
    for (const index of this.#indexes)
      index.forEach(({ name, text }) => {
        if (text) all.set(name, text);
        else all.delete(name);
      });
    return all;
  }
}
