const encoder = new TextEncoder();

/** Writes texts as UTF-8, one after the other into the same memory: a site has more text than there should be garbage. */
export class TextBytes {
  #room = new Uint8Array(1 << 16);

  /** @returns The bytes, until the next call. */
  of(text: string): Uint8Array {
    // No UTF-16 unit takes more than three bytes.
    const most = 3 * text.length;
    if (this.#room.length < most) this.#room = new Uint8Array(2 * most);
    return this.#room.subarray(0, encoder.encodeInto(text, this.#room).written);
  }
}
