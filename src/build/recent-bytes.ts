/** Keeps the bytes that were asked for last, up to a size. */
export class RecentBytes {
  readonly #room: number;
  readonly #known = new Map<string, Uint8Array>();
  #size = 0;

  /** @param room - Bytes. */
  constructor(room: number) {
    this.#room = room;
  }

  /** The bytes of a name, if they are still here. */
  get(name: string): Uint8Array | undefined {
    const bytes = this.#known.get(name);
    if (bytes) this.set(name, bytes);
    return bytes;
  }

  /** Keep bytes, and let go of those that nobody asked for longest. */
  set(name: string, bytes: Uint8Array): void {
    this.#drop(name);
    this.#known.set(name, bytes);
    this.#size += bytes.byteLength;
    for (const oldest of this.#known.keys()) {
      if (this.#size <= this.#room || oldest === name) break;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    this.#size -= this.#known.get(name)?.byteLength ?? 0;
    this.#known.delete(name);
  }
}
