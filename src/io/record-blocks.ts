import { crc32 } from "node:zlib";

/** Where a record's text stands in the bytes that were read. */
export interface StoredText {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** A record as it was read: its name, and its text, or nothing where it is gone. */
export interface StoredRecord {
  readonly name: string;
  readonly text: StoredText | undefined;
}

/**
 * A block of records: a line with its CRC-32 (ISO-HDLC, hexadecimal) and its length in bytes, then one line for each
 * record: the name as JSON, a tab, the text; without tab and text, the record is gone.
 *
 * @param records - The texts have no line breaks.
 */
export function recordBlock(records: Iterable<readonly [string, string | StoredText | undefined]>): Buffer {
  const lines: Uint8Array[] = [];
  for (const [name, text] of records) {
    if (text === undefined) lines.push(Buffer.from(`${JSON.stringify(name)}\n`));
    else if (typeof text === "string") lines.push(Buffer.from(`${JSON.stringify(name)}\t${text}\n`));
    else lines.push(Buffer.from(`${JSON.stringify(name)}\t`), bytesOf(text), newline);
  }
  const body = Buffer.concat(lines);
  return Buffer.concat([Buffer.from(`${checksum(body)} ${body.length}\n`), body]);
}

/**
 * Read blocks of records, up to one that is not whole.
 *
 * @param take - Gets each record, in the order of the file.
 * @returns How many bytes are whole blocks.
 */
export function readRecordBlocks(bytes: Buffer, take: (record: StoredRecord) => void): number {
  let at = 0;
  for (;;) {
    const head = bytes.indexOf(10, at);
    const found = head < 0 ? null : /^([0-9a-f]{8}) (\d+)$/.exec(bytes.toString("latin1", at, head));
    if (!found) return at;
    const [, sum = "", length = ""] = found;
    const body = bytes.subarray(head + 1, head + 1 + Number(length));
    if (body.length !== Number(length) || checksum(body) !== sum) return at;
    readLines(body, take);
    at = head + 1 + body.length;
  }
}

/** The text of a record as a string. */
export function textOf({ bytes, start, end }: StoredText): string {
  return bytes.toString("utf8", start, end);
}

function readLines(bytes: Buffer, take: (record: StoredRecord) => void): void {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const tab = bytes.indexOf(9, start);
    const isGone = tab < 0 || tab > end;
    const name = nameIn(bytes.toString("utf8", start, isGone ? end : tab));
    take({ name, text: isGone ? undefined : { bytes, start: tab + 1, end } });
    start = end + 1;
  }
}

/** Names without anything to unescape are the rule. */
function nameIn(written: string): string {
  return written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1);
}

function bytesOf({ bytes, start, end }: StoredText): Uint8Array {
  return bytes.subarray(start, end);
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, "0");
}

const newline = Buffer.from("\n");
