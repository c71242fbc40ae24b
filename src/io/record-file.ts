import { cachePath, keepOutOfVersionControl } from "./cache-path.js";
import { isFileError, whereAllowed, type FileSystem } from "./file-system.js";
import { isAsWritten, readRecordIndexes, recordBlock } from "./record-blocks.js";
import type { StoredText } from "./record-index.js";
import { StoredRecords } from "./stored-records.js";

/** Bytes of records that were replaced, up to which a file is not written anew. */
const tolerated = 1_000_000;

/** Characters of new records that are gathered before they are written, so that a large site does not fill the memory. */
const gathered = 4_000_000;

/** Bytes that are read at once: what was written together is often asked for together. */
const atOnce = 64 * 1024;

/** How often a part of the file is read; whoever wants more gets it from the whole file, which is read once. */
const fewParts = 100;

/** The name of a record that says who has written a block. */
const writer = "";

/**
 * Texts by name that are kept from one run to the next, in one file: what changed is put behind the rest, so that one
 * change of a large site costs next to nothing.
 *
 * A file consists of blocks (see `recordBlock`), of which only the indexes are read at first. A block that is not whole
 * ends the file; what follows is not read. A text that is not as it was written is none. A disk that refuses makes the
 * next run slower, and no more than that.
 */
export class RecordFile {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #path: string;
  readonly #identity: string;
  /** As they were found. */
  #stored = new StoredRecords();
  /** The file as it was found, once many of its texts were asked for. */
  #found: Uint8Array | undefined;
  /** What was read of it last. */
  #part: { readonly start: number; readonly bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };
  #parts = 0;
  /** Not yet written; `undefined` says that a record is gone. */
  #pending = new Map<string, string | undefined>();
  #pendingSize = 0;
  /** Written by this process, and not in memory: by name, their bytes; `undefined` says that a record is gone. */
  readonly #written = new Map<string, number | undefined>();
  /** Bytes of the file; `undefined` where it has to be written from the start. */
  #length: number | undefined;
  /** Of those, the bytes of records that still hold. */
  #live = 0;
  #isRefused = false;

  /**
   * Look which records a file has. One that is missing, damaged or another's has none.
   *
   * @param root - Absolute path of the site's folder.
   * @param name - Of the file, in the folder of what the site keeps.
   * @param identity - Of the writer; records of another are of no use.
   */
  constructor(fs: FileSystem, root: string, name: string, identity: string) {
    this.#fs = fs;
    this.#root = root;
    this.#path = cachePath(root, name);
    this.#identity = identity;
    this.#load();
  }

  /** The text of a record; `undefined` where there is none, or where it has been written since. */
  get(name: string): string | undefined {
    if (this.#pending.has(name)) return this.#pending.get(name);
    const stored = this.#written.has(name) ? undefined : this.#stored.get(name);
    if (!stored) return undefined;
    const bytes = this.#bytesOf(stored);
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  }

  /** Keep a text. */
  set(name: string, text: string): void {
    if (this.#isRefused) return;
    this.#pending.set(name, text);
    this.#pendingSize += text.length;
    if (this.#pendingSize > gathered) this.#writePending();
  }

  /** Forget all records, and begin the file anew. */
  clear(): void {
    this.#stored = new StoredRecords();
    this.#written.clear();
    this.#pending = new Map();
    this.#pendingSize = 0;
    this.#live = 0;
    this.#length = undefined;
  }

  /** Forget all records whose names are not wanted any more. */
  keepOnly(isWanted: (name: string) => boolean): void {
    for (const name of this.#pending.keys()) if (!isWanted(name)) this.#pending.delete(name);
    for (const name of this.#names()) if (!isWanted(name)) this.#pending.set(name, undefined);
  }

  /** Write what changed. */
  save(): void {
    if (this.#pending.size > 0 || this.#length === undefined) this.#writePending();
    if (!this.#isRefused && this.#length !== undefined && this.#length > 2 * this.#live + tolerated)
      this.#attempt(() => this.#writeAnew());
  }

  /** Of all records that are in the file. */
  *#names(): Generator<string> {
    for (const [name] of this.#standing()) yield name;
    for (const [name, size] of this.#written) if (size !== undefined) yield name;
  }

  /** What was found and has not been replaced since. */
  *#standing(): Generator<readonly [string, StoredText]> {
    for (const record of this.#stored.all())
      if (record[0] !== writer && !this.#written.has(record[0])) yield record;
  }

  #writePending(): void {
    this.#attempt(() => {
      const size = this.#fs.stat(this.#path)?.size ?? 0;
      // Where it is longer, another process has put something behind it; where it is shorter, it is another file.
      this.#length = this.#length === undefined || size < this.#length ? this.#begin() : size;
      for (const [name, text] of this.#pending) this.#countAsWritten(name, text);
      const bytes = this.#blockOf(this.#pending);
      this.#fs.append(this.#path, bytes);
      this.#length += bytes.length;
      this.#pending = new Map();
      this.#pendingSize = 0;
    });
  }

  /** Write a file with what was found, and nothing that has no use any more. @returns Its length in bytes. */
  #begin(): number {
    const standing = [...this.#standing()];
    if (standing.length > 0)
      this.#found ??= whereAllowed(() => this.#fs.read(this.#path)) ?? new Uint8Array();
    const found = standing.map(([name, stored]) => [name, this.#bytesOf(stored)] as const);
    this.#live = found.reduce((sum, [, text]) => sum + (text?.length ?? 0), 0);
    const bytes = this.#blockOf(found);
    keepOutOfVersionControl(this.#fs, this.#root);
    this.#fs.write(`${this.#path}.new`, bytes);
    this.#fs.rename(`${this.#path}.new`, this.#path);
    return bytes.length;
  }

  /** Each block tells who wrote it. */
  #blockOf(records: Iterable<readonly [string, string | Uint8Array | undefined]>): Buffer {
    return recordBlock([[writer, this.#identity], ...records], this.#live);
  }

  #writeAnew(): void {
    this.#stored = new StoredRecords();
    this.#found = undefined;
    this.#part = { start: 0, bytes: new Uint8Array() };
    this.#written.clear();
    this.#load();
    this.#length = this.#begin();
  }

  #countAsWritten(name: string, text: string | undefined): void {
    const size = text === undefined ? undefined : Buffer.byteLength(text);
    this.#live += (size ?? 0) - this.#sizeOf(name);
    this.#written.set(name, size);
  }

  /** Bytes of a record in the file. */
  #sizeOf(name: string): number {
    if (this.#written.has(name)) return this.#written.get(name) ?? 0;
    const { start, end } = this.#stored.get(name) ?? { start: 0, end: 0 };
    return end - start;
  }

  #load(): void {
    this.#attempt(() => {
      const size = this.#fs.stat(this.#path)?.size;
      if (size === undefined) return;
      const part = (start: number, end: number): Uint8Array => this.#fs.readPart(this.#path, start, end);
      const identity = Buffer.from(this.#identity);
      let foreign = 0;
      const whole = readRecordIndexes(part, size, ({ index, live }) => {
        const text = index.get(writer)?.text;
        foreign += text && isAsWritten(identity, text) ? 0 : 1;
        this.#stored.add(index);
        this.#live = live;
      });
      if (foreign > 0) this.clear();
      // After a block that is not whole, nothing could be put that would be read.
      else if (whole === size && size > 0) this.#length = whole;
    });
  }

  /** The bytes of a text; `undefined` where they are not as they were written, or the disk refuses. */
  #bytesOf(stored: StoredText): Uint8Array | undefined {
    const bytes = this.#found?.subarray(stored.start, stored.end) ?? whereAllowed(() => this.#inPart(stored));
    return bytes && isAsWritten(bytes, stored) ? bytes : undefined;
  }

  #inPart({ start, end }: StoredText): Uint8Array {
    const isThere = start >= this.#part.start && end <= this.#part.start + this.#part.bytes.length;
    if (!isThere) {
      if (++this.#parts > fewParts) {
        this.#found = this.#fs.read(this.#path);
        return this.#found.subarray(start, end);
      }
      this.#part = { start, bytes: this.#fs.readPart(this.#path, start, Math.max(end, start + atOnce)) };
    }
    return this.#part.bytes.subarray(start - this.#part.start, end - this.#part.start);
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (thrown) {
      if (!isFileError(thrown)) throw thrown;
      this.#isRefused = true;
      this.#pending = new Map();
    }
  }
}
