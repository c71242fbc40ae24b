import type { Stretch } from "../io/scratch-space.js";

/** Bytes one behind the other, to be sent to another thread at once. */
export class GatheredBytes {
  #room = new Uint8Array(1 << 18);
  #filled = 0;

  /** Copy bytes behind those that are there. @returns Where they lie. */
  add(bytes: Uint8Array): Stretch {
    const start = this.#filled;
    const end = start + bytes.length;
    if (end > this.#room.length) {
      const before = this.#room;
      this.#room = new Uint8Array(2 * end);
      this.#room.set(before);
    }
    this.#room.set(bytes, start);
    this.#filled = end;
    return { start, end };
  }

  /** Take all of them, in memory of their size; what follows is gathered anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#room.slice(0, this.#filled);
    this.#filled = 0;
    return taken;
  }
}
