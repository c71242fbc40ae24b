import { crc32 } from "node:zlib";

/** Where a record's text lies in a file, in bytes: from `start` up to `end`. */
export interface StoredText {
  readonly start: number;
  readonly end: number;
  /** CRC-32 (ISO-HDLC). */
  readonly sum: number;
}

/** A record as an index has it: its name, and where its text lies, or nothing where it is gone. */
export interface StoredRecord {
  readonly name: string;
  readonly text: StoredText | undefined;
}

/** The bytes of an index, and of the texts that it tells of, one behind the other. */
export interface IndexedTexts {
  readonly index: Buffer;
  readonly texts: readonly Uint8Array[];
}

/**
 * Write the index of some records: a list in JSON of each record's name, where its text begins among the texts, its
 * length and its CRC-32, the length -1 where the record is gone. Each record has a line, and they are sorted, so that
 * one is found without taking the index apart.
 */
export function indexRecords(
  records: Iterable<readonly [string, string | Uint8Array | undefined]>,
): IndexedTexts {
  const texts: Uint8Array[] = [];
  const lines: (readonly [key: string, place: string])[] = [];
  let size = 0;
  for (const [name, text] of records) {
    const bytes = typeof text === "string" ? Buffer.from(text) : text;
    lines.push([keyOf(name), bytes ? `${size},${bytes.length},${crc32(bytes)}` : `0,${gone},0`]);
    if (!bytes) continue;
    texts.push(bytes);
    size += bytes.length;
  }
  const sorted = lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, place]) => key + place);
  return { index: Buffer.from(`[\n${sorted.join(",\n")}\n]`), texts };
}

/** The index of some records as it was written. */
export class RecordIndex {
  readonly #bytes: Buffer;
  readonly #textsFrom: number;

  /** @param textsFrom - Where the texts begin in the file, in bytes. */
  constructor(bytes: Uint8Array, textsFrom: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#textsFrom = textsFrom;
  }

  /** Bytes. */
  get size(): number {
    return this.#bytes.length;
  }

  /** Find one record by halves. @returns `undefined` where the index does not tell of it. */
  get(name: string): StoredRecord | undefined {
    const key = keyOf(name);
    // Ends of lines: what is looked for begins behind `low`, if anywhere, and ends before `high` or there.
    let low = this.#bytes.indexOf(endOfLine);
    let high = this.#bytes.lastIndexOf(endOfLine);
    while (low < high) {
      const before = this.#bytes.lastIndexOf(endOfLine, (low + high) >> 1);
      const end = this.#bytes.indexOf(endOfLine, before + 1);
      const line = this.#bytes.toString("utf8", before + 1, end);
      if (line.startsWith(key)) {
        const [from = 0, length = gone, sum = 0] = line.slice(key.length).split(",").map(Number);
        return this.#record(name, from, length, sum);
      }
      if (line < key) low = end;
      else high = before;
    }
    return undefined;
  }

  /** Go through all records. */
  forEach(take: (record: StoredRecord) => void): void {
    // Its checksum says that it is as it was written.
    const entries = JSON.parse(this.#bytes.toString("utf8")) as readonly (string | number)[];
    for (let at = 0; at < entries.length; at += 4) {
      const [name, from, length, sum] = [entries[at], entries[at + 1], entries[at + 2], entries[at + 3]];
      take(this.#record(name as string, from as number, length as number, sum as number));
    }
  }

  #record(name: string, from: number, length: number, sum: number): StoredRecord {
    if (length === gone) return { name, text: undefined };
    const start = this.#textsFrom + from;
    return { name, text: { start, end: start + length, sum } };
  }
}

/** How the line of a record begins; no other line begins like that. */
function keyOf(name: string): string {
  return `${JSON.stringify(name)},`;
}

const gone = -1;

const endOfLine = 0x0a;
