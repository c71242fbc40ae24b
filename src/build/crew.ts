import { setImmediate } from "node:timers/promises";
import type { FeatureFiles } from "../content/content-file.js";
import { availableThreads, startThread, type HelperThread } from "../io/helper-thread.js";
import { compileLess } from "../io/compile-less.js";
import { keepHeapSmall } from "../io/small-heap.js";
import { allocateYoung } from "../io/allocate-young.js";
import type { ScratchSpace } from "../io/scratch-space.js";
import type { FilePath } from "../model/ids.js";
import {
  takeInTurns,
  takeNext,
  tellWritten,
  type CrewTask,
  type FeaturesRead,
  type MadeElsewhere,
  type NamedRecord,
  type OutputsMade,
  type SaidByHelper,
  type ToldToHelper,
} from "./crew-messages.js";
import type { OpenSite } from "./open-site.js";
import type { SiteOptions } from "./options.js";
import type { SiteFolder } from "./read-site.js";
import type { SiteMemory } from "./site-memory.js";
import type { RecordStore, SiteRecords } from "./site-records.js";

/** So many features have to be read that a thread which has to load the program first is of use. */
const worthThread = 500;

/** While so many features are read, heaps that are left to themselves take half a gigabyte, most of it garbage. */
const manyFeatures = 5_000;

/** Each thread that makes outputs has the whole site in memory; of more features than these, one has to do. */
const mostShared = 25_000;

/** More threads work faster than one can go on with what they have done. */
const mostThreads = 4;

/** What a crew has to know of a site that is to be read. */
export interface ToRead {
  readonly folder: SiteFolder;
  readonly options: SiteOptions & { readonly now: number };
  readonly memory: SiteMemory;
  readonly readFeature: OpenSite["readFeature"];
}

/**
 * The threads that read a large site and make its pages, with this one.
 *
 * Each has the whole site: what one understands of a feature, it tells the others as it would be recorded. Where
 * the conversations are on the disk, all can make any page; what is to be done is taken by who has time. Nothing
 * depends on the others: what a thread did not get done, because it could not even be started, is done here.
 */
export class Crew {
  readonly #scratch: ScratchSpace | undefined;
  #helpers: Helper[] = [];
  #task: CrewTask | undefined;
  /** Whether the others have to know what is understood here. */
  #tells = false;
  /** Whose records are taken over just now. */
  #speaking: Helper | undefined;

  /** @param scratch - Where conversations lie, if others are to make outputs; without it, they only read. */
  constructor(scratch?: ScratchSpace) {
    this.#scratch = scratch;
  }

  /** Records that are kept as before; the others are told of what is understood. */
  telling(base: Pick<SiteRecords, "of"> | undefined): Pick<SiteRecords, "of"> {
    return {
      of: (kind) => {
        const store: RecordStore<never> | undefined = base?.of(kind);
        return {
          get: (name) => store?.get(name),
          set: (name, text) => {
            store?.set(name, text);
            if (kind === "feature" || kind === "hash") this.#tell({ kind, name, text });
          },
        };
      },
    };
  }

  /** Read the features that are not known, where there are enough of them: what was understood is then in the memory. */
  async read({ folder, options, memory, readFeature }: ToRead): Promise<void> {
    this.stop();
    const byFile = new Map(folder.map.features.map((files) => [files.file, files]));
    const features = [...byFile.keys()].filter((file) => !memory.features.isKnown(file, folder.settingsKey));
    if (features.length >= worthThread) {
      compileLess();
      allocateYoung();
    }
    if (features.length > manyFeatures) keepHeapSmall();
    const helpers = helpersFor(features.length, options);
    if (helpers === 0) return;
    const task = taskOf(options, features);
    this.#tells = this.#isShared(byFile.size);
    const take = (read: FeaturesRead): void => {
      takeOver(read, memory);
    };
    this.#task = task;
    this.#helpers = Array.from({ length: helpers }, () => this.#start(task, take));
    try {
      for (const taken of takeInTurns(features, task.read)) {
        for (const files of taken.flatMap((file) => byFile.get(file) ?? [])) readFeature(files);
        this.#flush();
        await setImmediate();
      }
      await Promise.all(this.#helpers.map(({ hasRead }) => hasRead));
      this.#flush();
    } catch (thrown) {
      this.stop();
      throw thrown;
    }
    this.#share(folder.map.features, memory);
  }

  /** What the others make, and how this thread takes its part; `undefined` where it has to make everything. */
  make(onOutput: TakeOutput): CrewAtWork | undefined {
    const task = this.#task;
    if (!task || this.#helpers.length === 0) return undefined;
    let wake: (() => void) | undefined;
    const news = (): void => wake?.();
    for (const helper of this.#helpers) {
      helper.onOutput = (output, bytes) => {
        onOutput(output, bytes);
        news();
      };
      void helper.thread.ended.then(news);
      helper.thread.post({ kind: "make" } satisfies ToldToHelper);
    }
    return {
      take: (items) => takeNext(items, task.made),
      handedOver: () => {
        tellWritten(task);
      },
      isAtWork: () => this.#helpers.some(({ isAlive }) => isAlive),
      news: () =>
        new Promise((resolve) => {
          wake = resolve;
        }),
    };
  }

  /** Let the others end. */
  stop(): void {
    for (const { thread } of this.#helpers) thread.stop();
    this.#helpers = [];
  }

  #start(task: CrewTask, take: (read: FeaturesRead) => void): Helper {
    const module = new URL("./crew-thread.js", import.meta.url);
    let read: () => void;
    const hasRead = new Promise<void>((resolve) => {
      read = resolve;
    });
    const thread = startThread(module, task, (sent) => {
      // Sent by `crew-thread.ts`.
      const said = sent as SaidByHelper;
      if (said.kind === "all-taken") read();
      else if (said.kind === "outputs") handOver(said, helper);
      else {
        this.#speaking = helper;
        take(said);
        this.#speaking = undefined;
      }
    });
    const helper: Helper = { thread, isAlive: true, hasRead, untold: [], onOutput: undefined };
    void thread.ended.then(() => {
      helper.isAlive = false;
      read();
    });
    return helper;
  }

  #tell(record: NamedRecord): void {
    if (!this.#tells) return;
    for (const helper of this.#helpers) if (helper !== this.#speaking) helper.untold.push(record);
  }

  #flush(): void {
    for (const { thread, untold } of this.#helpers) {
      const records = untold.splice(0);
      const message = { kind: "features", records, conversations: [], bytes: new Uint8Array() } as const;
      if (records.length > 0) thread.post(message satisfies ToldToHelper);
    }
  }

  /** Whether others make outputs, and so have to know all that is understood of these features. */
  #isShared(features: number): boolean {
    return this.#scratch !== undefined && features <= mostShared;
  }

  /** Say where all conversations are. Where they are not on the disk, the others could make no page. */
  #share(features: readonly FeatureFiles[], { conversations }: SiteMemory): void {
    const descriptor = this.#isShared(features.length) ? this.#scratch?.share() : undefined;
    if (descriptor === undefined) {
      this.stop();
      return;
    }
    const places = features.flatMap(({ file }) => {
      const place = conversations.placeOf(file);
      return place ? [[file, place] as const] : [];
    });
    const message = { kind: "all-read", descriptor, conversations: places } satisfies ToldToHelper;
    for (const { thread } of this.#helpers) thread.post(message);
  }
}

/** A crew that makes outputs. */
export interface CrewAtWork {
  /** Take the next of them; empty when all are taken. */
  readonly take: <Item>(items: readonly Item[]) => readonly Item[];
  /** Say that the next output has been handed over. */
  readonly handedOver: () => void;
  /** Whether anybody else may still send something. */
  readonly isAtWork: () => boolean;
  /** Settled when somebody has sent something or has ended. */
  readonly news: () => Promise<void>;
}

interface Helper {
  readonly thread: HelperThread;
  isAlive: boolean;
  /** Settled when it takes no more features, or has ended. */
  readonly hasRead: Promise<void>;
  /** What it is to be told. */
  readonly untold: NamedRecord[];
  onOutput: TakeOutput | undefined;
}

type TakeOutput = (output: MadeElsewhere, bytes: Uint8Array) => void;

function handOver({ outputs, bytes }: OutputsMade, { onOutput }: Helper): void {
  for (const output of outputs) onOutput?.(output, bytes.subarray(output.place.start, output.place.end));
}

/** How many threads help this one. */
function helpersFor(features: number, { threads, fs }: SiteOptions): number {
  // Threads have no other file system than the real one.
  if (fs) return 0;
  if (threads !== undefined) return features === 0 ? 0 : threads - 1;
  return Math.max(0, Math.min(availableThreads(), mostThreads, Math.floor(features / worthThread)) - 1);
}

function taskOf(
  { root, base, parser, drafts, now }: SiteOptions & { readonly now: number },
  features: readonly FilePath[],
): CrewTask {
  const counter = (): Int32Array => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return {
    options: {
      root,
      now,
      ...(base === undefined ? {} : { base }),
      ...(parser === undefined ? {} : { parser }),
      ...(drafts === undefined ? {} : { drafts }),
    },
    features,
    read: counter(),
    made: counter(),
    handedOver: counter(),
  };
}

function takeOver({ records, conversations, bytes }: FeaturesRead, memory: SiteMemory): void {
  const owners = new Map<FilePath, object>();
  for (const { kind, name, text } of records) {
    // Names of features and hashes are those of files.
    const file = name as FilePath;
    if (kind === "feature") owners.set(file, memory.features.adopt(file, text));
    else if (kind === "hash") memory.hashes.adopt(file, text);
  }
  for (const [file, { start, end }] of conversations) {
    const owner = owners.get(file);
    if (owner) memory.conversations.keepPacked(file, owner, bytes.subarray(start, end));
  }
}
