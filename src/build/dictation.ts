import type { Stretch } from "../io/scratch-space.js";
import type { FilePath } from "../model/ids.js";
import type { FeaturesRead, NamedRecord } from "./crew-messages.js";
import { GatheredBytes } from "./gathered-bytes.js";
import type { RecordKind, RecordStore } from "./site-records.js";

/** The kinds of records that others want: the rest is little, and everybody reads it. */
const wanted: ReadonlySet<RecordKind> = new Set(["hash", "feature", "output", "facts"]);

/** Takes down what a thread has understood and made, for those who have records and room on the disk. */
export class Dictation {
  readonly #known = new Map<string, string>();
  #records: NamedRecord[] = [];
  #conversations: (readonly [FilePath, Stretch])[] = [];
  readonly #bytes = new GatheredBytes();

  of<Value>(kind: RecordKind): RecordStore<Value> {
    return {
      get: (name) => {
        const text = this.#known.get(`${kind} ${name}`);
        // Asked for once: who asks keeps the value.
        this.#known.delete(`${kind} ${name}`);
        // Written by `set`, here or in another thread.
        return text === undefined ? undefined : (JSON.parse(text) as Value);
      },
      set: (name, text) => {
        if (kind === "feature" || kind === "hash") this.#known.set(`${kind} ${name}`, text);
        if (wanted.has(kind)) this.#records.push({ kind, name, text });
      },
    };
  }

  /** Hear what others have taken down. */
  hear(records: readonly NamedRecord[]): void {
    for (const { kind, name, text } of records) this.#known.set(`${kind} ${name}`, text);
  }

  /** Take down a conversation. */
  keep(file: FilePath, bytes: Uint8Array): void {
    this.#conversations.push([file, this.#bytes.add(bytes)]);
  }

  /** The records that have been taken down since the last time. */
  takeRecords(): readonly NamedRecord[] {
    return this.#records.splice(0);
  }

  /** The same with the conversations. */
  takeFeatures(): FeaturesRead & { readonly bytes: Uint8Array<ArrayBuffer> } {
    const conversations = this.#conversations.splice(0);
    return { kind: "features", records: this.takeRecords(), conversations, bytes: this.#bytes.take() };
  }
}

/** Where what was taken down lies: with somebody else. */
export const elsewhere: Stretch = { start: 0, end: 0 };
