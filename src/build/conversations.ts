import type { Stretch } from "../io/scratch-space.js";
import type { FilePath } from "../model/ids.js";
import type { Interview } from "../model/interview.js";
import { packInterview, unpackInterview } from "./pack-interview.js";

/** Bytes that conversations may take in memory, where there is no room on the disk. */
const room = 192 * 1024 * 1024;

/**
 * How many are ready to be shown: one page asks for its own several times. More of them would live long enough to be
 * moved to the old generation, and to take another get there.
 */
const ready = 4;

/** Where conversations can be put, such as a `ScratchSpace`. */
export interface Room {
  /** @returns Where they lie; `undefined` where there is no room. */
  add(bytes: Uint8Array, file: FilePath): Stretch | undefined;
  /** @returns The bytes, until the next call. */
  read(stretch: Stretch): Uint8Array;
  /** Where somebody else has put that of a file. */
  find?(file: FilePath): Stretch | undefined;
}

/** As bytes: in scratch space, or in memory. */
type Packed = Stretch | Uint8Array;

/**
 * Keeps the conversations of a site in little room: packed, outside the heap, a few of them ready.
 *
 * A conversation takes ten times as much as objects than as text, and a site may have fifty thousand. What has no
 * room is read again from its files when a page shows it.
 */
export class Conversations {
  readonly #scratch: Room | undefined;
  readonly #latest = new Map<FilePath, Packed>();
  /** By owner: what was replaced stays for as long as somebody shows it, such as a preview while there are errors. */
  readonly #packed = new WeakMap<object, Packed>();
  /** The last that was asked for at the end. */
  readonly #ready: { readonly owner: object; readonly interview: Interview }[] = [];
  #size = 0;

  /** @param scratch - Room on the disk. */
  constructor(scratch?: Room) {
    this.#scratch = scratch;
  }

  /** Keep a conversation if there is room. @param owner - What it belongs to, one object for each state of its files. */
  keep(file: FilePath, owner: object, interview: Interview): void {
    this.keepPacked(file, owner, packInterview(interview));
  }

  /** The same with a conversation that is packed. */
  keepPacked(file: FilePath, owner: object, bytes: Uint8Array): void {
    this.#forget(file);
    const packed = this.#scratch?.add(bytes, file) ?? this.#inMemory(bytes);
    if (!packed) return;
    this.#latest.set(file, packed);
    this.#packed.set(owner, packed);
  }

  /** The conversation of an owner; `read` gets it from its files, where it is not kept. */
  of(file: FilePath, owner: object, read: () => Interview): Interview {
    // In a `Map`, each table that it has outgrown would keep the next one with all its conversations until the whole
    // heap is gone through: some 20 kB of garbage for each page were moved to the old generation.
    const at = this.#ready.findIndex((each) => each.owner === owner);
    const [known] = at < 0 ? [] : this.#ready.splice(at, 1);
    const interview = known?.interview ?? this.#unpack(file, owner) ?? this.#readAnd(file, owner, read);
    this.#ready.push({ owner, interview });
    if (this.#ready.length > ready) this.#ready.shift();
    return interview;
  }

  /** Whether the latest conversation of a file is kept. */
  has(file: FilePath): boolean {
    return this.#latest.has(file);
  }

  /** Where the conversation of a file lies, if that is in the room that was given. */
  placeOf(file: FilePath): Stretch | undefined {
    const packed = this.#latest.get(file);
    return packed && "start" in packed ? packed : undefined;
  }

  /** Forget the conversations of files that are gone. */
  keepOnly(files: ReadonlySet<FilePath>): void {
    for (const file of this.#latest.keys()) if (!files.has(file)) this.#forget(file);
  }

  #inMemory(bytes: Uint8Array): Uint8Array | undefined {
    if (this.#size + bytes.length > room) return undefined;
    this.#size += bytes.length;
    return bytes;
  }

  #unpack(file: FilePath, owner: object): Interview | undefined {
    const packed = this.#packed.get(owner) ?? this.#scratch?.find?.(file);
    const bytes = packed && "start" in packed ? this.#scratch?.read(packed) : packed;
    return bytes && unpackInterview(bytes);
  }

  #readAnd(file: FilePath, owner: object, read: () => Interview): Interview {
    const interview = read();
    this.keep(file, owner, interview);
    return interview;
  }

  #forget(file: FilePath): void {
    const packed = this.#latest.get(file);
    if (packed && !("start" in packed)) this.#size -= packed.length;
    this.#latest.delete(file);
  }
}
