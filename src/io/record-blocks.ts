import { crc32 } from "node:zlib";
import { indexRecords, RecordIndex, type StoredText } from "./record-index.js";

/** Bytes of a file from one place up to another, fewer where it ends before. */
export type ReadPart = (start: number, end: number) => Uint8Array;

/** A block as it was found, but for its texts. */
export interface FoundBlock {
  readonly index: RecordIndex;
  /** Bytes of all records of the file that hold, as its writer knew them. */
  readonly live: number;
}

/**
 * A block of records, made so that its texts need not be read to find one: a line with the CRC-32 of its index
 * (hexadecimal), the length of the index, that of the texts and what there is of records that hold, all in bytes; the
 * index; the texts.
 */
export function recordBlock(
  records: Iterable<readonly [string, string | Uint8Array | undefined]>,
  live: number,
): Buffer {
  const { index, texts } = indexRecords(records);
  const size = texts.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([
    Buffer.from(`${checksum(index)} ${index.length} ${size} ${live}\n`),
    index,
    ...texts,
  ]);
}

/**
 * Read the indexes of a file of blocks, up to one that is not whole.
 *
 * @param size - Of the file, in bytes.
 * @param take - Gets each block, in the order of the file.
 * @returns How many bytes are whole blocks.
 */
export function readRecordIndexes(
  readPart: ReadPart,
  size: number,
  take: (block: FoundBlock) => void,
): number {
  const part = readAhead(readPart);
  let at = 0;
  for (;;) {
    const start = Buffer.from(part(at, at + longestHead)).toString("latin1");
    const found = /^([0-9a-f]{8}) (\d{1,15}) (\d{1,15}) (\d{1,15})\n/.exec(start);
    if (!found) return at;
    const [head, sum = "", index = "", texts = "", live = ""] = found;
    const from = at + head.length;
    const textsFrom = from + Number(index);
    const next = textsFrom + Number(texts);
    if (next > size) return at;
    const bytes = part(from, textsFrom);
    if (checksum(bytes) !== sum) return at;
    take({ index: new RecordIndex(bytes, textsFrom), live: Number(live) });
    at = next;
  }
}

/** Whether the bytes that lie there now are those that were written. */
export function isAsWritten(bytes: Uint8Array, { start, end, sum }: StoredText): boolean {
  return bytes.length === end - start && crc32(bytes) === sum;
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

/** Characters of the line before an index, at most. */
const longestHead = 64;

/** Bytes that are read at once. */
const ahead = 256 * 1024;
