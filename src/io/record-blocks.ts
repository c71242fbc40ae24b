import { crc32 } from "node:zlib";

/** Where a record's text lies in a file, in bytes: from `start` up to `end`. */
export interface StoredText {
  readonly start: number;
  readonly end: number;
  /** CRC-32 (ISO-HDLC). */
  readonly sum: number;
}

/** A record as the index has it: its name, and where its text lies, or nothing where it is gone. */
export interface StoredRecord {
  readonly name: string;
  readonly text: StoredText | undefined;
}

/** Bytes of a file from one place up to another, fewer where it ends before. */
export type ReadPart = (start: number, end: number) => Uint8Array;

/**
 * A block of records, made so that its texts need not be read to find one: a line with the CRC-32 of its index
 * (hexadecimal), the length of the index and that of the texts in bytes; the index, a list in JSON of each record's
 * name, length and CRC-32, the length -1 where the record is gone; the texts.
 */
export function recordBlock(records: Iterable<readonly [string, string | Uint8Array | undefined]>): Buffer {
  const entries: (string | number)[] = [];
  const texts: Uint8Array[] = [];
  let size = 0;
  for (const [name, text] of records) {
    const bytes = typeof text === "string" ? Buffer.from(text) : text;
    entries.push(name, bytes?.length ?? gone, bytes ? crc32(bytes) : 0);
    if (!bytes) continue;
    texts.push(bytes);
    size += bytes.length;
  }
  const index = Buffer.from(JSON.stringify(entries));
  return Buffer.concat([Buffer.from(`${checksum(index)} ${index.length} ${size}\n`), index, ...texts]);
}

/**
 * Read the indexes of a file of blocks, up to one that is not whole.
 *
 * @param size - Of the file, in bytes.
 * @param take - Gets each record, in the order of the file.
 * @returns How many bytes are whole blocks.
 */
export function readRecordIndexes(
  readPart: ReadPart,
  size: number,
  take: (record: StoredRecord) => void,
): number {
  const part = readAhead(readPart);
  let at = 0;
  for (;;) {
    const start = Buffer.from(part(at, at + longestHead)).toString("latin1");
    const found = /^([0-9a-f]{8}) (\d{1,15}) (\d{1,15})\n/.exec(start);
    if (!found) return at;
    const [head, sum = "", index = "", texts = ""] = found;
    const from = at + head.length;
    const textsFrom = from + Number(index);
    const next = textsFrom + Number(texts);
    if (next > size) return at;
    const bytes = part(from, textsFrom);
    if (checksum(bytes) !== sum) return at;
    takeEntries(bytes, textsFrom, take);
    at = next;
  }
}

/** Whether the bytes that lie there now are those that were written. */
export function isAsWritten(bytes: Uint8Array, { start, end, sum }: StoredText): boolean {
  return bytes.length === end - start && crc32(bytes) === sum;
}

function takeEntries(index: Uint8Array, textsFrom: number, take: (record: StoredRecord) => void): void {
  // Its checksum says that it is as it was written.
  const entries = JSON.parse(new TextDecoder().decode(index)) as readonly (string | number)[];
  let start = textsFrom;
  for (let at = 0; at < entries.length; at += 3) {
    const [name, length, sum] = [entries[at], entries[at + 1], entries[at + 2]] as [string, number, number];
    if (length === gone) take({ name, text: undefined });
    else {
      take({ name, text: { start, end: start + length, sum } });
      start += length;
    }
  }
}

/** Where many small blocks follow each other, the disk is asked once for several of them. */
function readAhead(readPart: ReadPart): ReadPart {
  let from = 0;
  let bytes: Uint8Array = new Uint8Array();
  return (start, end) => {
    if (start < from || end > from + bytes.length) {
      bytes = readPart(start, Math.max(end, start + ahead));
      from = start;
    }
    return bytes.subarray(start - from, end - from);
  };
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, "0");
}

const gone = -1;

/** Characters of the line before an index, at most. */
const longestHead = 48;

/** Bytes that are read at once. */
const ahead = 256 * 1024;
