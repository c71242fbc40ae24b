import type { NameReader } from "../site/assemble-guests.js";
import type { RecordStore } from "./site-records.js";

/** Remembers how names are read, for the dictionary is large and slow to load. */
export class Readings {
  readonly #known = new Map<string, string>();
  readonly #records: RecordStore<string> | undefined;

  /** @param records - Of earlier processes. */
  constructor(records?: RecordStore<string>) {
    this.#records = records;
  }

  /** A reader that reads each name at most once. */
  by(read: NameReader): NameReader {
    return (name) => {
      const known = this.#known.get(name) ?? this.#records?.get(name);
      const reading = known ?? read(name);
      if (known === undefined) this.#records?.set(name, JSON.stringify(reading));
      this.#known.set(name, reading);
      return reading;
    };
  }

  /** Whether a name was asked for. */
  has(name: string): boolean {
    return this.#known.has(name);
  }
}
