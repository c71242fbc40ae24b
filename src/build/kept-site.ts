import { randomUUID } from "node:crypto";
import type { FileSystem } from "../io/file-system.js";
import { programIdentity } from "../io/program-identity.js";
import { RecordFile } from "../io/record-file.js";
import { hashOf } from "../model/hash.js";
import type { FilePath } from "../model/ids.js";
import { orderAfter, type FeatureOrder } from "./feature-order.js";
import type { BuildOptions } from "./options.js";
import type { RecordedFile } from "./site-record.js";

/** All of a site that is kept at once. */
export interface WholeSite<Head> {
  readonly head: Head;
  readonly files: readonly RecordedFile[];
  readonly order: FeatureOrder;
}

/** What is another since a site was kept as a whole. */
export interface Amendment<Head> {
  readonly head: Head;
  readonly files: readonly RecordedFile[];
  /** What was understood of editions, by their first files. */
  readonly fingerprints: ReadonlyMap<FilePath, string>;
}

/** The head as it is written down, with what differs from the parts that it belongs to. */
interface WrittenHead<Head> {
  readonly head: Head;
  readonly parts: string;
  readonly files: readonly RecordedFile[];
  readonly fingerprints: readonly (readonly [FilePath, string])[];
}

/**
 * What a build or a preview leaves of a site for the next one, in parts: what little changes is written anew alone, and
 * what is not asked for is not read.
 *
 * It is none where another program has written it, or this one when it was asked for something else.
 */
export class KeptSite<Head> {
  readonly #file: RecordFile;
  readonly #head: WrittenHead<Head> | undefined;

  /** @param kind - Sites of different kinds, and those that are made with other options, lie side by side. */
  constructor(fs: FileSystem, options: BuildOptions, kind: "build" | "preview") {
    const asked = choices(options);
    const name = `${kind}-${hashOf(asked).slice(0, 8)}`;
    this.#file = new RecordFile(fs, options.root, name, `${programIdentity()} ${asked}`);
    // Checksums say that each part is as `#write` wrote it, and the writer's mark that it was this very program.
    const head = this.#read("head") as WrittenHead<Head> | undefined;
    this.#head = head?.parts === this.#read("parts") ? head : undefined;
  }

  /** What is said of the site in short; `undefined` where nothing is kept. */
  get head(): Head | undefined {
    return this.#head?.head;
  }

  /** The files that it was made from. */
  get files(): readonly RecordedFile[] {
    const files = (this.#read("files") as readonly RecordedFile[] | undefined) ?? [];
    const amended = new Map(this.#head?.files.map((file) => [file.path, file]));
    return amended.size === 0 ? files : files.map((file) => amended.get(file.path) ?? file);
  }

  /** The order of its features; `undefined` where it is not known. */
  get order(): FeatureOrder | undefined {
    const order = this.#read("order") as FeatureOrder | undefined;
    return order && this.#head ? orderAfter(order, new Map(this.#head.fingerprints)) : undefined;
  }

  /** Keep a site in place of the last one. */
  keep({ head, files, order }: WholeSite<Head>): void {
    const parts = randomUUID();
    this.#file.clear();
    this.#write("parts", parts);
    this.#write("files", files);
    this.#write("order", order);
    this.#write("head", { head, parts, files: [], fingerprints: [] } satisfies WrittenHead<Head>);
    this.#file.save();
  }

  /** Keep what little has changed of a site that is kept. */
  amend({ head, files, fingerprints }: Amendment<Head>): void {
    if (!this.#head) throw new Error("Nothing is kept that could be amended");
    const { parts } = this.#head;
    const allFiles = new Map([...this.#head.files, ...files].map((file) => [file.path, file]));
    const all = new Map([...this.#head.fingerprints, ...fingerprints]);
    const written = { head, parts, files: [...allFiles.values()], fingerprints: [...all] };
    this.#write("head", written satisfies WrittenHead<Head>);
    this.#file.save();
  }

  /** Keep nothing. */
  forget(): void {
    this.#file.clear();
    this.#file.save();
  }

  #read(name: string): unknown {
    const text = this.#file.get(name);
    return text === undefined ? undefined : JSON.parse(text);
  }

  #write(name: string, part: unknown): void {
    this.#file.set(name, JSON.stringify(part));
  }
}

function choices({ root, base, drafts, parser, out }: BuildOptions): string {
  const beside = out?.startsWith(`${root}/`) === true ? out.slice(root.length) : out;
  return JSON.stringify([base ?? null, drafts ?? false, parser ?? "fast", beside ?? "/dist"]);
}
