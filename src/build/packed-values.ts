/**
 * Packs values as bytes, for this process; `PackedReader` reads them in the order in which they were written.
 *
 *     how many numbers, units of the texts, bytes of a unit │ numbers │ texts
 *
 * Of a text, its length is among the numbers: texts are copied, where JSON would look at every character. They are
 * packed as they are in memory, Latin-1 in a byte and anything else in two, for reading UTF-8 that is no ASCII takes
 * eighty times as long.
 */
export class PackedWriter {
  readonly #numbers: number[] = [];
  readonly #texts: string[] = [];

  /** @param number - Whole, from 0 to 2³² − 1. */
  number(number: number): void {
    this.#numbers.push(number);
  }

  text(text: string): void {
    this.#numbers.push(text.length);
    this.#texts.push(text);
  }

  /** What there is little of. */
  json(value: unknown): void {
    this.text(JSON.stringify(value));
  }

  list<Item>(items: readonly Item[], write: (item: Item) => void): void {
    this.#numbers.push(items.length);
    for (const item of items) write(item);
  }

  bytes(): Uint8Array {
    const texts = this.#texts.join("");
    const size = isLatin1(texts) ? 1 : 2;
    const start = header + 4 * this.#numbers.length;
    const bytes = Buffer.allocUnsafeSlow(start + texts.length * size);
    const view = new DataView(bytes.buffer);
    for (const [at, number] of [this.#numbers.length, texts.length, size].entries())
      view.setUint32(4 * at, number);
    for (let at = 0; at < this.#numbers.length; at++) view.setUint32(header + 4 * at, this.#numbers[at] ?? 0);
    bytes.write(texts, start, encodingOf(size));
    return bytes;
  }
}

/** Reads what a `PackedWriter` has written. */
export class PackedReader {
  readonly #numbers: DataView;
  readonly #texts: string;
  /** Where the next number stands, in bytes. */
  #number = header;
  /** Where the next text stands. */
  #text = 0;

  constructor({ buffer, byteOffset, length }: Uint8Array) {
    const bytes = Buffer.from(buffer, byteOffset, length);
    const numbers = new DataView(buffer, byteOffset, length);
    const start = header + 4 * numbers.getUint32(0);
    const size = numbers.getUint32(8);
    this.#numbers = numbers;
    this.#texts = bytes.toString(encodingOf(size), start, start + numbers.getUint32(4) * size);
  }

  number(): number {
    const number = this.#numbers.getUint32(this.#number);
    this.#number += 4;
    return number;
  }

  text(): string {
    const start = this.#text;
    this.#text += this.number();
    return this.#texts.slice(start, this.#text);
  }

  json(): unknown {
    return JSON.parse(this.text());
  }

  list<Item>(read: () => Item): Item[] {
    const items: Item[] = [];
    for (let left = this.number(); left > 0; left--) items.push(read());
    return items;
  }
}

/** Bytes before the numbers: three more. */
const header = 12;

const encodingOf = (size: number): BufferEncoding => (size === 1 ? "latin1" : "utf16le");

/** Of most texts, the engine knows without looking that there is nothing else in them. */
const isLatin1 = (text: string): boolean => !/[^\0-\u00ff]/.test(text);
