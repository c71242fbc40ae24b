import type { Stretch } from "../io/scratch-space.js";
import type { FilePath } from "../model/ids.js";
import type { ManifestEntry } from "../io/output-manifest.js";
import type { SiteOptions } from "./options.js";
import type { RecordKind } from "./site-records.js";

/** What a thread is given that helps to build a site. */
export interface CrewTask {
  readonly options: Pick<SiteOptions, "root" | "base" | "parser" | "drafts"> & { readonly now: number };
  /** The files of all features that are to be read, the first file of each. */
  readonly features: readonly FilePath[];
  /** Shared by all: how many of the features have been taken to be read. */
  readonly read: Int32Array;
  /** Shared by all: how many outputs have been taken to be made. */
  readonly made: Int32Array;
  /** Shared by all: how many outputs have been handed over to be written. */
  readonly handedOver: Int32Array;
}

/** A record as text, with its name. */
export interface NamedRecord {
  readonly kind: RecordKind;
  readonly name: string;
  readonly text: string;
}

/** Features that somebody has read. */
export interface FeaturesRead {
  readonly kind: "features";
  readonly records: readonly NamedRecord[];
  /** By file, the bytes of each conversation, packed: one behind the other in `bytes`. */
  readonly conversations: readonly (readonly [FilePath, Stretch])[];
  readonly bytes: Uint8Array;
}

/** Where all conversations of a site lie. */
export interface AllRead {
  readonly kind: "all-read";
  /** Of the scratch file; threads share what their process has opened. */
  readonly descriptor: number;
  readonly conversations: readonly (readonly [FilePath, Stretch])[];
}

/** What is said to a thread that helps. */
export type ToldToHelper =
  | FeaturesRead
  | AllRead
  /** Nothing is wrong with the site: make outputs. */
  | { readonly kind: "make" };

/** What a thread that helps has to say. */
export type SaidByHelper =
  | FeaturesRead
  /** There are no more features to be read. */
  | { readonly kind: "all-taken" }
  | OutputsMade;

/** Outputs that a thread has made. */
export interface OutputsMade {
  readonly kind: "outputs";
  readonly outputs: readonly MadeElsewhere[];
  /** All of theirs, one behind the other. */
  readonly bytes: Uint8Array;
}

/** An output that a thread has made. */
export interface MadeElsewhere {
  /** Its place among all outputs that are made, from 0. */
  readonly index: number;
  readonly path: string;
  /** Where its bytes lie among those that were sent. */
  readonly place: Stretch;
  readonly entry: ManifestEntry;
  readonly records: readonly NamedRecord[];
}

/** How many are taken at once. */
const atOnce = 16;

/** Take the next of what all share: nobody else gets the same. Empty when all are taken. */
export function takeNext<Item>(items: readonly Item[], taken: Int32Array): readonly Item[] {
  const start = Atomics.add(taken, 0, atOnce);
  return items.slice(start, start + atOnce);
}

/** The same until all are taken. */
export function* takeInTurns<Item>(items: readonly Item[], taken: Int32Array): Generator<readonly Item[]> {
  for (let next = takeNext(items, taken); next.length > 0; next = takeNext(items, taken)) yield next;
}

/** How many outputs may be made and not yet handed over, so that a slow disk does not fill the memory. */
export const mostWaiting = 512;

/** In a thread that makes outputs: wait until those who write them have caught up. */
export function waitForWriter({ made, handedOver }: CrewTask): void {
  for (;;) {
    const written = Atomics.load(handedOver, 0);
    if (Atomics.load(made, 0) - written <= mostWaiting) return;
    Atomics.wait(handedOver, 0, written);
  }
}

/** In the thread that writes: say that one more has been handed over. */
export function tellWritten({ handedOver }: CrewTask): void {
  Atomics.add(handedOver, 0, 1);
  Atomics.notify(handedOver, 0);
}
