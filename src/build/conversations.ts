import type { FilePath } from "../model/ids.js";
import type { Interview } from "../model/interview.js";

/** Bytes that conversations may take in memory; the rest is read again from its files when a page shows it. */
const room = 192 * 1024 * 1024;

/** How many are ready to be shown: one page asks for its own several times, a guest's page for those of a few others. */
const ready = 32;

interface Packed {
  readonly owner: object;
  readonly bytes: Uint8Array;
}

/**
 * Keeps the conversations of a site in little room: packed outside the heap, a few of them ready.
 *
 * A conversation takes ten times as much as objects than as text, and a site may have fifty thousand.
 */
export class Conversations {
  readonly #packed = new Map<FilePath, Packed>();
  /** By owner: what was replaced stays for as long as somebody shows it, such as a preview while there are errors. */
  readonly #bytes = new WeakMap<object, Uint8Array>();
  readonly #ready = new Map<object, Interview>();
  #size = 0;

  /** Keep a conversation if there is room. @param owner - What it belongs to, one object for each state of its files. */
  keep(file: FilePath, owner: object, interview: Interview): void {
    this.#forget(file);
    const bytes = Buffer.from(JSON.stringify(interview));
    if (this.#size + bytes.length > room) return;
    this.#size += bytes.length;
    this.#packed.set(file, { owner, bytes });
    this.#bytes.set(owner, bytes);
  }

  /** The conversation of an owner; `read` gets it from its files, where it is not kept. */
  of(file: FilePath, owner: object, read: () => Interview): Interview {
    const interview = this.#ready.get(owner) ?? this.#unpack(owner) ?? this.#readAnd(file, owner, read);
    this.#ready.delete(owner);
    this.#ready.set(owner, interview);
    if (this.#ready.size > ready) {
      const [oldest] = this.#ready.keys();
      if (oldest) this.#ready.delete(oldest);
    }
    return interview;
  }

  /** Forget the conversations of files that are gone. */
  keepOnly(files: ReadonlySet<FilePath>): void {
    for (const file of this.#packed.keys()) if (!files.has(file)) this.#forget(file);
  }

  #unpack(owner: object): Interview | undefined {
    const bytes = this.#bytes.get(owner);
    // Written by `keep` from an interview, in this process.
    return bytes && (JSON.parse(Buffer.from(bytes).toString()) as Interview);
  }

  #readAnd(file: FilePath, owner: object, read: () => Interview): Interview {
    const interview = read();
    this.keep(file, owner, interview);
    return interview;
  }

  #forget(file: FilePath): void {
    this.#size -= this.#packed.get(file)?.bytes.length ?? 0;
    this.#packed.delete(file);
  }
}
