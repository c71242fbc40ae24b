/**
 * Says at which UTF-16 unit of a text a byte of its UTF-8 form stands.
 *
 * It goes along the text from one question to the next, so questions in the order of the text take one pass.
 */
export class ByteOffsets {
  /** Bytes of the whole text. */
  readonly byteLength: number;
  readonly #text: string;
  #byte = 0;
  #unit = 0;

  /** @param text - Without halves of pairs. */
  constructor(text: string) {
    this.#text = text;
    this.byteLength = Buffer.byteLength(text);
  }

  /** @param byte - Where a character starts, or the end of the text. */
  unitAt(byte: number): number {
    if (this.byteLength === this.#text.length) return byte;
    while (this.#byte < byte) this.#byte += bytesOf(this.#text.charCodeAt(this.#unit++));
    while (this.#byte > byte) this.#byte -= bytesOf(this.#text.charCodeAt(--this.#unit));
    return this.#unit;
  }
}

/** Bytes that a unit stands for; each half of a pair for two of the four. */
function bytesOf(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
}
