import { findLastSite, stampOf, type FoundSite, type LastSite } from "../build/last-site.js";
import type { LonePages } from "../build/lone-pages.js";
import type { SiteOptions } from "../build/options.js";
import type { ServedOutput } from "../build/served-output.js";
import { isFileError } from "../io/file-system.js";
import { realFileSystem } from "../io/real-file-system.js";
import { listSite } from "../io/site-reader.js";
import { locateFile } from "./locate-file.js";

/** For so long an answer goes by the last look at the folder, in milliseconds. */
const fresh = 200;

/**
 * What can be shown of a site before it is built for the first time: what the last build or preview has left, pages that
 * are made from what these know, and once its texts are read, every page that is as it was.
 *
 * Whoever asks later than a moment after the last look at the folder has it looked through once more; from the first
 * change on nothing is shown until the site is built.
 */
export class EarlySite {
  readonly #options: SiteOptions;
  #found: FoundSite | undefined;
  #site: LastSite | undefined;
  #lookedAt = 0;
  #isOver = false;
  #tell: () => void = () => undefined;
  #next = this.#promise();
  #pages: LonePages | undefined;
  /** Pages are made one after the other, each path is tried once. */
  #making = Promise.resolve();
  readonly #tried = new Set<string>();
  readonly #made = new Map<string, ServedOutput>();

  /** @param options - What is previewed. */
  constructor(options: SiteOptions) {
    this.#options = options;
  }

  /** Look for what earlier runs have left. */
  look(): void {
    const { fs = realFileSystem, now = Date.now(), cache } = this.#options;
    const found = cache === true ? findLastSite(fs, this.#options, now) : undefined;
    this.#found = found;
    if (found) this.take({ ...found, get: (path) => found.get(path) ?? this.#made.get(path) });
  }

  /** What earlier runs have left. */
  get found(): FoundSite | undefined {
    return this.#found;
  }

  /** Take what is known now, besides what was known before. */
  take(site: LastSite): void {
    if (this.#isOver) return;
    const before = this.#site?.stamp === site.stamp ? this.#site : undefined;
    this.#site = before ? { ...site, get: (path) => site.get(path) ?? before.get(path) } : site;
    this.#lookedAt = performance.now();
    this.#tellMore();
  }

  /**
   * Make what stands at an address from what earlier runs have left.
   *
   * @param target - As received.
   * @returns Whether it is known now.
   */
  async make(target: string): Promise<boolean> {
    const found = this.#found;
    if (!found) return false;
    const paths: string[] = [];
    locateFile(target, found.basePath, (path) => {
      paths.push(path);
      return false;
    });
    for (const path of paths) {
      if (this.#tried.has(path)) continue;
      this.#tried.add(path);
      const made = this.#making.then(() => this.#makeOne(found, path));
      // Only who asks for a page has to do with what goes wrong with it.
      this.#making = made.catch(() => undefined);
      await made;
      if (this.#made.has(path)) return true;
    }
    return false;
  }

  /** Resolves when nobody waits for a page to be made. */
  get idle(): Promise<void> {
    return this.#making;
  }

  /** The site is built, or cannot be. */
  end(): void {
    this.#isOver = true;
    this.#site = undefined;
    this.#found = undefined;
    void this.#making.then(() => this.#pages?.close());
  }

  /** Resolves when more is known. */
  get next(): Promise<void> {
    return this.#next;
  }

  /** What is known, if it is still so. */
  get site(): LastSite | undefined {
    if (this.#site && performance.now() - this.#lookedAt > fresh) {
      const { fs = realFileSystem, root } = this.#options;
      if (stampOf(listSite(fs, root)) !== this.#site.stamp) this.end();
      this.#lookedAt = performance.now();
    }
    return this.#site;
  }

  async #makeOne(found: FoundSite, path: string): Promise<void> {
    const order = found.order();
    const { LonePages } = await import("../build/lone-pages.js");
    if (this.#isOver || !order) return;
    this.#pages ??= new LonePages(this.#options, { order, listed: found.listed });
    try {
      const output = await this.#pages.make(path);
      if (output) this.#made.set(path, output);
      this.#tellMore();
    } catch (thrown) {
      // Whoever reads the whole site says so.
      if (!isFileError(thrown)) throw thrown;
    }
  }

  #tellMore(): void {
    this.#tell();
    this.#next = this.#promise();
  }

  #promise(): Promise<void> {
    return new Promise((resolve) => (this.#tell = resolve));
  }
}
