import { outOfDate, type Facts } from "../graph/facts.js";
import type { ManifestEntry } from "../io/output-manifest.js";
import { shortHashOf } from "../model/hash.js";
import type { NamedRecord } from "./crew-messages.js";
import type { RecordStore, SiteRecords } from "./site-records.js";

interface KnownOutput extends ManifestEntry {
  /** Differs where a fact does that the output was made from. */
  readonly key: string;
}

/** Remembers of outputs what they were made from and what their bytes were, but not the bytes. */
export class OutputMemory {
  readonly #known = new Map<string, KnownOutput>();
  #present: ReadonlySet<string> | undefined;
  readonly #records: RecordStore<KnownOutput> | undefined;
  /** Apart from the rest, for only who asks why a page was made needs them. */
  readonly #facts: RecordStore<Facts> | undefined;

  /** @param records - Of earlier processes. */
  constructor(records?: Pick<SiteRecords, "of">) {
    this.#records = records?.of("output");
    this.#facts = records?.of("facts");
  }

  /** What the bytes of an output are, if it would be made from the same facts as before. */
  get(path: string, facts: Facts): ManifestEntry | undefined {
    const known = this.#known.get(path) ?? this.#records?.get(path);
    // Of what is not known, which is everything in a first build, nobody needs the key yet.
    if (!known) return undefined;
    if (known.key !== keyOf(facts)) return undefined;
    this.#known.set(path, known);
    return known;
  }

  /** What the bytes of an output were the last time in this process, whatever it was made from. */
  entryOf(path: string): ManifestEntry | undefined {
    return this.#known.get(path);
  }

  /** Remember what the bytes of an output are that was made from these facts. */
  set(path: string, facts: Facts, { hash, size }: ManifestEntry): void {
    const known = { key: keyOf(facts), hash, size };
    this.#known.set(path, known);
    this.#records?.set(path, JSON.stringify(known));
    if (this.#facts) this.#facts.set(path, JSON.stringify(shortened(facts)));
  }

  /** Take what is recorded of outputs that were made elsewhere. */
  adopt(records: readonly NamedRecord[]): void {
    for (const { kind, name, text } of records) {
      if (kind === "output") this.#records?.set(name, text);
      if (kind === "facts") this.#facts?.set(name, text);
    }
  }

  /** Why an output would have to be made anew: the names of what changed; empty where it is up to date. */
  reasons(path: string, facts: Facts): readonly string[] {
    return outOfDate(this.#facts?.get(path), shortened(facts));
  }

  /** Whether the site has an output; anything may be one, where its outputs were not gone through. */
  has(path: string): boolean {
    return this.#present?.has(path) ?? true;
  }

  /** Forget the outputs that are gone. */
  keepOnly(paths: ReadonlySet<string>): void {
    this.#present = paths;
    for (const path of this.#known.keys()) if (!paths.has(path)) this.#known.delete(path);
  }
}

function keyOf(facts: Facts): string {
  const texts: string[] = [];
  for (const { name, value } of facts) texts.push(name, value);
  return shortHashOf(...texts);
}

/** Long values say no more than their hashes do: that something differs. */
function shortened(facts: Facts): Facts {
  return facts.map(({ name, value }) =>
    value.length <= 22 ? { name, value } : { name, value: shortHashOf(value) },
  );
}
