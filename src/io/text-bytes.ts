const encoder = new TextEncoder();

/** Writes texts as UTF-8, one after the other into the same memory: a site has more text than there should be garbage. */
export class TextBytes {
  #room = new Uint8Array(1 << 16);

  /** @returns The bytes, until the next call. */
  of(text: string): Uint8Array<ArrayBuffer> {
    // No UTF-16 unit takes more than three bytes.
    const most = 3 * text.length;
    if (this.#room.length < most) this.#room = new Uint8Array(2 * most);
    let written = 0;
    for (let start = 0; start < text.length;) {
      const end = endOfPiece(text, start);
      written += encoder.encodeInto(text.slice(start, end), this.#room.subarray(written)).written;
      start = end;
    }
    return this.#room.subarray(0, written);
  }
}

/** UTF-16 units. ASCII alone is copied, which takes a tenth of the time, and most pieces of most pages are no more. */
const piece = 2048;

/** Two surrogates are one character and stay together. */
function endOfPiece(text: string, start: number): number {
  const end = start + piece;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}
