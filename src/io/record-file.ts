import { crc32 } from "node:zlib";
import { cachePath, keepOutOfVersionControl } from "./cache-file.js";
import { isFileError, type FileSystem } from "./file-system.js";

/** Where a record's text stands in the bytes that were read. */
interface Stored {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Bytes of records that were replaced, up to which a file is not written anew. */
const tolerated = 1_000_000;

/**
 * Texts by name that are kept from one run to the next, in one file: what changed is put behind the rest, so that one
 * change of a large site costs next to nothing.
 *
 * A file consists of blocks, each under a line with its CRC-32 (ISO-HDLC, hexadecimal) and its length in bytes. A
 * block has one line for each record: the name as JSON, a tab, the text; without tab and text, the record is gone.
 * The first record of the file tells who wrote it. A block that is not whole ends the file; what follows is not read.
 */
export class RecordFile {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #path: string;
  readonly #identity: string;
  #stored = new Map<string, Stored>();
  #changed = new Map<string, string | undefined>();
  /** Bytes of the file that are read; `undefined` where it has to be written from the start. */
  #read: number | undefined;
  #live = 0;

  /**
   * Read a file of records. One that is missing, damaged or another's has none.
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

  /** The text of a record. */
  get(name: string): string | undefined {
    if (this.#changed.has(name)) return this.#changed.get(name);
    const stored = this.#stored.get(name);
    return stored?.bytes.toString("utf8", stored.start, stored.end);
  }

  /** Keep a text that has no line breaks, such as that of JSON. */
  set(name: string, text: string): void {
    this.#changed.set(name, text);
  }

  /** Forget all records whose names are not wanted any more. */
  keepOnly(isWanted: (name: string) => boolean): void {
    for (const name of this.#stored.keys()) if (!isWanted(name)) this.#changed.set(name, undefined);
    for (const [name, text] of this.#changed)
      if (text !== undefined && !isWanted(name)) this.#changed.set(name, undefined);
  }

  /** Write what changed. A disk that refuses makes the next run slower, and no more than that. */
  save(): void {
    if (this.#changed.size === 0 && this.#read !== undefined) return;
    try {
      if (this.#read === undefined || this.#read > 2 * this.#live + tolerated) this.#writeAnew();
      else this.#append();
    } catch (thrown) {
      if (!isFileError(thrown)) throw thrown;
    }
  }

  #writeAnew(): void {
    const lines: (string | Buffer)[] = [line("", this.#identity)];
    for (const [name, { bytes, start, end }] of this.#stored)
      if (!this.#changed.has(name)) lines.push(`${JSON.stringify(name)}\t`, bytes.subarray(start, end), "\n");
    for (const [name, text] of this.#changed) if (text !== undefined) lines.push(line(name, text));
    keepOutOfVersionControl(this.#fs, this.#root);
    const bytes = block(lines);
    this.#fs.write(`${this.#path}.new`, bytes);
    this.#fs.rename(`${this.#path}.new`, this.#path);
    this.#take(bytes);
  }

  #append(): void {
    const bytes = block(Array.from(this.#changed, ([name, text]) => line(name, text)));
    this.#fs.append(this.#path, bytes);
    const before = this.#read ?? 0;
    this.#changed = new Map();
    this.#readBlocks(bytes);
    this.#read = before + bytes.length;
  }

  #load(): void {
    try {
      const bytes = this.#fs.read(this.#path);
      this.#take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    } catch (thrown) {
      if (!isFileError(thrown)) throw thrown;
    }
  }

  #take(bytes: Buffer): void {
    this.#stored = new Map();
    this.#changed = new Map();
    this.#live = 0;
    const whole = this.#readBlocks(bytes);
    const writer = this.get("");
    this.#stored.delete("");
    // After a block that is not whole, nothing could be put that would be read.
    if (writer === this.#identity && whole === bytes.length) this.#read = whole;
    else this.#read = undefined;
    if (writer !== this.#identity) this.#stored = new Map();
  }

  /** @returns How many bytes are whole blocks. */
  #readBlocks(bytes: Buffer): number {
    let at = 0;
    for (;;) {
      const head = bytes.indexOf(10, at);
      const found = head < 0 ? null : /^([0-9a-f]{8}) (\d+)$/.exec(bytes.toString("latin1", at, head));
      if (!found) return at;
      const [, sum = "", length = ""] = found;
      const body = bytes.subarray(head + 1, head + 1 + Number(length));
      if (body.length !== Number(length) || checksum(body) !== sum) return at;
      this.#readLines(body);
      at = head + 1 + body.length;
    }
  }

  #readLines(bytes: Buffer): void {
    let start = 0;
    while (start < bytes.length) {
      const end = bytes.indexOf(10, start);
      const tab = bytes.indexOf(9, start);
      const isGone = tab < 0 || tab > end;
      const name = nameIn(bytes.toString("utf8", start, isGone ? end : tab));
      const before = this.#stored.get(name);
      if (before) this.#live -= before.end - before.start;
      if (isGone) this.#stored.delete(name);
      else {
        this.#stored.set(name, { bytes, start: tab + 1, end });
        this.#live += end - tab;
      }
      start = end + 1;
    }
  }
}

function line(name: string, text: string | undefined): string {
  return text === undefined ? `${JSON.stringify(name)}\n` : `${JSON.stringify(name)}\t${text}\n`;
}

/** Names without anything to unescape are the rule. */
function nameIn(written: string): string {
  return written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1);
}

function block(lines: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(lines.map((each) => (typeof each === "string" ? Buffer.from(each) : each)));
  return Buffer.concat([Buffer.from(`${checksum(body)} ${body.length}\n`), body]);
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, "0");
}
